import type { CaseView, MilestoneView } from '@klyngevagt/contracts';
import type { CaseFormProps, OpenCaseForm } from '../case-forms.js';
import { DecisionForm } from './DecisionForm.js';
import { DoneForm } from './DoneForm.js';
import { ExpertsForm } from './ExpertsForm.js';
import { CaseOpenForm } from './CaseOpenForm.js';
import { NoteForm } from './NoteForm.js';
import { PlanForm } from './PlanForm.js';

/** Every form of a case. Default export, because it is loaded when the first one is opened. */
export default function CaseForm({ open, ...props }: CaseFormProps & { open: OpenCaseForm }) {
  const { board } = props;
  switch (open.kind) {
    case 'open':
      return <CaseOpenForm {...props} />;
    case 'decide': {
      const one = [board.current, ...board.earlier].find((candidate) => candidate?.id === open.caseId);
      return one ? <DecisionForm {...props} one={one} /> : null;
    }
    case 'experts': {
      const booking = board.current?.booking;
      return booking ? <ExpertsForm {...props} booking={booking} /> : null;
    }
    default: {
      const found = milestoneIn(board.current, open.milestoneId);
      if (!found) return null;
      if (open.kind === 'plan') return <PlanForm {...props} milestone={found} />;
      if (open.kind === 'note') return <NoteForm {...props} milestone={found} />;
      return <DoneForm {...props} milestone={found} isUndo={open.kind === 'undo'} />;
    }
  }
}

function milestoneIn(one: CaseView | null, id: string): MilestoneView | undefined {
  return one?.milestones.find((milestone) => milestone.id === id);
}

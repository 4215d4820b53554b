import { AuditDecisionForm } from './AuditDecisionForm.js';
import { AuditForm } from './AuditForm.js';
import { AwardForm } from './AwardForm.js';
import { ClusterEditForm } from './ClusterEditForm.js';
import { ConfirmationForm } from './ConfirmationForm.js';
import { CorrectionDecisionForm } from './CorrectionDecisionForm.js';
import { CorrectionForm } from './CorrectionForm.js';
import type { ClusterFormProps } from './form-props.js';
import { MembershipForm } from './MembershipForm.js';
import { NoteForm } from './NoteForm.js';
import type { OpenForm } from './open-form.js';
import { PlanCorrectionForm } from './PlanCorrectionForm.js';
import { PlanDecisionForm } from './PlanDecisionForm.js';
import { PlanForm } from './PlanForm.js';
import { PlanStepForm } from './PlanStepForm.js';
import { PlanWithdrawalForm } from './PlanWithdrawalForm.js';
import { RevocationForm } from './RevocationForm.js';
import { WaiverDecisionForm } from './WaiverDecisionForm.js';
import { WaiverForm } from './WaiverForm.js';

/** Every form of a cluster. Default export, because it is loaded when the first one is opened. */
export default function ClusterForm({ open, ...props }: ClusterFormProps & { open: OpenForm }) {
  switch (open.kind) {
    case 'award':
      return <AwardForm {...props} awardId={open.awardId} withProposal={open.withProposal ?? false} />;
    case 'revocation':
      return <RevocationForm {...props} awardId={open.awardId} />;
    case 'membership':
      return <MembershipForm {...props} membershipId={open.membershipId} />;
    case 'plan':
      return <PlanForm {...props} planId={open.planId ?? null} />;
    case 'plan-decision':
      return <PlanDecisionForm {...props} planId={open.planId} />;
    case 'plan-withdrawal':
      return <PlanWithdrawalForm {...props} planId={open.planId} />;
    case 'plan-correction':
      return <PlanCorrectionForm {...props} planId={open.planId} />;
    case 'plan-step':
      return <PlanStepForm {...props} planId={open.planId} milestoneId={open.milestoneId} />;
    case 'waiver':
      return <WaiverForm {...props} waiverId={open.waiverId ?? null} />;
    case 'waiver-decision':
      return <WaiverDecisionForm {...props} waiverId={open.waiverId} decision={open.decision} />;
    case 'audit':
      return <AuditForm {...props} />;
    case 'audit-decision':
      return <AuditDecisionForm {...props} auditId={open.auditId} state={open.state} />;
    case 'confirmation':
      return <ConfirmationForm {...props} />;
    case 'note':
      return <NoteForm {...props} />;
    case 'correction':
      return <CorrectionForm {...props} />;
    case 'correction-decision':
      return <CorrectionDecisionForm {...props} correctionId={open.correctionId} />;
    case 'cluster':
      return <ClusterEditForm {...props} />;
  }
}

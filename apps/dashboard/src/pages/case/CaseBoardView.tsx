import type { CaseBoard, ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { BookingPanel } from './BookingPanel.js';
import styles from './Case.module.css';
import { CaseDocuments } from './CaseDocuments.js';
import { CaseFormHost, useCaseForms } from './CaseFormHost.js';
import type { OpenCaseForm } from './case-forms.js';
import { CaseHistory } from './CaseHistory.js';
import { CaseSummary } from './CaseSummary.js';
import { useCases } from './case-query.js';
import { MilestoneTable } from './MilestoneTable.js';
import { PhaseBar } from './PhaseBar.js';

interface CaseBoardViewProps {
  detail: ClusterDetail;
  openForm(form: OpenForm): void;
}

/** The case that is worked on, and those before it. */
export function CaseBoardView({ detail, openForm }: CaseBoardViewProps) {
  const { t } = useTranslation();
  const query = useCases(detail.row.slug);
  const forms = useCaseForms();
  const board = query.data;
  const problem = query.isError && (
    <ErrorState what={t('recertification.error')} error={query.error} onRetry={() => void query.refetch()} />
  );
  if (!board) return problem || <PanelSkeleton count={3} />;
  const { current } = board;
  return (
    <div className={styles['board']}>
      {problem}
      {current ? (
        <>
          <PhaseBar one={current} />
          <CaseSummary board={board} one={current} openForm={forms.open} />
          <MilestoneTable slug={board.cluster.slug} one={current} openForm={forms.open} />
          {current.present && <BookingPanel one={current} on={board.on} openForm={openForm} openCaseForm={forms.open} />}
          <CaseDocuments slug={board.cluster.slug} one={current} />
        </>
      ) : (
        <NoCase board={board} openForm={forms.open} />
      )}
      <CaseHistory cases={board.earlier} openForm={forms.open} />
      <CaseFormHost forms={forms} board={board} />
    </div>
  );
}

function NoCase({ board: { next, on }, openForm }: { board: CaseBoard; openForm(form: OpenCaseForm): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!next) return <EmptyState title={t('recertification.none.title')}>{t('recertification.none.nothing')}</EmptyState>;
  const kind = t(`recertification.kind.${next.kind}`, { level: t(`recertification.level.${next.level}`) }).toLowerCase();
  const isSoon = next.opensByItselfOn === null || next.opensByItselfOn <= on;
  const opens = next.opensByItselfOn ? format.longDate(next.opensByItselfOn) : '';
  const action = (
    <ActionButton permission="case:manage" variant="filled" onClick={() => openForm({ kind: 'open' })}>
      {t('recertification.actions.open')}
    </ActionButton>
  );
  return (
    <EmptyState title={t('recertification.none.title')} action={action}>
      {t(isSoon ? 'recertification.none.nextSoon' : 'recertification.none.next', { kind, date: format.longDate(next.anchorOn), opens })}
    </EmptyState>
  );
}

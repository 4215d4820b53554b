import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { Sentence } from '../../parts/Sentence.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { useCases } from '../case/case-query.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { type OwnAction, ownAction, ownNext, ownTitleText, stepNext } from './own-words.js';

/** The answer, the one thing that comes next, and its button. */
export function OwnHead({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = useReadyStep(detail);
  const next = step ? stepNext(step, format) : ownNext(detail, t, format);
  const action = step ? 'tasks' : ownAction(detail);
  return (
    <AnswerBand
      title={ownTitleText(detail, t, format)}
      documentTitle={detail.row.name}
      above={<Which detail={detail} />}
      lead={<Sentence text={`myCluster.next.${next.key}`} values={next.params} />}
      controls={action && <NextButton action={action} openForm={openForm} />}
      withAsOf
      isAsOfQuiet
      dataRecordedAt={detail.dataRecordedAt}
    />
  );
}

/** Of an open case, what the cluster can do now, where no deadline asks for anything. */
function useReadyStep({ row }: ClusterPartProps['detail']): Parameters<typeof stepNext>[0] | null {
  const { t } = useTranslation();
  const current = useCases(row.slug).data?.current ?? null;
  if (row.nextStep.code !== 'none' || current?.state !== 'open') return null;
  const ready = current.milestones.find((one) => one.ready && one.owner === 'cluster');
  return ready ? { name: t(`recertification.milestones.${ready.milestone}`), dueOn: ready.dueOn ?? ready.latestOn } : null;
}

/** The own cluster's name; with two of them, a way to the other. */
function Which({ detail }: Pick<ClusterPartProps, 'detail'>) {
  const { t } = useTranslation();
  const { clusters } = useMe();
  const { slug, name, illustrative } = detail.row;
  const tag = illustrative && !detail.fictional && <IllustrativeTag />;
  if (clusters.length < 2) {
    return (
      <>
        {name} {tag}
      </>
    );
  }
  return (
    <nav aria-label={t('myCluster.choose')} className={styles['which']}>
      {clusters.map((cluster) => (
        <Link key={cluster.slug} {...paths.myCluster(cluster.slug)} aria-current={cluster.slug === slug ? 'page' : undefined}>
          {cluster.name}
        </Link>
      ))}
      {tag}
    </nav>
  );
}

const formFor: Record<Exclude<OwnAction, 'tasks'>, [permission: 'audit:report' | 'correction:propose' | 'plan:propose', form: OpenForm]> = {
  audit: ['audit:report', { kind: 'audit' }],
  'audit-again': ['audit:report', { kind: 'audit' }],
  correction: ['correction:propose', { kind: 'correction' }],
  plan: ['plan:propose', { kind: 'plan' }],
};

function NextButton({ action, openForm }: { action: OwnAction; openForm: ClusterPartProps['openForm'] }) {
  const { t } = useTranslation();
  if (action === 'tasks') {
    return (
      <a className={styles['jump']} href="#tasks">
        {t('myCluster.action.tasks')}
      </a>
    );
  }
  const [permission, form] = formFor[action];
  return (
    <ActionButton permission={permission} size="lg" variant="filled" onClick={() => openForm(form)}>
      {t(`myCluster.action.${action}`)}
    </ActionButton>
  );
}

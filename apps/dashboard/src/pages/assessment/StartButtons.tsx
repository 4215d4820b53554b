import type { ClusterAssessments } from '@klyngevagt/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import styles from './Indicators.module.css';

/** What may be begun now; the form opens at once. */
export function StartButtons({ answer: { cluster, mayStart } }: { answer: ClusterAssessments }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // Officers have a filled button in the page's head.
  const isManager = useMe().role === 'manager';
  const start = useMutation({
    mutationFn: (kind: ClusterAssessments['mayStart'][number]) =>
      api.send('assessment.start', { params: { slug: cluster.slug }, body: { kind } }),
    onSuccess: ({ id }) => void navigate(paths.assessment(id)),
  });
  return (
    <div className={styles['starts']}>
      {mayStart.map((kind) => (
        <ActionButton
          key={kind}
          permission="assessment:fill"
          variant={kind === 'self-test' && isManager ? 'filled' : 'default'}
          onClick={() => !start.isPending && start.mutate(kind)}
        >
          {t(`indicators.start.${kind}`)}
        </ActionButton>
      ))}
      <SaveProblem problem={start.error} />
    </div>
  );
}

import type { MailPreferences } from '@klyngevagt/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { useMay } from '../../session.js';
import { Absences } from './Absences.js';
import { Duties } from './Duties.js';
import styles from './MailPreferences.module.css';

const mailPreferencesQuery = queryOptions({
  queryKey: ['mail-preferences'],
  queryFn: ({ signal }) => api.get('mail-preference.list', { signal }),
});

/** Which mails the person gets, which nobody can do without, and who is told while the person is away. */
export function MailPreferencesPage() {
  const { t } = useTranslation();
  const read = useQuery(mailPreferencesQuery);
  const mayBeAway = useMay('absence:plan');
  return (
    <>
      <AnswerBand title={t('mailPreferences.title')} documentTitle={t('mailPreferences.document')} lead={t('mailPreferences.lead')} />
      <div className="wrap">
        <div className={styles['page']}>
          <section aria-labelledby="mail-kinds">
            <h2 id="mail-kinds">{t('mailPreferences.kinds')}</h2>
            {read.isPending && <PanelSkeleton count={1} />}
            {read.isError && <ErrorState what={t('mailPreferences.error')} error={read.error} onRetry={() => void read.refetch()} />}
            {read.data && <Kinds preferences={read.data} />}
          </section>
          {read.data && read.data.duties.length > 0 && (
            <section aria-labelledby="mail-duties">
              <h2 id="mail-duties">{t('mailPreferences.duties')}</h2>
              <Duties duties={read.data.duties} />
            </section>
          )}
          {mayBeAway && (
            <section aria-labelledby="absence">
              <h2 id="absence">{t('mailPreferences.absence.title')}</h2>
              <Absences of={null} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function Kinds({ preferences: { kinds } }: { preferences: MailPreferences }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // Set by the click itself: a mutation tells of its variables a task later, and until then the switch would spring back.
  const [asked, setAsked] = useState<MailPreferences['kinds'][number] | null>(null);
  const choose = useMutation({
    mutationFn: (body: MailPreferences['kinds'][number]) => api.send('mail-preference.choose', { body }),
    onSuccess: (chosen) => client.setQueryData(mailPreferencesQuery.queryKey, chosen),
    onSettled: (_chosen, _problem, settled) => setAsked((latest) => (latest === settled ? null : latest)),
  });
  if (kinds.length === 0) return <p>{t('mailPreferences.noKinds')}</p>;
  const stateOf = (wanted: boolean) => t(wanted ? 'mailPreferences.on' : 'mailPreferences.off');
  const { variables: saved } = choose;
  return (
    <>
      <SaveProblem problem={choose.error} />
      <ul className={styles['kinds']}>
        {kinds.map(({ kind, wanted }) => {
          const isOn = asked?.kind === kind ? asked.wanted : wanted;
          return (
            <li key={kind}>
              <div>
                <span className="strong" id={`kind-${kind}`}>
                  {t(`mailPreferences.kind.${kind}`)}
                </span>
                <span className="small muted" id={`kind-help-${kind}`}>
                  {t(`mailPreferences.kindHelp.${kind}`)}
                </span>
              </div>
              <label className={styles['toggle']}>
                <input
                  type="checkbox"
                  role="switch"
                  aria-checked={isOn}
                  aria-labelledby={`kind-${kind}`}
                  aria-describedby={`kind-help-${kind}`}
                  checked={isOn}
                  onChange={(event) => {
                    const choice = { kind, wanted: event.currentTarget.checked };
                    setAsked(choice);
                    choose.mutate(choice);
                  }}
                />
                <span aria-hidden="true">{stateOf(isOn)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="small muted" role="status">
        {choose.isSuccess &&
          saved &&
          t('mailPreferences.saved', { kind: t(`mailPreferences.kind.${saved.kind}`), state: stateOf(saved.wanted).toLowerCase() })}
      </p>
    </>
  );
}

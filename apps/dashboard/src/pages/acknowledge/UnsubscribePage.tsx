import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { Duties } from '../mail-preferences/Duties.js';
import { submitClass } from '../sign-in/SignInFrame.js';
import { LinkPage, LinkProblem, useLanguageOfMail } from './link-page.js';

const unsubscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: ['unsubscription', token],
    queryFn: ({ signal }) => api.get('unsubscription.read', { params: { token }, signal }),
  });

/** Where the link at the foot of a mail leads: the kind of mail, one button, and the way back. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/unsubscribe/$token' });
  const client = useQueryClient();
  const query = unsubscriptionQuery(token);
  const read = useQuery(query);
  useLanguageOfMail(read.data?.language);
  const choose = useMutation({
    mutationFn: (wanted: boolean) => api.send('unsubscription.choose', { params: { token }, body: { wanted } }),
    onSuccess: (chosen) => client.setQueryData(query.queryKey, chosen),
  });
  const kind = read.data && t(`mailPreferences.kind.${read.data.kind}`);
  return (
    <LinkPage title={t('unsubscribe.document')}>
      {read.isPending && <PanelSkeleton count={1} />}
      {read.isError && <LinkProblem error={read.error} what={t('unsubscribe.what')} onRetry={() => void read.refetch()} />}
      {read.data && (
        <>
          <div role="status">
            <h1>{t(read.data.wanted ? 'unsubscribe.title' : 'unsubscribe.off', { kind })}</h1>
            <p className="muted">{t(read.data.wanted ? 'unsubscribe.lead' : 'unsubscribe.offLead')}</p>
          </div>
          <SaveProblem problem={choose.error} />
          <Button
            variant={read.data.wanted ? 'filled' : 'default'}
            size="lg"
            className={submitClass}
            aria-disabled={choose.isPending}
            onClick={() => !choose.isPending && choose.mutate(!read.data.wanted)}
          >
            {t(read.data.wanted ? 'unsubscribe.submit' : 'unsubscribe.undo')}
          </Button>
          <div>
            <h2>{t('unsubscribe.dutiesTitle')}</h2>
            <Duties duties={read.data.duties} />
          </div>
          <p>
            <Link {...paths.mailPreferences()}>{t('unsubscribe.all')}</Link>
          </p>
        </>
      )}
    </LinkPage>
  );
}

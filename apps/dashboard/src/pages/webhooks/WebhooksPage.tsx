import type { WebhookView } from '@klyngevagt/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { useMay } from '../../session.js';
import { Deliveries } from './Deliveries.js';
import { ReplayDrawer } from './ReplayDrawer.js';
import { SecretNote } from './SecretNote.js';
import { WebhookActionDrawer } from './WebhookActionDrawer.js';
import { WebhookDrawer } from './WebhookDrawer.js';
import { webhooksQuery } from './webhook-queries.js';
import { type WebhookAction, WebhookTable } from './WebhookTable.js';

type Open = { action: 'new'; webhook: null } | { action: Exclude<WebhookAction, 'test'>; webhook: WebhookView };

/** What was done, in a sentence. */
interface Done {
  sentence: string;
  isQueueAway: boolean;
}

/** Other systems that are told what happened. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const mayRead = useMay('webhook:read');
  const client = useQueryClient();
  const query = useQuery({ ...webhooksQuery, enabled: mayRead });
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const test = useMutation({
    mutationFn: ({ id }: WebhookView) => api.send('webhook.test', { params: { id } }),
    onSuccess: ({ isQueueAway }, { name }) => {
      setDone({ sentence: t(isQueueAway ? 'webhooks.done.waits' : 'webhooks.done.tested', { name }), isQueueAway });
      void client.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  const start = (next: Open) => {
    setDone(null);
    setOpen(next);
  };
  const finish = (sentence: string | null, secret: { name: string; secret: string } | null = null, isQueueAway = false) => {
    setOpen(null);
    setDone(sentence === null ? null : { sentence, isQueueAway });
    if (secret) setMade(secret);
  };
  const act = (action: WebhookAction, webhook: WebhookView) => (action === 'test' ? test.mutate(webhook) : start({ action, webhook }));
  const add = (
    <ActionButton permission="webhook:manage" variant="filled" onClick={() => start({ action: 'new', webhook: null })}>
      {t('webhooks.add')}
    </ActionButton>
  );
  const webhooks = query.data?.webhooks;
  return (
    <>
      <AnswerBand title={titleOf(webhooks, t)} documentTitle={t('webhooks.document')} lead={t('webhooks.lead')} controls={mayRead && add} />
      <PageContent>
        {made && <SecretNote key={made.secret} {...made} onClose={() => setMade(null)} />}
        {done && <Note tone={done.isQueueAway ? 'amber' : 'green'} role="status" title={done.sentence} />}
        <SaveProblem problem={test.error} />
        {!mayRead && <NoAccess />}
        {query.isError && <ErrorState what={t('webhooks.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <TableSkeleton rows={3} columns={[30, 30, 20, 20]} />}
        {webhooks && <Content webhooks={webhooks} onAction={act} />}
      </PageContent>
      {open && <Drawer open={open} onClose={() => setOpen(null)} onDone={finish} />}
    </>
  );
}

function titleOf(webhooks: readonly WebhookView[] | undefined, t: TFunction): string {
  if (!webhooks) return t('webhooks.document');
  const active = webhooks.filter(({ isActive }) => isActive);
  const failing = active.filter(({ isFailing }) => isFailing).length + webhooks.filter((one) => one.switchedOffBecause === 'gone').length;
  return failing > 0 ? t('webhooks.titleFailing', { count: failing }) : t('webhooks.title', { count: active.length });
}

function Content({
  webhooks,
  onAction,
}: {
  webhooks: readonly WebhookView[];
  onAction(action: WebhookAction, webhook: WebhookView): void;
}) {
  const { t } = useTranslation();
  const mayManage = useMay('webhook:manage');
  if (webhooks.length === 0) {
    return (
      <EmptyState title={t('webhooks.none.title')} icon={Webhook}>
        {t(mayManage ? 'webhooks.none.text' : 'webhooks.none.textReader')}
      </EmptyState>
    );
  }
  return (
    <>
      <WebhookTable webhooks={webhooks} onAction={onAction} />
      <Deliveries webhooks={webhooks} />
    </>
  );
}

interface DrawerProps {
  open: Open;
  onClose(): void;
  onDone(sentence: string | null, secret?: { name: string; secret: string } | null, isQueueAway?: boolean): void;
}

function Drawer({ open: { action, webhook }, onClose, onDone }: DrawerProps) {
  const { t } = useTranslation();
  if (action === 'new' || action === 'edit') {
    return (
      <WebhookDrawer
        webhook={webhook}
        onClose={onClose}
        onDone={(name, made) => (made ? onDone(null, { name, secret: made.secret }) : onDone(t('webhooks.done.saved', { name })))}
      />
    );
  }
  const { name, isActive } = webhook;
  if (action === 'replay') {
    return (
      <ReplayDrawer
        webhook={webhook}
        onClose={onClose}
        onDone={({ count, isQueueAway }) =>
          onDone(t(isQueueAway ? 'webhooks.done.waits' : 'webhooks.done.replayed', { count }), null, isQueueAway)
        }
      />
    );
  }
  return (
    <WebhookActionDrawer
      webhook={webhook}
      action={action}
      onClose={onClose}
      onDone={(made) =>
        made ? onDone(null, { name, secret: made.secret }) : onDone(t(isActive ? 'webhooks.done.off' : 'webhooks.done.on', { name }))
      }
    />
  );
}

import type { RuleDraftList } from '@klyngevagt/contracts';
import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { CardTable } from '../../parts/CardTable.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { Panel } from '../../parts/Panel.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { ruleDraftsQuery } from './rule-draft-query.js';

/** Drafts of changed rules: tried out, then activated together or thrown away. */
export function RuleDraftsPage() {
  const { t } = useTranslation();
  const mayEdit = useMay('rules:edit');
  const query = useQuery({ ...ruleDraftsQuery, enabled: mayEdit });
  const [isCreating, setCreating] = useState(false);
  const drafts = query.data?.drafts;
  return (
    <>
      <AnswerBand
        title={drafts ? t('rules.drafts.title', { count: drafts.length }) : t('rules.drafts.document')}
        documentTitle={t('rules.drafts.document')}
        lead={t('rules.drafts.lead')}
        above={<Link {...paths.rules()}>{t('rules.drafts.back')}</Link>}
        controls={
          <ActionButton permission="rules:edit" variant="filled" onClick={() => setCreating(true)}>
            {t('rules.drafts.new')}
          </ActionButton>
        }
      />
      <PageContent>
        {!mayEdit && <NoAccess />}
        {query.isError && <ErrorState what={t('rules.drafts.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayEdit && query.isPending && <TableSkeleton rows={3} columns={[50, 20, 30]} />}
        {drafts?.length === 0 && (
          <EmptyState title={t('rules.drafts.none.title')} icon={FlaskConical}>
            {t('rules.drafts.none.text')}
          </EmptyState>
        )}
        {drafts && drafts.length > 0 && <DraftTable drafts={drafts} />}
      </PageContent>
      {isCreating && <NewDraft onClose={() => setCreating(false)} />}
    </>
  );
}

const columns = ['name', 'changes', 'changed'] as const;

function DraftTable({ drafts }: Pick<RuleDraftList, 'drafts'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('rules.drafts.document')} flush>
      <CardTable caption={t('rules.drafts.document')} flush>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`rules.drafts.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, name, changes, changedAt, changedBy }) => (
            <tr key={id}>
              <th scope="row">
                <Link {...paths.ruleDraft(id)}>{name}</Link>
              </th>
              <td data-label={t('rules.drafts.columns.changes')}>{changes}</td>
              <td data-label={t('rules.drafts.columns.changed')}>
                {changedBy ? t('rules.drafts.by', { at: format.instant(changedAt), name: changedBy }) : format.instant(changedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}

function NewDraft({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: () => api.send('rule-draft.create', { body: { name: name.trim(), changes: [] } }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ruleDraftsQuery.queryKey });
      void navigate(paths.ruleDraft(id));
    },
  });
  const message = isMissing ? t('rules.drafts.nameMissing') : null;
  return (
    <SideDrawerForm
      title={t('rules.drafts.new')}
      opened
      onClose={onClose}
      onSubmit={() => (name.trim() === '' ? setMissing(true) : create.mutate())}
      submitLabel={t('rules.drafts.create')}
      isSaving={create.isPending}
      isDirty={name !== ''}
      errors={message ? [{ id: 'draft-name', label: t('rules.drafts.name'), message }] : []}
      problem={create.error}
    >
      <TextInput
        id="draft-name"
        label={t('rules.drafts.name')}
        value={name}
        error={message}
        required
        maxLength={120}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          setName(event.currentTarget.value);
          setMissing(false);
        }}
      />
    </SideDrawerForm>
  );
}

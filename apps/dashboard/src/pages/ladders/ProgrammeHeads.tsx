import { NativeSelect } from '@mantine/core';
import type { ProgrammeHeadList } from '@klyngevagt/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CardTable } from '../../parts/CardTable.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { Panel } from '../../parts/Panel.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { hasCode, peopleQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import styles from './Ladders.module.css';

type Programme = ProgrammeHeadList['programmes'][number];

const headsQuery = queryOptions({
  queryKey: ['people', 'programme-heads'],
  queryFn: ({ signal }) => api.get('programme.heads', { signal }),
});

/** Who is meant by "head of programme". Administrators appoint; those who see no names see nothing of it. */
export function ProgrammeHeads() {
  const { t } = useTranslation();
  const maySee = useMay('people:read');
  const list = useQuery({ ...headsQuery, enabled: maySee });
  const [edited, setEdited] = useState<string | null>(null);
  const programme = list.data?.programmes.find(({ id }) => id === edited);
  if (!maySee) return null;
  return (
    <Panel title={t('ladders.heads.title')}>
      <p className="small muted">{t('ladders.heads.text')}</p>
      {list.isError && <ErrorState what={t('ladders.heads.error')} error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <CardTable caption={t('ladders.heads.title')} className={styles['heads']}>
          <thead>
            <tr>
              <th scope="col">{t('ladders.heads.programme')}</th>
              <th scope="col">{t('terms.clusterRole.head')}</th>
              <th scope="col">
                <span className="sr">{t('rules.columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.programmes.map(({ id, name, head }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={t('terms.clusterRole.head')}>{head?.name ?? t('ladders.heads.nobody')}</td>
                <td>
                  <ActionButton
                    permission="rules:edit"
                    size="xs"
                    name={t('ladders.heads.appointName', { programme: name })}
                    onClick={() => setEdited(id)}
                  >
                    {t('ladders.heads.appoint')}
                  </ActionButton>
                </td>
              </tr>
            ))}
          </tbody>
        </CardTable>
      )}
      {programme && <HeadDrawer programme={programme} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function HeadDrawer({ programme: present, onClose }: { programme: Programme; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const people = useQuery(peopleQuery);
  // The page behind follows what others save; this form must not overwrite what its reader never saw.
  const [{ id, name, revision, head }] = useState(present);
  const [personId, setPersonId] = useState(head?.id ?? '');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useMutation({
    mutationFn: () =>
      api.send('programme.appoint-head', { params: { id }, body: { personId: personId || null, revision, reason: reason.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
    onError: (error) => {
      if (hasCode(error, 'changed-meanwhile')) void client.invalidateQueries({ queryKey: headsQuery.queryKey });
    },
  });
  const submit = () => {
    const missing = { id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') };
    setErrors(isReasonGiven(reason) ? [] : [missing]);
    save.reset();
    if (isReasonGiven(reason)) save.mutate();
  };
  return (
    <SideDrawerForm
      title={t('ladders.heads.appointName', { programme: name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('ladders.heads.save')}
      isSaving={save.isPending}
      isDirty={reason !== '' || personId !== (head?.id ?? '')}
      errors={errors}
      problem={save.error}
    >
      <NativeSelect
        id="programme-head"
        label={t('terms.clusterRole.head')}
        value={personId}
        data={[
          { value: '', label: t('ladders.heads.nobody') },
          ...(people.data?.people ?? []).map((person) => ({
            value: person.id,
            label: [person.name, person.title].filter(Boolean).join(', '),
          })),
        ]}
        onChange={(event) => setPersonId(event.currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} error={errors[0]?.message} />
    </SideDrawerForm>
  );
}

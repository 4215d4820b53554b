import type { DocumentSubject, DocumentView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../api-client.js';
import { TextBlock, TextLine, TypedDay } from '../parts/cluster-forms/fact-fields.js';
import { dayOrNull, dayText, isWrongDay } from '../parts/cluster-forms/field-text.js';
import { useFactForm } from '../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven, ReasonField } from '../parts/form-fields.js';
import { Note } from '../parts/Note.js';
import { SideDrawerForm } from '../parts/SideDrawerForm.js';
import type { OpenDocumentForm } from './open-document-form.js';

interface DocumentFormsProps {
  slug: string;
  open: OpenDocumentForm;
  documents: readonly DocumentView[];
  onClose(): void;
}

/** The form that is open. A document that somebody took away meanwhile closes its form. */
export default function DocumentForms({ slug, open, documents, onClose }: DocumentFormsProps) {
  if (open.kind === 'expectation') return <ExpectationForm slug={slug} subject={open.subject} onClose={onClose} />;
  const document = documents.find(({ id }) => id === open.documentId);
  if (!document) return null;
  if (open.kind === 'withdrawal') return <WithdrawalForm slug={slug} document={document} onClose={onClose} />;
  return <DecisionForm slug={slug} document={document} decision={open.decision} onClose={onClose} />;
}

interface OneDocument {
  slug: string;
  document: DocumentView;
  onClose(): void;
}

function DecisionForm({ slug, document, decision, onClose }: OneDocument & { decision: 'approve' | 'return' }) {
  const { t } = useTranslation();
  const [newest] = document.versions;
  const isReturn = decision === 'return';
  const form = useFactForm({
    slug,
    recorded: { comment: '', expiresOn: dayText(document.expiresOn) },
    labels: { comment: t('documents.decide.comment'), expiresOn: t('documents.decide.expiresOn') },
    check: ({ comment, expiresOn }) => ({
      ...(isReturn && comment.trim().length < 3 && { comment: t('documents.decide.returnHelp') }),
      ...(isWrongDay(expiresOn) && { expiresOn: t('documents.upload.noDate') }),
    }),
    save: async ({ comment, expiresOn }) => {
      if (!newest) return;
      const { id, revision } = newest;
      const body = isReturn
        ? ({ decision: 'return', comment, revision } as const)
        : ({ decision: 'approve', comment, expiresOn: dayOrNull(expiresOn), revision } as const);
      await api.send('document-version.decide', { params: { id }, body });
    },
    onDone: onClose,
  });
  const { isSaving, isDirty, errors, submit } = form;
  const problem = form.isOutdated ? null : form.problem;
  return (
    <SideDrawerForm
      title={t(isReturn ? 'documents.decide.returnTitle' : 'documents.decide.approveTitle')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(isReturn ? 'documents.decide.returnSubmit' : 'documents.decide.approveSubmit')}
      {...{ isSaving, isDirty, errors, problem }}
    >
      <p>
        <b>{document.title ?? t('documents.untitled')}</b>
        {newest && (
          <span className="muted">
            {' '}
            {newest.fileName}, {t('documents.version.name', { number: newest.number }).toLowerCase()}
          </span>
        )}
      </p>
      {form.isOutdated && <Outdated />}
      {isReturn && <p className="muted">{t('documents.decide.returnLead')}</p>}
      <TextBlock
        form={form}
        name="comment"
        label={t('documents.decide.comment')}
        help={t(isReturn ? 'documents.decide.returnHelp' : 'documents.decide.commentHelp')}
        required={isReturn}
      />
      {!isReturn && (
        <TypedDay form={form} name="expiresOn" label={t('documents.decide.expiresOn')} help={t('documents.decide.expiresHelp')} />
      )}
    </SideDrawerForm>
  );
}

/** What was typed stays; the list behind the form is new already. */
function Outdated() {
  const { t } = useTranslation();
  return (
    <Note tone="amber" role="alert" title={t('shell.form.changedMeanwhile')}>
      {t('documents.upload.changed')}
    </Note>
  );
}

function WithdrawalForm({ slug, document, onClose }: OneDocument) {
  const { t } = useTranslation();
  const form = useFactForm({
    slug,
    recorded: { reason: '' },
    labels: { reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonHelp') }),
    save: ({ reason }) =>
      api.send('document.withdraw', { params: { id: document.id }, body: { revision: document.revision, reason: reason.trim() } }),
    onDone: onClose,
  });
  const { isSaving, isDirty, errors, problem, submit } = form;
  return (
    <SideDrawerForm
      title={t('documents.withdraw.title')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('documents.withdraw.submit')}
      {...{ isSaving, isDirty, errors, problem }}
    >
      <p>
        <b>{document.title ?? t('documents.untitled')}</b>
      </p>
      {form.isOutdated && <Outdated />}
      <p className="muted">{t('documents.withdraw.lead')}</p>
      <ReasonField
        id={form.id('reason')}
        value={form.values.reason}
        error={form.mistake('reason')}
        onChange={(text) => form.set('reason', text)}
      />
    </SideDrawerForm>
  );
}

function ExpectationForm({ slug, subject, onClose }: { slug: string; subject: DocumentSubject; onClose(): void }) {
  const { t } = useTranslation();
  const form = useFactForm({
    slug,
    recorded: { title: '', dueOn: '', reason: '' },
    labels: { title: t('documents.expect.document'), dueOn: t('documents.expect.dueOn'), reason: t('shell.form.reason') },
    check: ({ title, dueOn, reason }) => ({
      ...(title.trim().length < 2 && { title: t('documents.upload.noTitle') }),
      ...(isWrongDay(dueOn) && { dueOn: t('documents.upload.noDate') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonHelp') }),
    }),
    save: ({ title, dueOn, reason }) =>
      api.send('document.expect', {
        params: { slug },
        body: { subject, title: title.trim(), dueOn: dayOrNull(dueOn), reason: reason.trim() },
      }),
    onDone: onClose,
  });
  const { isSaving, isDirty, errors, problem, submit } = form;
  return (
    <SideDrawerForm
      title={t('documents.expect.title')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('documents.expect.submit')}
      {...{ isSaving, isDirty, errors, problem }}
    >
      <p className="muted">{t('documents.expect.lead')}</p>
      <TextLine form={form} name="title" label={t('documents.expect.document')} help={t('documents.upload.titleHelp')} required />
      <TypedDay form={form} name="dueOn" label={t('documents.expect.dueOn')} help={t('documents.expect.dueHelp')} />
      <ReasonField
        id={form.id('reason')}
        value={form.values.reason}
        error={form.mistake('reason')}
        onChange={(text) => form.set('reason', text)}
      />
    </SideDrawerForm>
  );
}

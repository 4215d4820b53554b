import type { AssessmentSheet } from '@klyngevagt/contracts';
import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Documents } from '../../documents/Documents.js';
import { useFormat } from '../../format.js';
import { Note } from '../../parts/Note.js';
import type { AnswerQueue, QueueState } from './answer-queue.js';
import styles from './Assessment.module.css';
import { type Indicator, nameIn, type ShownAnswer } from './sheet.js';

interface AnswerFieldProps {
  indicator: Indicator;
  answer: ShownAnswer;
  sheet: AssessmentSheet;
  queue: QueueState;
  answers: AnswerQueue;
  refetch(): void;
}

/** One indicator: what it measures, the steps of its scale as radio buttons, a comment, and what the officer wrote about it. */
export function AnswerField({ indicator, answer, sheet, queue, answers, refetch }: AnswerFieldProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const id = useId();
  const { code } = indicator;
  const name = nameIn(language, indicator);
  const previous = sheet.previous?.answers.find((one) => one.indicator === code)?.score ?? null;
  const remarks = sheet.assessment.remarks.filter((remark) => remark.indicator === code && remark.open);
  /** A score that is chosen is confirmed; a comment leaves it as it is. */
  const choose = (score: number | null) => answers.change(code, { score, comment: answer.comment, toConfirm: false }, answer.revision);
  const write = (comment: string | null) =>
    answers.change(code, { score: answer.score, comment, toConfirm: answer.isToConfirm }, answer.revision);
  const refusal = queue.refused[code];
  return (
    <fieldset className={styles['field']} data-indicator={code}>
      <legend>
        <span className={styles['code']}>{code}</span> {name}
      </legend>
      <p className="muted" id={`${id}-measures`}>
        {language === 'da' ? indicator.measuresDa : indicator.measuresEn}
      </p>
      {remarks.map((remark) => (
        <Note key={remark.id} tone="amber" title={t('assessment.remark')}>
          {remark.text}
        </Note>
      ))}
      {queue.conflicts.includes(code) && <Conflict name={name} code={code} sheet={sheet} answers={answers} refetch={refetch} />}
      {answer.isToConfirm && (
        <div className={styles['confirm']}>
          <p>{t('assessment.confirmText')}</p>
          <Button size="md" variant="filled" onClick={() => choose(answer.score)}>
            {t('assessment.confirm', { score: answer.score })}
          </Button>
        </div>
      )}
      <Scale id={id} indicator={indicator} answer={answer} name={name} onChoose={choose} />
      {previous !== null && <p className="small muted">{t('assessment.previousWas', { score: previous })}</p>}
      {refusal !== undefined && <Note tone="red" role="alert" title={t('assessment.refused', { why: refusal })} />}
      <Textarea
        label={t('assessment.comment')}
        aria-label={t('assessment.commentOf', { name })}
        description={t('assessment.commentHelp')}
        value={answer.comment ?? ''}
        maxLength={2000}
        rows={2}
        onChange={(event) => write(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      <FieldDocuments slug={sheet.assessment.cluster.slug} code={code} name={name} />
    </fieldset>
  );
}

interface ScaleProps {
  id: string;
  indicator: Indicator;
  answer: ShownAnswer;
  name: string;
  onChoose(score: number | null): void;
}

function Scale({ id, indicator, answer, name, onChoose }: ScaleProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <div role="radiogroup" aria-label={t('assessment.score', { name })} aria-describedby={`${id}-measures`} className={styles['scale']}>
      {indicator.scale.map((step) => {
        const isChosen = answer.score === step.value;
        return (
          <label key={step.value} className={isChosen ? (answer.isToConfirm ? styles['carried'] : styles['chosen']) : undefined}>
            <input type="radio" name={id} checked={isChosen && !answer.isToConfirm} onChange={() => onChoose(step.value)} />
            <b>{step.value}</b>
            <span>{nameIn(language, step)}</span>
          </label>
        );
      })}
      {answer.score !== null && !answer.isToConfirm && (
        <button type="button" className={styles['clear']} onClick={() => onChoose(null)} aria-label={`${t('assessment.clear')}: ${name}`}>
          {t('assessment.clear')}
        </button>
      )}
    </div>
  );
}

type ConflictProps = Pick<AnswerFieldProps, 'sheet' | 'answers' | 'refetch'> & { name: string; code: string };

/** Somebody else saved the same answer: both are there until one is chosen. */
function Conflict({ name, code, sheet, answers, refetch }: ConflictProps) {
  const { t } = useTranslation();
  const theirs = sheet.assessment.answers.find(({ indicator }) => indicator === code);
  const mine = answers.read().pending[code];
  const isFetched = theirs !== undefined && theirs.revision > (mine?.revision ?? 0);
  return (
    <Note
      tone="amber"
      role="alert"
      title={t('assessment.conflict.title', { name })}
      actions={
        isFetched ? (
          <>
            <Button onClick={() => answers.keepMine(code, theirs.revision)}>{t('assessment.conflict.mine')}</Button>
            <Button onClick={() => answers.takeTheirs(code)}>{t('assessment.conflict.theirs')}</Button>
          </>
        ) : (
          <Button onClick={refetch}>{t('shell.error.retry')}</Button>
        )
      }
    >
      {isFetched && t('assessment.conflict.text', { score: theirs.score ?? t('assessment.conflict.none') })}
    </Note>
  );
}

/** Asked for when they are opened: a step has a dozen indicators. */
function FieldDocuments({ slug, code, name }: { slug: string; code: string; name: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('assessment.documents')}
        <span className="sr">: {name}</span>
      </summary>
      {isOpen && <Documents slug={slug} subject={{ kind: 'indicator', id: code }} newTitle={name} />}
    </details>
  );
}

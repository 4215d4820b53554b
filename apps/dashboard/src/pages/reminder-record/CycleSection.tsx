import type { ReminderRecord } from '@klyngevagt/contracts';
import { formatExactInstant } from '@klyngevagt/messages/exact-instant';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ReminderStateSign } from '../../parts/ReminderStateSign.js';
import { LetterDetails } from './LetterDetails.js';
import styles from './RecordPage.module.css';

type Cycle = ReminderRecord['cycles'][number];
type Deadline = Cycle['deadlines'][number];
type Step = Deadline['steps'][number];
type Letter = ReminderRecord['letters'][number];

interface CycleSectionProps {
  cycle: Cycle;
  letters: readonly Letter[];
  isNewest: boolean;
}

/** A course with its deadlines. The newest stands open, earlier ones are folded. */
export function CycleSection({ cycle, letters, isNewest }: CycleSectionProps) {
  return (
    <details className={styles['cycle']} open={isNewest}>
      <summary>
        <h2>{cycle.title}</h2>
      </summary>
      {cycle.deadlines.map((deadline) => (
        <DeadlineSection key={deadline.key} deadline={deadline} letters={letters} />
      ))}
    </details>
  );
}

function DeadlineSection({ deadline, letters }: { deadline: Deadline; letters: readonly Letter[] }) {
  const { basis } = deadline;
  return (
    <section className={styles['deadline']} aria-label={deadline.title}>
      <h3>{deadline.title}</h3>
      <p className={styles['summary']}>{deadline.summary}</p>
      <ol className={styles['steps']}>
        {deadline.steps.map((step) => (
          <StepRow key={step.id} step={step} letters={letters} />
        ))}
      </ol>
      {basis && (
        <details className={styles['basis']}>
          <summary>{basis.title}</summary>
          <dl className={styles['lines']}>
            {basis.lines.map(({ label, value }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function StepRow({ step, letters }: { step: Step; letters: readonly Letter[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = letters.filter(({ number }) => step.entries.some((entry) => entry.letter === number));
  return (
    <li className={styles['step']}>
      <div className={styles['when']}>
        <span className="sr">{t('reminderRecord.columns.due')}: </span>
        {format.date(step.dueOn)}
      </div>
      <div>
        <p className="strong">{step.about}</p>
        <p className="small muted">{step.recipient === null ? step.roleWord : `${step.recipient}, ${step.roleWord.toLowerCase()}`}</p>
        <p className="small muted">{step.sendingWord}</p>
      </div>
      <div className={styles['course']}>
        <ReminderStateSign state={step.state} />
        <ol className={styles['entries']}>
          {step.entries.map(({ code, at, text, letter: number }) => (
            <li key={`${code} ${at}`}>
              {at && <span className="muted">{formatExactInstant(at, format.language)}: </span>}
              {text}
              {number !== null && ` ${t('reminderRecord.annex.word')} ${number}.`}
            </li>
          ))}
        </ol>
        {own.map((letter) => (
          <LetterDetails key={letter.number} letter={letter} />
        ))}
      </div>
    </li>
  );
}

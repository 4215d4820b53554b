import type { AssessmentSheet } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { AnswerField } from './AnswerField.js';
import styles from './Assessment.module.css';
import { FilePanel } from './FilePanel.js';
import { ReviewStep } from './ReviewStep.js';
import { SaveLine } from './SaveLine.js';
import { isAnswered, nameIn, shownAnswer, stepsOf, type ShownAnswer } from './sheet.js';
import { StepList } from './StepList.js';
import { useAnswerQueue } from './use-answer-queue.js';

interface FormProps {
  sheet: AssessmentSheet;
  refetch(): void;
}

/** A step for each group and one to look everything through. The line that says what is saved stays in view. */
export function AssessmentForm({ sheet, refetch }: FormProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [queue, answers] = useAnswerQueue(sheet.assessment.id, refetch);
  const steps = stepsOf(sheet.framework.document);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const answerOf = (code: string): ShownAnswer => shownAnswer(sheet, queue, code);
  const counts = steps.map(({ indicators }) => indicators.filter(({ code }) => isAnswered(answerOf(code))).length);
  const go = (to: number) => {
    setAt(to);
    requestAnimationFrame(() => {
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: 'start' });
    });
  };
  const step = steps[at];
  const nameOf = (index: number) => (steps[index] ? nameIn(language, steps[index].dimension) : t('assessment.review'));
  return (
    <div className={styles['form']}>
      <SaveLine queue={queue} answered={counts.reduce((sum, count) => sum + count, 0)} of={sheet.framework.document.indicators.length} />
      <StepList steps={steps} counts={counts} at={at} onGo={go} />
      <div className={styles['step']}>
        <h2 ref={heading} tabIndex={-1}>
          {nameOf(at)}
        </h2>
        {step?.indicators.map((indicator) => (
          <AnswerField
            key={indicator.code}
            indicator={indicator}
            answer={answerOf(indicator.code)}
            sheet={sheet}
            queue={queue}
            answers={answers}
            refetch={refetch}
          />
        ))}
        {!step && <ReviewStep sheet={sheet} queue={queue} steps={steps} answerOf={answerOf} onGo={go} />}
        <div className={styles['ways']}>
          {at > 0 && (
            <Button size="lg" onClick={() => go(at - 1)}>
              {t('assessment.previous')}
            </Button>
          )}
          {step && (
            <Button size="lg" variant="filled" onClick={() => go(at + 1)}>
              {t('assessment.next', { name: nameOf(at + 1) })}
            </Button>
          )}
        </div>
      </div>
      <FilePanel sheet={sheet} isBusy={Object.keys(queue.pending).length > 0} onDone={refetch} />
    </div>
  );
}

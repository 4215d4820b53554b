import { whatIf } from '@klyngevagt/scoring';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigures } from './figures.js';
import styles from './Indicators.module.css';
import { frameworkOf } from './sheet.js';
import type { Shown } from './shown-assessment.js';
import { SmallestRaises } from './SmallestRaises.js';
import { answersOf, type Tried } from './tried.js';

interface WhatIfProps {
  shown: Shown;
  tried: Tried;
  isOpen: boolean;
  onOpen(): void;
  onClose(): void;
  onTry(tried: Tried): void;
}

/** The same rules as the server's, on scores that nobody saves. */
export function WhatIfPanel({ shown, tried, isOpen, onOpen, onClose, onTry }: WhatIfProps) {
  const { t } = useTranslation();
  const [isFinding, setFinding] = useState(false);
  if (!isOpen) {
    return (
      <div className={styles['whatIfClosed']}>
        <Button onClick={onOpen}>{t('indicators.whatIf.open')}</Button>
      </div>
    );
  }
  const close = () => {
    setFinding(false);
    onClose();
  };
  return (
    <section className={styles['whatIf']} aria-labelledby="what-if-title">
      <h2 id="what-if-title">
        {t('indicators.whatIf.title')} <span className={styles['notSaved']}>{t('indicators.whatIf.notSaved')}</span>
      </h2>
      <p>{t('indicators.whatIf.text')}</p>
      <Result shown={shown} tried={tried} />
      <div className={styles['actions']}>
        <Button variant="filled" onClick={() => setFinding(true)}>
          {t('indicators.whatIf.smallest.find')}
        </Button>
        <Button onClick={() => onTry({})}>{t('indicators.whatIf.reset')}</Button>
        <Button onClick={close}>{t('indicators.whatIf.close')}</Button>
      </div>
      {isFinding && <SmallestRaises shown={shown} onTry={onTry} />}
    </section>
  );
}

function Result({ shown, tried }: Pick<WhatIfProps, 'shown' | 'tried'>) {
  const { t } = useTranslation();
  const figure = useFigures();
  const { before, after } = useMemo(() => whatIf(answersOf(shown), frameworkOf(shown.document), tried), [shown, tried]);
  const range = { lowest: figure(after.lowestShare), highest: figure(after.highestShare) };
  return (
    <p role="status" className={styles['result']}>
      {t('indicators.whatIf.changed', { count: Object.keys(tried).length })}{' '}
      {before.share !== null && after.share !== null
        ? t('indicators.whatIf.result', { before: figure(before.share), after: figure(after.share) })
        : t('indicators.whatIf.resultOpen', range)}{' '}
      <b>{t(`indicators.whatIf.outcome.${after.outcome}`)}</b>
    </p>
  );
}

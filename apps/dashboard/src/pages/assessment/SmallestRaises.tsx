import { type RaiseProof, smallestRaises } from '@klyngevagt/scoring';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { Note } from '../../parts/Note.js';
import { useFigures } from './figures.js';
import styles from './Indicators.module.css';
import { frameworkOf, nameIn } from './sheet.js';
import type { Shown } from './shown-assessment.js';
import { answersOf, type Tried } from './tried.js';

/** The fewest indicators to raise for gold, and why fewer would not do. */
export function SmallestRaises({ shown, onTry }: { shown: Shown; onTry(tried: Tried): void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const found = useMemo(() => smallestRaises(answersOf(shown), frameworkOf(shown.document)), [shown]);
  const title = t('indicators.whatIf.smallest.title');
  if (found.answer !== 'raises') {
    const count = found.answer === 'unanswered' ? { count: found.indicators.length } : {};
    return (
      <Note tone={found.answer === 'reached' ? 'green' : 'amber'} role="status" title={title}>
        {t(`indicators.whatIf.smallest.${found.answer}`, count)}
      </Note>
    );
  }
  const names = new Map(shown.document.indicators.map((one) => [one.code, `${one.code} ${nameIn(language, one)}`]));
  const tried = Object.fromEntries(found.raises.map(({ indicator, to }) => [indicator, to]));
  return (
    <Note
      tone="blue"
      role="status"
      title={title}
      actions={<Button onClick={() => onTry(tried)}>{t('indicators.whatIf.smallest.try')}</Button>}
    >
      <ol className={styles['raises']}>
        {found.raises.map(({ indicator, from, to, isRequired }) => (
          <li key={indicator}>
            {t('indicators.whatIf.smallest.raise', { name: names.get(indicator) ?? indicator, from, to })}
            {isRequired && ` (${t('indicators.whatIf.smallest.required')})`}
          </li>
        ))}
      </ol>
      <Proof proof={found.proof} shown={shown} count={found.raises.length} />
    </Note>
  );
}

/** Shares instead of points: points mean nothing before a real score sheet is there. */
function Proof({ proof, shown: { assessment, document }, count }: { proof: RaiseProof; shown: Shown; count: number }) {
  const { pointsNow, mostWithOneFewer, pointsAfter } = proof;
  const { t } = useTranslation();
  const figure = useFigures();
  const share = (points: number) => figure(Math.floor((points * 1000) / assessment.score.maximum) / 10);
  const required = figure(document.passRule.shareOfTotal);
  const why =
    mostWithOneFewer === null
      ? t('indicators.whatIf.smallest.proofMinimums', { count })
      : t('indicators.whatIf.smallest.proof', { count, now: share(pointsNow), fewer: share(mostWithOneFewer), required });
  return (
    <p>
      {why} {t('indicators.whatIf.smallest.after', { after: share(pointsAfter) })}
    </p>
  );
}

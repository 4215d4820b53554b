import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { nameOf } from './assessment-name.js';
import { useFigures } from './figures.js';
import styles from './Indicators.module.css';
import type { Shown } from './shown-assessment.js';

/** What every closed assessment of the cluster gave an indicator, the newest first, each under its own version. */
export function IndicatorHistory({ shown, code }: { shown: Shown; code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigures();
  const closed = scoresOf(shown, code);
  if (closed.length === 0) return null;
  return (
    <div className={styles['past']}>
      <table className={styles['table']}>
        <caption>{t('indicators.history.title')}</caption>
        <thead>
          <tr>
            {(['assessment', 'closedOn', 'score'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`indicators.history.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {closed.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {nameOf(one, t)} {one.illustrative && <IllustrativeTag />}
              </th>
              <td>{format.date(one.closedOn)}</td>
              <td>{t('indicators.bars.score', { score: figure(one.score), maximum: figure(one.maximum) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scoresOf({ all, frameworks }: Shown, code: string) {
  return all.flatMap((assessment) => {
    const { closedOn, frameworkId, answers } = assessment;
    const score = answers.find(({ indicator }) => indicator === code)?.score ?? null;
    const asked = frameworks.find(({ id }) => id === frameworkId)?.document.indicators.find((one) => one.code === code);
    return closedOn === null || score === null || !asked ? [] : [{ ...assessment, closedOn, score, maximum: asked.maximum }];
  });
}

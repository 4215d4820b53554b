import type { Explanation } from '@klyngevagt/contracts';
import { ChevronDown, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { CertaintyDot, CertaintyTag } from './Certainty.js';
import styles from './ReasonPanel.module.css';
import { SourceText } from './SourceText.js';

interface ReasonPanelProps {
  /** The status or verdict that is explained: "Udløber snart". */
  what: string;
  explanation: Explanation;
  startsOpen?: boolean;
}

/** "Hvorfor?": inputs, arithmetic and rules with their sources, in the order in which one would check them. */
export function ReasonPanel({ what, explanation, startsOpen = false }: ReasonPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={styles['why']} open={startsOpen}>
      <summary>
        <Info size={16} aria-hidden />
        {t('shell.why.title', { what })}
        <ChevronDown size={16} aria-hidden />
      </summary>
      <div className={styles['body']}>
        <p>{explanation.sentence}</p>
        {explanation.facts.length > 0 && <h3>{t('shell.why.facts')}</h3>}
        <dl>
          {explanation.facts.map((fact) => (
            <div className={styles['row']} key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value}
                <CertaintyDot confidence={fact.confidence} />
              </dd>
              {fact.note && (
                <dd className={styles['source']}>
                  <SourceText source={fact.note} />
                </dd>
              )}
            </div>
          ))}
        </dl>
        {explanation.arithmetic.length > 0 && <h3>{t('shell.why.arithmetic')}</h3>}
        <dl>
          {explanation.arithmetic.map((line, index) => (
            <div className={`${styles['row']} ${styles[line.kind] ?? ''}`} key={`${index} ${line.label}`}>
              <dt>{line.label}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
        {explanation.rules.length > 0 && <h3>{t('shell.why.rules')}</h3>}
        <ul>
          {explanation.rules.map((rule) => (
            <li className={styles['row']} key={rule.id}>
              <span>{rule.label}</span>
              <CertaintyTag confidence={rule.confidence} />
              <span className={styles['source']}>
                <SourceText source={t('shell.why.source', { source: rule.source, interpolation: { escapeValue: false } })} />,{' '}
                {t('shell.why.effectiveFrom', { date: format.date(rule.effectiveFrom) })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

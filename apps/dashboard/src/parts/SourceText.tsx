import { sourceIn } from '@klyngevagt/messages/own-sources';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import styles from './SourceText.module.css';

/** A source as recorded, the product's own ones and dates as the reader writes them; web addresses in it can be followed. */
export function SourceText({ source }: { source: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const inWords = (part: string) =>
    part.replace(/\s+;/g, ';').replace(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, (day) => format.date(day));
  const parts = sourceIn(source, (key) => t(`explanation.source.${key}`)).split(/(https?:\/\/[^\s)]+)/);
  return (
    <span className={styles['source']}>
      {parts.map((part, index) =>
        /^https?:\/\//.test(part) ? (
          <a href={part} key={index} rel="noreferrer" target="_blank">
            {hostOf(part)}
          </a>
        ) : (
          inWords(part)
        ),
      )}
    </span>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}

import { sourceIn } from '@klyngevagt/messages/own-sources';
import { useTranslation } from 'react-i18next';
import styles from './SourceText.module.css';

/** A source as recorded, the product's own ones in the reader's words; web addresses in it can be followed. */
export function SourceText({ source }: { source: string }) {
  const { t } = useTranslation();
  const parts = sourceIn(source, (key) => t(`explanation.source.${key}`)).split(/(https?:\/\/[^\s)]+)/);
  return (
    <span className={styles['source']}>
      {parts.map((part, index) =>
        /^https?:\/\//.test(part) ? (
          <a href={part} key={index} rel="noreferrer" target="_blank">
            {hostOf(part)}
          </a>
        ) : (
          part
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

import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of.js';
import { parseTypedDate, typedDate } from '../typed-date.js';
import styles from './AsOfForm.module.css';
import { DateField } from './DateField.js';

/** Any other day than those that the arrows reach. */
export default function AsOfForm({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const [text, setText] = useState(typedDate(asOf.on));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = parseTypedDate(text);
    if (day === null || day < '1990-01-01' || day > '2099-12-31') return setWrong(true);
    asOf.choose(day);
    onDone();
  };
  return (
    <form className={styles['panel']} onSubmit={submit} noValidate>
      <DateField
        label={t('shell.asOf.field')}
        help={t('shell.asOf.help')}
        value={text}
        onChange={setText}
        error={isWrong ? t('shell.date.wrong') : null}
        autoFocus
      />
      <div>
        <Button type="submit" size="sm" variant="filled">
          {t('shell.asOf.apply')}
        </Button>
        {asOf.isLookingBack && (
          <Button
            size="sm"
            onClick={() => {
              asOf.choose(undefined);
              onDone();
            }}
          >
            {t('shell.asOf.return')}
          </Button>
        )}
      </div>
    </form>
  );
}

import type { TFunction } from 'i18next';
import { Trans } from 'react-i18next';

type Key = Parameters<TFunction>[0] & string;

/** A sentence of the catalogue in which `<b>` marks the date that matters. */
export function Sentence({ text, values = {} }: { text: Key; values?: Record<string, string | number> }) {
  return <Trans i18nKey={text as never} values={values} components={{ b: <b /> }} />;
}

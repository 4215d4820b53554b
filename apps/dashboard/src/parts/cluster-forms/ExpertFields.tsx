import type { BodyOf } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { TextLine, Tick } from './fact-fields.js';
import type { FactFormState, FieldMistakes } from './use-fact-form.js';

/** Up to two experts of an audit, as they stand in the fields. */
export type ExpertValues = {
  name1: string;
  country1: string;
  conflict1: boolean;
  name2: string;
  country2: string;
  conflict2: boolean;
};
export const noExperts: ExpertValues = { name1: '', country1: '', conflict1: false, name2: '', country2: '', conflict2: false };

export function ExpertFields<V extends ExpertValues>({ form }: { form: FactFormState<V> }) {
  const { t } = useTranslation();
  return (
    <>
      {(['1', '2'] as const).map((number) => (
        <div key={number} className="stack">
          <TextLine
            form={form}
            name={`name${number}`}
            label={t('recertification.form.expertName', { number })}
            help={t('cluster.form.optional')}
          />
          <TextLine
            form={form}
            name={`country${number}`}
            label={t('recertification.form.expertCountry', { number })}
            help={t('recertification.form.expertCountryHelp')}
          />
          <Tick form={form} name={`conflict${number}`} label={t('recertification.form.expertConflict', { number })} />
        </div>
      ))}
    </>
  );
}

export function expertLabels(t: TFunction): Record<keyof ExpertValues, string> {
  const of = (number: '1' | '2') =>
    [
      t('recertification.form.expertName', { number }),
      t('recertification.form.expertCountry', { number }),
      t('recertification.form.expertConflict', { number }),
    ] as const;
  const [name1, country1, conflict1] = of('1');
  const [name2, country2, conflict2] = of('2');
  return { name1, country1, conflict1, name2, country2, conflict2 };
}

/** A name and a country go together. */
export function expertMistakes(values: ExpertValues, t: TFunction): FieldMistakes<ExpertValues> {
  const mistakes: FieldMistakes<ExpertValues> = {};
  for (const number of ['1', '2'] as const) {
    const [name, country] = [values[`name${number}`].trim(), values[`country${number}`].trim()];
    if (name && !/^[a-z]{2}$/i.test(country)) mistakes[`country${number}`] = t('recertification.form.countryWrong');
    if (!name && country) mistakes[`name${number}`] = t('recertification.form.nameMissing');
  }
  return mistakes;
}

export function expertsIn(values: ExpertValues): BodyOf<'audit.experts'>['experts'] {
  return (['1', '2'] as const).flatMap((number) => {
    const name = values[`name${number}`].trim();
    return name ? [{ name, country: values[`country${number}`].trim().toUpperCase(), conflict: values[`conflict${number}`] }] : [];
  });
}

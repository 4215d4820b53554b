import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import type { ReactNode } from 'react';
import { DateField } from '../DateField.js';
import type { FactFormState } from './use-fact-form.js';

type Values = Record<string, string | boolean>;
interface FieldProps<V extends Values, K extends keyof V> {
  form: FactFormState<V>;
  name: K;
  label: string;
  help?: string;
  required?: boolean;
}

/** A line of text. */
export function TextLine<V extends Values, K extends keyof V>({ form, name, label, help, required }: FieldProps<V, K>) {
  return (
    <TextInput
      id={form.id(name)}
      label={label}
      description={help}
      required={required ?? false}
      value={String(form.values[name])}
      error={form.mistake(name)}
      autoComplete="off"
      onChange={(event) => form.set(name, event.currentTarget.value as V[K])}
    />
  );
}

/** Several lines of text. */
export function TextBlock<V extends Values, K extends keyof V>({ form, name, label, help, required }: FieldProps<V, K>) {
  return (
    <Textarea
      id={form.id(name)}
      label={label}
      description={help}
      required={required ?? false}
      rows={4}
      value={String(form.values[name])}
      error={form.mistake(name)}
      onChange={(event) => form.set(name, event.currentTarget.value as V[K])}
    />
  );
}

/** A date as it is typed, with a calendar as a help. */
export function TypedDay<V extends Values, K extends keyof V>({ form, name, label, help, required }: FieldProps<V, K>) {
  return (
    <DateField
      id={form.id(name)}
      label={label}
      {...(help !== undefined && { help })}
      required={required ?? false}
      value={String(form.values[name])}
      error={form.mistake(name)}
      onChange={(text) => form.set(name, text as V[K])}
    />
  );
}

interface ChoiceProps<V extends Values, K extends keyof V> extends FieldProps<V, K> {
  options: readonly { value: string; label: string }[];
}

/** One of a few, in a list. */
export function Choice<V extends Values, K extends keyof V>({ form, name, label, help, required, options }: ChoiceProps<V, K>) {
  return (
    <NativeSelect
      id={form.id(name)}
      label={label}
      description={help}
      required={required ?? false}
      data={[...options]}
      value={String(form.values[name])}
      error={form.mistake(name)}
      onChange={(event) => form.set(name, event.currentTarget.value as V[K])}
    />
  );
}

/** One of two or three, all seen at once. */
export function Choices<V extends Values, K extends keyof V>({ form, name, label, help, required, options }: ChoiceProps<V, K>) {
  return (
    <Radio.Group
      id={form.id(name)}
      label={label}
      description={help}
      required={required ?? false}
      value={String(form.values[name])}
      error={form.mistake(name)}
      onChange={(value) => form.set(name, value as V[K])}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} label={option.label} mt={8} />
      ))}
    </Radio.Group>
  );
}

/** Yes or no. */
export function Tick<V extends Values, K extends keyof V>({ form, name, label }: { form: FactFormState<V>; name: K; label: ReactNode }) {
  return (
    <Checkbox
      id={form.id(name)}
      label={label}
      checked={form.values[name] === true}
      onChange={(event) => form.set(name, event.currentTarget.checked as V[K])}
    />
  );
}

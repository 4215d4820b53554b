import type { ReactNode } from 'react';
import styles from './Choices.module.css';

interface FieldGroupProps {
  id: string;
  legend: string;
  help?: string;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Fields that belong together, under one name. */
export function FieldGroup({ id, legend, help, error, className, children }: FieldGroupProps) {
  const said = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={[styles['group'], className].join(' ')} id={id} tabIndex={-1} {...(said && { 'aria-describedby': said })}>
      <legend>{legend}</legend>
      {help && (
        <p className="small muted" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="small loud" role="alert" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

interface ChoicesProps<V extends string> extends Omit<FieldGroupProps, 'children' | 'help'> {
  kind: 'checkbox' | 'radio';
  choices: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange(chosen: V[]): void;
}

/** Some of several, in the order in which they are offered, or one. */
export function Choices<V extends string>({ kind, choices, chosen, onChange, ...group }: ChoicesProps<V>) {
  const choose = (value: V) => {
    const isChosen = (one: V) => (kind === 'radio' ? one === value : (one === value) !== chosen.includes(one));
    onChange(choices.map((choice) => choice.value).filter(isChosen));
  };
  return (
    <FieldGroup {...group}>
      {choices.map(({ value, label }) => (
        <label className={styles['choice']} key={value}>
          <input type={kind} name={group.id} checked={chosen.includes(value)} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </FieldGroup>
  );
}

import styles from './Webhooks.module.css';

interface ChoicesProps {
  id: string;
  legend: string;
  kind: 'checkbox' | 'radio';
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  error?: string | undefined;
  onChange(chosen: readonly string[]): void;
}

/** Some of several, or one. */
export function Choices({ id, legend, kind, choices, chosen, error, onChange }: ChoicesProps) {
  const choose = (value: string) => {
    if (kind === 'radio') onChange([value]);
    else onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  return (
    <fieldset className={styles['choices']} id={id} tabIndex={-1} {...(error && { 'aria-describedby': `${id}-error` })}>
      <legend>{legend}</legend>
      {error && (
        <p className="small loud" id={`${id}-error`}>
          {error}
        </p>
      )}
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type={kind} name={id} checked={chosen.includes(value)} onChange={() => choose(value)} />
          <span className={styles['sentence']}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

import styles from './Reminders.module.css';

interface SwitchProps<V extends string> {
  label: string;
  choices: readonly { value: V; label: string; lang?: string }[];
  value: V;
  onChange(value: V): void;
}

/** Two or three choices side by side, one of them pressed. */
export function Switch<V extends string>({ label, choices, value, onChange }: SwitchProps<V>) {
  return (
    <span className={styles['switch']} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          lang={choice.lang}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </span>
  );
}

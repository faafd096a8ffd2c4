/** One of some answers, each a large button: what is chosen is said in its mark, not by colour alone. */
import { Icon } from '../ui/index.ts';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

export function Choices<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}) {
  return (
    <div className="ask-choices" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label className="ask-choice" key={choice.value}>
          <input
            type="radio"
            className="only-read"
            name={label}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className="ask-choice-mark" aria-hidden="true">
            {choice.value === value && <Icon name="check" />}
          </span>
          <span>
            <span className="ask-choice-name">{choice.label}</span>
            {choice.hint && <span className="second ask-choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

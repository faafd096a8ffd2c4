import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './ladder.css';
import { Icon } from './icon.tsx';

export interface Step {
  label: ReactNode;
  state: 'done' | 'now' | 'todo';
  /** Already in words: '9:43', 'for 12 min'. */
  time?: ReactNode;
  note?: ReactNode;
}

/** How far a thing has come, rung by rung. Nothing is 'done' that was not proved. */
export function Ladder({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('ui');
  return (
    <ol className="ladder">
      {steps.map((step, index) => (
        <li
          key={index}
          className={`ladder-step ladder-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.state === 'done' && <Icon name="check" className="ladder-tick" />}
          <div className="ladder-text">
            <div className="ladder-label">
              {step.label}
              <span className="only-read">{t(`ladder.${step.state}`)}</span>
            </div>
            {step.note && <div className="ladder-note">{step.note}</div>}
          </div>
          {step.time && <div className="ladder-time">{step.time}</div>}
        </li>
      ))}
    </ol>
  );
}

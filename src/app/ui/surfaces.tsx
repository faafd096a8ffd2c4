/** Quiet parts that carry words: marks, cards, messages, empty places, how far something has come. */
import { type HTMLAttributes, type ReactNode, useId } from 'react';
import './surfaces.css';
import { Icon, type IconName } from './icon.tsx';

/** green: proved. amber: running or waiting. blue: changed. red: late or wrong. Never colour alone: always with a word. */
export type Tone = 'green' | 'amber' | 'blue' | 'red' | 'plain';

/** A state in a word. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}

export function Card({
  tone = 'plain',
  className = '',
  children,
  ...rest
}: { tone?: Tone; children: ReactNode } & HTMLAttributes<HTMLDivElement>) {
  return (
    <div {...rest} className={`card card-${tone} ${className}`.trim()}>
      {children}
    </div>
  );
}

const MESSAGE_ICONS: Record<Tone, IconName> = {
  green: 'check',
  amber: 'clock',
  blue: 'info',
  red: 'warning',
  plain: 'info',
};

/** Says what happened; `action` is the next step, a button. Red ones are spoken at once. */
export function Message({
  tone,
  title,
  children,
  action,
}: {
  tone: Tone;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`message message-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      <p className="message-title">
        <Icon name={MESSAGE_ICONS[tone]} />
        {title}
      </p>
      {children && <div className="message-text">{children}</div>}
      {action && <div className="message-action">{action}</div>}
    </div>
  );
}

/** A place where nothing is yet: says so, and what would be here. */
export function Empty({
  title,
  children,
  action,
  icon = 'board',
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

/** How much of something countable is done. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress className="progress-bar" id={id} value={Math.min(value, max)} max={Math.max(1, max)} />
    </div>
  );
}

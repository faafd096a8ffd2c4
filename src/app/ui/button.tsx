import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import './button.css';
import { Icon, type IconName } from './icon.tsx';

/** 'main': the one main action of a screen. 'quiet': a word that can be pressed. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  children?: ReactNode;
}

const classes = (kind: ButtonKind, more: string): string => `button button-${kind} ${more}`.trim();

/** A button. While `busy`, or when disabled, it keeps its place and the keyboard's, and does nothing. */
export function Button({
  kind = 'plain',
  icon,
  busy = false,
  disabled = false,
  className = '',
  children,
  onClick,
  type = 'button',
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const idle = !busy && !disabled;
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={classes(kind, className)}
      aria-busy={busy || undefined}
      aria-disabled={!idle || undefined}
      onClick={(event) => {
        if (idle) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'plain', icon, className = '', children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={classes(kind, className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}

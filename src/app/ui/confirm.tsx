import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import './confirm.css';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Keeps Tab inside the dialog. */
function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = all[0];
  const last = all[all.length - 1];
  const from = document.activeElement;
  if (event.shiftKey && from === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && from === last) {
    event.preventDefault();
    first?.focus();
  }
}

export interface ConfirmProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** Words of the two buttons. */
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  onCancel: () => void;
  danger?: boolean;
  busy?: boolean;
}

function Dialog({ title, children, confirm, cancel, onConfirm, onCancel, danger, busy }: ConfirmProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>('input, textarea, select, .confirm-cancel');
    first?.focus();
    const scroll = document.body.style.overflow;
    document.body.style.overflow = 'hidden';
    return () => {
      document.body.style.overflow = scroll;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onCancel();
      if (event.key === 'Tab' && box.current) keepInside(box.current, event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <div className="confirm-veil">
      <div
        ref={box}
        className="confirm"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={children ? `${id}-text` : undefined}
        tabIndex={-1}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {children && (
          <div className="confirm-text stack" id={`${id}-text`}>
            {children}
          </div>
        )}
        <div className="confirm-actions">
          <Button className="confirm-cancel" onClick={onCancel}>
            {cancel}
          </Button>
          <Button kind={danger ? 'danger' : 'main'} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Asks before something that is hard to take back. Escape means no; the keyboard returns to where it was. */
export function Confirm(props: ConfirmProps) {
  return props.open ? createPortal(<Dialog {...props} />, document.body) : null;
}

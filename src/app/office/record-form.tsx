/**
 * What every form of the office does: opens a record by the address or a new one, holds what is typed (through a
 * reload, too), says what is wrong after the first try, sends one change, and goes back to the list.
 */
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';
import { useChange } from './change-state.tsx';
import { FormFoot } from './form-foot.tsx';
import { OfficePage } from './frame.tsx';
import { useProblemWords } from './problem-words.ts';
import type { Problems } from './unit-draft.ts';

export interface Back {
  to: string;
  label: string;
}

export interface FormParts<Draft> {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  /** Words for what is wrong with a field; null before the first try, and when nothing is. */
  errorOf: (field: string) => string | null;
}

const KEPT = 'office-form:';

/** What was typed before a reload, if the record is still what it was then. */
function kept<Draft>(key: string, start: Draft): Draft | null {
  try {
    const held = JSON.parse(sessionStorage.getItem(KEPT + key) ?? 'null') as {
      start: string;
      draft: Draft;
    } | null;
    return held?.start === JSON.stringify(start) ? held.draft : null;
  } catch {
    // Storage is closed to this page, or holds something else: the form starts as the record is.
    return null;
  }
}

function keep<Draft>(key: string, start: Draft, draft: Draft): void {
  try {
    if (draft === start) sessionStorage.removeItem(KEPT + key);
    else sessionStorage.setItem(KEPT + key, JSON.stringify({ start: JSON.stringify(start), draft }));
  } catch {
    // Without storage a reload empties the form; nothing else depends on it.
  }
}

/** A form's content, kept in this window until it is saved or left on purpose. */
function useKeptDraft<Draft>(first: Draft): [Draft, (part: Partial<Draft>) => void, () => void] {
  const { pathname } = useLocation();
  const [start] = useState(first);
  const [draft, setDraft] = useState<Draft>(() => kept(pathname, start) ?? start);
  // An effect may still be waiting to run when the form is left: what was forgotten is not kept again.
  const left = useRef(false);
  useEffect(() => {
    if (!left.current) keep(pathname, start, draft);
  }, [pathname, start, draft]);
  const forget = (): void => {
    left.current = true;
    keep(pathname, start, start);
  };
  return [draft, (part) => setDraft((now) => ({ ...now, ...part })), forget];
}

export function RecordForm<Draft extends object>({
  title,
  back,
  start,
  problemsOf,
  save,
  note,
  children,
}: {
  title: string;
  back: Back;
  start: Draft;
  problemsOf: (draft: Draft) => Problems;
  /** Signs and sends what was filled in; it is called when nothing is wrong. */
  save: (device: Device, draft: Draft) => Promise<Outcome<{ id: string }, SaveFault>>;
  /** Said above the buttons. */
  note?: ReactNode;
  children: (parts: FormParts<Draft>) => ReactNode;
}) {
  const navigate = useNavigate();
  const [draft, set, forget] = useKeptDraft(start);
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const problems = problemsOf(draft);
  const wrong = Object.keys(problems).length;
  const errorOf = useProblemWords(tried ? problems : {});
  const onSave = async (): Promise<void> => {
    setTried(true);
    if (wrong > 0) return;
    const id = await send((device) => save(device, draft));
    if (!id) return;
    forget();
    void navigate(`${back.to}?done=${id}`);
  };
  return (
    <OfficePage title={title} back={back}>
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        {children({ draft, set, errorOf })}
        {note}
        <FormFoot
          wrong={tried ? wrong : 0}
          fault={fault}
          busy={busy}
          onSave={onSave}
          onLeave={forget}
          cancelTo={back.to}
        />
      </form>
    </OfficePage>
  );
}

/** The record that the address names, null for `new`; a page that says so when there is none. */
export function RecordPage<Found>({
  find,
  back,
  unknown,
  children,
}: {
  find: (id: string) => Found | undefined;
  back: Back;
  unknown: string;
  children: (found: Found | null) => ReactNode;
}) {
  const { id = 'new' } = useParams();
  const found = id === 'new' ? null : find(id);
  if (found === undefined) {
    return (
      <OfficePage title={back.label} back={back}>
        <p>{unknown}</p>
      </OfficePage>
    );
  }
  return <Fragment key={id}>{children(found)}</Fragment>;
}

/** Where the list is that a form belongs to. */
export function useBackTo(list: 'units' | 'people' | 'places' | 'catalogue'): Back {
  const { t } = useTranslation('office');
  return { to: `/office/${list}`, label: t(`${list}.title`) };
}

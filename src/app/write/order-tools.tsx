/** The small buttons beside one of several: move it, take it out; and how to put it back. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon, type IconName, Message } from '../ui/index.ts';

interface ToolProps {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onClick: (button: HTMLButtonElement) => void;
}

function Tool({ icon, label, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="photo-tool"
      aria-label={label}
      aria-disabled={disabled || undefined}
      title={label}
      onClick={(event) => disabled || onClick(event.currentTarget)}
    >
      <Icon name={icon} />
    </button>
  );
}

interface Props {
  index: number;
  count: number;
  labels: { earlier: string; later: string; remove: string };
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export function OrderTools({ index, count, labels, onMove, onRemove }: Props) {
  const { t } = useTranslation('write');
  const [moved, setMoved] = useState(false);
  const move = (by: -1 | 1, button: HTMLButtonElement): void => {
    onMove(by);
    setMoved(true);
    // Its row stands elsewhere now; whoever uses the keyboard goes on from the same button.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <div className="photo-tools">
      <span className="only-read" aria-live="polite">
        {moved && t('files.place', { n: index + 1, all: count })}
      </span>
      {count > 1 && (
        <>
          <Tool icon="up" label={labels.earlier} disabled={index === 0} onClick={(one) => move(-1, one)} />
          <Tool
            icon="down"
            label={labels.later}
            disabled={index === count - 1}
            onClick={(one) => move(1, one)}
          />
        </>
      )}
      <Tool icon="trash" label={labels.remove} onClick={onRemove} />
    </div>
  );
}

/** A list with two neighbours changed over. */
export function moved<Item>(items: Item[], index: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [one] = next.splice(index, 1);
  if (one) next.splice(index + by, 0, one);
  return next;
}

interface Removed<Item> {
  item: Item;
  index: number;
}

/** Takes out of a list, and can put back what was taken out last. */
export function useTakingOut<Item extends { hash: string }>(
  onChange: (change: (items: Item[]) => Item[]) => void,
) {
  const [removed, setRemoved] = useState<Removed<Item> | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const takeOut = (item: Item, index: number): void => {
    onChange((all) => all.filter((one) => one.hash !== item.hash));
    setRemoved({ item, index });
  };
  const putBack = (): void => {
    if (!removed) return;
    const { item, index } = removed;
    onChange((all) =>
      all.some((one) => one.hash === item.hash) ? all : [...all.slice(0, index), item, ...all.slice(index)],
    );
    setRemoved(null);
    list.current?.querySelector<HTMLElement>('input, button')?.focus();
  };
  return { list, removed: removed?.item ?? null, takeOut, putBack };
}

/** Says what was taken out, with the way back. */
export function TakenOut({ text, onBack }: { text: string; onBack: () => void }) {
  const { t } = useTranslation('write');
  return (
    <Message tone="plain" title={text} action={<Button onClick={onBack}>{t('files.putBack')}</Button>} />
  );
}

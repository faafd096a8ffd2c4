/** A part that opens with a button and closes when it is kept. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Message } from '../ui/index.ts';
import type { Deciding } from './use-decision.ts';

export function Foldout({
  title,
  hint,
  save,
  deciding,
  onSave,
  children,
}: {
  title: string;
  hint?: string;
  save: string;
  deciding: Deciding;
  /** False: something is missing, and marked. */
  onSave: () => Promise<boolean>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const { t } = useTranslation('review');
  const press = async (): Promise<void> => {
    if (await onSave()) setOpen(false);
  };
  if (!open) return <Button onClick={() => setOpen(true)}>{title}</Button>;
  return (
    <Card className="stack review-foldout">
      <h2>{title}</h2>
      {hint && <p className="second">{hint}</p>}
      {deciding.fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${deciding.fault}`)}
        </Message>
      )}
      {children}
      <div className="own-buttons">
        <Button onClick={() => setOpen(false)}>{t('one.cancel')}</Button>
        <Button kind="main" busy={deciding.busy} onClick={() => void press()}>
          {save}
        </Button>
      </div>
    </Card>
  );
}

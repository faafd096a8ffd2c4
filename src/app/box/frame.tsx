/**
 * The frame of the box: a title that says nothing to who looks at the window's name, and one way out that erases all.
 * It has no other ways out, so that nobody loses what he wrote by a wrong tap.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortBar } from '../kiosk/bar.tsx';
import { useTabletLayout } from '../board/frame.tsx';
import { ReadButton } from '../board/read-button.tsx';
import { Button, Confirm, useFormFactor } from '../ui/index.ts';
import { useHeading } from '../ui/screen.tsx';
import './box.css';

/** What would be lost by leaving; null: nothing. */
export type Loss = 'written' | 'note' | null;

export function BoxFrame({
  title,
  loss = null,
  onLeave,
  children,
}: {
  title: string;
  loss?: Loss;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('box');
  const tablet = useTabletLayout();
  useFormFactor(tablet ? 'tablet' : 'phone');
  const heading = useHeading(t('neutral'));
  const [asking, setAsking] = useState(false);
  return (
    <div className="box">
      <header className="box-head">
        <h1 className="box-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Button icon="cross" className="box-leave" onClick={() => (loss ? setAsking(true) : onLeave())}>
          {t('leave')}
        </Button>
      </header>
      <main className="box-body">
        {!tablet && <ReadButton />}
        {children}
      </main>
      {tablet && <ShortBar />}
      <Confirm
        open={asking}
        danger
        title={t('leaveAsk.title')}
        confirm={t('leaveAsk.go')}
        cancel={t('leaveAsk.stay')}
        onConfirm={onLeave}
        onCancel={() => setAsking(false)}
      >
        {loss && t(`leaveAsk.${loss}`)}
      </Confirm>
    </div>
  );
}

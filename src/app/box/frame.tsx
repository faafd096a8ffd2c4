/**
 * The frame of the box: a title that says nothing to who looks at the window's name, and one way out that erases all.
 * It has no other ways out, so that nobody loses what he wrote by a wrong tap.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LargerText, ReadAloud } from '../kiosk/bar.tsx';
import { useReader } from '../kiosk/reader.ts';
import { useTabletLayout } from '../board/frame.tsx';
import { Button, Confirm, useFormFactor } from '../ui/index.ts';
import { useHeading } from '../ui/screen.tsx';
import './box.css';

const NOTHING: string[] = [];

/** What would be lost by leaving; null: nothing. */
export type Loss = 'written' | 'note' | null;

export function BoxFrame({
  title,
  loss = null,
  onLeave,
  spoken = NOTHING,
  children,
}: {
  title: string;
  loss?: Loss;
  onLeave: () => void;
  /** What is read aloud on demand. */
  spoken?: string[];
  children: ReactNode;
}) {
  const { t } = useTranslation('box');
  const tablet = useTabletLayout();
  useFormFactor(tablet ? 'tablet' : 'phone');
  const heading = useHeading(t('neutral'));
  const reader = useReader(spoken);
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
      <main className="box-body">{children}</main>
      {tablet && (
        <footer className="bar-foot">
          <div className="bar box-bar">
            {spoken.length > 0 && <ReadAloud reader={reader} />}
            <LargerText />
          </div>
        </footer>
      )}
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

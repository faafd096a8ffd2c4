/** The frame of asking: where I am, and one way out that forgets what was typed. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortBar } from '../kiosk/bar.tsx';
import { useTabletLayout } from '../board/frame.tsx';
import { ReadButton } from '../board/read-button.tsx';
import { Button, Confirm, NetworkLine, useFormFactor } from '../ui/index.ts';
import { useHeading } from '../ui/screen.tsx';
import './ask.css';

export function AskFrame({
  title,
  loses = false,
  onLeave,
  children,
}: {
  title: string;
  /** Something typed, or a code, would be gone. */
  loses?: boolean;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ask');
  const tablet = useTabletLayout();
  useFormFactor(tablet ? 'tablet' : 'phone');
  const heading = useHeading(title);
  const [asking, setAsking] = useState(false);
  return (
    <div className="ask">
      <NetworkLine />
      <header className="ask-head">
        <h1 className="ask-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Button icon="cross" onClick={() => (loses ? setAsking(true) : onLeave())}>
          {t('leave')}
        </Button>
      </header>
      <main className="ask-body">
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
        {t('leaveAsk.text')}
      </Confirm>
    </div>
  );
}

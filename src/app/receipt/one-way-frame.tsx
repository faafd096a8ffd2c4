/**
 * The frame around what a resident writes for one desk alone: where he is, and one way out, which erases. There are no other
 * ways, so that nobody loses what he wrote by a wrong tap.
 */
import { type ReactNode, useState } from 'react';
import { useTabletLayout } from '../board/frame.tsx';
import { ReadButton } from '../board/read-button.tsx';
import { ShortBar } from '../kiosk/bar.tsx';
import { Button, Confirm, useFormFactor } from '../ui/index.ts';
import { useHeading } from '../ui/screen.tsx';
import './one-way-frame.css';

export interface OneWayFrameProps {
  title: string;
  /** Names the window: what it says can be seen by who comes next. */
  windowTitle: string;
  leave: string;
  /** What is asked before leaving, when something would be lost; null: nothing would. */
  asks: { title: string; text: string; go: string; stay: string } | null;
  /** For screens with parts side by side. */
  wide?: boolean;
  onLeave: () => void;
  /** Above the head, such as the line that says that there is no network. */
  above?: ReactNode;
  children: ReactNode;
}

export function OneWayFrame(props: OneWayFrameProps) {
  const { title, windowTitle, leave, asks, wide = false, onLeave, above, children } = props;
  const tablet = useTabletLayout();
  useFormFactor(tablet ? 'tablet' : 'phone');
  const heading = useHeading(windowTitle);
  const [asking, setAsking] = useState(false);
  return (
    <div className="one-way">
      {above}
      <header className="one-way-head">
        <h1 className="one-way-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Button icon="cross" className="one-way-leave" onClick={() => (asks ? setAsking(true) : onLeave())}>
          {leave}
        </Button>
      </header>
      <main className={wide ? 'one-way-body one-way-wide' : 'one-way-body'}>
        {!tablet && <ReadButton />}
        {children}
      </main>
      {tablet && <ShortBar />}
      {asks && (
        <Confirm
          open={asking}
          danger
          title={asks.title}
          confirm={asks.go}
          cancel={asks.stay}
          onConfirm={onLeave}
          onCancel={() => setAsking(false)}
        >
          {asks.text}
        </Confirm>
      )}
    </div>
  );
}

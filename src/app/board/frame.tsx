/** The two frames of the reading screens: the tablet on its stand (and any wide window), and the phone in a hand. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdentity } from '../ui/device-context.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { useFormFactor, useWide } from '../ui/form-factor.ts';
import { HelpLink, NetworkLine, Screen, Tabs, useHeading } from '../ui/screen.tsx';
import { KioskBar } from '../kiosk/bar.tsx';
import { MarksLater } from '../kiosk/marks-later.tsx';
import { useScreenReader } from '../kiosk/screen-reader.ts';
import { BoardHead } from './board-head.tsx';
import './frame.css';
import { ReadButton } from './read-button.tsx';
import { Warnings } from './warnings.tsx';

/** Whether the screen is laid out for the tablet. */
export function useTabletLayout(): boolean {
  const wide = useWide();
  return useIdentity()?.kind === 'tablet' || wide;
}

interface FrameProps {
  unit: string;
  title: string;
  /** Where 'back' leads; none on a board's own page, which has the red head. */
  back?: { to: string; label: string };
  aside?: ReactNode;
  children: ReactNode;
}

function PageHead({
  title,
  back,
  aside,
}: {
  title: string;
  back: { to: string; label: string };
  aside: ReactNode;
}) {
  const heading = useHeading(title);
  const kind = useIdentity()?.kind;
  return (
    <header className="page-head">
      <ButtonLink to={back.to} icon="back" className="page-back">
        {back.label}
      </ButtonLink>
      <h1 className="page-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="page-aside">{aside}</div>
      {kind && kind !== 'tablet' && <HelpLink />}
    </header>
  );
}

function TabletFrame({ unit, title, back, aside, children }: FrameProps) {
  useFormFactor('tablet');
  const identity = useIdentity();
  const reader = useScreenReader();
  const home = identity?.kind === 'tablet' ? identity.unit : unit;
  return (
    <div className="kiosk">
      {back ? <PageHead title={title} back={back} aside={aside} /> : <BoardHead unit={unit} title={title} />}
      <main className="kiosk-body">
        <Warnings />
        {children}
      </main>
      <KioskBar unit={home} reader={reader} />
      <MarksLater reader={reader} />
    </div>
  );
}

function PhoneBoard({ unit, title, children }: FrameProps) {
  useFormFactor('phone');
  return (
    <div className="screen">
      <NetworkLine />
      <BoardHead unit={unit} title={title} />
      <main className="screen-body">
        <ReadButton />
        <Warnings />
        {children}
      </main>
      <div className="screen-foot">
        <Tabs />
      </div>
    </div>
  );
}

function PhonePage({ title, back, aside, children }: FrameProps) {
  useFormFactor('phone');
  return (
    <Screen title={title} back={back?.to} aside={aside}>
      <ReadButton />
      <Warnings />
      {children}
    </Screen>
  );
}

export function BoardFrame(props: FrameProps) {
  const tablet = useTabletLayout();
  if (tablet) return <TabletFrame {...props} />;
  return props.back ? <PhonePage {...props} /> : <PhoneBoard {...props} />;
}

/** The words that lead back to a board. */
export function useBack(unit: string): { to: string; label: string } {
  const { t } = useTranslation('board');
  return { to: `/b/${unit}`, label: t('toBoard') };
}

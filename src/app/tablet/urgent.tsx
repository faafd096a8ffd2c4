/** Urgent notices take the screen until their time is over, without a network too; read aloud once an hour where the unit allows it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { unitOf } from '../board/people.ts';
import { Button } from '../ui/button.tsx';
import { useRegistry } from '../ui/device-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useReader } from '../kiosk/reader.ts';
import { sentencesOf } from '../kiosk/sentences.ts';
import { SLIDE_MS } from './show.tsx';
import { leadOf } from './lead.ts';
import { Slide, useContent } from './slide.tsx';

/** ms between two readings that nobody asked for. */
const READ_EVERY_MS = 3_600_000;
/** When each was read by itself, ms since the page was opened; it outlives the screen. */
const readAt = new Map<string, number>();

/** Reads by itself, once an hour for each notice. */
function useHourly(notice: LightNotice, ready: boolean, sound: boolean, start: () => void): void {
  const begin = useRef(start);
  useEffect(() => {
    begin.current = start;
  }, [start]);
  useEffect(() => {
    if (!sound || !ready) return;
    const read = (): void => {
      const last = readAt.get(notice.id);
      if (last !== undefined && performance.now() - last < READ_EVERY_MS) return;
      readAt.set(notice.id, performance.now());
      begin.current();
    };
    read();
    const timer = setInterval(read, 60_000);
    return () => clearInterval(timer);
  }, [notice.id, ready, sound]);
}

/** The notice, and what can be done with it. */
function One({
  unit,
  notice,
  sound,
  actions,
}: {
  unit: string;
  notice: LightNotice;
  sound: boolean;
  actions: ReactNode;
}) {
  const { t } = useTranslation('tablet');
  const when = useWhen();
  const content = useContent(unit, notice);
  const lead = content ? leadOf(content.sections, true) : '';
  const reader = useReader([notice.title, ...lead.split('\n').flatMap(sentencesOf)]);
  useHourly(notice, lead !== '', sound, reader.start);
  const reading = reader.state === 'reading';
  return (
    <>
      <div className="over-body">
        <Slide unit={unit} notice={notice}>
          <p className="urgent-until">
            <Icon name="clock" /> {t('urgent.until', { at: when.moment(notice.urgentUntil ?? '') })}
          </p>
        </Slide>
      </div>
      <footer className="over-foot">
        <Button icon={reading ? 'pause' : 'speaker'} onClick={reading ? reader.stop : reader.start}>
          {reading ? t('read.pause') : t('read.start')}
        </Button>
        {reader.state === 'no-voice' && <p className="urgent-silent">{t('read.noVoice')}</p>}
        <div className="over-actions">{actions}</div>
      </footer>
    </>
  );
}

export function Urgent({
  unit,
  notices,
  sound,
  onPutAway,
}: {
  unit: string;
  notices: LightNotice[];
  sound: boolean;
  onPutAway: () => void;
}) {
  const { t } = useTranslation('tablet');
  const registry = useRegistry();
  const navigate = useNavigate();
  const [turn, setTurn] = useState(0);
  const several = notices.length > 1;
  useEffect(() => {
    if (!several) return;
    const timer = setInterval(() => setTurn((now) => now + 1), SLIDE_MS * 2);
    return () => clearInterval(timer);
  }, [several]);
  const notice = notices[turn % Math.max(1, notices.length)];
  if (!notice) return null;
  const open = (): void => {
    onPutAway();
    void navigate(`/b/${unit}/n/${notice.id}`);
  };
  return (
    <section className="over urgent" role="alertdialog" aria-modal="true" aria-label={t('urgent.label')}>
      <header className="over-head urgent-head">
        <p className="over-name serif">
          <Icon name="warning" /> {t('level.urgent')}
        </p>
        <p>
          {unitOf(registry, unit)?.name}
          {several && ` · ${t('show.place', { at: (turn % notices.length) + 1, of: notices.length })}`}
        </p>
      </header>
      <One
        key={notice.id}
        unit={unit}
        notice={notice}
        sound={sound}
        actions={
          <>
            <Button onClick={open}>{t('urgent.open')}</Button>
            <Button kind="main" onClick={onPutAway}>
              {t('urgent.putAway')}
            </Button>
          </>
        }
      />
    </section>
  );
}

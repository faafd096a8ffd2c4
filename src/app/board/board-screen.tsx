/** A unit's board: what is new, what there is by subject, who answers for it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import { useReader } from '../kiosk/reader.ts';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useWide } from '../ui/form-factor.ts';
import { setContrast, useContrast } from '../ui/settings.ts';
import { useBoard, useBoardTime, useFollow } from './board-data.ts';
import './board-screen.css';
import { BoxLink } from './box-link.tsx';
import { Categories } from './categories.tsx';
import { DueBlock, useSilenceSentences } from './due-block.tsx';
import { useSilence } from './due-data.ts';
import { MineLine } from './mine-line.tsx';
import { FollowVillage } from './follow-village.tsx';
import { BoardFrame, useTabletLayout } from './frame.tsx';
import { Joined, OwnLinks } from './own-links.tsx';
import { unitOf } from './people.ts';
import { Responsible } from './responsible.tsx';
import { pinned } from '../../domain/board/standing.ts';
import { NoticeList, usePaging } from './notice-list.tsx';

/** The name on a board: a village's affairs, or the government's. */
export function useBoardTitle(unit: Unit | null): string {
  const { t } = useTranslation('board');
  if (!unit) return t('title');
  return t(unit.kind === 'village' ? 'titleVillage' : 'titleOffice', { name: unit.name });
}

function Side({ unit, due }: { unit: Unit | null; due: ReactNode }) {
  const { t } = useTranslation('board');
  const contrast = useContrast();
  const identity = useIdentity();
  return (
    <div className="board-side">
      <OwnLinks />
      <MineLine />
      {due}
      <Categories unit={unit} />
      <Responsible unit={unit} />
      <ButtonLink to="/ask" icon="message">
        {t('ask')}
      </ButtonLink>
      <BoxLink />
      {identity === null && (
        <ButtonLink to="/me" icon="me">
          {t('settings')}
        </ButtonLink>
      )}
      {unit && (
        <ButtonLink icon="print" to={`/b/${unit.id}/paper`}>
          {t('print.board')}
        </ButtonLink>
      )}
      <Button onClick={() => setContrast(contrast === 'high' ? 'normal' : 'high')}>
        {t(contrast === 'high' ? 'contrast.normal' : 'contrast.high')}
      </Button>
    </div>
  );
}

function NoSuchUnit() {
  const { t } = useTranslation('board');
  return (
    <Empty title={t('noUnit.title')} action={<ButtonLink to="/units">{t('allBoards')}</ButtonLink>}>
      {t('noUnit.text')}
    </Empty>
  );
}

const TITLES_READ = 8;

export function BoardView({ unit }: { unit: string }) {
  const registry = useRegistry();
  const tablet = useTabletLayout();
  const wide = useWide();
  // On a tablet that stands upright the side comes after the list, and silence would not be seen.
  const beside = tablet && wide;
  const { pages, more } = usePaging();
  const held = useBoard(unit, pages);
  const time = useBoardTime();
  const board = held && { ...held, notices: pinned(held.notices, time, held.running) };
  const own = unitOf(registry, unit);
  const title = useBoardTitle(own);
  const titles = (board?.notices ?? []).slice(0, TITLES_READ).map((one) => one.title);
  const silence = useSilence(unit);
  const reader = useReader([...titles, ...useSilenceSentences(silence)]);
  const joined = (useLocation().state as { joined?: boolean } | null)?.joined === true;
  useFollow(unit);
  if (registry === undefined || board === undefined) return <Splash />;
  if (registry && !own) {
    return (
      <BoardFrame unit={unit} title={title}>
        <NoSuchUnit />
      </BoardFrame>
    );
  }
  const reading = reader.state === 'reading' ? reader.index : null;
  const due = <DueBlock silence={silence} reading={reading === null ? null : reading - titles.length} />;
  const list = (
    <NoticeList
      unit={unit}
      board={board}
      registry={registry}
      photos={tablet}
      reading={reading}
      onMore={more}
    />
  );
  return (
    <BoardFrame unit={unit} title={title} reader={reader}>
      {joined && <Joined />}
      <div className="board">
        <div className="board-main">
          {!tablet && <MineLine />}
          {!tablet && <Categories unit={own} />}
          {!beside && due}
          {list}
        </div>
        {tablet ? (
          <Side unit={own} due={beside && due} />
        ) : (
          <div className="board-side">
            <Responsible unit={own} />
            <PhoneLinks unit={unit} />
          </div>
        )}
      </div>
    </BoardFrame>
  );
}

function PhoneLinks({ unit }: { unit: string }) {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  return (
    <div className="board-links">
      <ButtonLink to="/ask" icon="message">
        {t('ask')}
      </ButtonLink>
      <BoxLink />
      {identity === null && <FollowVillage unit={unit} />}
      <ButtonLink to={`/b/${unit}/find`} icon="search">
        {t('find.title')}
      </ButtonLink>
      <ButtonLink to="/units" icon="village">
        {t('allBoards')}
      </ButtonLink>
      {identity ? (
        <ButtonLink to={`/b/${unit}/paper`} icon="print">
          {t('print.board')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/me" icon="me">
          {t('settings')}
        </ButtonLink>
      )}
    </div>
  );
}

/** `/b/:unit` */
export function BoardScreen() {
  const { unit } = useParams();
  return unit ? <BoardView key={unit} unit={unit} /> : <Navigate to="/" replace />;
}

/** A unit's board: what is new, what there is by subject, who answers for it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import { UnitTalkLater } from '../talk/later.tsx';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useWide } from '../ui/form-factor.ts';
import { setContrast, useContrast } from '../ui/settings.ts';
import type { BoxFigures } from '../../sync/client/box-figures.ts';
import { useFollow } from './board-data.ts';
import { useBoardParts } from './board-parts.ts';
import './board-screen.css';
import { BoxLink } from './box-link.tsx';
import { BroughtBlock } from './brought.tsx';
import { Categories } from './categories.tsx';
import { useDueRules } from './due-later.ts';
import { useLater } from './kinds-later.ts';
import { MineLine } from './mine-line.tsx';
import { FollowVillage } from './follow-village.tsx';
import { publishedHere } from '../../domain/board/board.ts';
import { BoardFrame, useTabletLayout } from './frame.tsx';
import { Joined, OwnLinks } from './own-links.tsx';
import { unitOf } from './people.ts';
import { Responsible } from './responsible.tsx';
import { NoticeList, usePaging } from './notice-list.tsx';

/** The name on a board: a village's affairs, or the government's. */
export function useBoardTitle(unit: Unit | null): string {
  const { t } = useTranslation('board');
  if (!unit) return t('title');
  return t(unit.kind === 'village' ? 'titleVillage' : 'titleOffice', { name: unit.name });
}

function AskLink() {
  const { t } = useTranslation('board');
  return (
    <ButtonLink to="/ask" icon="message">
      {t('ask')}
    </ButtonLink>
  );
}

function PastLink({ unit }: { unit: string }) {
  const { t } = useTranslation('board');
  return (
    <ButtonLink to={`/b/${unit}/day`} icon="calendar">
      {t('past.board')}
    </ButtonLink>
  );
}

interface SideProps {
  unit: Unit | null;
  /** What an upright tablet shows above its list instead. */
  above: ReactNode;
  figures: BoxFigures | null;
}

/** What grows by itself comes last: nothing else may move. */
function Side({ unit, above, figures }: SideProps) {
  const { t } = useTranslation('board');
  const kiosk = useTranslation('kiosk').t;
  const contrast = useContrast();
  const identity = useIdentity();
  return (
    <div className="board-side">
      <OwnLinks />
      <MineLine />
      {above}
      <BoxLink figures={figures} />
      <Responsible unit={unit} />
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
      {unit && identity === null && <FollowVillage unit={unit.id} />}
      {unit && <PastLink unit={unit.id} />}
      {identity?.kind === 'tablet' && (
        <ButtonLink kind="quiet" to="/tablet" icon="tablet">
          {kiosk('settings')}
        </ButtonLink>
      )}
      <Button onClick={() => setContrast(contrast === 'high' ? 'normal' : 'high')}>
        {t(contrast === 'high' ? 'contrast.normal' : 'contrast.high')}
      </Button>
      {unit && <UnitTalkLater unit={unit.id} />}
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

export function BoardView({ unit }: { unit: string }) {
  const registry = useRegistry();
  const tablet = useTabletLayout();
  const wide = useWide();
  // On a tablet that stands upright the side comes after the list: silence and the subjects would not be seen.
  const beside = tablet && wide;
  const { pages, more } = usePaging();
  const parts = useBoardParts(unit, pages);
  const rules = useDueRules();
  const later = useLater();
  const own = unitOf(registry, unit);
  const title = useBoardTitle(own);
  const joined = (useLocation().state as { joined?: boolean } | null)?.joined === true;
  useFollow(unit);
  if (registry === undefined || parts === undefined) return <Splash />;
  if (registry && !own) {
    return (
      <BoardFrame unit={unit} title={title}>
        <NoSuchUnit />
      </BoardFrame>
    );
  }
  const { board, figures } = parts;
  const due = rules && <rules.DueBlock silence={parts.silence} />;
  const subjects = <Categories unit={own} />;
  const above = beside ? (
    <>
      {due}
      {subjects}
    </>
  ) : null;
  return (
    <BoardFrame unit={unit} title={title}>
      {joined && <Joined />}
      <div className="board">
        <div className="board-main">
          {!tablet && <MineLine />}
          {!tablet && subjects}
          {!beside && due}
          {tablet && !beside && subjects}
          <BroughtBlock brought={parts.brought} />
          {later && <later.InPublicity unit={unit} found={parts.inPublicity} />}
          <NoticeList
            unit={unit}
            board={{ ...board, notices: publishedHere(board.notices) }}
            registry={registry}
            photos={tablet}
            late={parts.late}
            door={tablet && <AskLink />}
            onMore={more}
          />
        </div>
        {tablet ? (
          <Side unit={own} above={above} figures={figures} />
        ) : (
          <div className="board-side">
            <Responsible unit={own} />
            <PhoneLinks unit={unit} figures={figures} />
            <UnitTalkLater unit={unit} />
          </div>
        )}
      </div>
    </BoardFrame>
  );
}

function PhoneLinks({ unit, figures }: { unit: string; figures: BoxFigures | null }) {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  return (
    <div className="board-links">
      <AskLink />
      <BoxLink figures={figures} />
      {identity === null && <FollowVillage unit={unit} />}
      <ButtonLink to={`/b/${unit}/find`} icon="search">
        {t('find.title')}
      </ButtonLink>
      <ButtonLink to="/units" icon="village">
        {t('allBoards')}
      </ButtonLink>
      <PastLink unit={unit} />
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

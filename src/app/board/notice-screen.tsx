/** One notice: its text, who answers for it, what was checked, what became of it. */
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { balances } from '../../domain/kind/listed.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { ownTables } from '../../domain/search/own-row.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { isOnBehalf } from '../../domain/registry/rights.ts';
import type { NoticeDetails } from '../../sync/client/device.ts';
import { ComparedLater, CourseLater, SettleLater, StepsLater } from '../follow/later.tsx';
import { NoticeTalkLater } from '../talk/later.tsx';
import { useContact, useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty, Message } from '../ui/surfaces.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { useBoardTime, useDetails, useFollow, useNeighbours } from './board-data.ts';
import { useLateMarks } from './due-data.ts';
import { Attachments } from './attachments.tsx';
import { BoardFrame, useBack, useTabletLayout } from './frame.tsx';
import { History } from './history.tsx';
import { useNoticeBlocks } from './notice-body.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { NoticeMarks } from './notice-row.tsx';
import './notice-screen.css';
import { NoticeText } from './notice-text.tsx';
import { OwnActions } from './own-actions.tsx';
import { unitOf } from './people.ts';
import { Photos } from './photos.tsx';
import { Proof, TakeHome } from './proof.tsx';
import { PublicityCard } from './publicity-card.tsx';
import { ClosingMark } from './row-marks.tsx';
import { Writers } from './writers.tsx';
import { isUrgent } from '../../domain/board/standing.ts';

interface Shown {
  unit: string;
  details: NoticeDetails;
  registry: Registry | null | undefined;
}

/** Names the window, and with it the entry in the browser's history, after the notice. */
function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Neighbours({ unit, details }: Shown) {
  const { t } = useTranslation('board');
  const neighbours = useNeighbours(unit, details.notice.id, details.number);
  const to = (id: string): string => `/b/${unit}/n/${id}`;
  if (!neighbours) return null;
  return (
    <nav className="neighbours" aria-label={t('neighbours.label')}>
      {neighbours.newer ? (
        <ButtonLink to={to(neighbours.newer)} replace icon="up">
          {t('neighbours.newer')}
        </ButtonLink>
      ) : (
        <p className="neighbours-end">{t('neighbours.newest')}</p>
      )}
      {neighbours.older ? (
        <ButtonLink to={to(neighbours.older)} replace icon="down">
          {t('neighbours.older')}
        </ButtonLink>
      ) : (
        <p className="neighbours-end">{t('neighbours.oldest')}</p>
      )}
    </nav>
  );
}

function Withdrawn({ details }: { details: NoticeDetails }) {
  const { t } = useTranslation('board');
  const { withdrawal } = details.notice;
  if (!withdrawal) return null;
  return (
    <Message tone="red" title={t('withdrawn.title')}>
      {t('withdrawnLine', { reason: withdrawal.reason })}
    </Message>
  );
}

function NoticeView({ unit, details, registry }: Shown) {
  const { t } = useTranslation('board');
  const tablet = useTabletLayout();
  const back = useBack(unit);
  const { notice } = details;
  const { content, author } = currentRevision(notice);
  const time = useBoardTime();
  const urgentUntil = currentRevision(notice).outward.urgent?.until ?? null;
  const text = useNoticeBlocks(content);
  useWindowTitle(content.title);
  const shown = { unit, details, registry };
  const late = useLateMarks(unit).get(notice.id);
  const first = notice.revisions[0].author;
  const onBehalf = registry ? isOnBehalf(registry, unit, first) || isOnBehalf(registry, unit, author) : false;
  const side: ReactNode = (
    <div className="notice-side">
      <PublicityCard unit={unit} notice={notice} />
      {!notice.withdrawal && <ComparedLater unit={unit} id={notice.id} content={content} />}
      {!notice.withdrawal && <CourseLater unit={unit} id={notice.id} fields={content.fields} />}
      <Proof unit={unit} details={details} registry={registry} />
      <StepsLater unit={unit} notice={notice} registry={registry} />
      <OwnActions unit={unit} notice={notice} registry={registry} />
      {tablet && <TakeHome unit={unit} details={details} />}
      {tablet && <Neighbours {...shown} />}
    </div>
  );
  return (
    <BoardFrame unit={unit} title={unitOf(registry, unit)?.name ?? t('title')} back={back}>
      <div className="notice">
        <article className="notice-main">
          <h2 className="notice-title">{content.title}</h2>
          <NoticeMarks
            corrections={notice.revisions.length - 1}
            withdrawn={notice.withdrawal !== null}
            conflict={notice.conflict}
            onBehalf={onBehalf}
            balance={balances(content.kind, content.fields)}
            urgent={isUrgent({ urgentUntil, withdrawn: notice.withdrawal }, time)}
            late={late}
            broughtIn={notice.broughtIn?.day}
          >
            <ClosingMark notice={notice} registry={registry} />
          </NoticeMarks>
          <NoticeFacts
            unit={unitOf(registry, unit)?.name ?? unit}
            published={notice.revisions[0].acceptedAt}
            officer={content.officer}
            entry={content.entry.name}
            isOld={notice.broughtIn !== undefined}
          />
          {notice.broughtIn && (
            <Message tone="amber" title={t('broughtIn', { source: notice.broughtIn.source })} />
          )}
          <Writers notice={notice} registry={registry} />
          <SettleLater unit={unit} notice={notice} registry={registry} />
          {notice.withdrawal ? (
            <Withdrawn details={details} />
          ) : (
            <>
              {ownTables(content.fields).length > 0 && (
                <ButtonLink to={`/b/${unit}/n/${notice.id}/me`} icon="person" className="find-me">
                  {t('findMe')}
                </ButtonLink>
              )}
              <NoticeText id="text" text={text} />
              <Photos photos={content.photos} />
              <Attachments files={content.attachments} at={`/b/${unit}/n/${notice.id}`} />
            </>
          )}
          <History notice={notice} registry={registry} />
          <ButtonLink to={`/b/${unit}/n/${notice.id}/day`} icon="calendar">
            {t('past.notice')}
          </ButtonLink>
          {!notice.withdrawal && <NoticeTalkLater unit={unit} notice={notice.id} registry={registry} />}
        </article>
        {side}
      </div>
    </BoardFrame>
  );
}

function NotHere({ unit }: { unit: string }) {
  const { t } = useTranslation('board');
  const contact = useContact();
  const back = useBack(unit);
  const known = contact?.state === 'connected';
  return (
    <BoardFrame unit={unit} title={t('title')} back={back}>
      <Empty
        title={known ? t('noNotice.title') : t('notHere.title')}
        icon={known ? 'search' : 'no-network'}
        action={<ButtonLink to={back.to}>{back.label}</ButtonLink>}
      >
        {known ? t('noNotice.text') : t('notHere.text')}
      </Empty>
    </BoardFrame>
  );
}

function NoticeLoader({ unit, notice }: { unit: string; notice: string }) {
  const details = useDetails(unit, notice);
  const registry = useRegistry();
  useFollow(unit);
  if (details === undefined || registry === undefined) return <Splash />;
  return details === null ? (
    <NotHere unit={unit} />
  ) : (
    <NoticeView unit={unit} details={details} registry={registry} />
  );
}

/** `/b/:unit/n/:notice` */
export function NoticeScreen() {
  const { unit, notice } = useParams();
  if (!unit || !notice) return <Navigate to="/" replace />;
  return <NoticeLoader key={`${unit}/${notice}`} unit={unit} notice={notice} />;
}

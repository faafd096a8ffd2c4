/** `/b/:unit/n/:notice/day`: a notice as it was at the end of a day, and what is different now. */
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import { daysOf } from '../../domain/timeline/as-of.ts';
import { useDetails, useFollow } from '../board/board-data.ts';
import { BoardFrame } from '../board/frame.tsx';
import { NoticeBody } from '../board/notice-body.tsx';
import { useDevice } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Card, Empty, Message } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { DayPicker, useDay } from './day-picker.tsx';
import { usePast } from './use-past.ts';

const Changes = lazy(() => import('../board/changes.tsx'));

const changesOf = ({ revisions, withdrawal }: Notice): string[] => [
  ...revisions.map(({ acceptedAt }) => acceptedAt),
  ...(withdrawal ? [withdrawal.acceptedAt] : []),
];

function PastNotice({ past, now }: { past: Notice; now: Notice }) {
  const { t } = useTranslation('timeline');
  const when = useWhen();
  const [old, current] = [currentRevision(past), currentRevision(now)];
  const later = now.withdrawal && !past.withdrawal ? now.withdrawal : null;
  return (
    <>
      <p className="second">{t('version', { n: past.revisions.length, all: now.revisions.length })}</p>
      {past.withdrawal && (
        <Message tone="red" title={t('thenWithdrawn', { reason: past.withdrawal.reason })} />
      )}
      <h2 className="notice-title">{old.content.title}</h2>
      <p className="second">{t('officer', { officer: old.content.officer })}</p>
      {!past.withdrawal && !now.withdrawal && <NoticeBody id="past" content={old.content} />}
      <Card className="stack-tight">
        <h2>{t('diff')}</h2>
        {later && <p>{t('nowWithdrawn', { day: when.fullDay(later.acceptedAt), reason: later.reason })}</p>}
        {old.id === current.id ? (
          !later && <p>{t('same')}</p>
        ) : (
          <Suspense fallback={null}>
            <Changes before={old.content} after={current.content} />
          </Suspense>
        )}
      </Card>
    </>
  );
}

export function NoticeDayScreen({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('timeline');
  const { day, choose } = useDay();
  const when = useWhen();
  const details = useDetails(unit, notice);
  const device = useDevice();
  const read = useCallback(() => device.noticeAsOf(unit, notice, day), [device, unit, notice, day]);
  const past = usePast(read, details ? changesOf(details.notice).length : 0);
  useFollow(unit);
  const back = { to: `/b/${unit}/n/${notice}`, label: t('notice.back') };
  if (details === undefined || past === undefined) return <Splash label={t('reading')} />;
  return (
    <BoardFrame unit={unit} title={t('notice.title')} back={back}>
      <div className="stack">
        {details === null ? (
          <Empty title={t('none.title')}>{t('none.text')}</Empty>
        ) : (
          <>
            <DayPicker day={day} days={daysOf(changesOf(details.notice))} onDay={choose} />
            {past ? (
              <PastNotice past={past} now={details.notice} />
            ) : (
              <Empty title={t('notYet.title')}>
                {t('notYet.text', { day: when.fullDay(details.notice.revisions[0].acceptedAt) })}
              </Empty>
            )}
          </>
        )}
      </div>
    </BoardFrame>
  );
}

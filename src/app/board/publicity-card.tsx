/**
 * The publicity period of a notice: how many days are left, each day with its gaps, and after the end what was said against
 * it and what came of it. It begins with the first sheet on a wall, or with the first tablet that showed it.
 */
import { useTranslation } from 'react-i18next';
import { recordOf, ruleOf } from '../../domain/board/standing.ts';
import { currentRevision, type Notice, type PublicityResult } from '../../domain/notice/notice.ts';
import type { Publicity } from '../../domain/publicity/publicity.ts';
import type { Instant } from '../../domain/time.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useIdentity } from '../ui/device-context.tsx';
import { Card, Mark } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useBoardTime } from './board-data.ts';
import { useDisplays } from './display-data.ts';
import { useLater } from './kinds-later.ts';
import { minutesLost, PublicityDays } from './publicity-days.tsx';

const HOUR = 60;

/** The period as it stands now. Null: there is none, or the calendar is not loaded yet. */
export function usePublicity(unit: string, notice: Notice): Publicity | null {
  const later = useLater();
  const time = useBoardTime();
  const displays = useDisplays(unit, notice.revisions[0].acceptedAt);
  const { publicity } = currentRevision(notice).outward;
  if (!publicity || !later || notice.withdrawal) return null;
  const at = new Date(time).toISOString() as Instant;
  return later.publicityAt(ruleOf(publicity), recordOf(notice, displays, time), at);
}

function Result({ result, early }: { result: PublicityResult; early: boolean }) {
  const { t } = useTranslation('board');
  const { objections, upheld } = result;
  return (
    <>
      <p>{t('publicity.objections', { count: objections, upheld })}</p>
      <p className="publicity-result">{result.result}</p>
      {early && <p className="second">{t('publicity.early')}</p>}
    </>
  );
}

/** How long it could be read nowhere, in hours or minutes; nothing when it always could. */
function Lost({ minutes }: { minutes: number }) {
  const { t } = useTranslation('board');
  if (minutes === 0) return null;
  return minutes < HOUR ? (
    <p>{t('publicity.lostMinutes', { count: Math.round(minutes) })}</p>
  ) : (
    <p>{t('publicity.lostHours', { count: Math.round(minutes / HOUR) })}</p>
  );
}

/** The way to object, for residents: whoever works for the unit has the counter's screen. */
function ObjectLink({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  if (identity === undefined || (identity && identity.kind !== 'tablet')) return null;
  return (
    <ButtonLink icon="letter" to={`/b/${unit}/n/${notice}/object`}>
      {t('publicity.object')}
    </ButtonLink>
  );
}

export function PublicityCard({ unit, notice }: { unit: string; notice: Notice }) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const period = usePublicity(unit, notice);
  const { publicity } = currentRevision(notice).outward;
  if (!publicity || !period) return null;
  const { state, days, daysLeft, lastDay, firstDay, down, provisional, resultEarly } = period;
  const result = notice.publicityResult;
  return (
    <Card className="publicity">
      <Mark tone={state === 'result-published' ? 'green' : 'amber'}>
        {t(`publicity.${state}`, { count: daysLeft })}
      </Mark>
      {state === 'not-up' && <p>{t('publicity.begins', { count: publicity.days })}</p>}
      {lastDay && state === 'running' && <p>{t('publicity.until', { day: when.fullDay(lastDay) })}</p>}
      {firstDay && lastDay && state === 'ended' && (
        <p>{t('publicity.was', { first: when.day(firstDay), last: when.day(lastDay) })}</p>
      )}
      {down && <p className="strong">{t('publicity.down')}</p>}
      <Lost minutes={minutesLost(days)} />
      {provisional && <p>{t('publicity.provisional')}</p>}
      {result && <Result result={result} early={resultEarly} />}
      {days.length > 0 && <PublicityDays days={days} />}
      {!result && (state === 'running' || state === 'ended') && <ObjectLink unit={unit} notice={notice.id} />}
    </Card>
  );
}

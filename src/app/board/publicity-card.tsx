/** The publicity period of a notice: how many days are left, and each counted day. It begins with the first sheet. */
import { useTranslation } from 'react-i18next';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import type { Instant } from '../../domain/time.ts';
import { Card, Mark } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useBoardTime } from './board-data.ts';
import { useLater } from './kinds-later.ts';
import { recordOf, ruleOf } from '../../domain/board/standing.ts';

export function PublicityCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const later = useLater();
  const time = useBoardTime();
  const { publicity } = currentRevision(notice).outward;
  if (!publicity || !later || notice.withdrawal) return null;
  const result = notice.publicityResult;
  const record = recordOf(notice.outings, result?.acceptedAt ?? null);
  const at = new Date(time).toISOString() as Instant;
  const { state, days, daysLeft, lastDay, down, provisional } = later.publicityAt(
    ruleOf(publicity),
    record,
    at,
  );
  const counted = days.filter((day) => day.number !== null);
  return (
    <Card className="publicity">
      <Mark tone={state === 'result-published' ? 'green' : 'amber'}>
        {t(`publicity.${state}`, { count: daysLeft })}
      </Mark>
      {state === 'not-up' && <p>{t('publicity.begins', { count: publicity.days })}</p>}
      {lastDay && state === 'running' && <p>{t('publicity.until', { day: when.fullDay(lastDay) })}</p>}
      {down && <p>{t('publicity.down')}</p>}
      {provisional && <p>{t('publicity.provisional')}</p>}
      {counted.length > 0 && (
        <ol className="publicity-days" aria-label={t('publicity.days')}>
          {counted.map(({ date }) => (
            <li key={date}>{when.day(date)}</li>
          ))}
        </ol>
      )}
      {result && <p>{result.result}</p>}
    </Card>
  );
}

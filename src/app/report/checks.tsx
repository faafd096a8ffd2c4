/** What must be settled before the report goes out, in plain words. */
import { useTranslation } from 'react-i18next';
import { reportProblems } from '../../domain/report/annual.ts';
import type { Report } from '../../domain/report/model.ts';
import { Message } from '../ui/index.ts';
import type { Editing } from './edits.ts';
import { placeName } from './report-view.tsx';
import type { Read } from './use-report.ts';

/** Everything that is open; empty: the report can go out. */
export function useOpenPoints(report: Report, { edits }: Editing, read: Read, thisYear: number): string[] {
  const { t } = useTranslation('report');
  const nameOf = (place: string): string => {
    for (const part of report.parts)
      for (const block of part.blocks) if (block.id === place) return placeName(part, block);
    return place;
  };
  const own = reportProblems(report, edits).map((problem) =>
    t(`check.${problem.code}`, { ...problem, place: nameOf(problem.place) }),
  );
  return [
    ...own,
    ...(read.notHere.length > 0 ? [t('check.notHere', { units: read.notHere.join('、') })] : []),
    ...(read.waiting > 0 ? [t('check.waiting', { n: read.waiting })] : []),
    ...(report.year >= thisYear ? [t('check.notOver', { year: report.year })] : []),
  ];
}

export function Checks({ points }: { points: string[] }) {
  const { t } = useTranslation('report');
  if (points.length === 0) return <Message tone="green" title={t('check.good')} />;
  return (
    <Message tone="amber" title={t('check.open', { n: points.length })}>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Message>
  );
}

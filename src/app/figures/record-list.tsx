/** The records behind a figure, each a way to the thing itself. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  Counted,
  FigureId,
  NoticeRecord,
  PairRecord,
  PlaceRecord,
} from '../../domain/counting/figures.ts';
import { Mark } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

interface Line {
  key: string;
  day: string | null;
  unit: string;
  title: string;
  to: string;
  /** Form, or kind of place. */
  note: string;
  withdrawn: boolean;
  nothing: boolean;
}

const noon = (day: string): string => `${day}T12:00:00+08:00`;
const newestFirst = (a: NoticeRecord, b: NoticeRecord): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : 0;

/** The lines of a figure's list, as many as the figure says. */
export function useLines(nameOf: (unit: string) => string) {
  const { t } = useTranslation('figures');
  const noticeLine = ({ unit, notice, day }: NoticeRecord): Line => ({
    key: `${unit}/${notice.id}`,
    day,
    unit: nameOf(unit),
    title: notice.title,
    to: `/b/${unit}/n/${notice.id}`,
    note: notice.entryName,
    withdrawn: notice.withdrawn !== null,
    nothing: notice.kind === 'nothing',
  });
  const pairLine = (pair: PairRecord): Line => ({
    ...noticeLine(pair),
    key: `${pair.unit}/${pair.notice.id}/${pair.form}`,
    to: `/b/${pair.unit}/n/${pair.notice.id}/out`,
    note:
      pair.outings.length > 1
        ? t('times', { form: t(`form.${pair.form}`), n: pair.outings.length })
        : t(`form.${pair.form}`),
  });
  const placeLine = ({ unit, place }: PlaceRecord): Line => ({
    key: `${unit}/${place.id}`,
    day: null,
    unit: nameOf(unit),
    title: place.name,
    to: `/office/places/${place.id}`,
    note: place.where,
    withdrawn: false,
    nothing: false,
  });
  return (counted: Omit<Counted, 'unit'>, figure: FigureId): Line[] => {
    if (figure === 'other') return [...counted.other].sort(newestFirst).map(pairLine);
    if (figure === 'boards' || figure === 'walls') return counted[figure].map(placeLine);
    return [...counted[figure]].sort(newestFirst).map(noticeLine);
  };
}

export function RecordList({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('figures');
  const when = useWhen();
  if (lines.length === 0) return <p>{t('list.none')}</p>;
  return (
    <ol className="figures-list">
      {lines.map((line) => (
        <li key={line.key}>
          <span className="figures-list-day figures">{line.day && when.fullDay(noon(line.day))}</span>
          <span className="figures-list-text">
            <Link to={line.to}>{line.title}</Link>
            <span className="second">{[line.unit, line.note].filter(Boolean).join(' · ')}</span>
          </span>
          {line.withdrawn && <Mark tone="red">{t('list.withdrawn')}</Mark>}
          {line.nothing && <Mark tone="plain">{t('list.nothing')}</Mark>}
        </li>
      ))}
    </ol>
  );
}

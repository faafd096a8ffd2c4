/** The board as a list for paper. Pure. */
import type { TFunction } from 'i18next';
import { type LightNotice, publishedHere } from '../../domain/board/board.ts';
import { lightRecordOf, ruleOf } from '../../domain/board/standing.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import { noticeCode, spacedCode } from '../../domain/notice/code.ts';
import { publicityAt } from '../../domain/publicity/publicity.ts';
import type { Instant } from '../../domain/time.ts';
import type { Part, Table } from './parts.ts';
import { tableParts } from './parts.ts';

export interface BoardGroup {
  name: string;
  notices: LightNotice[];
}

export interface Shown {
  t: TFunction<'paper'>;
  day: (moment: string) => string;
  /** ms since 1970. */
  now: number;
  /** What is known of the unit's tablets. */
  displays: DisplayedDay[];
}

const isPinned = (notice: LightNotice, now: number): boolean =>
  notice.urgentUntil !== null && Date.parse(notice.urgentUntil) > now;

/** Whether its publicity period runs, or has not begun: such a notice stays however old it is. */
const isInPublicity = (notice: LightNotice): boolean => notice.publicity !== null && !notice.publicityClosed;

/** What is on the board, and was published since then or still runs. @param since ms since 1970. */
export const onBoardSince = (notices: LightNotice[], since: number, now: number): LightNotice[] =>
  publishedHere(notices).filter(
    (one) =>
      one.withdrawn === null &&
      (Date.parse(one.acceptedAt) >= since || isPinned(one, now) || isInPublicity(one)),
  );

function publicityOf(notice: LightNotice, { t, now, displays }: Shown): string[] {
  if (notice.publicity === null) return [];
  const at = new Date(now).toISOString() as Instant;
  const { state, daysLeft } = publicityAt(ruleOf(notice.publicity), lightRecordOf(notice, displays, now), at);
  return [t(`board.publicity.${state}`, { count: daysLeft })];
}

function marksOf(notice: LightNotice, shown: Shown): string {
  const { t, now } = shown;
  return [
    ...(isPinned(notice, now) ? [t('board.urgent')] : []),
    ...publicityOf(notice, shown),
    ...(notice.corrections > 0 ? [t('board.corrected')] : []),
  ].join(t('board.comma'));
}

function tableOf(group: BoardGroup, shown: Shown): Table {
  const { t } = shown;
  const column = (id: string, name: string) => ({ id, name, align: 'start' as const, isKey: id === 'title' });
  return {
    type: 'table',
    field: 'board',
    name: group.name,
    columns: [
      column('day', t('board.columns.day')),
      column('title', t('board.columns.title')),
      column('officer', t('board.columns.officer')),
      column('mark', t('board.columns.mark')),
      column('code', t('board.columns.code')),
    ],
    rows: group.notices.map((one) => [
      shown.day(one.acceptedAt),
      one.title,
      one.officer,
      marksOf(one, shown),
      spacedCode(noticeCode(one.id)),
    ]),
    totals: null,
  };
}

/** @param title of the whole sheet. */
export function boardParts(groups: BoardGroup[], shown: Shown, title: string): Part[] {
  const { t, now, day } = shown;
  const count = groups.reduce((sum, { notices }) => sum + notices.length, 0);
  const opening: Part[] = [
    { type: 'title', text: title },
    {
      type: 'line',
      items: [t('board.asOf', { day: day(new Date(now).toISOString()) }), t('board.count', { count })],
    },
  ];
  if (count === 0) return [...opening, { type: 'paragraph', text: t('board.none'), look: 'text' }];
  return [
    ...opening,
    ...groups.flatMap((group): Part[] => [
      { type: 'heading', text: group.name },
      ...tableParts(tableOf(group, shown)),
    ]),
  ];
}

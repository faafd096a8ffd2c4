import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { useContact, useNow } from '../ui/device-context.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, Progress } from '../ui/surfaces.tsx';
import { type Board, useBoardTime } from './board-data.ts';
import type { LateMarks } from './due-data.ts';
import { useLater } from './kinds-later.ts';
import { NoticeRow } from './notice-row.tsx';
import { useSight } from './use-sight.ts';

/** Pages read at first: the newest one may hold only a few. */
const FIRST_PAGES = 2;
/** Rows drawn at first, and more each time that the end comes into sight. */
const ROWS = 40;

/** Rows read aloud of a board, so that what stands after them is heard too. */
const ROWS_READ = 8;

const WEEK_MS = 7 * 24 * 3_600_000;

/** How many notices of the newest were taken in within a week. */
const inLastWeek = (board: Board, now: number): number =>
  board.notices.filter((one) => now - Date.parse(one.acceptedAt) < WEEK_MS).length;

/** How much of a board is read from the table. */
export function usePaging(): { pages: number; more: () => void } {
  const [pages, setPages] = useState(FIRST_PAGES);
  const more = useCallback(() => setPages((count) => count + 1), []);
  return { pages, more };
}

/** How a first load is going on; nothing when none is. */
export function FirstLoad() {
  const { t } = useTranslation('board');
  const pulling = useContact()?.pulling;
  if (!pulling || pulling.held >= pulling.size) return null;
  return <Progress label={t('pulling', pulling)} value={pulling.held} max={pulling.size} />;
}

/** Why there is nothing: not here yet, or nothing published. */
function NothingHere({ held }: { held: boolean }) {
  const { t } = useTranslation('board');
  const contact = useContact();
  const gone = contact?.state === 'no-network';
  if (held) return <Empty title={t('empty.title')}>{t('empty.text')}</Empty>;
  if (gone) {
    return (
      <Empty title={t('notHere.title')} icon="no-network">
        {t('notHere.text')}
      </Empty>
    );
  }
  return contact?.state === 'connected' ? (
    <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
  ) : (
    <Empty title={t('coming.title')} icon="clock">
      {t('coming.text')}
    </Empty>
  );
}

export interface RowsProps {
  unit: string;
  notices: LightNotice[];
  registry: Registry | null;
  photos: boolean;
  /** Days late, by notice id. */
  late: LateMarks;
  /** Reads more from the table; none when all is there. */
  onMore?: (() => void) | null;
}

/** The rows, a screenful or two at a time. */
export function Rows({ unit, notices, registry, photos, late, onMore = null }: RowsProps) {
  const { t } = useTranslation('board');
  const now = useBoardTime();
  // At hand before a notice is opened, so that its fields stand in their places at once.
  useLater();
  const [shown, setShown] = useState(ROWS);
  const rest = notices.length > shown;
  const goOn = useCallback(() => {
    if (rest) setShown((count) => count + ROWS);
    else onMore?.();
  }, [rest, onMore]);
  const end = useSight(goOn);
  return (
    <>
      <ul className="rows">
        {notices.slice(0, shown).map((notice) => (
          <NoticeRow
            key={notice.id}
            unit={unit}
            notice={notice}
            registry={registry}
            now={now}
            photos={photos}
            late={late.get(notice.id)}
          />
        ))}
      </ul>
      {(rest || onMore) && (
        <div ref={end}>
          <Button kind="quiet" onClick={goOn}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The newest notices of a board, with their heading. */
export function NoticeList({
  unit,
  board,
  registry,
  photos,
  late,
  door,
  onMore,
}: Omit<RowsProps, 'notices' | 'onMore'> & {
  board: Board;
  /** Beside the heading, where it is seen without scrolling. */
  door?: ReactNode;
  onMore: () => void;
}) {
  const { t } = useTranslation('board');
  const week = inLastWeek(board, useNow());
  const { notices } = board;
  return (
    <section className="stack" data-read-first={ROWS_READ}>
      <div className="board-heading">
        <h2>{t('newest')}</h2>
        {notices.length > 0 && <p className="second">{t('thisWeek', { count: week })}</p>}
        {door}
      </div>
      <FirstLoad />
      {notices.length === 0 ? (
        <NothingHere held={board.held} />
      ) : (
        <Rows
          unit={unit}
          notices={notices}
          registry={registry}
          photos={photos}
          late={late}
          onMore={board.more ? onMore : null}
        />
      )}
    </section>
  );
}

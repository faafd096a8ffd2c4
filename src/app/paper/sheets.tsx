/** All pages of a sheet: set once out of sight, measured, divided, and shown as they will be printed. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf } from './columns.ts';
import { type Cut, wholeCuts } from './cuts.ts';
import { type Look, pixelsOf } from './look.ts';
import { measure } from './measure.ts';
import { Page, pageClass, type Sheet } from './page.tsx';
import { paginate } from './paginate.ts';
import { type Part, tablesOf } from './parts.ts';
import { Preview } from './preview.tsx';
import { type Layouts, Run } from './run.tsx';

/** CSS pixels that a page leaves free: a printer may set a line a hair higher than the screen. */
const SPARE = 6;

const capacityIn = (root: Element): number[] =>
  [...root.querySelectorAll('.page-body')].map((body) => body.clientHeight - SPARE);

function divide(root: HTMLElement, parts: Part[]): Cut[][] {
  const [first = 0, later = 0] = capacityIn(root.children[0]!);
  const { cuts, pieces } = measure(root.children[1]!.firstElementChild!, parts);
  const starts = paginate(pieces, (page) => (page === 0 ? first : later));
  return starts.map((start, page) => cuts.slice(start, starts[page + 1]));
}

interface Divided {
  parts: Part[];
  sheet: Sheet;
  look: Look;
  pages: Cut[][];
}

/** Measures after the words 'being laid out' have been drawn: a list of 2,000 rows takes a moment. */
function usePages(parts: Part[], sheet: Sheet, look: Look) {
  const root = useRef<HTMLDivElement>(null);
  const [divided, setDivided] = useState<Divided | null>(null);
  const isOld = divided?.parts !== parts || divided.sheet !== sheet || divided.look !== look;
  useEffect(() => {
    if (!isOld) return;
    const timer = setTimeout(() => {
      if (root.current) setDivided({ parts, sheet, look, pages: divide(root.current, parts) });
    });
    return () => clearTimeout(timer);
  }, [isOld, parts, sheet, look]);
  return { root, pages: isOld ? null : divided.pages };
}

/** Edges left and right of a page, and the size of its type: as in paper.css. Millimetres, points. */
const EDGES = 28;
const POINTS = { large: { A4: 15, A3: 19 }, small: { A4: 10.5, A3: 12.5 } };

function useLayouts(parts: Part[], look: Look): Layouts {
  return useMemo(() => {
    const [width] = pixelsOf(look);
    const em = (POINTS[look.type][look.size] * 96) / 72;
    const ems = (width - (EDGES * 96) / 25.4) / em;
    return new Map(
      tablesOf(parts).map((table) => {
        const rows = table.totals ? [...table.rows, table.totals] : table.rows;
        return [table, columnsOf(table.columns, rows, ems)];
      }),
    );
  }, [parts, look]);
}

/** @param onPages how many pages there are; null while they are laid out. */
export function Sheets({
  parts,
  sheet,
  look,
  onPages,
}: {
  parts: Part[];
  sheet: Sheet;
  look: Look;
  onPages: (pages: number | null) => void;
}) {
  const { t } = useTranslation('paper');
  const layouts = useLayouts(parts, look);
  const { root, pages } = usePages(parts, sheet, look);
  const count = pages?.length ?? null;
  useEffect(() => onPages(count), [onPages, count]);
  if (pages === null) {
    return (
      <>
        <p aria-live="polite">{t('layingOut')}</p>
        <div className="paper-measure" ref={root} aria-hidden="true">
          <div>
            <Page sheet={sheet} look={look} page={0} pages={99} />
            <Page sheet={sheet} look={look} page={1} pages={99} />
          </div>
          <div className={`${pageClass(look)} page-endless`}>
            <div className="page-body">
              <Run parts={parts} cuts={wholeCuts(parts)} layouts={layouts} />
            </div>
          </div>
        </div>
      </>
    );
  }
  return (
    <Preview look={look}>
      {pages.map((cuts, page) => (
        <Page key={page} sheet={sheet} look={look} page={page} pages={pages.length}>
          <Run parts={parts} cuts={cuts} layouts={layouts} />
        </Page>
      ))}
    </Preview>
  );
}

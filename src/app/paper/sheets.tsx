/** All pages of a sheet: set once out of sight, measured, divided, and shown as they will be printed. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Columns, columnsOf } from './columns.ts';
import { type Cut, wholeCuts } from './cuts.ts';
import { type Look, pixelsOf } from './look.ts';
import { measure } from './measure.ts';
import { Page, pageClass, type Sheet } from './page.tsx';
import { paginate } from './paginate.ts';
import { type Part, type Table, tablesOf } from './parts.ts';
import { Preview } from './preview.tsx';
import { type Layouts, Run } from './run.tsx';

/** CSS pixels that a page leaves free: a printer may set a line a hair higher than the screen. */
const SPARE = 6;

const capacityIn = (root: Element): number[] =>
  [...root.querySelectorAll('.paper-body')].map((body) => body.clientHeight - SPARE);

/** How much larger the type of a short notice may be, largest first: it has the whole sheet. */
const GROWN = [2.4, 2, 1.7, 1.4, 1.2] as const;

/** The largest type at which everything stands on one page. A table keeps its own: it was fitted to the width. */
function grownFor(body: HTMLElement, parts: Part[], { type }: Look, capacity: number): number {
  if (type === 'small' || tablesOf(parts).length > 0) return 1;
  const fits = (grown: number): boolean => {
    body.style.fontSize = `${grown}em`;
    return body.scrollHeight <= capacity;
  };
  const grown = GROWN.find(fits) ?? 1;
  body.style.fontSize = `${grown}em`;
  return grown;
}

interface Laid {
  pages: Cut[][];
  /** Of the sheet's type. */
  grown: number;
}

function divide(root: HTMLElement, parts: Part[], look: Look): Laid {
  const [first = 0, later = 0] = capacityIn(root.children[0]!);
  const body = root.children[1]!.firstElementChild as HTMLElement;
  const grown = grownFor(body, parts, look, first);
  const { cuts, pieces } = measure(body, parts);
  const starts = paginate(pieces, (page) => (page === 0 ? first : later));
  return { pages: starts.map((start, page) => cuts.slice(start, starts[page + 1])), grown };
}

interface Divided extends Laid {
  parts: Part[];
  sheet: Sheet;
  look: Look;
}

/** Measures after the words 'being laid out' have been drawn: a list of 2,000 rows takes a moment. */
function usePages(parts: Part[], sheet: Sheet, look: Look) {
  const root = useRef<HTMLDivElement>(null);
  const [divided, setDivided] = useState<Divided | null>(null);
  const isOld = divided?.parts !== parts || divided.sheet !== sheet || divided.look !== look;
  useEffect(() => {
    if (!isOld) return;
    const timer = setTimeout(() => {
      if (root.current) setDivided({ parts, sheet, look, ...divide(root.current, parts, look) });
    });
    return () => clearTimeout(timer);
  }, [isOld, parts, sheet, look]);
  return { root, laid: isOld ? null : divided };
}

/** Edges left and right of a page, and the size of its type: as in page.css. Millimetres, points. */
const EDGES = 28;
const POINTS = { large: { A4: 15, A3: 19 }, small: { A4: 10.5, A3: 12.5 } };

const columnsKey = ({ columns }: Table): string => columns.map(({ id, name }) => `${id} ${name}`).join('|');

/** Tables of the same columns are set alike, so that their edges run through. */
function layoutsOf(tables: Table[], ems: number): Layouts {
  const found = new Map<string, Columns>();
  for (const table of tables) {
    const key = columnsKey(table);
    if (found.has(key)) continue;
    const alike = tables.filter((one) => columnsKey(one) === key);
    const rows = alike.flatMap((one) => (one.totals ? [...one.rows, one.totals] : one.rows));
    found.set(key, columnsOf(table.columns, rows, ems));
  }
  return new Map(tables.map((table) => [table, found.get(columnsKey(table))!]));
}

function useLayouts(parts: Part[], look: Look): Layouts {
  return useMemo(() => {
    const [width] = pixelsOf(look);
    const em = (POINTS[look.type][look.size] * 96) / 72;
    const ems = (width - (EDGES * 96) / 25.4) / em;
    return layoutsOf(tablesOf(parts), ems);
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
  const { root, laid } = usePages(parts, sheet, look);
  const count = laid?.pages.length ?? null;
  useEffect(() => onPages(count), [onPages, count]);
  if (laid === null) {
    return (
      <>
        <p aria-live="polite">{t('layingOut')}</p>
        <div className="paper-measure" ref={root} aria-hidden="true">
          <div>
            <Page sheet={sheet} look={look} page={0} pages={99} />
            <Page sheet={sheet} look={look} page={1} pages={99} />
          </div>
          <div className={`${pageClass(look)} paper-endless`}>
            <div className="paper-body">
              <Run parts={parts} cuts={wholeCuts(parts)} layouts={layouts} />
            </div>
          </div>
        </div>
      </>
    );
  }
  return (
    <Preview look={look}>
      {laid.pages.map((cuts, page) => (
        <Page key={page} sheet={sheet} look={look} page={page} pages={laid.pages.length} grown={laid.grown}>
          <Run parts={parts} cuts={cuts} layouts={layouts} />
        </Page>
      ))}
    </Preview>
  );
}

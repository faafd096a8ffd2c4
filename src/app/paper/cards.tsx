/** 明白卡: the same small card several times on an A4 sheet, to be cut apart and handed to each household. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message, Qr } from '../ui/index.ts';
import { columnsOf } from './columns.ts';
import { wholeCuts } from './cuts.ts';
import type { Cards } from './look.ts';
import type { Sheet } from './page.tsx';
import { type Part, tablesOf } from './parts.ts';
import { Preview } from './preview.tsx';
import { Run } from './run.tsx';

/** Type on a card, points: the largest that fits, and the smallest that can still be read. */
const LARGEST = 15;
const SMALLEST = 6;
const STEP = 0.5;

const A4 = { size: 'A4', turned: false } as const;

/** Ems beside each other on a card of 92 mm: columns are the same for all sizes of type. */
const EMS = 26;

function Card({ parts, sheet, points }: { parts: Part[]; sheet: Sheet; points: number }) {
  const { t } = useTranslation('paper');
  const layouts = new Map(tablesOf(parts).map((table) => [table, columnsOf(table.columns, table.rows, EMS)]));
  return (
    <article className="paper-card" style={{ fontSize: `${points}pt` }}>
      <header className="paper-head">
        <span className="paper-brand">{sheet.brand}</span>
        <span className="paper-of">{sheet.of}</span>
      </header>
      <div className="paper-body">
        <Run parts={parts} cuts={wholeCuts(parts)} layouts={layouts} />
      </div>
      <footer className="paper-foot">
        <Qr text={sheet.address} label={t('qr')} />
        <div className="paper-foot-lines">
          {sheet.lines.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      </footer>
    </article>
  );
}

/** The largest type at which all of the card can be seen; null: not even the smallest. */
function fitting(card: HTMLElement): number | null {
  const body = card.querySelector('.paper-body');
  if (!body) return null;
  for (let points = LARGEST; points >= SMALLEST; points -= STEP) {
    card.style.fontSize = `${points}pt`;
    const isAllSeen = body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth;
    if (isAllSeen) return points;
  }
  return null;
}

interface Fitted {
  parts: Part[];
  sheet: Sheet;
  cards: Cards;
  points: number | null;
}

export function CardSheet({
  parts,
  sheet,
  cards,
  onPages,
}: {
  parts: Part[];
  sheet: Sheet;
  cards: Cards;
  onPages: (pages: number | null) => void;
}) {
  const { t } = useTranslation('paper');
  const root = useRef<HTMLDivElement>(null);
  const [fitted, setFitted] = useState<Fitted | null>(null);
  const isOld = fitted?.parts !== parts || fitted.sheet !== sheet || fitted.cards !== cards;
  const points = isOld ? null : fitted.points;
  useEffect(() => onPages(points === null ? null : 1), [onPages, points]);
  useEffect(() => {
    const card = root.current?.querySelector<HTMLElement>('.paper-card');
    if (isOld && card) setFitted({ parts, sheet, cards, points: fitting(card) });
  }, [isOld, parts, sheet, cards]);
  if (isOld) {
    return (
      <div className="paper-measure" ref={root} aria-hidden="true">
        <div className={`paper-cards paper-cards-${cards}`}>
          <Card parts={parts} sheet={sheet} points={LARGEST} />
        </div>
      </div>
    );
  }
  if (points === null) return <Message tone="amber" title={t('cards.tooMuch', { n: cards })} />;
  return (
    <Preview look={A4}>
      {[
        <section
          key="cards"
          className={`paper-cards paper-cards-${cards}`}
          aria-label={t('cards.label', { n: cards })}
        >
          {Array.from({ length: cards }, (_, at) => (
            <Card key={at} parts={parts} sheet={sheet} points={points} />
          ))}
        </section>,
      ]}
    </Preview>
  );
}

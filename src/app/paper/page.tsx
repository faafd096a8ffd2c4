/** One page: what it is of at the top, what it can be checked by at the foot. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Qr } from '../ui/qr.tsx';
import type { Look } from './look.ts';

export interface Sheet {
  /** In red, at the top left. */
  brand: string;
  /** Whose it is, at the top right. */
  of: string;
  /** Stands at the top of every page after the first. */
  title: string;
  /** What the code opens, and the words beside it. */
  address: string;
  /** Lines beside the code: how to look it up, by what it can be checked. */
  lines: ReactNode[];
  /** The same in one line, for the pages after the first. */
  short: string;
  /** When it was printed. */
  printed: string;
}

export const pageClass = ({ size, turned, type }: Look): string =>
  `paper-page paper-page-${size.toLowerCase()}${turned ? '-turned' : ''} type-${type}`;

function Foot({ sheet, page, pages }: { sheet: Sheet; page: number; pages: number }) {
  const { t } = useTranslation('paper');
  const number = <span className="paper-page-number">{t('pageOf', { page: page + 1, pages })}</span>;
  if (page > 0)
    return (
      <footer className="paper-foot paper-foot-short">
        <span>{sheet.short}</span>
        {number}
      </footer>
    );
  return (
    <footer className="paper-foot">
      <Qr text={sheet.address} label={t('qr')} />
      <div className="paper-foot-lines">
        {sheet.lines.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
      <div className="paper-foot-end">
        <p>{sheet.printed}</p>
        <p>{number}</p>
      </div>
    </footer>
  );
}

export function Page({
  sheet,
  look,
  page,
  pages,
  grown = 1,
  children,
}: {
  sheet: Sheet;
  look: Look;
  /** From 0. */
  page: number;
  pages: number;
  /** How much larger its text is than the sheet's type. */
  grown?: number;
  children?: ReactNode;
}) {
  const { t } = useTranslation('paper');
  return (
    <section className={pageClass(look)} aria-label={t('pageOf', { page: page + 1, pages })}>
      <header className="paper-head">
        <span className="paper-brand">{sheet.brand}</span>
        <span className="paper-of">
          {page === 0 ? sheet.of : t('goesOn', { of: sheet.of, title: sheet.title })}
        </span>
      </header>
      <div className="paper-body" style={{ fontSize: `${grown}em` }}>
        {children}
      </div>
      <Foot sheet={sheet} page={page} pages={pages} />
    </section>
  );
}

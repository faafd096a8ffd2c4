/** A PDF, page under page as on paper: zoom, page count, keyboard. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { type Opened, openPdf, type PDFDocumentProxy } from './pdf-engine.ts';
import { type PageSize, PdfPage } from './pdf-page.tsx';
import './pdf-view.css';

/** Shares of the screen's width. */
const ZOOMS = [1, 1.25, 1.5, 2, 3];
/** Pages from which a word of warning is said. */
const MANY_PAGES = 200;

type Read =
  | { state: 'opening' }
  | { state: 'broken' | 'locked' }
  | { state: 'open'; pdf: PDFDocumentProxy; first: PageSize };

function usePdf(blob: Blob): Read {
  const [read, setRead] = useState<Read>({ state: 'opening' });
  useEffect(() => {
    let gone = false;
    let opened: Opened | null = null;
    const open = async (): Promise<void> => {
      opened = await openPdf(new Uint8Array(await blob.arrayBuffer()));
      if (gone && opened.ok) opened.close();
      if (gone) return;
      if (!opened.ok) return setRead({ state: opened.code });
      const { width, height } = (await opened.document.getPage(1)).getViewport({ scale: 1 });
      if (!gone) setRead({ state: 'open', pdf: opened.document, first: { width, height } });
    };
    open().catch(() => gone || setRead({ state: 'broken' }));
    return () => {
      gone = true;
      if (opened?.ok) opened.close();
    };
  }, [blob]);
  return read;
}

/** Pixels of an element's width, as the window changes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measure = (): void => setWidth(element.current?.clientWidth ?? 0);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [element]);
  return width;
}

const pagesIn = (element: HTMLElement | null): HTMLElement[] => [
  ...(element?.querySelectorAll<HTMLElement>('.pdf-page') ?? []),
];

/** The page that is being read: the last that begins above the middle of the screen. */
function useCurrent(element: RefObject<HTMLElement | null>): number {
  const [current, setCurrent] = useState(1);
  useEffect(() => {
    const look = (): void => {
      const middle = window.innerHeight / 2;
      const above = pagesIn(element.current).filter((page) => page.getBoundingClientRect().top < middle);
      setCurrent(Math.max(1, above.length));
    };
    // Whatever part of the page it is that scrolls.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, [element]);
  return current;
}

interface ToolsProps {
  current: number;
  all: number;
  zoom: number;
  onZoom: (by: -1 | 1) => void;
  onPage: (n: number) => void;
}

function Tools({ current, all, zoom, onZoom, onPage }: ToolsProps) {
  const { t } = useTranslation('files');
  return (
    <div className="pdf-tools" role="toolbar" aria-label={t('pdf.tools')}>
      <Button icon="up" disabled={current <= 1} onClick={() => onPage(current - 1)}>
        {t('pdf.previous')}
      </Button>
      <p className="pdf-where" aria-live="polite">
        {t('pdf.pageOf', { n: current, all })}
      </p>
      <Button icon="down" disabled={current >= all} onClick={() => onPage(current + 1)}>
        {t('pdf.next')}
      </Button>
      <Button disabled={zoom === 0} onClick={() => onZoom(-1)}>
        {t('pdf.smaller')}
      </Button>
      <Button disabled={zoom === ZOOMS.length - 1} onClick={() => onZoom(1)}>
        {t('pdf.larger')}
      </Button>
    </div>
  );
}

function Pages({ pdf, first, name }: { pdf: PDFDocumentProxy; first: PageSize; name: string }) {
  const { t } = useTranslation('files');
  const frame = useRef<HTMLElement>(null);
  const fit = useWidth(frame);
  const current = useCurrent(frame);
  const [zoom, setZoom] = useState(0);
  const change = useCallback(
    (by: -1 | 1) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + by))),
    [],
  );
  const toPage = (n: number): void => pagesIn(frame.current)[n - 1]?.scrollIntoView({ block: 'start' });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') change(1);
      if (event.key === '-') change(-1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [change]);
  const width = Math.floor(fit * (ZOOMS[zoom] ?? 1));
  return (
    <div className="pdf">
      <Tools current={current} all={pdf.numPages} zoom={zoom} onZoom={change} onPage={toPage} />
      {pdf.numPages >= MANY_PAGES && <p className="second">{t('pdf.huge', { n: pdf.numPages })}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls sideways must be reached by keyboard. */}
      <section ref={frame} className="pdf-pages" tabIndex={0} aria-label={t('pdf.label', { name })}>
        {width > 0 &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage key={index} document={pdf} n={index + 1} first={first} width={width} />
          ))}
      </section>
    </div>
  );
}

export function PdfView({ blob, name }: { blob: Blob; name: string }) {
  const { t } = useTranslation('files');
  const read = usePdf(blob);
  if (read.state === 'opening') return <p aria-live="polite">{t('looking')}</p>;
  if (read.state === 'open') return <Pages pdf={read.pdf} first={read.first} name={name} />;
  return (
    <Empty icon="warning" title={t(`pdf.${read.state}.title`)}>
      {t(`pdf.${read.state}.text`)}
    </Empty>
  );
}

/** One page of a PDF: drawn when it comes near the screen, let go when it is far, so that a tablet's memory is enough. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPdfjs, type PDFDocumentProxy, type PDFPageProxy } from './pdf-engine.ts';

/** Pixels of one drawn page at most, and pixels for each of the screen's. */
const MAX_PIXELS = 8_000_000;
const MAX_DENSITY = 2;
/** How far from the screen a page is drawn already. */
const NEAR = '800px';

export interface PageSize {
  width: number;
  height: number;
}

/** Some programs write a sign of the dictionary (⼗) for the character (十): unseen on paper, but not when read aloud. */
const plain = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (sign) => sign.normalize('NFKC'));

async function drawText(page: PDFPageProxy, scale: number, container: HTMLElement): Promise<boolean> {
  const pdfjs = await loadPdfjs();
  const textContent = await page.getTextContent();
  for (const item of textContent.items) if ('str' in item) item.str = plain(item.str);
  container.replaceChildren();
  const viewport = page.getViewport({ scale });
  await pdfjs.renderTextLayer({ textContent, container, viewport, textDivs: [] }).promise;
  return textContent.items.some((item) => 'str' in item && item.str.trim() !== '');
}

/** Draws a page; the result breaks it off. */
function draw(
  page: PDFPageProxy,
  scale: number,
  canvas: HTMLCanvasElement,
): { done: Promise<void>; stop: () => void } {
  const plain = page.getViewport({ scale });
  const most = Math.sqrt(MAX_PIXELS / (plain.width * plain.height));
  const density = Math.min(window.devicePixelRatio || 1, MAX_DENSITY, most);
  const viewport = page.getViewport({ scale: scale * density });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const canvasContext = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const task = page.render({ canvasContext, viewport });
  return { done: task.promise, stop: () => task.cancel() };
}

/** Whether an element is near the screen; browsers that can't tell say yes. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(!('IntersectionObserver' in window));
  useEffect(() => {
    if (!element.current || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries[entries.length - 1]?.isIntersecting ?? false),
      { rootMargin: NEAR },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}

export function PdfPage({
  document: pdf,
  n,
  first,
  width,
}: {
  document: PDFDocumentProxy;
  /** From 1. */
  n: number;
  /** Size of the first page in points: what others are taken to be until they are read. */
  first: PageSize;
  /** Pixels. */
  width: number;
}) {
  const { t } = useTranslation('files');
  const element = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const near = useNear(element);
  const [size, setSize] = useState(first);
  const [state, setState] = useState<'waiting' | 'drawn' | 'no-text' | 'failed'>('waiting');
  const scale = width / size.width;
  useEffect(() => {
    if (!near) return;
    let gone = false;
    let stop = (): void => {};
    const show = async (): Promise<void> => {
      const page = await pdf.getPage(n);
      const { width: wide, height: high } = page.getViewport({ scale: 1 });
      if (gone || !canvas.current || !text.current) return;
      setSize((before) =>
        before.width === wide && before.height === high ? before : { width: wide, height: high },
      );
      const job = draw(page, width / wide, canvas.current);
      stop = job.stop;
      await job.done;
      const hasText = await drawText(page, width / wide, text.current);
      if (!gone) setState(hasText ? 'drawn' : 'no-text');
    };
    show().catch(() => gone || setState('failed'));
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, n, near, width]);
  return (
    <section
      ref={element}
      className="pdf-page"
      data-page={n}
      aria-label={t('pdf.page', { n })}
      style={{ width, height: size.height * scale }}
    >
      {near && <canvas ref={canvas} className="pdf-picture" aria-hidden="true" />}
      {near && <div ref={text} className="pdf-text" />}
      {state === 'no-text' && <p className="only-read">{t('pdf.noText')}</p>}
      {state === 'failed' && <p className="pdf-failed">{t('pdf.failedPage')}</p>}
    </section>
  );
}

/**
 * pdf.js, the last line whose old-browser build runs where we run (Chrome 87, Safari 14; later ones need wasm or newer
 * syntax). What a file could do with it is taken away: no code made from fonts (`isEvalSupported`, which is also what
 * the page's policy forbids, and what made older versions unsafe), no forms (XFA), no scripts, no addresses but the tables for Chinese
 * text, which come from our own server.
 */
import type * as PdfjsModule from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.js?url';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
type Pdfjs = typeof PdfjsModule;

/** Tables by which older Chinese files, that bring no font of their own, say which character is meant. */
const CMAPS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const cmapUrl = (name: string): string | undefined =>
  CMAPS[`../../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`];

/** Binary, packed: what pdf.js calls compression 1. */
const BINARY = 1;

/** Finds a table among ours. */
class OwnCMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; compressionType: number }> {
    const url = cmapUrl(name);
    if (!url) throw new Error(`no table ${name}`);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`no table ${name}`);
    return { cMapData: new Uint8Array(await answer.arrayBuffer()), compressionType: BINARY };
  }
}

/** Pixels of one picture inside a file: a larger one is left out, so that a small file cannot eat all memory. */
const MAX_IMAGE_PIXELS = 40_000_000;

let loaded: Promise<Pdfjs> | null = null;

/** The library; loaded once. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= import('pdfjs-dist/legacy/build/pdf.min.js').then((module) => {
    const pdfjs = (module.default ?? module) as Pdfjs;
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    return pdfjs;
  });
  loaded.catch(() => {
    loaded = null; // The network may be back at the next try.
  });
  return loaded;
}

/** Everything that reading needs later without a network: fetched once, kept by the service worker. */
export const readerFiles = (): string[] => [workerUrl, ...Object.values(CMAPS)];

export type Opened =
  { ok: true; document: PDFDocumentProxy; close: () => void } | { ok: false; code: 'broken' | 'locked' };

/** Opens a file. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    CMapReaderFactory: OwnCMaps,
    cMapPacked: true,
  });
  const close = (): void => void task.destroy();
  try {
    return { ok: true, document: await task.promise, close };
  } catch (error) {
    close();
    const isLocked = (error as { name?: string }).name === 'PasswordException';
    return { ok: false, code: isLocked ? 'locked' : 'broken' };
  }
}

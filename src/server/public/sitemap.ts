/** What search engines ask for (sitemaps.org): the boards, and for each its notices. */
import type { LightNotice } from '../../domain/board/board.ts';
import { type Html, html } from './html.ts';

export const XML = 'application/xml; charset=utf-8';
const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Addresses in one sitemap; the standard's own limit is 50,000. */
export const MOST_ADDRESSES = 20_000;

const document = (root: Html): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;

/** @param units ids. */
export const sitemapIndex = (origin: string, units: string[]): string =>
  document(
    html`<sitemapindex xmlns="${XMLNS}">
      ${units.map((unit) => html`<sitemap><loc>${origin}/b/${unit}/sitemap.xml</loc></sitemap>`)}
    </sitemapindex>`,
  );

/** Withdrawn ones are left out: nobody should be led to them. */
export const sitemap = (origin: string, unit: string, notices: LightNotice[]): string =>
  document(
    html`<urlset xmlns="${XMLNS}">
      <url><loc>${origin}/b/${unit}</loc></url>
      ${notices
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ id }) => html`<url><loc>${origin}/b/${unit}/n/${id}</loc></url>`)}
    </urlset>`,
  );

/** Robots read what is public, and count for nobody. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    'Allow: /$',
    'Allow: /b/',
    'Disallow: /api/',
    'Disallow: /files/',
    'Disallow: /*?',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');

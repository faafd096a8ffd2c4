/** The app talks to its own server only: no address of another site may be in the build. */
import type { TextFile } from './hygiene.ts';

/** Names that are never fetched: namespaces, and the pages that error texts of libraries point to. */
const HARMLESS = [
  /^http:\/\/www\.w3\.org\//,
  /^https:\/\/(?:react\.dev|reactrouter\.com|reactjs\.org|fb\.me|dexie\.org|goo\.gl|bit\.ly|tinyurl\.com)\//,
  /^https:\/\/(?:github\.com|www\.i18next\.com|react\.i18next\.com|locize\.com|developer\.mozilla\.org|zod\.dev|json-schema\.org)(?:\/|$)/,
  /^http:\/\/json-schema\.org\//,
  // Namespaces of spreadsheets.
  /^http:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com\/office|purl\.oclc\.org\/ooxml)\//,
  // Namespaces in letters for a word processor (Dublin Core).
  /^http:\/\/purl\.org\/dc\//,
  // Namespaces of forms in PDF files, a licence, and a page that an error of the bundler points to.
  /^http:\/\/(?:www\.xfa\.org\/schema|www\.apache\.org\/licenses)\//,
  /^https:\/\/rolldown\.rs\//,
  /^https?:\/\/(?:localhost|a|b|x|n|example\.com|\$\{)/,
];

const ADDRESS = /\bhttps?:\/\/[^\s"'`<>)\\]+/g;

/** Addresses of other origins, with the file that names them. */
export function foreignOrigins(files: TextFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    (text.match(ADDRESS) ?? [])
      .filter((address) => !HARMLESS.some((harmless) => harmless.test(address)))
      .map((address) => `${path} names ${address.slice(0, 120)}`),
  );
}

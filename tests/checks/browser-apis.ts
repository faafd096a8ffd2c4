/**
 * Finds what Chrome/WebView 87 and Safari 14 do not have in the built files. The build lowers syntax, not APIs.
 * A use is fine behind a guard: `GUARDED` says which, where and why; whatever else is new fails.
 */
import { parseSync } from 'vite';
import type { TextFile } from './hygiene.ts';

interface Api {
  name: string;
  pattern: RegExp;
}

const method = (name: string): Api => ({
  name: `.${name}()`,
  pattern: new RegExp(`(?<!\\.\\.)\\.${name}\\(`, 'g'),
});
const member = (owner: string, name: string): Api => ({
  name: `${owner}.${name}`,
  pattern: new RegExp(`\\b${owner}\\??\\.${name}\\b`, 'g'),
});
const global = (name: string): Api => ({
  name,
  pattern: new RegExp(`(?:^|\\bnew |[^.\\w$'"\`-])${name}(?![\\w$'"\`-])`, 'g'),
});

/** Each came after Chrome 87 or after Safari 14.0. */
const SCRIPT_APIS: Api[] = [
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'hasOwn', 'groupBy'].map(
    method,
  ),
  ...['isWellFormed', 'toWellFormed', 'throwIfAborted', 'showPicker', 'showModal', 'checkVisibility'].map(
    method,
  ),
  ...['createImageBitmap', 'structuredClone', 'requestIdleCallback', 'WeakRef', 'FinalizationRegistry'].map(
    global,
  ),
  ...['BroadcastChannel', 'CompressionStream', 'DecompressionStream', 'OffscreenCanvas'].map(global),
  ...['EyeDropper', 'Temporal', 'reportError', 'scheduler', 'navigation', 'cookieStore'].map(global),
  member('crypto', 'randomUUID'),
  member('AbortSignal', 'timeout'),
  member('AbortSignal', 'any'),
  member('Array', 'fromAsync'),
  member('Promise', 'withResolvers'),
  member('Promise', 'try'),
  member('Object', 'groupBy'),
  member('Map', 'groupBy'),
  member('URL', 'canParse'),
  member('URL', 'parse'),
  member('Intl', 'Segmenter'),
  member('Intl', 'ListFormat'),
  member('Intl', 'DurationFormat'),
  member('Uint8Array', 'fromBase64'),
  member('Uint8Array', 'fromHex'),
  { name: '.toHex()', pattern: /\.toHex\(\)/g },
  { name: 'navigator.locks', pattern: /\bnavigator\??\.locks\b|\.locks\.request\b/g },
  { name: 'navigator.storage', pattern: /\bnavigator\??\.storage\b/g },
  { name: 'navigator.userAgentData', pattern: /\.userAgentData\b/g },
  { name: 'navigator.canShare', pattern: /\.canShare\b/g },
  { name: 'navigator.setAppBadge', pattern: /\.setAppBadge\b/g },
];

const STYLE_APIS: Api[] = [
  { name: ':has()', pattern: /:has\(/g },
  { name: ':is()', pattern: /:is\(/g },
  { name: ':where()', pattern: /:where\(/g },
  { name: ':focus-visible', pattern: /:focus-visible/g },
  { name: '@layer', pattern: /@layer\b/g },
  { name: '@container', pattern: /@container\b/g },
  { name: '@property', pattern: /@property\b/g },
  { name: 'aspect-ratio', pattern: /[{;]aspect-ratio:/g },
  { name: 'color-mix()', pattern: /color-mix\(/g },
  { name: 'oklch() and its like', pattern: /\b(?:oklch|oklab|lch|lab|hwb)\(/g },
  { name: 'inset', pattern: /[{;]inset(?:-inline|-block)?(?:-start|-end)?:/g },
  { name: 'new viewport units', pattern: /\d[dsl]v[hwib]\b/g },
  { name: 'text-wrap', pattern: /[{;]text-wrap:/g },
  { name: 'accent-color', pattern: /[{;]accent-color:/g },
  { name: 'scrollbar-gutter', pattern: /[{;]scrollbar-gutter:/g },
  { name: 'content-visibility', pattern: /[{;]content-visibility:/g },
  { name: 'overflow: clip', pattern: /[{;]overflow(?:-[xy])?:clip/g },
  { name: 'subgrid', pattern: /\bsubgrid\b/g },
  { name: 'gap in a flexbox', pattern: /display:(?:inline-)?flex[^{}]*[;{](?:column-|row-)?gap:/g },
  { name: 'gap in a flexbox', pattern: /[;{](?:column-|row-)?gap:[^{}]*display:(?:inline-)?flex/g },
];

interface Guard {
  api: string;
  /** Must match the text around the use. */
  around: RegExp;
  /** Who guards it and how. */
  why: string;
}

/** Uses that are safe in an old browser. */
export const GUARDED: Guard[] = [
  {
    api: '.hasOwn()',
    around: /expected plain object|param "\$\{/,
    why: '@noble; sync/client/older-browsers.ts puts it in place before anything else runs',
  },
  {
    api: '.toHex()',
    around: /this\.toHex\(\)|\?\w+\.toHex\(\)|\)return \w+\.toHex\(\)/,
    why: '@noble: the method of its own Point, and of bytes behind a typeof',
  },
  {
    api: 'Uint8Array.fromHex',
    around: /typeof Uint8Array\.fromHex|\)try\{return/,
    why: '@noble asks by typeof',
  },
  { api: 'WeakRef', around: /typeof WeakRef|_novip/, why: 'Dexie asks by typeof' },
  { api: 'FinalizationRegistry', around: /typeof FinalizationRegistry/, why: 'Dexie asks by typeof' },
  { api: 'BroadcastChannel', around: /typeof BroadcastChannel/, why: 'Dexie asks by typeof' },
  { api: 'scheduler', around: /newPSD:/, why: 'Dexie: the name of a property' },
  { api: 'navigator.userAgentData', around: /\/Safari\\\//, why: 'Dexie reads it, undefined does no harm' },
  { api: 'navigator.setAppBadge', around: /\.setAppBadge\)==null/, why: 'app/ui/app-badge.ts asks first' },
  { api: 'reportError', around: /typeof reportError/, why: 'React asks by typeof' },
  {
    api: 'navigation',
    around: /typeof navigation|react-transition|navigation(?:success|error)|navigatesuccess/,
    why: 'React asks by typeof and tidies up what it began',
  },
  {
    api: 'navigation',
    around: /External navigation is not allowed/,
    why: 'react-router: a word in an error',
  },
  {
    api: 'Intl.ListFormat',
    around: /list:/,
    why: 'i18next makes one when a text asks for a list; none of ours does',
  },
  {
    api: 'createImageBitmap',
    around: /typeof createImageBitmap/,
    why: 'sync/client/browser.ts asks by typeof',
  },
  { api: 'navigator.locks', around: /typeof navigator/, why: 'sync/client/browser.ts has a lock of its own' },
  {
    api: 'navigator.storage',
    around: /typeof navigator/,
    why: 'sync/client/browser.ts asks whether it is there',
  },
  {
    api: 'navigator.canShare',
    around: /typeof navigator\.canShare/,
    why: 'app/sent/to-file.ts asks by typeof',
  },
  { api: 'accent-color', around: /accent-color/, why: 'only the colour of a tick: without it, it is blue' },
];

/** Files whose uses are safe as a whole. */
const BRINGS_ITS_OWN: { file: RegExp; why: string }[] = [
  {
    file: /\/pdf\.(?:min|worker\.min)-[\w-]+\.js$/,
    why: 'the legacy build of pdf.js puts in place what a browser lacks (core-js), and asks by typeof for OffscreenCanvas',
  },
];

/** Characters looked at before and after a use. */
const AROUND = 160;

const isGuarded = (api: string, text: string, index: number): boolean => {
  const around = text.slice(Math.max(0, index - AROUND), index + AROUND);
  return GUARDED.some((guard) => guard.api === api && guard.around.test(around));
};

const uses = (file: TextFile, apis: Api[]): string[] =>
  apis.flatMap(({ name, pattern }) =>
    [...file.text.matchAll(pattern)]
      .filter((match) => !isGuarded(name, file.text, match.index))
      .map((match) => {
        const near = file.text.slice(Math.max(0, match.index - 60), match.index + 60).replace(/\s+/g, ' ');
        return `${file.path} uses ${name}: …${near}…`;
      }),
  );

/** Unguarded uses of newer APIs and newer CSS. */
export function newerApis(files: TextFile[]): string[] {
  const ours = files.filter(({ path }) => !BRINGS_ITS_OWN.some(({ file }) => file.test(path)));
  return ours.flatMap((file) => {
    if (file.path.endsWith('.js')) return uses(file, SCRIPT_APIS);
    return file.path.endsWith('.css') ? uses(file, STYLE_APIS) : [];
  });
}

type Node = { type: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const isPrivate = (value: unknown): boolean => isNode(value) && value.type === 'PrivateIdentifier';

/** What Chrome 87 or Safari 14.0 stop at as a syntax error; null when they read it. */
function newer(node: Node, insideFunction: boolean): string | null {
  if (node.type === 'StaticBlock') return 'a static block in a class';
  if (/^(Property|Method)Definition$/.test(node.type) && isPrivate(node['key']))
    return 'a private class member';
  if (node.type === 'PropertyDefinition' && node['static']) return 'a static class field';
  if (node.type === 'BinaryExpression' && isPrivate(node['left'])) return '#x in object';
  if (node.type === 'AwaitExpression' && !insideFunction) return 'await outside a function';
  const regex = node['regex'] as { pattern: string; flags: string } | undefined;
  if (node.type !== 'Literal' || !regex) return null;
  if (/\(\?<[=!]/.test(regex.pattern)) return 'look-behind in a regular expression';
  return /[dv]/.test(regex.flags) ? `flag ${regex.flags} of a regular expression` : null;
}

function walk(node: Node, insideFunction: boolean, found: Set<string>): void {
  const problem = newer(node, insideFunction);
  if (problem) found.add(problem);
  const inside = insideFunction || /Function/.test(node.type);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, inside, found);
  }
}

/** Syntax that our oldest browsers do not read. */
export function newerSyntax(files: TextFile[]): string[] {
  return files
    .filter((file) => file.path.endsWith('.js'))
    .flatMap((file) => {
      const parsed = parseSync(file.path, file.text);
      const found = new Set<string>(parsed.errors.map((error) => error.message));
      walk(parsed.program as unknown as Node, false, found);
      return [...found].map((problem) => `${file.path} has ${problem}`);
    });
}

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { newerApis, newerSyntax } from '../../checks/browser-apis.ts';
import { foreignOrigins } from '../../checks/origins.ts';

const js = (text: string) => [{ path: 'dist/a.js', text }];
const css = (text: string) => [{ path: 'dist/a.css', text }];

describe('the check of browser APIs', () => {
  it.each([
    'list.at(-1)',
    'Object.hasOwn(a,b)',
    'const b=structuredClone(a)',
    'a.findLast(f)',
    'a.toSorted()',
    'crypto.randomUUID()',
    'AbortSignal.timeout(5)',
    'AbortSignal.any([a])',
    'new WeakRef(a)',
    'Array.fromAsync(a)',
    'Promise.withResolvers()',
    'await navigator.locks.request("a",f)',
    'new BroadcastChannel("a")',
    'new CompressionStream("gzip")',
    'requestIdleCallback(f)',
    'navigator.storage.persist()',
  ])('finds %s', (text) => {
    expect(newerApis(js(text)).length).toBeGreaterThan(0);
  });

  it.each([
    'a:has(b){}',
    ':is(a,b){}',
    ':where(a){}',
    '@layer a{}',
    '@container (width>1px){}',
    'a{aspect-ratio:1}',
    'a{color:color-mix(in srgb,red,blue)}',
    'a{height:100dvh}',
    'a{inset:0}',
    'a{display:flex;gap:4px}',
    'a{row-gap:4px;display:flex}',
  ])('finds %s', (text) => {
    expect(newerApis(css(text)).length).toBeGreaterThan(0);
  });

  it.each(['a{display:grid;gap:4px}', 'a{color:#dvh}', 'a{inset-x:0}'])('lets pass %s', (text) => {
    expect(newerApis(css(text))).toEqual([]);
  });

  it.each([
    'class A{#a=1}',
    'class A{#a(){}}',
    'class A{static{a()}}',
    'class A{static a=1}',
    'await a()',
    '/(?<=a)b/.test(c)',
    '/a/v.test(b)',
  ])('finds the syntax of %s', (text) => {
    expect(newerSyntax(js(text))).toHaveLength(1);
  });

  it.each(['a??=b?.c', 'async()=>{await a()}', '/(?<name>a)(?!b)/u', 'class A{a=1}'])('reads %s', (text) => {
    expect(newerSyntax(js(text))).toEqual([]);
  });
});

describe('the check of origins', () => {
  it('finds an address of another site', () => {
    const found = foreignOrigins(
      js('fetch("https://fonts.example.org/a.woff2");x="http://www.w3.org/2000/svg"'),
    );
    expect(found).toEqual(['dist/a.js names https://fonts.example.org/a.woff2']);
  });
});

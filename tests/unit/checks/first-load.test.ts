import { describe, expect, it } from 'vitest';
import { firstScripts } from '../../checks/first-load.ts';

const page =
  '<script type="module" crossorigin src="/assets/index-a.js"></script><link rel="modulepreload" crossorigin href="/assets/libs-b.js">';
const files: Record<string, string> = {
  'index-a.js':
    'import{n as e}from"./libs-b.js";import"./more-c.js";const x=()=>import("./later-d.js");export{e};',
  'libs-b.js': 'var e=1;export{e as n}',
  'more-c.js': 'import e from"./libs-b.js";',
};

describe('what a board needs before it is shown', () => {
  it('is what the page names and what that imports, and nothing that is imported when it is wanted', () => {
    const found = firstScripts(page, (name) => files[name]!);
    expect([...found.keys()].toSorted()).toEqual(['index-a.js', 'libs-b.js', 'more-c.js']);
  });
});

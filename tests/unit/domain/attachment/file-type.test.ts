import { zipSync, strToU8 } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinBudget } from '../../../../src/domain/attachment/budget.ts';
import {
  attachmentType,
  mayBecome,
  TYPE_BYTES,
  typeOfBytes,
} from '../../../../src/domain/attachment/file-type.ts';
import { attachmentName, stemOf } from '../../../../src/domain/attachment/name.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const WORD = ['[Content_Types].xml', 'word/document.xml'];

/** A compound file with these names in its list. */
function compound(...names: string[]): Uint8Array {
  const file = Buffer.alloc(512 * 4);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffe, 512 + 4);
  for (const [index, name] of names.entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return new Uint8Array(file);
}

const tell = (file: Uint8Array, name = 'x.pdf'): string => {
  const told = attachmentType(file, name);
  return told.ok ? told.type : told.code;
};

describe('what a file is', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a PDF', bytes('%PDF-1.7 …'), 'x.exe', 'pdf'],
    ['a document of Word', zip(...WORD), 'x.pdf', 'docx'],
    ['a sheet of Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), 'x', 'xlsx'],
    ['an old document', compound('Root Entry', 'WordDocument'), 'x.doc', 'doc'],
    ['an old sheet', compound('Root Entry', 'Workbook'), 'x.pdf', 'xls'],
    ['a text', new TextEncoder().encode('值班表'), '值班.txt', 'txt'],
    ['a list in GBK', Uint8Array.of(0xd6, 0xb5, 0xb0, 0xe0, 0x2c, 0x31), '表.csv', 'csv'],
  ])('is told by its bytes: %s', (_, file, name, type) => {
    expect(tell(file, name)).toBe(type);
  });

  it.each<[string, Uint8Array, string]>([
    ['a program', bytes('MZ\u0090\u0000'), 'program'],
    ['an app', zip('AndroidManifest.xml', 'classes.dex'), 'program'],
    ['a page', bytes('  <!doctype html><p>'), 'page'],
    ['a drawing', bytes('<svg xmlns="x"/>'), 'page'],
    ['a page with its marks further down', bytes('hello <script>alert(1)</script>'), 'page'],
    ['a script', bytes('#!/bin/sh'), 'page'],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'photo'],
    ['an archive', zip('a.txt'), 'archive'],
    ['half an archive', zip(...WORD).slice(0, 60), 'broken'],
    ['an archive with something behind it', Uint8Array.of(...zip(...WORD), 1), 'broken'],
    ['macros', zip(...WORD, 'word/vbaProject.bin'), 'macros'],
    ['old macros', compound('WordDocument', 'Macros'), 'macros'],
    ['an installer', compound('Root Entry', 'SummaryInformation'), 'unknown'],
    ['a document with a password', compound('EncryptedPackage'), 'locked'],
    ['nothing', bytes(''), 'empty'],
    ['a text called a PDF', bytes('hello'), 'unknown'],
  ])('that must not get out is refused, whatever it is called: %s', (_, file, code) => {
    expect(tell(file)).toBe(code);
  });

  it('an archive that would swell is refused without being unpacked', () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<x/>'),
      'word/document.xml': new Uint8Array(20_000_000),
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(tell(bomb)).toBe('swells');
  });

  it('an archive whose list and parts differ is refused: readers would see different things', () => {
    const file = zip(...WORD);
    file.set(bytes('evil/document.xml').slice(0, 4), Buffer.from(file).indexOf('word/document.xml'));
    expect(tell(file)).toBe('broken');
  });

  it('is never a cause to fail, whatever the bytes are', () => {
    const heads = [bytes('PK\u0003\u0004'), compound('Root Entry').slice(0, 600), bytes('%PDF-'), bytes('')];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, rest) => {
        const file = Uint8Array.of(...head, ...rest);
        const type = typeOfBytes(file);
        // What is taken at the end is never refused at the start.
        if (type !== null) expect(mayBecome(file.slice(0, TYPE_BYTES))).toBe(true);
      }),
    );
  });
});

describe('its name', () => {
  it('ends with what it is, and holds no sign that misleads', () => {
    expect(attachmentName(stemOf('通知.PDF'), 'pdf')).toBe('通知.pdf');
    expect(attachmentName(stemOf('x\u202efdp.exe'), 'docx')).toBe('xfdp.exe.docx');
    expect(attachmentName('../../etc/passwd', 'txt')).toBe('etcpasswd.txt');
    expect(attachmentName(' . ', 'csv', '附件')).toBe('附件.csv');
    expect(attachmentName('长'.repeat(300), 'xlsx')).toHaveLength(120);
  });
});

describe('what a tablet fetches by itself', () => {
  const file = (hash: string, size: number) => ({ hash, bytes: size });

  it('is the newest, within the budget, each once', () => {
    const all = [file('a', 40), file('a', 40), file('b', 70), file('c', 50)];
    expect(withinBudget(all, 100, false)).toEqual([file('a', 40)]);
    expect(withinBudget(all, 100, true)).toEqual([file('a', 40), file('c', 50)]);
  });
});

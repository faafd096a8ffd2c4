/** Spreadsheets and files of commas as villages send them, made for the tests. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Sheet, SheetData } from 'write-excel-file/node';
import type { TableFile } from '../../../../src/app/tables/table-file.ts';

export const fileOf = (name: string, bytes: Uint8Array): TableFile => ({
  name,
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
});

export async function workbook(data: SheetData): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile(data).toBuffer());
}

export async function workbookOf(sheets: Sheet<never>[]): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

/** The same workbook with one of its parts changed. */
export function changed(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[path];
  if (!part) throw new Error(`no ${path} among ${Object.keys(parts).join(', ')}`);
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(part))) });
}

const gbkBytes = (() => {
  const found = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(new Uint8Array([first, second]));
      if (character.length === 1 && character !== '\ufffd' && !found.has(character))
        found.set(character, [first, second]);
    }
  return found;
})();

/** A text in GBK, as old spreadsheets save it. */
export const inGbk = (text: string): Uint8Array =>
  new Uint8Array(
    [...text].flatMap((one): number[] =>
      one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : (gbkBytes.get(one) ?? [0x3f]),
    ),
  );

/** The head of a compound document (old .xls, locked .xlsx) that holds a stream of that name. */
export function compoundDocument(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((one, at) => bytes.set([one.charCodeAt(0), 0], 1024 + at * 2));
  return bytes;
}

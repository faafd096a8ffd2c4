/** What a printed page says, read out of the PDF. */
import { extractText } from 'unpdf';

/** A font draws some characters by the same shape as a radical or an older form; a PDF names the shape. */
const SHAPES: Record<string, string> = { '⻚': '页', '⻢': '马', 戶: '户', '⺠': '民' };

/** Every text of each page, without spaces: how wide the gaps are is the printer's matter. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((page) =>
    page
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[⻚⻢戶⺠]/g, (shape) => SHAPES[shape] ?? shape),
  );
}

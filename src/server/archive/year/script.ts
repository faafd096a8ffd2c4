/** The script of the years' pages, as it was built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../../store/files/durable.ts';
import { YEAR_SCRIPT } from './build.ts';

/** A script as it can stand in a page: nothing in it ends it, or begins a comment. In strings the backslash is nothing. */
export const inlineScript = (text: string): string =>
  text.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');

/** Null: there is no build. @param distDir folder of the built app. */
export async function readYearScript(distDir: string): Promise<string | null> {
  try {
    return inlineScript(await readFile(join(distDir, YEAR_SCRIPT), 'utf8'));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

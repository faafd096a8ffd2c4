/** A day as it stands in data. Apart from the holidays' tables: who only reads a day needs none of them. */
import * as z from 'zod/mini';
import type { LocalDate } from '../time.ts';
import { parseLocalDate } from './days.ts';

/** `2026-11-24`, a day that exists. */
export const day = z.pipe(
  z.string().check(z.refine((text) => parseLocalDate(text) !== null)),
  z.transform((text) => text as LocalDate),
);

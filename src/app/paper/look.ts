/** How a sheet is to look, as it was chosen before on this device. */
import { keep, kept } from '../ui/settings.ts';

export const SIZES = ['A4', 'A3'] as const;
export type Size = (typeof SIZES)[number];
/** `large`: read from two steps away. `small`: saves paper. */
export const TYPES = ['large', 'small'] as const;
export type Type = (typeof TYPES)[number];

export interface Look {
  size: Size;
  turned: boolean;
  type: Type;
}

/** Short and long side, mm (ISO 216). */
export const MILLIMETRES: Record<Size, [number, number]> = { A4: [210, 297], A3: [297, 420] };
/** CSS pixels. */
export const PIXELS_A_MILLIMETRE = 96 / 25.4;

/** Width and height, CSS pixels. */
export function pixelsOf({ size, turned }: Pick<Look, 'size' | 'turned'>): [number, number] {
  const [short, long] = MILLIMETRES[size];
  const [width, height] = turned ? [long, short] : [short, long];
  return [width * PIXELS_A_MILLIMETRE, height * PIXELS_A_MILLIMETRE];
}

export const keptSize = (): Size => SIZES.find((one) => one === kept('paper.size')) ?? 'A4';
export const keptType = (): Type => TYPES.find((one) => one === kept('paper.type')) ?? 'large';
export const keepSize = (size: Size): void => keep('paper.size', size);
export const keepType = (type: Type): void => keep('paper.type', type);

/** Cards on one A4 sheet. */
export const CARDS = [2, 4, 8] as const;
export type Cards = (typeof CARDS)[number];
export const keptCards = (): Cards => CARDS.find((one) => String(one) === kept('paper.cards')) ?? 4;
export const keepCards = (cards: Cards): void => keep('paper.cards', String(cards));

/** Columns from which a table stands better across. */
const MANY_COLUMNS = 6;

/** Whether a sheet lies across when nobody has said so: the kind's own wish, where the table really is wide. */
export const liesAcross = (wish: boolean, columns: number): boolean => wish && columns >= MANY_COLUMNS;

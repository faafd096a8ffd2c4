/** The row of a table that is pointed out: whoever looked for his own name. */
import { createContext } from 'react';

export const MarkedRow = createContext<{ field: string; row: number } | null>(null);

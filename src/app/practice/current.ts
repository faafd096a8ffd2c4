/** The practice that this window runs; null outside practice. */
import type { Practice } from '../../practice/open.ts';

let current: Practice | null = null;

export const currentPractice = (): Practice | null => current;
export const setCurrentPractice = (practice: Practice): void => {
  current = practice;
};

/** Words of asking for information. */
export { zh } from './words-zh.ts';
export { en } from './words-en.ts';

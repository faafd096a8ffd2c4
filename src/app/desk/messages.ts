/** Words of the desk for requests. */
export { zh } from './words-zh.ts';
export { en } from './words-en.ts';

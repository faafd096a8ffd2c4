/** Words of inspection: the lists, rounds and findings. */
export { en } from './words-en.ts';
export { zh } from './words-zh.ts';

/** Words of the township office's screens. */
export { en } from './messages.en.ts';
export { zh } from './messages.zh.ts';

/** SHA-256 for screens that let their reader compute something again. */
export { sha256Hex } from '../../log/hash.ts';

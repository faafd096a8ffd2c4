/**
 * What a library takes for granted and Chrome 87 and Safari 14 do not have. To be imported before anything else, by the
 * page and by each worker. `Object.hasOwn` (Chrome 93, Safari 15.4) is called by @noble/hashes and @noble/curves.
 */
type HasOwn = (object: object, key: PropertyKey) => boolean;

export const hasOwn: HasOwn = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

(Object as { hasOwn?: HasOwn }).hasOwn ??= hasOwn;

/**
 * What a library takes for granted and Chrome 87 and Safari 14 do not have. To be imported before anything else, by the
 * page and by each worker. `Object.hasOwn` (Chrome 93, Safari 15.4) is called by @noble/hashes and @noble/curves.
 */
type HasOwn = (object: object, key: PropertyKey) => boolean;

/** Adds it where it is missing. */
export function complete(object: { hasOwn?: HasOwn }): void {
  object.hasOwn ??= (owner, key) => Object.prototype.hasOwnProperty.call(owner, key);
}

complete(Object);

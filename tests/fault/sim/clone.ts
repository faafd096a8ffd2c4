/**
 * A quick `structuredClone` for what devices store: the in-memory IndexedDB copies every row that it gives or takes, and the
 * platform's way through its serialiser is most of the time of a schedule.
 */

const platform = globalThis.structuredClone;

/** A copy as `structuredClone` gives it, for values without cycles. @throws DOMException for what cannot be copied. */
export function quickClone<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? platform(value) : value;
  if (Array.isArray(value)) return value.map(quickClone) as Value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) {
    const copy: Record<string, unknown> = {};
    for (const key in value) copy[key] = quickClone(value[key]);
    return copy as Value;
  }
  if (prototype === Uint8Array.prototype) return (value as unknown as Uint8Array).slice() as Value;
  return platform(value);
}

/** An entry of the disclosure catalogue: what must be published, in words that residents use. */
import * as z from 'zod/mini';

/** The groups under which residents look for things, and the picture that goes with each. */
export const ASPECTS = [
  'subsidy',
  'relief',
  'money',
  'works',
  'people',
  'poverty',
  'family',
  'culture',
  'discipline',
  'government',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export const catalogueEntry = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  /** Official name, e.g. 耕地地力保护补贴. */
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  aspect: z.enum(ASPECTS),
  /** Which kind of unit publishes it. */
  units: z.array(z.enum(['township', 'institution', 'village'])).check(z.minLength(1), z.maxLength(3)),
  /** One line for the cadre: what belongs in such a notice. */
  hint: z.string().check(z.maxLength(200)),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/**
 * Events of a notice, in the unit's public stream.
 * A revision names the revision on which it was made (`base`), so that two made offline on the same one are seen.
 */
import * as z from 'zod/mini';

export const NOTICE_LIMITS = {
  /** Characters. */
  title: 100,
  text: 20_000,
  officer: 40,
  reason: 200,
  caption: 60,
  sections: 40,
  photos: 9,
} as const;

const eventId = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const filled = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => value.trim().length > 0),
  );

const section = z.strictObject({
  /** Empty when the text has no headings. */
  heading: z.string().check(z.maxLength(NOTICE_LIMITS.title)),
  /** Plain text; a newline ends a paragraph. Never markup. */
  text: z.string().check(z.maxLength(NOTICE_LIMITS.text)),
});

export const photo = z.strictObject({
  /** SHA-256 of the file; also listed in the header's `files`. */
  hash: eventId,
  /** Pixels. */
  width: z.int().check(z.minimum(1), z.maximum(20_000)),
  height: z.int().check(z.minimum(1), z.maximum(20_000)),
  caption: z.string().check(z.maxLength(NOTICE_LIMITS.caption)),
});

const content = {
  /** The catalogue entry as it was on the day: id and name. */
  entry: z.strictObject({
    id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
    name: filled(60),
  }),
  title: filled(NOTICE_LIMITS.title),
  /** 负责人, the person who answers for it: always required. */
  officer: filled(NOTICE_LIMITS.officer),
  sections: z.array(section).check(
    z.minLength(1),
    z.maxLength(NOTICE_LIMITS.sections),
    z.refine((all) => all.reduce((sum, one) => sum + one.text.length, 0) <= NOTICE_LIMITS.text),
  ),
  photos: z.array(photo).check(z.maxLength(NOTICE_LIMITS.photos)),
};

export const noticeContent = z.strictObject(content);
export const noticePublished = z.strictObject(content);
export const noticeCorrected = z.strictObject({
  notice: eventId,
  base: eventId,
  reason: filled(NOTICE_LIMITS.reason),
  ...content,
});
export const noticeWithdrawn = z.strictObject({
  notice: eventId,
  base: eventId,
  reason: filled(NOTICE_LIMITS.reason),
});

export const noticeEvents = {
  'notice.published': noticePublished,
  'notice.corrected': noticeCorrected,
  'notice.withdrawn': noticeWithdrawn,
};

export type NoticeContent = z.infer<typeof noticeContent>;
export type Photo = z.infer<typeof photo>;

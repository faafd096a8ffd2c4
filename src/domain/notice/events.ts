/**
 * Events of a notice, in the unit's public stream.
 * A revision names the revision on which it was made (`base`), so that two made offline on the same one are seen.
 */
import * as z from 'zod/mini';
import { parseLocalDate } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { dayCount, entryId } from '../catalogue/entry.ts';
import { kindFields, kindId } from '../kind/values.ts';

export const NOTICE_LIMITS = {
  /** Characters. */
  title: 100,
  text: 20_000,
  officer: 40,
  reason: 200,
  caption: 60,
  sections: 40,
  photos: 9,
  attachments: 6,
  name: 120,
  source: 200,
} as const;

export const eventId = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const filled = (max: number) =>
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

export const attachment = z.strictObject({
  /** SHA-256 of the file; its size and type stand in the header's `files`. */
  hash: eventId,
  name: filled(NOTICE_LIMITS.name),
  /** Bytes. */
  bytes: z.int().check(z.minimum(1), z.maximum(20_000_000)),
});

const content = {
  /** The catalogue entry as it was on the day: id and name. */
  entry: z.strictObject({ id: entryId, name: filled(60) }),
  /** The period for which an entry was due: `2026-10`, `2026-Q4`, `2026-H2`, `2026`; empty for an occasion. */
  period: z.string().check(z.refine((value) => value === '' || parsePeriod(value) !== null)),
  /** What kind of notice it is, and what its fields hold (kind/). `sections` are its own words, for every kind. */
  kind: kindId,
  fields: kindFields,
  title: filled(NOTICE_LIMITS.title),
  /** 负责人, the person who answers for it: always required. */
  officer: filled(NOTICE_LIMITS.officer),
  sections: z.array(section).check(
    z.minLength(1),
    z.maxLength(NOTICE_LIMITS.sections),
    z.refine((all) => all.reduce((sum, one) => sum + one.text.length, 0) <= NOTICE_LIMITS.text),
  ),
  photos: z.array(photo).check(z.maxLength(NOTICE_LIMITS.photos)),
  attachments: z.array(attachment).check(z.maxLength(NOTICE_LIMITS.attachments)),
  /** Places where personal data was masked before it left the phone. */
  masked: z.int().check(z.minimum(0), z.maximum(100_000)),
};

/** Flood, fire, epidemic: out at once, pinned until this moment (ISO UTC). Null: ordinary. */
const urgent = z.nullable(
  z.strictObject({ until: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), z.maxLength(24)) }),
);
/** How long it is shown before it takes effect (公示期), as the catalogue had it on the day; null: no such period. */
const publicity = z.nullable(dayCount);
const outward = { urgent, publicity };
/** Set when it was reviewed before (先审后公开): the author of the event is the reviewer, and this is who wrote it. */
const review = z.optional(z.strictObject({ submission: eventId, drafter: eventId }));
/**
 * Set when an old record is brought in (补录): the day that stands on it, and where it was taken from. The log proves only
 * when and by whom it was brought in, never that it was public on that day.
 */
const broughtIn = z.optional(
  z.strictObject({
    day: z.string().check(z.refine((value) => parseLocalDate(value) !== null)),
    source: filled(NOTICE_LIMITS.source),
  }),
);

export const noticeContent = z.strictObject(content);
/** What a draft says that waits for review. */
export const noticeDrafted = z.strictObject({ ...content, ...outward });
/** What is brought in was over long ago: it is not urgent, runs through no publicity period and waits for no review. */
export const noticePublished = z
  .strictObject({ ...content, ...outward, review, broughtIn })
  .check(
    z.refine(
      (one) => !one.broughtIn || (one.urgent === null && one.publicity === null && one.review === undefined),
    ),
  );
export const noticeCorrected = z.strictObject({
  notice: eventId,
  base: eventId,
  reason: filled(NOTICE_LIMITS.reason),
  ...content,
  ...outward,
  review,
});
/** An urgent notice went out at once, and was looked at after. */
export const noticeReviewed = z.strictObject({
  notice: eventId,
  revision: eventId,
  approved: z.boolean(),
  comment: z.string().check(z.maxLength(1_000)),
});
/** The end of a publicity period: what came of it. */
export const publicityClosed = z.strictObject({
  notice: eventId,
  objections: z.int().check(z.minimum(0), z.maximum(10_000)),
  upheld: z.int().check(z.minimum(0), z.maximum(10_000)),
  result: filled(2_000),
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
  'notice.publicity-closed': publicityClosed,
  'notice.reviewed': noticeReviewed,
};

export type NoticeContent = z.infer<typeof noticeContent>;
export type BroughtIn = NonNullable<z.infer<typeof broughtIn>>;
/** What the publishing event says beside the content. */
export type Outward = Pick<z.infer<typeof noticeDrafted>, keyof typeof outward>;

/** A notice of no particular kind, and one that goes out in the ordinary way: what the rest is added to. */
export const PLAIN: Pick<NoticeContent, 'period' | 'kind' | 'fields' | 'attachments' | 'masked'> = {
  period: '',
  kind: 'plain',
  fields: {},
  attachments: [],
  masked: 0,
};
export const ORDINARY: Outward = { urgent: null, publicity: null };
export type Attachment = z.infer<typeof attachment>;
export type Photo = z.infer<typeof photo>;

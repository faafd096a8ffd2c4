/**
 * The sync protocol, version 1. HTTP and JSON; every answer is checked against these schemas before anything is kept.
 * What does not fit (a captive portal's page, a proxy's error, a cut body) is 'no network', never data.
 *
 * | call                                      | who        | what                                                      |
 * |-------------------------------------------|------------|-----------------------------------------------------------|
 * | GET  /api/township                        | anybody    | whose server this is (404 `not-set-up` while it is empty) |
 * | POST /api/setup                           | setup code | founds a township on an empty server                      |
 * | POST /api/sync                            | anybody    | sends new events and sizes held; brings what is missing   |
 * | GET  /api/segments/<stream>/<n>/leaves    | as stream  | leaves n*1024 to n*1024+1023, the same for ever           |
 * | GET  /api/segments/<stream>/<n>/bodies-<name> | as stream | their bodies; a new name when one is erased            |
 * | GET  /api/live                            | anybody    | server-sent events: 'heads' {stream: size}, 'contacts'    |
 * |                                           |            | {units: [id]}: devices of these units hold other sizes    |
 * | HEAD /api/files/<hash>                    | device     | how much of an upload has arrived (`Upload-Offset`)       |
 * | PATCH /api/files/<hash>                   | device     | the next bytes, from `Upload-Offset`                      |
 * | GET  /files/<hash>                        | anybody    | a file that a public event names, or a `Range` of it      |
 * | GET  /api/envelopes                       | code's key | what was handed in under a receipt code, with the answers |
 * | GET  /api/box                             | anybody    | how many reports were received, answered, are overdue     |
 *
 * **A device says who it is** by signing each request (`Authorization: Gongkailan key=,at=,sig=`, see
 * log/request-signature.ts): no session, no extra round trip, any server process can check it. The server refuses a time
 * more than 5 minutes off with `wrong-clock` and its own time, and the client tries once more with the difference added.
 * An upload signs the bytes of its chunk.
 *
 * **What a stream's part of the answer brings** is decided by `held`:
 * - held is a multiple of 1,024 and at least one whole segment is missing: `segments`, to be fetched by GET, no events.
 * - otherwise: the events from `held` up to the next segment border or the head, with a checkpoint at exactly that size.
 * - nothing is missing: no events, the checkpoint at that size, so that a fork is seen.
 * `size` is the server's head; the client asks again while it holds less. A server that has less than the client holds
 * answers with its own head's checkpoint (`from` = its size): the client keeps it as evidence and says so.
 *
 * **Limits**: request body 8 MiB, 200 events, 256 streams. A client with more sends in several requests, in order; what it
 * holds of streams that a request does not name is as it said before.
 */
import * as z from 'zod/mini';
import { signedEventSchema } from '../log/event.ts';

export const PROTOCOL_VERSION = 1;
/** Bytes. */
export const MAX_SYNC_BYTES = 8 * 1024 * 1024;
/** Bytes of one upload call. */
export const UPLOAD_CHUNK = 64 * 1024;
/** Bytes of a whole file: a photo, and any other attachment of a notice. */
export const MAX_PHOTO_BYTES = 5_000_000;
export const MAX_FILE_BYTES = 20_000_000;
export const MAX_SYNC_EVENTS = 200;
/** Of a township of 80 units all in one request: each has its board, its office's records and its inspections. */
export const MAX_SYNC_STREAMS = 256;
/** Photos, found by their first bytes. What else may be sent: domain/attachment/file-type.ts. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** How far a device's clock may be off in a signed request, ms. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** The live stream sends a comment this often, ms; a client that hears nothing for 45 s takes it for dead. */
export const LIVE_HEARTBEAT_MS = 15_000;
export const LIVE_DEAD_MS = 45_000;

const size = z.int().check(z.minimum(0));
const time = z.string().check(z.maxLength(40));
const hex = (digits: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const streamName = z.string().check(z.maxLength(80));

/** What a device says of itself with each contact: counted from its tables, never from a flag. */
export const deviceReport = z.strictObject({
  /** Items in the outbox without a receipt. */
  unsent: size,
  /** When the oldest of them was saved, or null. */
  oldest: z.nullable(time),
  /** Files whose receipt is missing. */
  files: size,
  /** Version of the app. */
  app: z.string().check(z.maxLength(40)),
  /** Bytes that the browser counts for this device, and that it allows; `full`: the last contact could not be stored. */
  storage: z.optional(z.strictObject({ used: size, quota: size, full: z.boolean() })),
  /** How far its clock was behind the server's at the last answer, ms (negative: ahead). */
  clockOff: z.optional(z.int()),
});
export type DeviceReport = z.infer<typeof deviceReport>;

export const syncRequest = z.strictObject({
  v: z.literal(PROTOCOL_VERSION),
  /** Sizes held of the streams that the device follows. */
  held: z.record(streamName, size),
  events: z.array(signedEventSchema).check(z.maxLength(MAX_SYNC_EVENTS)),
  report: z.nullable(deviceReport),
});
export type SyncRequest = z.infer<typeof syncRequest>;

/** Why an event was not taken in: `EventFault` (log/event.ts), `Refusal` (domain/registry/rights.ts), and these. */
export const SERVER_REFUSALS = [
  /** Made by newer software than the server's, or by nobody's. */
  'unknown-type',
  /** The content does not fit its type. */
  'bad-content',
  /** Not a stream of this township. */
  'wrong-stream',
  /** The device to be enrolled did not show that it has its key. */
  'bad-proof',
  /** A review of something that was never submitted here, or of what somebody else submitted. */
  'submission-unknown',
  /** It was published, returned or taken back before. */
  'submission-closed',
  /** What the reviewer signed is not what was submitted. */
  'not-as-submitted',
  /** More was handed in under one receipt code than anybody needs. */
  'too-many-envelopes',
  /** The server failed at this event, and at no other; worth another try after its next update. */
  'server-fault',
] as const;
export const rejectionCode = z.string().check(z.regex(/^[a-z-]{1,40}$/));

/** That an envelope stands in the log, for a device that may not read its stream. */
export const envelopeReceipt = z.strictObject({
  acceptedAt: time,
  /** Signed note of the stream's head. */
  checkpoint: z.string(),
  /** Inclusion proof (RFC 9162 §2.1.3) for the head's size. */
  proof: z.array(hex(64)).check(z.maxLength(64)),
});
export type EnvelopeReceipt = z.infer<typeof envelopeReceipt>;

export const eventResult = z.union([
  z.strictObject({
    id: hex(64),
    status: z.literal('accepted'),
    stream: streamName,
    number: size,
    /** For envelopes alone. */
    receipt: z.optional(envelopeReceipt),
  }),
  z.strictObject({ id: hex(64), status: z.literal('rejected'), code: rejectionCode }),
]);
export type EventResult = z.infer<typeof eventResult>;

export const streamPart = z.strictObject({
  /** The server's head. */
  size,
  /** Number of the first event here. */
  from: size,
  /** Signed note at `from + leaves.length`; null for a stream without events. */
  checkpoint: z.nullable(z.string()),
  leaves: z.array(z.string()),
  /** Same length; null: erased. */
  bodies: z.array(z.nullable(z.string())),
  /** Whole segments to fetch: number and name of the bodies part. */
  segments: z.array(z.strictObject({ n: size, bodies: hex(16) })),
});
export type StreamPart = z.infer<typeof streamPart>;

/** What the server last heard of a device: for its own unit's phones, and for the office all of them. */
export const contact = z.strictObject({
  key: hex(64),
  /** Last contact, ISO UTC. */
  at: time,
  held: z.record(streamName, size),
  report: z.nullable(deviceReport),
});
export type Contact = z.infer<typeof contact>;

export const syncResponse = z.strictObject({
  v: z.literal(PROTOCOL_VERSION),
  township: hex(32),
  now: time,
  results: z.array(eventResult),
  streams: z.record(streamName, z.union([streamPart, z.strictObject({ denied: z.literal(true) })])),
  contacts: z.array(contact),
});
export type SyncResponse = z.infer<typeof syncResponse>;

const envelopeAnswer = z.strictObject({ number: size, leaf: z.string(), body: z.nullable(z.string()) });
export type EnvelopeAnswer = z.infer<typeof envelopeAnswer>;
/** What stands in the log under one receipt code, with the answers. */
export const envelopesResponse = z.strictObject({
  v: z.literal(1),
  envelopes: z.array(
    z.strictObject({ stream: streamName, number: size, leaf: z.string(), answers: z.array(envelopeAnswer) }),
  ),
});
export type EnvelopesResponse = z.infer<typeof envelopesResponse>;

/**
 * The public figures of the report box, as of the beginning of this week, with the box's signed head at that moment: who
 * holds the box (the inspector) counts them again, and who handed something in knows its number in the same log.
 */
export const boxResponse = z.strictObject({
  v: z.literal(1),
  /** They count what was taken in before this. */
  until: time,
  received: size,
  answered: size,
  overdue: size,
  /** Null: nothing had come yet. */
  checkpoint: z.nullable(z.string().check(z.maxLength(4096))),
});
export type BoxResponse = z.infer<typeof boxResponse>;

export const townshipResponse = z.strictObject({
  v: z.literal(PROTOCOL_VERSION),
  id: hex(32),
  name: z.string(),
  now: time,
});
export type TownshipResponse = z.infer<typeof townshipResponse>;

/** Step 1 of the setup, with the code that the server printed: the township's log key is made. */
export const setupBegin = z.strictObject({ code: z.string().check(z.maxLength(40)) });
export const setupBeginResponse = z.strictObject({ logKey: hex(64) });
/** Step 2: the founding event and those that go with it, in order, signed by the office's first device. */
export const setupFound = z.strictObject({
  code: z.string().check(z.maxLength(40)),
  events: z.array(signedEventSchema).check(z.minLength(1), z.maxLength(MAX_SYNC_EVENTS)),
});
/** `recovery`: the log key's seed, hex, given this once, for the printed sheet. */
export const setupFoundResponse = z.strictObject({ township: hex(32), recovery: hex(64) });

/** Answer to PATCH of a file; to HEAD as headers: `Upload-Offset`, and `Upload-Receipt` (base64 of the note's UTF-8). */
export const uploadState = z.strictObject({
  hash: hex(64),
  /** Bytes that have arrived. */
  received: size,
  /** Signed note (log/file-receipt.ts) once the whole file is here and its hash is right. */
  receipt: z.nullable(z.string()),
});
export type UploadState = z.infer<typeof uploadState>;

export const ERROR_CODES = [
  'not-set-up',
  'already-set-up',
  'wrong-code',
  'bad-request',
  'too-large',
  'too-many-requests',
  'unauthorised',
  'wrong-clock',
  'not-allowed',
  'not-found',
  'file-not-expected',
  'file-type-refused',
  'file-hash-mismatch',
  'offset-mismatch',
  'storage-full',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Every answer that is not 2xx has this body, and its code in the header `Error-Code` (HEAD has no body). `message` is for logs; people get words from the code. */
export const errorResponse = z.strictObject({
  error: z.strictObject({ code: z.enum(ERROR_CODES), message: z.string(), now: z.optional(time) }),
});
export type ErrorResponse = z.infer<typeof errorResponse>;

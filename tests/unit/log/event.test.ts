import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSignature,
  eventId,
  makeEvent,
  MAX_BODY_BYTES,
  MAX_FILES,
  parseBody,
  parseHeader,
  type SignedEvent,
} from '../../../src/log/event.ts';
import { sha256Hex } from '../../../src/log/hash.ts';
import { draftOf, eventBy, forged, headerFor, seeded, signerOf, STREAM, withChar } from './samples.ts';

const CONTENT = { title: '三社机修梯田进展', text: '𠮷㐂 ۩ "<b>" \n 第二段', amount: 12 };
const HASH = 'ab'.repeat(32);
const BODY = JSON.stringify({ title: '公告', salt: '0'.repeat(32) });

/** What a reader makes of an event: its content, or the first fault found. */
async function read({ header, sig, body }: SignedEvent): Promise<unknown> {
  const parsed = parseHeader(header);
  if (!parsed.ok) return parsed.fault;
  if (!(await checkSignature({ header, sig }))) return 'bad-signature';
  const content = parseBody(body ?? '', parsed.header);
  return content.ok ? content.content : content.fault;
}

const faultOf = async (change: Record<string, unknown>, body = BODY): Promise<unknown> =>
  read(await forged('cadre', { ...(await headerFor('cadre', body)), ...change }, body));

describe('an event', () => {
  it('is read as it was written, with its header fields', async () => {
    const files = [{ hash: HASH, bytes: 1, type: 'image/jpeg' }];
    const event = await eventBy('cadre', CONTENT, { files });
    expect(await read(event)).toEqual(CONTENT);
    const parsed = parseHeader(event.header);
    expect(parsed).toMatchObject({ ok: true, header: { v: 1, stream: STREAM, registry: 1, seen: 2, files } });
    expect(eventId(event.header)).toBe(sha256Hex(event.header));
  });

  it('keeps any content that JSON can carry', async () => {
    const signer = await signerOf('cadre');
    const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(await read(await makeEvent(signer, draftOf({ value }), seeded))).toEqual({ value });
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('shows a change of any single character of header, signature or body', async () => {
    const event = await eventBy('cadre', CONTENT);
    const texts = [event.header, event.sig, event.body!] as const;
    const place = fc.integer({ min: 0, max: 2 }).chain((part) =>
      fc.record({
        part: fc.constant(part),
        at: fc.integer({ min: 0, max: texts[part]!.length - 1 }),
        char: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ({ part, at, char }) => {
        const [header, sig, body] = texts.map((text, i) => (i === part ? withChar(text, at, char) : text));
        fc.pre(header !== event.header || sig !== event.sig || body !== event.body);
        expect(typeof (await read({ header: header!, sig: sig!, body: body! }))).toBe('string');
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('is not valid under another event’s signature, nor with another event’s body', async () => {
    const one = await eventBy('cadre', { title: '一' });
    const two = await eventBy('cadre', { title: '二' });
    expect(await read({ ...one, sig: two.sig })).toBe('bad-signature');
    expect(await read({ ...one, body: two.body })).toBe('body-mismatch');
  });

  it('cannot be moved to another stream: its signature covers the name', async () => {
    const event = await eventBy('cadre', CONTENT);
    expect(await read({ ...event, header: event.header.replace('/v1/', '/v2/') })).toBe('bad-signature');
  });
});

describe('a header is refused', () => {
  it.each([
    ['a field too many', { extra: 1 }],
    ['a field missing', { seen: undefined }],
    ['a type without a dot', { type: 'notice' }],
    ['a type of 49 characters', { type: `notice.${'x'.repeat(42)}` }],
    ['a stream of 81 characters', { stream: 'a'.repeat(81) }],
    ['a stream with a capital', { stream: 'A/b' }],
    ['a negative size', { registry: -1 }],
    ['a size that is no whole number', { seen: 1.5 }],
    ['a time without zone', { at: '2026-11-24T10:00:00.000' }],
    ['30 February', { at: '2026-02-30T10:00:00.000Z' }],
    ['a hash in capitals', { body: 'AB'.repeat(32) }],
    ['an empty file', { files: [{ hash: HASH, bytes: 0, type: 'image/png' }] }],
    ['a file type that is no MIME type', { files: [{ hash: HASH, bytes: 1, type: 'photo' }] }],
    [
      '21 files',
      { files: Array.from({ length: MAX_FILES + 1 }, () => ({ hash: HASH, bytes: 1, type: 'image/png' })) },
    ],
    ['an older version', { v: 0 }],
  ])('with %s', async (_name, change) => {
    expect(await faultOf(change)).toBe('bad-header');
  });

  it('of a newer version, so that an update can be asked for', async () => {
    expect(await faultOf({ v: 2, whatever: true })).toBe('unsupported-version');
  });

  it('when it is no JSON object, has anything but printable ASCII, or is too long', async () => {
    for (const text of ['', '[]', 'null', '1', '{', '"x"']) {
      expect(parseHeader(text)).toEqual({ ok: false, fault: 'bad-header' });
    }
    const { header } = await eventBy('cadre', CONTENT);
    for (const text of [`${header}\n`, `${header}\u0000`, header.replace('v1', '村')]) {
      expect(parseHeader(text)).toEqual({ ok: false, fault: 'bad-header' });
    }
    expect(parseHeader(header + ' '.repeat(8_192))).toEqual({ ok: false, fault: 'too-large' });
  });
});

describe('a body is refused', () => {
  const deep = (levels: number): string =>
    `{"salt":"${'0'.repeat(32)}","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  it.each([
    ['without salt', '{"title":"x"}'],
    ['with a salt of other length', '{"salt":"00"}'],
    ['that is a list', '[]'],
    ['with a line break', `{"salt":"${'0'.repeat(32)}",\n"x":1}`],
    ['with a key that changes what an object is', `{"salt":"${'0'.repeat(32)}","__proto__":{"x":1}}`],
    ['nested 17 deep', deep(16)],
    ['nested a hundred thousand deep', deep(40_000)],
  ])('%s', async (_name, body) => {
    expect(await faultOf({}, body)).toBe('bad-body');
  });

  it('is taken when nested 16 deep', async () => {
    expect(await faultOf({}, deep(15))).toBeTypeOf('object');
  });

  it('with half a character: its UTF-8 would be that of another text', async () => {
    const half = `{"salt":"${'0'.repeat(32)}","x":"\ud842"}`;
    expect(await faultOf({}, half)).toBe('bad-body');
  });

  it('beyond 131,072 bytes, counted as UTF-8', async () => {
    const room = MAX_BODY_BYTES - JSON.stringify({ text: '', salt: '0'.repeat(32) }).length;
    const fits = JSON.stringify({ text: '村'.repeat(Math.floor(room / 3)), salt: '0'.repeat(32) });
    expect(await faultOf({}, fits)).toBeTypeOf('object');
    expect(await faultOf({}, fits.replace('村', '村村'))).toBe('too-large');
  });
});

describe('making an event', () => {
  it('refuses what no reader would take, with the fault at the end of the message', async () => {
    const signer = await signerOf('cadre');
    const make = (change: object) => makeEvent(signer, { ...draftOf({}), ...change }, seeded);
    await expect(make({ content: { salt: 'x' } })).rejects.toThrow(/bad-body$/);
    await expect(make({ content: { text: 'x'.repeat(MAX_BODY_BYTES) } })).rejects.toThrow(/too-large$/);
    await expect(make({ stream: 'Not A Stream' })).rejects.toThrow(/bad-header$/);
    await expect(make({ at: 'today' })).rejects.toThrow(RangeError);
  });

  it('salts the body, so that the same words twice have two hashes', async () => {
    const signer = await signerOf('cadre');
    let call = 0;
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(++call);
    const one = await makeEvent(signer, draftOf(CONTENT), random);
    const two = await makeEvent(signer, draftOf(CONTENT), random);
    expect(eventId(one.header)).not.toBe(eventId(two.header));
  });
});

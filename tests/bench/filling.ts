/** Fills a server's data folder with notices, through the same acceptance as from the network. */
import { createPrivateKey, sign } from 'node:crypto';
import { READY_MADE } from '../../src/domain/catalogue/ready-made/ready-made.ts';
import { shanghaiTime } from '../../src/domain/time.ts';
import { type NoticeContent, ORDINARY, type Outward } from '../../src/domain/notice/events.ts';
import { makeEvent, type SignedEvent } from '../../src/log/event.ts';
import { fromHex } from '../../src/log/hex.ts';
import { sha256 } from '../../src/log/hash.ts';
import { type Signer, softwareSigner } from '../../src/log/signature.ts';
import { publicStream, type TownshipId } from '../../src/log/stream.ts';
import { SampleOffice } from '../../src/server/demo/office.ts';
import { FIRST_VILLAGE, VILLAGE_NOTICES } from '../../src/server/demo/sample.ts';
import { createServer } from '../../src/server/server.ts';

export const UNIT = FIRST_VILLAGE;
/** Events taken in at once. */
const PORTION = 200;
/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
export const SEED = sha256(new TextEncoder().encode('bench'));

/** Signs by the platform: ten times as fast as in software. */
export async function fastSigner(seed: Uint8Array): Promise<Signer> {
  const { publicKey } = await softwareSigner(seed);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return { publicKey, sign: async (message) => new Uint8Array(sign(null, message, key)) };
}

/** Entries that nobody looks through before: notices of others would need a submission each. */
const REVIEWED = new Set(READY_MADE.filter(({ review }) => review !== 'none').map(({ id }) => id));
const GENERAL = { id: 'general-affairs', name: '其他村务' };

/** Text like a village's, no two alike, so that compression gains what it would gain in real use. */
function noticeOf(n: number): NoticeContent & Outward {
  const sample = VILLAGE_NOTICES[n % VILLAGE_NOTICES.length]!;
  const words = sha256(fromHex(n.toString(16).padStart(8, '0')));
  const figures = Array.from(words, (byte, i) => `第 ${i + 1} 户 ${byte}.${words[31 - i]} 元`).slice(0, 12);
  const text = `${sample.sections[0]!.text}\n${figures.join('，')}。`;
  const entry = REVIEWED.has(sample.entry.id) ? GENERAL : sample.entry;
  return {
    ...sample,
    entry,
    ...ORDINARY,
    title: `${sample.title}（${n}）`,
    sections: [{ heading: '', text }],
  };
}

export async function noticeEvent(township: TownshipId, n: number): Promise<SignedEvent> {
  const signer = await fastSigner(SEED);
  let drawn = n * 7919;
  const random = (bytes: number): Uint8Array =>
    sha256(fromHex((drawn++).toString(16).padStart(12, '0'))).slice(0, bytes);
  const draft = {
    stream: publicStream(township, UNIT),
    type: 'notice.published',
    at: shanghaiTime(Date.now()),
    registry: 12,
    seen: n,
    content: { ...noticeOf(n) },
  };
  return makeEvent(signer, draft, random);
}

/** A data folder with a township whose first village has `count` notices. Returns the township's id. */
export async function fill(dataDir: string, distDir: string, count: number): Promise<TownshipId> {
  const server = await createServer({ dataDir, distDir, now: Date.now, printSetupCode: false });
  const { logKey } = await server.beginSetup();
  const office = await SampleOffice.found(SEED, logKey, Date.now);
  const founded = await server.found([office.founding, ...(await office.registryEvents())]);
  if (!founded.ok) throw new Error(`bench: ${founded.code}`);
  for (let n = 0; n < count; n += PORTION) {
    const numbers = Array.from({ length: Math.min(PORTION, count - n) }, (_, i) => n + i);
    const events = await Promise.all(numbers.map((number) => noticeEvent(office.township, number)));
    const refused = (await server.accept(events)).filter(({ status }) => status === 'rejected');
    if (refused.length > 0) throw new Error(`bench: refused ${JSON.stringify(refused[0])}`);
  }
  await server.close();
  return office.township;
}

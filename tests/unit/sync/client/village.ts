/** A township on a real server, and devices with a network that can be made bad, for the tests of sync. */
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { toHex } from '../../../../src/log/hex.ts';
import { softwareSigner } from '../../../../src/log/signature.ts';
import { type NoticeContent, PLAIN } from '../../../../src/domain/notice/events.ts';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import type { Device } from '../../../../src/sync/client/device.ts';
import { makeInvitationLink } from '../../../../src/sync/client/invitation.ts';
import { type DeviceOptions, openDevice } from '../../../../src/sync/client/open-device.ts';
import type { PhotoCodec } from '../../../../src/sync/client/photo.ts';
import type { PageSignals, Timers } from '../../../../src/sync/client/ports.ts';
import type { Role } from '../../../../src/domain/registry/events.ts';
import { member, TestServer } from '../../server/harness.ts';

export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** Waits until a condition holds; fails after two seconds. The condition is looked at after each turn of the event loop. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  what = 'the condition',
): Promise<void> {
  const end = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what} did not come true`);
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

export interface Request {
  method: string;
  path: string;
  body: string;
}

type Send = () => Promise<Response>;

/** The network between one device and the server. */
export class Network {
  readonly requests: Request[] = [];
  connected = true;
  /** What happens to a request instead of sending it; undefined: nothing special. */
  fault: (request: Request, send: Send) => Promise<Response> | undefined = () => undefined;

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const body = typeof init?.body === 'string' ? init.body : '';
    const request = { method: init?.method ?? 'GET', path: url.pathname, body };
    this.requests.push(request);
    if (!this.connected) throw new TypeError('no network');
    const send: Send = () => fetch(input, init);
    return this.fault(request, send) ?? send();
  };

  /** The next answers to requests whose path begins so are lost, after the server has got the request. */
  loseAnswers(times: number, path = '/api/sync'): void {
    let left = times;
    this.fault = (request, send) => {
      if (!request.path.startsWith(path) || left-- <= 0) return undefined;
      return send().then(async (response) => {
        await response.arrayBuffer();
        throw new TypeError('the answer was lost');
      });
    };
  }

  /** Every answer to such requests is edited as text. */
  rewrite(edit: (text: string, request: Request) => string, path = '/api/sync'): void {
    this.fault = (request, send) =>
      request.path.startsWith(path)
        ? send().then(async (response) => {
            const { status } = response;
            const headers = { 'content-type': response.headers.get('content-type') ?? '' };
            return new Response(edit(await response.text(), request), { status, headers });
          })
        : undefined;
  }

  heal(): void {
    this.connected = true;
    this.fault = () => undefined;
  }
}

/** A page that nothing happens to, unless the test says so. */
export class TestPage implements PageSignals {
  #visible = true;
  #online = new Set<() => void>();
  #seen = new Set<(visible: boolean) => void>();
  visible = (): boolean => this.#visible;
  onOnline = (run: () => void): (() => void) => {
    this.#online.add(run);
    return () => this.#online.delete(run);
  };
  onVisible = (run: (visible: boolean) => void): (() => void) => {
    this.#seen.add(run);
    return () => this.#seen.delete(run);
  };
  goOnline(): void {
    for (const run of this.#online) run();
  }
  show(visible: boolean): void {
    this.#visible = visible;
    for (const run of this.#seen) run(visible);
  }
}

/** Timers that run out only when the test says so. */
export class TestTimers implements Timers {
  waiting: { ms: number; run: () => void }[] = [];
  after(ms: number, run: () => void): () => void {
    const one = { ms, run };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one);
    };
  }
  /** Runs those that wait for at most so long, milliseconds. */
  runOut(ms: number): void {
    const due = this.waiting.filter((one) => one.ms <= ms);
    this.waiting = this.waiting.filter((one) => one.ms > ms);
    for (const one of due) one.run();
  }
}

/** A codec whose photos are JPEGs of a given size; what begins with 'bad' is unreadable. */
export const fakeCodec = (bytes = 1000): PhotoCodec => ({
  decode: async (file) => {
    const text = await file.text();
    if (text.startsWith('bad')) return null;
    return {
      width: 4000,
      height: 3000,
      draw: async () => new Blob([jpeg(text, bytes) as BlobPart]),
      close: () => {},
    };
  },
});

/** Bytes that begin as a JPEG does, different for each seed. */
export function jpeg(seed: string, bytes: number): Uint8Array {
  const image = new Uint8Array(bytes);
  image.set([0xff, 0xd8, 0xff, 0xe0]);
  for (let i = 4; i < bytes; i++) image[i] = (seed.charCodeAt(i % seed.length) * 31 + i * i) & 0xff;
  return image;
}

export interface TestDevice {
  device: Device;
  network: Network;
  page: TestPage;
  timers: TestTimers;
  /** The same device after its browser was killed and opened again. */
  reopen(options?: DeviceOptions): TestDevice;
}

let count = 0;

export class Village extends TestServer {
  readonly opened: Device[] = [];

  /** A browser that has never been here. */
  browser(options: DeviceOptions = {}): TestDevice {
    return this.#open(`test-${(count += 1)}`, new Network(), options);
  }

  #open(name: string, network: Network, options: DeviceOptions): TestDevice {
    const page = new TestPage();
    const timers = new TestTimers();
    const device = openDevice({
      db: new DeviceDb(name),
      fetch: network.fetch,
      origin: this.url,
      now: this.clock.now,
      random,
      page,
      timers,
      codec: fakeCodec(),
      pause: async () => {},
      ...options,
    });
    this.opened.push(device);
    const reopen = (more?: DeviceOptions): TestDevice => {
      device.db.close();
      return this.#open(name, network, { ...options, ...more });
    };
    return { device, network, page, timers, reopen };
  }

  /** A one-time invitation's link, taken in by the township. */
  async invitation(
    device: 'phone' | 'tablet' | 'office',
    unit: string,
    who: string | null,
    days = 1,
  ): Promise<string> {
    const seed = random(32);
    const expires = new Date(this.clock.ms + days * 86_400_000).toISOString();
    const { publicKey: key } = await softwareSigner(seed);
    const content = { key, device, unit, member: who, expires };
    await this.mustAccept(await this.sign(this.office, this.registry, 'invitation.made', content));
    return makeInvitationLink(this.url, this.township, toHex(seed));
  }

  /** An enrolled phone of a cadre of the village, or of somebody in another role. */
  async phone(unit = 'v1', options: DeviceOptions = {}, role: Role = 'cadre'): Promise<TestDevice> {
    const id = `${role}${(count += 1)}`;
    await this.mustAccept(
      await this.sign(this.office, this.registry, 'member.set', member(id, unit, [], role)),
    );
    const browser = this.browser(options);
    const enrolled = await browser.device.enrol(await this.invitation('phone', unit, id), '手机');
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.code}`);
    return browser;
  }

  async tablet(unit = 'v1', options: DeviceOptions = {}): Promise<TestDevice> {
    const browser = this.browser(options);
    const enrolled = await browser.device.enrol(await this.invitation('tablet', unit, null), '平板');
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.code}`);
    return browser;
  }

  /** Anybody's browser that reads a village's board. */
  async reader(unit = 'v1', options: DeviceOptions = {}): Promise<TestDevice> {
    const browser = this.browser(options);
    await browser.device.follow(unit);
    return browser;
  }

  async end(): Promise<void> {
    for (const device of this.opened) {
      await device.stop();
      device.db.close();
    }
    await this.stop();
  }
}

export const openVillage = async (): Promise<Village> => {
  const village = new Village();
  await village.start();
  await village.found();
  return village;
};

const filled = (title: string, photos: NoticeContent['photos']): NoticeContent => ({
  ...PLAIN,
  entry: { id: 'general-affairs', name: '其他村务' },
  title,
  officer: '李某',
  sections: [{ heading: '', text: '正文' }],
  photos,
});

/** Writes and publishes a notice as the screens do. */
export async function publish(
  device: Device,
  unit: string,
  title: string,
  photos: Blob[] = [],
): Promise<{ id: string; notice: string }> {
  const draft = await device.newDraft(unit);
  if (!draft.ok) throw new Error(`no draft: ${draft.code}`);
  for (const photo of photos) {
    const added = await device.addPhoto(draft.value.id, photo);
    if (!added.ok) throw new Error(`no photo: ${added.code}`);
  }
  const kept = (await device.db.drafts.get(draft.value.id))!;
  await device.saveDraft({ ...kept, content: filled(title, kept.content.photos) });
  const published = await device.publish(draft.value.id);
  if (!published.ok) throw new Error(`not published: ${published.code}`);
  return published.value;
}

/** Titles on the board as this device holds it, in the log's order. */
export async function board(device: Device, unit = 'v1'): Promise<string[]> {
  const pages = await device.db.pages.filter((page) => page.stream.endsWith(`/${unit}/public`)).toArray();
  return pages.flatMap((page) => page.notices.map((notice) => notice.title));
}

/** Phases of the outbox, in the order of making. */
export const phases = async (device: Device): Promise<string[]> =>
  (await device.db.outbox.orderBy('seq').toArray()).map((row) => row.phase);

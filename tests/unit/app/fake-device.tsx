/**
 * A device for tests of screens: the real tables (in memory), commands that are noted and answered as the test says.
 * `calls` keeps each command with what it was given.
 */
import 'fake-indexeddb/auto';
import { cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { applyToBoard, type LightNotice } from '../../../src/domain/board/board.ts';
import { foldNotice, type NoticeEvent } from '../../../src/domain/notice/notice.ts';
import type { Registry } from '../../../src/domain/registry/registry.ts';
import { DeviceDb } from '../../../src/store/device/db.ts';
import type { ContactState, Device, Identity } from '../../../src/sync/client/device.ts';
import { DeviceProvider } from '../../../src/app/ui/device-context.tsx';
import { addMessages, startI18n, type Language } from '../../../src/app/i18n/i18n.ts';
import * as board from '../../../src/app/board/messages.ts';
import * as enrol from '../../../src/app/enrol/messages.ts';
import * as find from '../../../src/app/find/messages.ts';
import * as kiosk from '../../../src/app/kiosk/messages.ts';
import * as me from '../../../src/app/me/messages.ts';

// Screens load their parts when they are drawn, on a machine that has other work: how long that takes is no matter here.
configure({ asyncUtilTimeout: 5_000 });

export const TOWNSHIP = 'a'.repeat(32);
export const NOW = Date.parse('2026-11-24T02:00:00.000Z');

type Command = Exclude<keyof Device, 'db'>;
type Answers = { [Name in Command]?: Device[Name] };

export interface FakeDevice extends Device {
  calls: { name: Command; args: unknown[] }[];
  /** Puts a small fact into the `meta` table, as the engine would. */
  setContact(contact: Partial<ContactState>): Promise<void>;
  setIdentity(identity: Partial<Identity> | null): Promise<void>;
  setRegistry(registry: Registry): Promise<void>;
  /** Folds these events of a unit's public stream into pages, and answers `details` from them. */
  setBoard(unit: string, events: NoticeEvent[]): Promise<void>;
}

const DEFAULTS: { [Name in Command]: Device[Name] } = {
  start: () => undefined,
  stop: async () => undefined,
  screenDark: () => undefined,
  contactNow: async () => contactState({}),
  follow: async () => undefined,
  choose: async () => undefined,
  scanned: async () => undefined,
  visits: async () => ({ ok: false, code: 'no-network' }),
  visitMonths: async () => ({ ok: false, code: 'no-network' }),
  archive: async () => ({ ok: false, code: 'no-network' }),
  previewInvitation: async () => ({ ok: false, code: 'no-network' }),
  enrol: async () => ({ ok: false, code: 'no-network' }),
  found: async () => ({ ok: false, code: 'no-network' }),
  newDraft: async () => ({ ok: false, code: 'not-enrolled' }),
  saveDraft: async () => ({ ok: true, value: undefined }),
  deleteDraft: async () => undefined,
  addPhoto: async () => ({ ok: false, code: 'unreadable' }),
  keepPhoto: async () => ({ ok: false, code: 'unreadable' }),
  addAttachment: async () => ({ ok: false, code: 'unknown' }),
  publish: async () => ({ ok: false, code: 'not-enrolled' }),
  withdraw: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  makeOuting: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  endOuting: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  ownNotice: async () => null,
  officeRecords: async () => [],
  sealTo: async () => ({ ok: false, code: 'no-desk' }),
  readReceipt: async () => ({ ok: false, code: 'unknown' }),
  deskInbox: async () => [],
  openEnvelope: async () => null,
  deskAnswers: async () => [],
  photoToSeal: async () => ({ ok: true, value: '/9j/' }),
  refreshBox: async () => undefined,
  checkBox: async () => 'none',
  markReportsRead: async () => undefined,
  answerEnvelope: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  deskTalk: async () => ({ comments: [], clear: new Map(), closed: 0, upTo: 0 }),
  publishComment: async () => ({ ok: true, value: undefined }),
  refuseComment: async () => ({ ok: true, value: undefined }),
  answerAlone: async () => ({ ok: true, value: undefined }),
  correctCommentAnswer: async () => ({ ok: true, value: undefined }),
  countTalk: async () => ({ ok: true, value: undefined }),
  requests: async () => [],
  takeStep: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  stepWords: async () => null,
  deskRecovery: async () => null,
  restoreDesk: async () => false,
  submission: async () => null,
  decisions: async () => new Map(),
  approve: async () => ({ ok: false, code: 'gone' }),
  returnSubmission: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  takeSubmissionBack: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  redraft: async () => ({ ok: false, code: 'gone' }),
  reviewAfter: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  makeObjection: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  answerObjection: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  record: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  objectToScore: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  answerScore: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  closePublicity: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  sealedObjections: async () => [],
  answerSealedObjection: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  change: async () => ({ ok: false, code: 'not-enrolled' }),
  invite: async () => ({ ok: false, code: 'not-enrolled' }),
  retry: async () => undefined,
  exportItem: async () => null,
  deleteItem: async () => undefined,
  registry: async () => null,
  details: async () => null,
  boardAsOf: async () => null,
  noticeAsOf: async () => null,
  bringIn: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
  photo: async () => null,
  refreshMessageGroups: async () => undefined,
  refreshMessageProgress: async () => undefined,
  messageStatus: async () => ({ ok: false, code: 'no-network' }),
  messageReceivers: async () => ({ ok: true, value: [] }),
  changeMessageGroup: async () => ({ ok: true, value: undefined }),
  reminders: async () => ({ ok: false, code: 'no-network' }),
  changeReminders: async () => ({ ok: true, value: undefined }),
  myReminders: async () => ({ ok: false, code: 'no-network' }),
  wishReminders: async (wanted) => ({ ok: true, value: { wanted } }),
  sendMessagesAgain: async () => ({ ok: true, value: 1 }),
  makeBundle: async () => null,
  takeBundle: async () => ({ ok: false, code: 'not-a-bundle' }),
  confirmations: async () => ({ ok: true, value: [] }),
  proofOf: async () => null,
  forks: async () => [],
  file: async () => ({ ok: false, code: 'no-network' }),
};

const contactState = (part: Partial<ContactState>): ContactState => ({
  state: 'connected',
  lastContact: '2026-11-24T01:59:00.000Z',
  sending: null,
  pulling: null,
  ...part,
});

export const identity = (part: Partial<Identity> = {}): Identity => ({
  township: TOWNSHIP,
  key: 'c'.repeat(64),
  unit: 'v1',
  kind: 'phone',
  persistent: true,
  ...part,
});

let made = 0;

async function fillBoard(device: FakeDevice, unit: string, events: NoticeEvent[]): Promise<void> {
  const byId = new Map(events.map((event) => [event.id, event.number]));
  const stream = `${TOWNSHIP}/${unit}/public`;
  const { changed } = applyToBoard(new Map(), events, (id) => byId.get(id));
  await device.db.pages.bulkPut([...changed.values()].map((page) => ({ ...page, stream })));
  await device.db.heads.put({ stream, size: events.length, frontier: [], checkpoint: '' } as never);
  const before = device.details;
  device.details = async (of, id) => {
    if (of !== unit) return before(of, id);
    const notice = foldNotice(events.filter((one) => one.id === id || noticeOf(one) === id));
    return notice && { notice, proof: 'checked', number: notice.revisions[0].number };
  };
}

const noticeOf = (event: NoticeEvent): string | undefined => (event.content as { notice?: string }).notice;

/** A device whose commands answer as given, or in the plainest way. */
export function fakeDevice(answers: Answers = {}): FakeDevice {
  const db = new DeviceDb(`fake-${(made += 1)}`);
  const calls: FakeDevice['calls'] = [];
  const noted = Object.fromEntries(
    Object.entries({ ...DEFAULTS, ...answers }).map(([name, answer]) => [
      name,
      (...args: unknown[]) => {
        calls.push({ name: name as Command, args });
        return (answer as (...all: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as Device;
  const device: FakeDevice = {
    ...noted,
    db,
    calls,
    setContact: async (part) => void (await db.meta.put({ key: 'contact', value: contactState(part) })),
    setIdentity: async (part) => void (await db.meta.put({ key: 'identity', value: part && identity(part) })),
    setRegistry: async (state) => {
      await db.registry.put({ township: TOWNSHIP, state });
      await db.meta.put({ key: 'township', value: { id: TOWNSHIP, logKey: state.logKey, name: state.name } });
    },
    setBoard: (unit, events) => fillBoard(device, unit, events),
  };
  return device;
}

export interface RenderOptions {
  device?: FakeDevice;
  /** Where the screen is opened. */
  path?: string;
  language?: Language;
  now?: () => number;
}

/** What jsdom lacks and screens use. */
function completeWindow(): void {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as never;
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
}

/** Draws a screen around a device. Words of the reading app are there; add those of a later folder by `addMessages`. */
export function renderScreen(screen: ReactNode, options: RenderOptions = {}) {
  const { device = fakeDevice(), path = '/', language = 'zh-CN', now = () => NOW } = options;
  cleanup();
  completeWindow();
  startI18n(language);
  addMessages('board', board);
  addMessages('enrol', enrol);
  addMessages('find', find);
  addMessages('kiosk', kiosk);
  addMessages('me', me);
  return {
    device,
    ...render(screen, {
      wrapper: ({ children }) => (
        <MemoryRouter initialEntries={[path]}>
          <DeviceProvider device={device} now={now}>
            {children}
          </DeviceProvider>
        </MemoryRouter>
      ),
    }),
  };
}

export type { LightNotice };

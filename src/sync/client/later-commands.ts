/** Commands whose code is not part of the first load: each waits until it is here. */
import type { Core } from './core.ts';
import type { FetchingCommands } from './fetching.ts';
import type { SeldomCommands } from './seldom.ts';
import type { WritingCommands } from './writing.ts';

type Command = (...given: never[]) => Promise<unknown>;

/** The same commands under the same names; the code behind them loads with the first that is given. */
function later<Commands extends { [Name in keyof Commands]: Command }>(
  names: Record<keyof Commands, true>,
  load: () => Promise<Commands>,
): Commands {
  const waiting =
    (name: keyof Commands) =>
    async (...given: never[]) =>
      (await load())[name](...given);
  const all = (Object.keys(names) as (keyof Commands)[]).map((name) => [name, waiting(name)]);
  return Object.fromEntries(all) as Commands;
}

/** Loads once; tried again after a failure. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let held: Promise<Value> | null = null;
  return () => {
    held ??= load().catch((error: unknown) => {
      held = null;
      throw error;
    });
    return held;
  };
}

/** Every name is listed: the type fails when one is missing or too many. */
const WRITING: Record<keyof WritingCommands, true> = {
  previewInvitation: true,
  enrol: true,
  found: true,
  newDraft: true,
  saveDraft: true,
  deleteDraft: true,
  addPhoto: true,
  addAttachment: true,
  publish: true,
  withdraw: true,
  makeOuting: true,
  endOuting: true,
  ownNotice: true,
  change: true,
  keepPhoto: true,
  invite: true,
  exportItem: true,
  deleteItem: true,
  officeRecords: true,
  submission: true,
  decisions: true,
  approve: true,
  returnSubmission: true,
  takeSubmissionBack: true,
  redraft: true,
  reviewAfter: true,
  makeObjection: true,
  answerObjection: true,
  closePublicity: true,
  sealedObjections: true,
  answerSealedObjection: true,
  record: true,
  objectToScore: true,
  answerScore: true,
  bringIn: true,
  refreshMessageGroups: true,
  refreshMessageProgress: true,
  messageStatus: true,
  messageReceivers: true,
  changeMessageGroup: true,
  sendMessagesAgain: true,
  reminders: true,
  changeReminders: true,
  myReminders: true,
  wishReminders: true,
  visits: true,
  visitMonths: true,
  scanned: true,
  choose: true,
};

const FETCHING: Record<keyof FetchingCommands, true> = {
  details: true,
  photo: true,
  file: true,
  prefetch: true,
};

const SELDOM: Record<keyof SeldomCommands, true> = {
  makeBundle: true,
  takeBundle: true,
  boardAsOf: true,
  noticeAsOf: true,
  confirmations: true,
  proofOf: true,
  forks: true,
  archive: true,
};

export interface LaterCommands {
  writing: WritingCommands;
  fetching: FetchingCommands;
  seldom: SeldomCommands;
  /** Has the code here before the network goes: what readers use, and what writers use too. */
  load: (writes: boolean) => Promise<void>;
}

export function laterCommands(core: Core): LaterCommands {
  const writing = once(async () => (await import('./writing.ts')).writingCommands(core));
  const fetching = once(async () => (await import('./fetching.ts')).fetchingCommands(core));
  const seldom = once(async () => (await import('./seldom.ts')).seldomCommands(core));
  return {
    writing: later(WRITING, writing),
    fetching: later(FETCHING, fetching),
    seldom: later(SELDOM, seldom),
    load: async (writes) => {
      await Promise.all([fetching(), seldom(), writes ? writing() : undefined]);
    },
  };
}

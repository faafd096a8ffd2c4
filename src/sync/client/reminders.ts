/** Reminders by text message, as far as a device asks for them. They work with a network only; no number is kept on a device. */
import {
  myReminders,
  type MyReminders,
  type ReminderChange,
  remindersResponse,
  type RemindersResponse,
} from '../reminders-protocol.ts';
import { changedResponse } from '../messages-protocol.ts';
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import type { CallFault } from './http.ts';
import { asked, json } from './messages.ts';
import { done } from './outcome.ts';

export interface ReminderCommands {
  /** The office's: settings, and who is reminded. */
  reminders(): Promise<Outcome<RemindersResponse, CallFault>>;
  changeReminders(change: ReminderChange): Promise<Outcome<void, CallFault>>;
  /** Whether who holds this device is reminded. */
  myReminders(): Promise<Outcome<MyReminders, CallFault>>;
  wishReminders(wanted: boolean): Promise<Outcome<MyReminders, CallFault>>;
}

const PATH = '/api/reminders';
const MINE = `${PATH}/mine`;

export const reminderCommands = (core: Core): ReminderCommands => ({
  reminders: () => asked(core, remindersResponse, { method: 'GET', path: PATH, fresh: true }),
  changeReminders: async (change) => {
    const answer = await asked(core, changedResponse, { method: 'POST', path: PATH, ...json(change) });
    return answer.ok ? done(undefined) : answer;
  },
  myReminders: () => asked(core, myReminders, { method: 'GET', path: MINE, fresh: true }),
  wishReminders: (wanted) => asked(core, myReminders, { method: 'POST', path: MINE, ...json({ wanted }) }),
});

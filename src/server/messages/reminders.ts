/**
 * Reminders by text message: once a day the boards are judged, and whoever posts for a unit is told what is due soon, today, or
 * some days ago, in one message. What each was told is noted in the transaction that queues it, so that a restart tells nobody twice.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { addDays } from '../../domain/calendar/days.ts';
import { type DueItem, dueItems } from '../../domain/due/judge.ts';
import {
  DEFAULT_REMINDERS,
  MOST_DAYS,
  posters,
  type Reminding,
  remindings,
  reminderText,
  type ReminderRules,
} from '../../domain/due/reminders.ts';
import { isQuiet } from '../../domain/due/quiet.ts';
import { measureMessage } from '../../domain/forms/text-message.ts';
import type { LightNotice } from '../../domain/board/board.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { ReminderStore } from '../../store/reminder-store.ts';

export interface ReminderContext {
  store: ReminderStore;
  /** Ms since 1970. */
  now: () => number;
  logger: Logger;
  /** Whether messages go out at all. */
  isOn: () => boolean;
  /** The registry and the light notices of all boards; null: there is no township yet. */
  boards: () => Promise<{ registry: Registry; boards: ReadonlyMap<string, LightNotice[]> } | null>;
  /** Something was queued. */
  queued: () => void;
}

const CHECK_EVERY_MS = 600_000;
/** What a person was told is needed no longer than an item may be reminded of. */
const TOLD_KEPT_MS = 400 * 86_400_000;

const idOf = (member: string, keys: string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(['gongkailan reminder', member, keys]))
    .digest('hex');

export class Reminders {
  readonly #context: ReminderContext;
  #timer: NodeJS.Timeout | undefined;
  #done = '';
  #running: Promise<void> = Promise.resolve();

  constructor(context: ReminderContext) {
    this.#context = context;
  }

  get store(): ReminderStore {
    return this.#context.store;
  }

  get rules(): ReminderRules {
    return this.store.rules() ?? DEFAULT_REMINDERS;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), CHECK_EVERY_MS);
    this.#timer.unref();
    void this.look();
  }

  /** The settings or a number changed: today is looked at again. */
  changed(): Promise<void> {
    this.#done = '';
    return this.look();
  }

  /** Sends what is to be sent today, unless that was done, or people sleep. Resolves when it is queued. */
  look(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#look())
      .catch((error: unknown) => {
        this.#context.logger.error({ err: error }, 'reminders');
      });
    return this.#running;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const { store, now, isOn, boards, logger, queued } = this.#context;
    const time = now();
    const today = localDateOf(instantOf(time));
    const { rules } = this;
    if (!rules.on || !isOn() || isQuiet(time) || this.#done === today) return;
    const people = store.people().filter(({ off }) => !off);
    if (people.length === 0) return;
    const read = await boards();
    if (!read) return;
    const { registry } = read;
    const window = { first: addDays(today, -2 * MOST_DAYS), last: addDays(today, MOST_DAYS) };
    const due = remindings(
      [...dueItems(registry, read.boards, { window, today }).values()].flat(),
      today,
      rules,
    );
    let count = 0;
    for (const { member } of people) if (this.#remind(registry, member, due, time)) count += 1;
    store.forget(time - TOLD_KEPT_MS);
    this.#done = today;
    if (count === 0) return;
    // How many, and nothing of whom.
    logger.info({ reminders: count }, 'reminders were queued');
    queued();
  }

  /** One message of what a person was not told yet. */
  #remind(registry: Registry, member: string, due: readonly Reminding[], at: number): boolean {
    const { store } = this.#context;
    const own = due.filter(({ item }) => isTheirs(registry, member, item));
    const told = store.told(
      member,
      own.map(({ key }) => key),
    );
    const fresh = own.filter(({ key }) => !told.has(key));
    const [first] = fresh;
    if (!first) return false;
    const keys = fresh.map(({ key }) => key).sort();
    const text = reminderText(registry, fresh);
    const { segments } = measureMessage(text);
    return store.queue({
      id: idOf(member, keys),
      member,
      unit: first.item.unit,
      text,
      segments: segments.length,
      keys,
      at,
    });
  }
}

const isTheirs = (registry: Registry, member: string, { unit }: DueItem): boolean =>
  posters(registry, unit).some(({ id }) => id === member);

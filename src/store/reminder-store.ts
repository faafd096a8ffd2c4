/**
 * Reminders by text message: whom, by which number, and what each has been told. Kept only at the server, beside the text messages,
 * whose queue they join. Lost with them: then people are reminded once more.
 */
import type { ReminderRules } from '../domain/due/reminders.ts';

export interface ReminderPerson {
  /** Of the registry. */
  member: string;
  /** Eleven digits. */
  number: string;
  /** He does not want any. */
  off: boolean;
}

export interface QueuedReminder {
  /** 64 hex digits that follow from whom and of what: the same reminder is queued once. */
  id: string;
  member: string;
  unit: string;
  text: string;
  segments: number;
  /** What it reminds of (domain/due/reminders.ts). */
  keys: string[];
  /** Ms since 1970. */
  at: number;
}

export interface ReminderStore {
  /** Null: never set. */
  rules(): ReminderRules | null;
  setRules(rules: ReminderRules): void;
  people(): ReminderPerson[];
  /** @param number null: taken away. */
  setNumber(member: string, number: string | null): void;
  /** Nothing for who has no number. */
  setOff(member: string, off: boolean): void;
  /** Of these keys the ones of which a person has been told. */
  told(member: string, keys: string[]): Set<string>;
  /** Queues it and notes what was told, in one transaction: whatever crashes, it is told once. False: it was queued before. */
  queue(reminder: QueuedReminder): boolean;
  /** How many were queued since a moment, ms since 1970. */
  since(moment: number): number;
  /** Drops notes of what was told before this. */
  forget(before: number): void;
  close(): void;
}

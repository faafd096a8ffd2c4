/**
 * Tables of reminders by text message. Released; changes are a new step in database.ts.
 *
 * | table           | key         | holds                                                    |
 * |-----------------|-------------|----------------------------------------------------------|
 * | reminder_rules  | 1           | whether they go out, days before and after               |
 * | reminder_people | member      | his number, and whether he wants none                    |
 * | reminders_told  | key, member | of what he has been told, and when                       |
 *
 * What goes out stands in message_orders and messages, under a stream of this name, which no log has.
 */
export const REMINDER_STREAM = 'reminder';

export const REMINDER_TABLES = `
  CREATE TABLE reminder_rules (
    id INTEGER PRIMARY KEY, "on" INTEGER NOT NULL, before INTEGER NOT NULL, after INTEGER NOT NULL) STRICT;
  CREATE TABLE reminder_people (
    member TEXT PRIMARY KEY, number TEXT NOT NULL, off INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE reminders_told (
    key TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, member)) STRICT, WITHOUT ROWID;
`;

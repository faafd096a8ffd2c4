/**
 * Tables of the text messages. Released; changes are a new step in database.ts.
 *
 * | table             | key           | holds                                                                |
 * |-------------------|---------------|----------------------------------------------------------------------|
 * | message_groups    | id            | name, and the unit that may use it (null: all)                       |
 * | message_receivers | id            | a number and a name in a group                                       |
 * | message_cursors   | stream        | how much of it has been looked through for orders                    |
 * | message_orders    | id (event)    | what is to be sent, and why nothing was queued                       |
 * | messages          | id            | one text for one receiver; unique by revision and number             |
 * | message_parts     | message, part | the gateway's id of each part, and its report                        |
 * | message_early     | gateway_id    | reports that came before the gateway's own answer                    |
 * | message_days      | day           | segments given to the gateway, for the daily limit                   |
 */
export const MESSAGE_TABLES = `
  CREATE TABLE message_groups (
    id TEXT PRIMARY KEY, unit TEXT, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE message_receivers (
    id INTEGER PRIMARY KEY, "group" TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
    UNIQUE ("group", number)) STRICT;
  CREATE TABLE message_cursors (stream TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE message_orders (
    id TEXT PRIMARY KEY, stream TEXT NOT NULL, unit TEXT NOT NULL, notice TEXT NOT NULL, revision TEXT NOT NULL,
    text TEXT NOT NULL, segments INTEGER NOT NULL, accepted_at TEXT NOT NULL, problem TEXT, repeated INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX message_orders_by_notice ON message_orders (notice);
  CREATE INDEX message_orders_by_time ON message_orders (accepted_at);
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, "order" TEXT NOT NULL, revision TEXT NOT NULL, number TEXT,
    state TEXT NOT NULL, due_at INTEGER NOT NULL, tries INTEGER NOT NULL, problem TEXT,
    since INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    UNIQUE (revision, number)) STRICT;
  CREATE INDEX messages_by_state ON messages (state, due_at);
  CREATE INDEX messages_by_order ON messages ("order", state);
  CREATE INDEX messages_by_change ON messages (changed_at);
  CREATE TABLE message_parts (
    message INTEGER NOT NULL, part INTEGER NOT NULL, gateway_id TEXT NOT NULL, state TEXT,
    PRIMARY KEY (message, part)) STRICT, WITHOUT ROWID;
  CREATE INDEX message_parts_by_gateway_id ON message_parts (gateway_id);
  CREATE TABLE message_early (
    gateway_id TEXT PRIMARY KEY, state TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE message_days (day TEXT PRIMARY KEY, segments INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Everything that the server keeps, in one data folder.
 *
 * | name         | holds                                     | when it is lost                                   |
 * |--------------|-------------------------------------------|---------------------------------------------------|
 * | log.db       | the log, rows derived from it, contacts   | from backup, and from devices                     |
 * |              | text messages, groups of receivers        | from backup; groups are typed in again            |
 * |              | whom to remind, and who was told what     | from backup; numbers are typed in again           |
 * |              | daily totals of visits                    | from backup; they begin again at nothing          |
 * | log-key      | the seed of the log key                   | from the recovery sheet                           |
 * | files/       | photos by SHA-256                         | from backup, and from devices                     |
 * | uploads/     | photos that are still arriving            | they are sent again                               |
 * | segments/    | compressed segments                       | made again                                        |
 * | assets/      | the app's files of the last three builds  | the current build's are copied again              |
 */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContactStore } from '../store/contact-store.ts';
import { FileBlobStore } from '../store/files/blob-store.ts';
import { fileError } from '../store/files/durable.ts';
import { PartialFiles } from '../store/files/partial-files.ts';
import type { BlobStore, LogStore } from '../store/log-store.ts';
import type { MessageStore } from '../store/message-store.ts';
import { SqliteContactStore } from '../store/sqlite/contact-store.ts';
import { SqliteLogStore } from '../store/sqlite/log-store.ts';
import type { ReminderStore } from '../store/reminder-store.ts';
import { SqliteReminderStore } from '../store/sqlite/reminder-store.ts';
import type { VisitStore } from '../store/visit-store.ts';
import { SqliteVisitStore } from '../store/sqlite/visit-store.ts';
import { SqliteMessageStore } from '../store/sqlite/message-store.ts';

export interface Storage {
  log: LogStore;
  contacts: ContactStore;
  messages: MessageStore;
  reminders: ReminderStore;
  visits: VisitStore;
  blobs: BlobStore;
  partial: PartialFiles;
  close(): Promise<void>;
}

/**
 * Opens the data folder, and makes it when it is not there.
 * @throws StorageError when it cannot be written, UnusableFileError when the log is not for this version.
 */
export async function openStorage(dataDir: string): Promise<Storage> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    throw fileError(error);
  }
  const path = join(dataDir, 'log.db');
  const log = SqliteLogStore.open(path);
  const contacts = SqliteContactStore.open(path);
  const messages = SqliteMessageStore.open(path);
  const reminders = SqliteReminderStore.open(path);
  const visits = SqliteVisitStore.open(path);
  return {
    log,
    contacts,
    messages,
    reminders,
    visits,
    blobs: new FileBlobStore(join(dataDir, 'files')),
    partial: new PartialFiles(join(dataDir, 'uploads')),
    close: async () => {
      visits.close();
      reminders.close();
      messages.close();
      await contacts.close();
      await log.close();
    },
  };
}

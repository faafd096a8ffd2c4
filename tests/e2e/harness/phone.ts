/** A cadre's phone: joins, writes, publishes, sees what became of it. */
import type { Locator } from 'playwright-core';
import { vi } from 'vitest';
import { Device } from './device.ts';

interface FileChosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface Written {
  title: string;
  text?: string;
  officer?: string;
  entry?: string;
  photos?: FileChosen[];
}

export class Phone extends Device {
  /** Opens an invitation and joins with one tap. */
  async enrols(link: string): Promise<void> {
    await this.goes(link);
    await this.button('这是我，加入').tap();
    await this.sees('加入好了');
    await this.sees(/没有网也能[写审]/, { within: 40_000 });
  }

  /** Fills in the form of a new notice, and leaves it open. */
  async writes({
    title,
    text = '正文',
    officer = '李某',
    entry = '其他村务',
    photos = [],
  }: Written): Promise<void> {
    await this.goes('/write?new');
    await this.link(/公开什么/).tap();
    await this.button(new RegExp(`^${entry}`))
      .first()
      .tap();
    await this.fills({ title, text, officer });
    if (photos.length > 0) await this.takes(photos);
  }

  async fills({ title, text, officer }: { title?: string; text?: string; officer?: string }): Promise<void> {
    if (title !== undefined) await this.field('标题').fill(title);
    if (text !== undefined) await this.field('内容').fill(text);
    if (officer !== undefined) await this.field('负责人（必填）').fill(officer);
  }

  /** Takes photos with the camera, one after another. */
  async takes(photos: FileChosen[]): Promise<void> {
    const before = await this.photosInForm().count();
    for (const [index, photo] of photos.entries()) {
      await this.page.getByLabel('拍照').setInputFiles(photo);
      await this.photosInForm()
        .nth(before + index)
        .waitFor();
    }
  }

  /** The photos in the form, as they are shown. */
  photosInForm(): Locator {
    return this.page.getByRole('img', { name: /第 \d+ 张照片/ });
  }

  /** Presses 'publish', and waits for the phone's word that it is kept. */
  async publishes(): Promise<void> {
    await this.button(/^公开(更正)?$/).tap();
    await this.heading('已存好').waitFor();
  }

  /** Presses 'hand in for review', and waits for the phone's word that it is kept. */
  async submits(): Promise<void> {
    await this.button('送审').tap();
    await this.heading('已存好').waitFor();
  }

  async writesAndPublishes(notice: Written): Promise<void> {
    await this.writes(notice);
    await this.publishes();
  }

  /** The rung of the ladder with these words, on the screen where one item is shown. */
  rung(words: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: words });
  }

  /** Waits until a rung is proved. */
  async reaches(words: string, { within }: { within?: number } = {}): Promise<void> {
    await this.rung(new RegExp(`${words}.*已完成`, 's'))
      .first()
      .waitFor({ timeout: within });
  }

  async isTakenIn(): Promise<void> {
    await this.reaches('乡里收到，第 \\d+ 号', { within: 30_000 });
  }

  /** Everything in one table of the phone's storage. */
  #stored<Row>(table: string): Promise<Row[]> {
    return this.page.evaluate(async (name) => {
      const open = indexedDB.open('gongkailan');
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
      const all = db.transaction(name).objectStore(name).getAll();
      const rows = await new Promise<Row[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
      db.close();
      return rows;
    }, table);
  }

  /** Everything that the phone itself keeps of what was written on it, as text. Practice has a database of its own. */
  async everythingStored(): Promise<string> {
    const tables = ['outbox', 'drafts', 'chunks', 'pages', 'rows', 'meta'];
    return JSON.stringify(await Promise.all(tables.map((table) => this.#stored(table))));
  }

  /** Waits until a draft with these words is in the phone's storage: what is typed is kept within a second. */
  async keepsDraftWith(words: string): Promise<void> {
    const isKept = async (): Promise<boolean> => JSON.stringify(await this.#stored('drafts')).includes(words);
    await vi.waitUntil(isKept, { timeout: 5_000 });
  }

  /** Bytes of the photos that are on their way, or have gone, from this phone. */
  async photoBytes(): Promise<number> {
    const items = await this.#stored<{ files: { bytes: number }[] }>('outbox');
    return items.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The card of an item in 'sending'. */
  item(title: string): Locator {
    return this.page.locator('.sent-item').filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}

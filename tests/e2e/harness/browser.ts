/** Real Chromium with a profile of its own on the disk, that can be killed and opened again. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { findChromium, INSTALL_BY_HAND } from '../../helpers/chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const filmed = (film: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

export const SCREENS = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 1280, height: 800 }, hasTouch: true },
  office: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;
export type ScreenKind = keyof typeof SCREENS;

/** What the screens showed when a test failed. */
const PICTURES = join(import.meta.dirname, '../../../.cache/e2e');
/** Ms that a person would wait for something on the screen before calling it broken. */
const PATIENCE_MS = 15_000;

export class Browser {
  readonly profile: string;
  readonly kind: ScreenKind;
  /** What the pages said in the console as errors, and exceptions that nobody caught. */
  readonly complaints: string[] = [];
  #context: BrowserContext | null = null;
  #film: string | null = null;

  constructor(profile: string, kind: ScreenKind) {
    this.profile = profile;
    this.kind = kind;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is closed');
    return this.#context;
  }

  get page(): Page {
    return this.context.pages()[0]!;
  }

  async open(): Promise<Page> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error(INSTALL_BY_HAND);
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless: true,
      args: [...FLAGS, ...(this.#film ? filmed(this.#film) : [])],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...SCREENS[this.kind],
    });
    this.#context.setDefaultTimeout(PATIENCE_MS);
    for (const page of this.#context.pages()) this.#watch(page);
    this.#context.on('page', (page) => this.#watch(page));
    return this.page;
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** When the test that runs now fails, keeps what the screen shows, as a picture and as text. */
  watchFailure(): void {
    onTestFailed(({ task }) => this.#picture(join(PICTURES, `${task.name.slice(0, 60)} · ${this.kind}`)));
  }

  async #picture(path: string): Promise<void> {
    const page = this.#context?.pages()[0];
    if (!page) return;
    await page.screenshot({ path: `${path}.png`, timeout: 5_000 }).catch(() => undefined);
    const text = await page
      .locator('body')
      .innerText({ timeout: 2_000 })
      .catch(() => '');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.txt`, [page.url(), text, ...this.complaints].join('\n'));
  }

  /** Opens it again with a camera that sees a film: JPEG pictures of one size, one after another, in a file `.mjpeg`. */
  async openBefore(film: string): Promise<Page> {
    await this.close();
    this.#film = film;
    return this.open();
  }

  /** Closes it as a person does. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  /** SIGKILL of the browser's own process, and with it of its children: nothing is written any more. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.context.once('close', resolve));
    process.kill(processOf(this.profile), 'SIGKILL');
    await gone;
    this.#context = null;
  }
}

/** The browser process that has a profile open: the one whose command line names it, and that is no child of another. */
function processOf(profile: string): number {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const args = argumentsOf(name);
    const isMain =
      args.includes(`--user-data-dir=${profile}`) && !args.some((arg) => arg.startsWith('--type='));
    if (isMain) return Number(name);
  }
  throw new Error(`no browser has ${profile} open`);
}

function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // It ended between the two looks.
  }
}

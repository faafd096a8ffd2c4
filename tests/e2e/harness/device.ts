/** What every device of the stories can do: it has a browser, a network of its own, and somebody who looks at its screen. */
import type { Locator, Page } from 'playwright-core';
import type { Proxy } from '../../helpers/proxy.ts';
import type { Browser } from './browser.ts';

export class Device {
  readonly browser: Browser;
  readonly network: Proxy;

  constructor(browser: Browser, network: Proxy) {
    this.browser = browser;
    this.network = network;
  }

  get page(): Page {
    return this.browser.page;
  }

  /** Types an address, or follows a link on the device's own origin. */
  async goes(path: string): Promise<void> {
    await this.page.goto(path.startsWith('http') ? path : this.network.origin + path);
  }

  /** Waits until the words are on the screen. `within`: ms. */
  async sees(words: string | RegExp, { within }: { within?: number } = {}): Promise<void> {
    await this.page.getByText(words).first().waitFor({ timeout: within });
  }

  /** Waits until the words are no longer on the screen. */
  async seesNoMore(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor({ state: 'hidden' });
  }

  /** Whether the words are on the screen at this moment. */
  showsNow(words: string | RegExp): Promise<boolean> {
    return this.page.getByText(words).first().isVisible();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }

  loses(): void {
    this.network.set({ kind: 'cut' });
  }

  /** The network is back, and the system tells the page so, as phones do. */
  async networkReturns(): Promise<void> {
    this.network.set();
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }

  /** Waits until the app can be opened without a network: its files are kept by the service worker. */
  async isReadyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  /** SIGKILL, then the same profile again. */
  async isKilledAndOpenedAgain(path = '/'): Promise<void> {
    await this.browser.kill();
    await this.browser.open();
    await this.goes(path);
  }

  /** Opened again with a camera that sees this film (browser.ts). */
  async seesFilm(film: string, path: string): Promise<void> {
    await this.browser.openBefore(film);
    await this.goes(path);
  }

  /** The whole text of the screen, as a person could read it. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }
}

/** The shared tablet at the village's office. */
import type { Locator } from 'playwright-core';
import { Device } from './device.ts';

export class Tablet extends Device {
  /** Opens its board once with an invitation; nothing has to be tapped. */
  async enrols(link: string): Promise<void> {
    await this.goes(link.replace('/join#', '/b/v1#'));
    await this.heading('示范一村 · 村务公开栏').waitFor();
    await this.page.waitForURL((url) => url.hash === '');
    await this.isReadyForOffline();
  }

  /** A notice's line on the board. */
  row(title: string): Locator {
    return this.link(title);
  }

  async opens(title: string): Promise<void> {
    await this.row(title).first().tap();
    await this.heading(title).waitFor();
  }

  /** The photos of the open notice that are really drawn. */
  async seesPhotos(count: number): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const images = [...document.querySelectorAll<HTMLImageElement>('.notice-photos img')];
      return images.filter((image) => image.complete && image.naturalWidth > 0).length === wanted;
    }, count);
  }
}

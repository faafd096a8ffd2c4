/** The township office's computer. */
import { Device } from './device.ts';

export class Office extends Device {
  async enrols(link: string): Promise<void> {
    await this.goes(link);
    await this.button('这是我，加入').click();
    await this.heading('各村公开得怎么样').waitFor();
    await this.isReadyForOffline();
  }
}

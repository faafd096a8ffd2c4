/** The one door from the first load: what is behind it names many parts, and the first load need not know them. */
import type { Root } from 'react-dom/client';
import type { Device } from '../../sync/client/device.ts';

export const start = async (root: Root): Promise<void> => (await import('./start.tsx')).startPractice(root);

/** Signs what was finished in practice, by the device itself. */
export const sign = async (device: Device): Promise<void> =>
  (await import('../lessons/sign.ts')).signFinished(device);

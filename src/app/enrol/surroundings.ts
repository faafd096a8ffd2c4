/** Whether this browser can be somebody's own: keys need a secure page, and in-app browsers forget. */

export type Obstacle = 'in-app' | 'not-secure' | 'no-storage';

/** Browsers inside other apps, by what they say of themselves. */
const IN_APP = /MicroMessenger|DingTalk|QQ\/|AlipayClient|WeiBo|FBAN|FBAV|Line\//i;

interface Surroundings {
  userAgent: string;
  secure: boolean;
  storage: boolean;
}

/** What stands in the way of joining with this browser, the worst first; null: nothing. */
export function obstacleOf({ userAgent, secure, storage }: Surroundings): Obstacle | null {
  if (IN_APP.test(userAgent)) return 'in-app';
  if (!secure) return 'not-secure';
  return storage ? null : 'no-storage';
}

/** Those of this page. */
export const surroundings = (): Surroundings => ({
  userAgent: navigator.userAgent,
  secure: window.isSecureContext !== false,
  storage: 'indexedDB' in window,
});

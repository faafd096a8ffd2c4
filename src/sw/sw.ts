/// <reference lib="webworker" />
/**
 * The service worker: keeps the app itself on the device, so that it opens without a network.
 * What residents read is in the device's database and never in a cache here, so nothing stale can be shown as fresh.
 * An update waits until the page says so (`SKIP_WAITING`): nobody is interrupted while writing.
 */
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isAsset, laterAsset } from './later-assets.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** The server's own: never answered from here. Feeds and calendars end like files. */
const NOT_PAGES = [/^\/api\//, /^\/files\//, /^\/health$/, /\/[^/]+\.(?:atom|json|ics|xml|txt)$/];

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  ({ url }) => isAsset(url, self.location.origin),
  ({ request }) => laterAsset(request),
);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NOT_PAGES }));

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// A note on the phone's screen leads to what it is about.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { to } = (event.notification.data ?? {}) as { to?: unknown };
  const open = async (): Promise<void> => {
    const address = typeof to === 'string' && to.startsWith('/') ? to : '/';
    const [page] = await self.clients.matchAll({ type: 'window' });
    if (page) {
      await page.navigate(address);
      await page.focus();
    } else await self.clients.openWindow(address);
  };
  event.waitUntil(open());
});

// The first visit is kept offline at once, without a reload.
clientsClaim();

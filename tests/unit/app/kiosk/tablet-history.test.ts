// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { type TabletHistory, tabletHistory } from '../../../../src/app/kiosk/tablet-history.ts';

let way: TabletHistory;
const open = (): TabletHistory => {
  window.scrollTo = () => undefined;
  window.history.replaceState(null, '', '/b/v1');
  way = tabletHistory();
  way.arm();
  return way;
};
const where = (): string => way.now().location.pathname;

afterEach(() => way.stop());

describe('the way through a shared tablet', () => {
  it('is kept in memory: the browser’s history does not grow, and the address stays true', () => {
    open();
    const length = window.history.length;
    for (let n = 0; n < 20; n++) way.push(`/b/v1/n/${n}`);
    expect(window.history.length).toBe(length);
    expect(window.location.pathname).toBe('/b/v1/n/19');
    way.go(-2);
    expect(where()).toBe('/b/v1/n/17');
    expect(window.location.pathname).toBe('/b/v1/n/17');
  });

  it('ends at the first screen, however often somebody goes back', () => {
    open();
    way.push('/b/v1/find');
    for (let n = 0; n < 5; n++) way.go(-1);
    expect(where()).toBe('/b/v1');
  });

  it('goes one step back when the system does, and stays in the app', async () => {
    open();
    way.push('/b/v1/find');
    const back = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    window.history.back();
    await back;
    expect(where()).toBe('/b/v1');
  });

  it('leaves its guard as it was when the system goes back, and no address before or after it', async () => {
    const popped = (): Promise<unknown> =>
      new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    open();
    way.push('/box');
    const first = popped();
    window.history.back();
    await first;
    // It is on its way forward again.
    await popped();
    expect([window.history.state.kiosk, window.location.pathname]).toEqual(['here', '/b/v1']);
    way.stop();
    const guard = popped();
    window.history.back();
    await guard;
    expect([window.history.state.kiosk, window.location.pathname]).toEqual(['guard', '/']);
  });

  it('is forgotten for the next person', () => {
    open();
    way.push('/b/v1/find');
    way.push('/b/v1/n/1');
    way.reset('/b/v1');
    way.go(-1);
    expect(where()).toBe('/b/v1');
    expect(window.history.state).toEqual({ kiosk: 'here', idx: 0 });
  });
});

// @vitest-environment node
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Proxy, startProxy } from '../../helpers/proxy.ts';

let server: Server;
let proxy: Proxy;
/** Bodies that reached the server. */
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    if (request.url === '/api/live') return void response.writeHead(200).write('event: heads\n\n');
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`);
      response.setHeader('content-type', 'text/plain').end(`answer ${seen.length}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startProxy((server.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = async (path = '/'): Promise<string> => (await fetch(proxy.origin + path)).text();
const post = async (body: string, path = '/api/sync'): Promise<string> =>
  (await fetch(proxy.origin + path, { method: 'POST', body })).text();

describe('the fault proxy', () => {
  it('passes requests and answers on, and counts their bytes', async () => {
    expect(await post('hello')).toBe('answer 1');
    expect(seen).toEqual(['POST /api/sync hello']);
    expect(proxy.exchanges).toEqual([
      { method: 'POST', path: '/api/sync', status: 200, lost: false, sent: 5, received: 8 },
    ]);
  });

  it('cuts the network and brings it back on the same port', async () => {
    await get();
    proxy.set({ kind: 'cut' });
    await expect(get()).rejects.toThrow();
    expect(seen).toHaveLength(1);
    proxy.set();
    expect(await get()).toBe('answer 2');
  });

  it('destroys a connection that is open when the network is cut', async () => {
    const socket = connect(proxy.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await get();
    proxy.set({ kind: 'cut' });
    await closed;
  });

  it('loses answers after the server has acted, as often as told and only for a path', async () => {
    proxy.set({ kind: 'drop-answer', times: 2, path: '/api/sync' });
    await expect(post('1')).rejects.toThrow();
    expect(await get('/other')).toBe('answer 2');
    await expect(post('2')).rejects.toThrow();
    expect(await post('3')).toBe('answer 4');
    expect(seen.filter((line) => line.startsWith('POST'))).toHaveLength(3);
    expect(proxy.exchanges.map(({ path, lost }) => `${path} ${lost}`)).toEqual([
      '/api/sync true',
      '/other false',
      '/api/sync true',
      '/api/sync false',
    ]);
  });

  it('loses only the answers to what holds a text, whatever else comes meanwhile', async () => {
    proxy.set({ kind: 'drop-answer', times: 1, path: '/api/sync', sends: 'mine' });
    expect(await post('yours')).toBe('answer 1');
    await expect(post('mine')).rejects.toThrow();
    expect(await post('mine')).toBe('answer 3');
  });

  it('cuts an answer short', async () => {
    proxy.set({ kind: 'truncate', bytes: 3, times: 1 });
    const response = await fetch(proxy.origin);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('ans');
    await expect(reader?.read()).rejects.toThrow();
    expect(await get()).toBe('answer 2');
  });

  it('plays a captive portal', async () => {
    proxy.set({ kind: 'portal', answer: 'page' });
    const page = await fetch(`${proxy.origin}/api/sync`, { method: 'POST', body: '{}' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    proxy.set({ kind: 'portal', answer: 'redirect' });
    expect((await fetch(proxy.origin, { redirect: 'manual' })).status).toBe(302);
    expect(seen).toEqual([]);
  });

  it('repeats an old answer', async () => {
    proxy.set({ kind: 'stale', path: '/api/sync' });
    expect(await post('1')).toBe('answer 1');
    expect(await post('2')).toBe('answer 1');
    expect(await get('/other')).toBe('answer 2');
  });

  it('opens an event stream and lets nothing through', async () => {
    const reader = async () => (await fetch(`${proxy.origin}/api/live`)).body?.getReader();
    expect(Buffer.from((await (await reader())?.read())?.value ?? []).toString()).toContain('heads');
    proxy.set({ kind: 'silent-live' });
    const silent = await reader();
    const heard = silent?.read().then(
      () => 'something',
      () => 'nothing',
    );
    proxy.set({ kind: 'cut' });
    expect(await heard).toBe('nothing');
  });

  it('makes the line thin', async () => {
    proxy.set({ kind: 'slow', delayMs: 60, bytesPerSecond: 40 });
    const start = performance.now();
    expect(await get()).toBe('answer 1');
    expect(performance.now() - start).toBeGreaterThan(200);
  });

  it('gives another text for a path', async () => {
    proxy.set({ kind: 'rewrite', path: '/sw.js', edit: (body) => `${body} // new` });
    expect(await get('/sw.js')).toBe('answer 1 // new');
    expect(await get('/')).toBe('answer 2');
  });
});

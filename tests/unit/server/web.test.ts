import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, TestServer } from './harness.ts';

describe('the app', () => {
  let village: TestServer;
  /** A build: index.html names its script, which has a name of its own in each build. */
  const build = (name: string): void => {
    const dist = join(village.dataDir, 'dist');
    rmSync(dist, { recursive: true, force: true });
    mkdirSync(join(dist, 'assets'), { recursive: true });
    writeFileSync(join(dist, 'index.html'), `<!doctype html><script src="/assets/app-${name}.js"></script>`);
    writeFileSync(join(dist, 'sw.js'), `// worker of ${name}`);
    writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
    writeFileSync(join(dist, 'icon-192.png'), 'png');
    writeFileSync(join(dist, 'assets', `app-${name}.js`), `// app ${name} ${'x'.repeat(5_000)}`);
    writeFileSync(join(dist, 'assets', 'same.css'), 'body{}');
  };
  beforeEach(() => void (village = new TestServer()));
  afterEach(() => village.stop());
  const get = (path: string, headers: Record<string, string> = {}) => village.call('GET', path, { headers });

  it('is given for every page, and asked for again each time', async () => {
    build('one');
    await village.start();
    for (const path of [
      '/',
      '/join',
      '/b/v1',
      '/b/v1/n/abc',
      '/office',
      '/setup',
      '/join?x=1.2',
      '/index.html',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(answer.body.toString()).toContain('app-one.js');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    const etag = (await get('/')).headers.get('etag')!;
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('is not given where data is asked for, or a file', async () => {
    build('one');
    await (await village.start()).found();
    for (const path of ['/api/x', '/files/x', '/assets/x', '/x.js', '/b/x.png', '/assets', '/.env']) {
      const answer = await get(path);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, 'not-found']);
    }
    expect((await village.call('POST', '/join')).status).toBe(404);
  });

  it('has worker, manifest and icons, each as what it is, never kept without asking', async () => {
    build('one');
    await village.start();
    for (const [path, type] of [
      ['/sw.js', 'text/javascript; charset=utf-8'],
      ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
      ['/icon-192.png', 'image/png'],
    ] as const) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('has assets that may be kept for ever, compressed', async () => {
    build('one');
    await village.start();
    await village.restart(); // Closing waits until they are compressed.
    const answer = await get('/assets/app-one.js', { 'accept-encoding': 'br' });
    expect(answer.body.toString()).toContain('// app one');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  it('still has the assets of the two builds before, for pages that are open', async () => {
    for (const name of ['one', 'two', 'three', 'four']) {
      build(name);
      if (village.url) await village.restart();
      else await village.start();
    }
    const statuses = await Promise.all(
      ['one', 'two', 'three', 'four'].map(async (name) => (await get(`/assets/app-${name}.js`)).status),
    );
    expect(statuses).toEqual([404, 200, 200, 200]);
    expect((await get('/assets/same.css')).status).toBe(200);
    // Starting the same build again is no new build.
    await village.restart();
    await village.restart();
    expect((await get('/assets/app-two.js')).status).toBe(200);
    expect(readdirSync(join(village.dataDir, 'assets')).filter((name) => name.includes('one'))).toEqual([]);
  });

  it('goes on showing itself whole while a new build is being made', async () => {
    build('one');
    await village.start();
    rmSync(join(village.dataDir, 'dist'), { recursive: true });
    expect((await get('/')).body.toString()).toContain('app-one.js');
    expect((await get('/assets/app-one.js')).status).toBe(200);
  });

  it('says so when there is none', async () => {
    await village.start();
    expect([(await get('/')).status, codeOf(await get('/'))]).toEqual([404, 'not-found']);
  });
});

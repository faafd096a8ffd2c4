import { get } from 'node:https';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { codeOf, member, TestServer } from './harness.ts';
import { TLS_SAMPLE } from './tls-sample.ts';

let village: TestServer;
afterEach(() => village.stop());

const policyOf = (header: string | null): Record<string, string> =>
  Object.fromEntries(
    (header ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('headers', () => {
  it('keep every page to itself', async () => {
    village = await (await new TestServer().start()).found();
    for (const path of ['/', '/nothing.txt', '/health']) {
      const aborter = new AbortController();
      const { headers } = await fetch(village.url + path, { signal: aborter.signal });
      expect(policyOf(headers.get('content-security-policy'))).toEqual({
        'default-src': "'self'",
        'script-src': "'self'",
        // The plain pages carry their one style with them, by its hash.
        'style-src': expect.stringMatching(/^'self'(?: 'sha256-[\w+/]{43}=')?$/),
        'img-src': "'self' blob: data:",
        'connect-src': "'self'",
        'worker-src': "'self'",
        'manifest-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
      });
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self), geolocation=(self), microphone=()');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      aborter.abort();
    }
  });

  it('let no answer of the API be a page, and are few there', async () => {
    village = await (await new TestServer().start()).found();
    for (const path of ['/api/township', '/api/live', '/api/nothing']) {
      const aborter = new AbortController();
      const { headers } = await fetch(village.url + path, { signal: aborter.signal });
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      const length = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
      expect(length).toBeLessThan(500);
      aborter.abort();
    }
  });

  it('let the demo’s front page show the devices, and nobody else', async () => {
    village = await new TestServer({ frameAncestors: ['http://localhost:*'] }).start();
    const { headers } = await village.call('GET', '/health');
    expect(policyOf(headers.get('content-security-policy'))['frame-ancestors']).toBe('http://localhost:*');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('ask for HTTPS from then on when a proxy in front speaks it', async () => {
    village = await new TestServer({ trustProxy: true }).start();
    const { headers } = await village.call('GET', '/health');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('the rate limit', () => {
  it('answers a flood in our own form, says when to come back, and lets others pass', async () => {
    village = await new TestServer({ requestsPerMinute: 5, trustProxy: true }).start();
    const from = (address: string) =>
      village.call('GET', '/health', { headers: { 'x-forwarded-for': address } });
    for (let i = 0; i < 5; i++) expect((await from('10.0.0.1')).status).toBe(200);
    const answer = await from('10.0.0.1');
    expect([answer.status, codeOf(answer)]).toEqual([429, 'too-many-requests']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('10.0.0.2')).status).toBe(200);
  });

  it('does not take a caller’s word for his address when there is no proxy', async () => {
    village = await new TestServer({ requestsPerMinute: 2 }).start();
    const statuses = [];
    for (let i = 0; i < 3; i++) {
      statuses.push(
        (await village.call('GET', '/health', { headers: { 'x-forwarded-for': `10.0.0.${i}` } })).status,
      );
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('does not lock out a village behind one address: 1,500 syncs at once', async () => {
    village = await (await new TestServer().start()).found();
    for (let i = 0; i < 30; i++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => village.sync({ held: {} })));
      expect(answers).toHaveLength(50);
    }
  }, 60_000);
});

describe('the log of requests', () => {
  it('says what happened, and nothing of whom', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    village = await (await new TestServer({ logger }).start()).found();
    const cadre = await village.device('王小明的手机', 'phone', 'v1', member('clerk', 'v1'));
    const event = await village.publish(cadre, 'v1', '低保名单');
    await village.sync({ events: [event], held: { [village.public('v1')]: 0 } }, cadre);
    await village.call('GET', '/nothing?name=%E7%8E%8B');
    await village.call('POST', '/api/sync', {
      body: '{"name":"王',
      headers: { 'content-type': 'application/json' },
    });
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ route }) => route);
    expect(requests).toMatchObject([
      { method: 'POST', route: '/api/sync', status: 200 },
      { method: 'GET', route: 'none', status: 404 },
      { method: 'POST', route: '/api/sync', status: 400 },
    ]);
    for (const { reqId, ms } of requests) expect([typeof reqId, typeof ms]).toEqual(['string', 'number']);
    const all = lines.join('');
    for (const word of [
      '王',
      '低保',
      'name=',
      '127.0.0.1',
      cadre.publicKey,
      'Gongkailan key',
      village.recovery,
      village.township,
    ]) {
      expect(all).not.toContain(word);
    }
  });
});

describe('HTTPS', () => {
  it('is spoken with the certificate that was given', async () => {
    village = await new TestServer({ tls: TLS_SAMPLE }).start();
    const answer = await new Promise<{ status?: number; headers: Record<string, unknown> }>(
      (resolve, reject) => {
        const options = { ca: TLS_SAMPLE.cert, servername: 'localhost', agent: false } as const;
        get(`${village.url}/health`, options, (got) => {
          got.resume();
          got.on('end', () => resolve({ status: got.statusCode, headers: got.headers }));
        }).on('error', reject);
      },
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

/** The real process, killed in the middle of its work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '../../../../src/log/event.ts';
import { townshipIdOf } from '../../../../src/log/stream.ts';
import { setupBeginResponse, setupFoundResponse, type StreamPart } from '../../../../src/sync/protocol.ts';
import { signerNamed, TestServer, unit } from '../harness.ts';
import { readVerified } from '../verified.ts';

const MAIN = join(import.meta.dirname, '../../../../src/server/main.ts');
const KILLS = 6;

interface Running {
  child: ChildProcess;
  url: string;
  code: string | null;
  exited: Promise<number | NodeJS.Signals | null>;
}

/** Starts `gongkailan serve` and waits until it says where it is. */
function serve(dataDir: string): Promise<Running> {
  const flags = ['--port', '0', '--host', '127.0.0.1', '--data', dataDir, '--dist', join(dataDir, 'dist')];
  const child = spawn(process.execPath, [MAIN, 'serve', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (data: Buffer): void => {
      output += data.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      const isSetUp = !output.includes('setup code');
      const code = /setup code: (\S+)/.exec(output)?.[1] ?? null;
      if (url && (isSetUp || code)) resolve({ child, url, code, exited });
    };
    child.stdout.on('data', read);
    let problems = '';
    child.stderr.on('data', (data: Buffer) => void (problems += data.toString()));
    void exited.then(() => reject(new Error(`the server ended: ${problems}`)));
  });
}

describe('the server as a process', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkailan-kill-'));
  /** Speaks to the process; its own server is never started. */
  const village = new TestServer();
  let running: Running;
  beforeAll(async () => {
    mkdirSync(join(dataDir, 'dist'));
    writeFileSync(join(dataDir, 'dist', 'index.html'), '<!doctype html>');
    village.clock.ms = Date.now();
    running = await serve(dataDir);
    village.url = running.url;
  }, 60_000);
  afterAll(() => {
    running.child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(village.dataDir, { recursive: true, force: true });
  });

  it('is set up with the code that it printed', async () => {
    const { code } = running;
    const begun = await village.post('/api/setup', { code });
    village.logKey = setupBeginResponse.parse(begun.json).logKey;
    village.office = await signerNamed('office');
    const founding = await village.foundingEvent(village.office, village.logKey);
    village.township = townshipIdOf(eventId(founding.header));
    const first = await village.sign(
      village.office,
      village.registry,
      'unit.set',
      unit('township', 'township'),
    );
    const answer = await village.post('/api/setup', { code, events: [founding, first] });
    expect(setupFoundResponse.parse(answer.json).township).toBe(village.township);
  });

  it(`loses nothing that it gave a receipt for when it is killed, ${KILLS} times in the middle of its work`, async () => {
    const stream = village.public('township');
    const made: string[] = [];
    const received = new Map<string, number>();
    for (let kill = 0; kill < KILLS; kill++) {
      let alive = true;
      const writers = [0, 1, 2].map(async (writer) => {
        for (let i = 0; alive; i++) {
          const event = await village.publish(village.office, 'township', `${kill}/${writer}/${i}`);
          made.push(eventId(event.header));
          // No answer: the server is gone, and the event may or may not be in the log.
          const answer = await village.sync({ events: [event] }, village.office).catch(() => null);
          for (const result of answer?.results ?? []) {
            if (result.status === 'accepted') received.set(result.id, result.number);
          }
          // Each kill comes after another number of receipts.
          if (received.size >= (kill + 1) * 7 + kill) {
            alive = false;
            running.child.kill('SIGKILL');
          }
        }
      });
      await Promise.all(writers);
      await running.exited;
      running = await serve(dataDir);
      village.url = running.url;
      const events = await readVerified(village, stream);
      const ids = events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [id, number] of received) expect(ids[number]).toBe(id);
      for (const id of ids) expect(made).toContain(id);
    }
    expect(received.size).toBeGreaterThanOrEqual(KILLS * 7);
  }, 120_000);

  it('ends by itself, soon and well, when it is asked to', async () => {
    const live = await fetch(`${village.url}/api/live`);
    expect(live.status).toBe(200);
    const asked = performance.now();
    running.child.kill('SIGTERM');
    expect(await running.exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4_000);
    await live.body?.cancel();
    running = await serve(dataDir);
    village.url = running.url;
    const answer = await village.sync({ held: { [village.public('township')]: 0 } });
    expect((answer.streams[village.public('township')] as StreamPart).size).toBeGreaterThan(0);
  });
});

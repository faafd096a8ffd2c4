import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startRelay } from '../../../../src/server/demo/relay.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function target(): Promise<number> {
  const server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const read = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } }).then((answer) => answer.text());

describe("a device's relay", () => {
  it('passes, really cuts, and comes back on the same port', async () => {
    const relay = await startRelay(0, await target());
    closing.push(() => relay.close());
    expect(await read(relay.port)).toBe('here');
    await relay.cut();
    expect(relay.connected).toBe(false);
    await expect(read(relay.port)).rejects.toThrow();
    await relay.restore();
    await relay.restore();
    expect(await read(relay.port)).toBe('here');
  });

  it('drops what was open when it is cut', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      hanging.closeAllConnections();
      hanging.close();
    });
    const arrived = new Promise((resolve) => hanging.once('request', resolve));
    const relay = await startRelay(0, (hanging.address() as AddressInfo).port);
    const answer = expect(read(relay.port)).rejects.toThrow();
    await arrived;
    await relay.cut();
    await answer;
  });
});

/** A relay in front of the server: one device's own port, whose network can really be cut. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Relay {
  readonly port: number;
  readonly connected: boolean;
  /** Drops every connection and refuses new ones. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export type DeviceName = 'phone' | 'tablet' | 'office' | 'committee' | 'inspector';
export type Relays = Record<DeviceName, Relay>;

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Starts a relay from `port` (0: any) to `target` on this machine. */
export async function startRelay(port: number, target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  const serve = async (on: number): Promise<number> => {
    server = createServer((incoming) => {
      const outgoing = connect(target, '127.0.0.1');
      track(incoming);
      track(outgoing);
      const end = (): void => {
        incoming.destroy();
        outgoing.destroy();
      };
      incoming.on('error', end).on('close', end);
      outgoing.on('error', end).on('close', end);
      incoming.pipe(outgoing).pipe(incoming);
    });
    return listening(server, on);
  };
  const stop = async (): Promise<void> => {
    const old = server;
    server = null;
    for (const socket of sockets) socket.destroy();
    if (old) await new Promise<void>((resolve) => old.close(() => resolve()));
  };

  const own = await serve(port);
  return {
    port: own,
    get connected() {
      return server !== null;
    },
    cut: stop,
    restore: async () => {
      if (!server) await serve(own);
    },
    close: stop,
  };
}

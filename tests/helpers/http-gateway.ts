/** A provider's HTTP gateway on this machine: keeps what it is asked, and answers as it is told. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  fields: Record<string, string>;
}

export interface HttpGatewayServer {
  readonly url: string;
  readonly asked: Asked[];
  /** Answers in turn: status and JSON, or 'cut' the line; after them `{"code":0,"data":{"id":"g<n>"}}`. */
  answers: ({ status: number; json: unknown } | 'cut')[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export async function startHttpGateway(): Promise<HttpGatewayServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const address = new URL(request.url ?? '/', 'http://gateway');
      const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
      const form = new URLSearchParams(request.method === 'GET' ? address.search : body);
      const fields = (isJson ? JSON.parse(body) : Object.fromEntries(form)) as Record<string, string>;
      asked.push({ method: request.method ?? '', path: address.pathname, headers: request.headers, fields });
      const answer = handle.answers.shift() ?? {
        status: 200,
        json: { code: 0, data: { id: `g${asked.length}` } },
      };
      if (answer === 'cut') return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.json));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const handle: HttpGatewayServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return handle;
}

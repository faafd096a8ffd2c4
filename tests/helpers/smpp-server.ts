/** A carrier's SMPP gateway on this machine: takes messages as it is told, keeps what came, and sends delivery receipts. */
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

export interface Came {
  number: string;
  /** The part's text, read as UCS-2. */
  text: string;
  dataCoding: number;
  /** Reference, number of parts, and which; null: not joined by a header. */
  joined: { reference: number; parts: number; part: number } | null;
  id: string;
}

/** `status`: of the answer; 'silent': no answer; 'hang up': the line is cut after it came. */
export type Answering = { status: number } | 'silent' | 'hang up';

export interface SmppServer {
  readonly port: number;
  readonly came: Came[];
  readonly binds: number;
  readonly enquiries: number;
  /** How the next messages are answered, one each; after them all are taken. */
  answers: Answering[];
  /** Sends the report of one message. `hex`: the report writes the id in decimals. */
  reports(id: string, state?: 'DELIVRD' | 'UNDELIV' | 'ENROUTE'): Promise<void>;
  /** Whether each message is reported as soon as it is taken. */
  reportsAtOnce: boolean;
  hangUp(): void;
  close(): Promise<void>;
}

const HEADER = 0x40;

/** What the library has not read as text is read here, from the bytes as they came. */
function partOf(pdu: Pdu, id: string): Came {
  const field = pdu.short_message;
  const value = Buffer.isBuffer(field) ? { message: field, udh: undefined } : field;
  const payload = Buffer.isBuffer(pdu.message_payload) ? pdu.message_payload : pdu.message_payload?.message;
  const message = value?.message && value.message.length > 0 ? value.message : (payload ?? '');
  const [header] = value?.udh ?? [];
  const isJoined = ((pdu.esm_class ?? 0) & HEADER) !== 0 && header !== undefined;
  // `00 03 reference parts part`, with or without the length before it.
  const at = header?.[0] === 5 ? 3 : 2;
  const joined = isJoined ? { reference: header[at]!, parts: header[at + 1]!, part: header[at + 2]! } : null;
  const text = typeof message === 'string' ? message : Buffer.from(message).swap16().toString('utf16le');
  return { number: pdu.destination_addr ?? '', text, dataCoding: pdu.data_coding ?? 0, joined, id };
}

export async function startSmppServer(password = 'geheim', port = 0): Promise<SmppServer> {
  const came: Came[] = [];
  const sessions = new Set<Session>();
  const counted = { binds: 0, enquiries: 0, ids: 0 };
  const send = async (id: string, state: string): Promise<void> => {
    const text = `id:${id} sub:001 dlvrd:001 submit date:2611241000 done date:2611241001 stat:${state} err:000 text:`;
    const answered = [...sessions].map(
      (session) =>
        new Promise<void>((resolve) => {
          session.deliver_sm({ esm_class: 0x04, source_addr: '10086', short_message: text }, () => resolve());
        }),
    );
    await Promise.race(answered);
  };
  const take = (session: Session, pdu: Pdu): void => {
    const id = `0${(0xa0 + (counted.ids += 1)).toString(16)}`;
    const how = handle.answers.shift() ?? { status: 0 };
    if (typeof how === 'object' && how.status !== 0) {
      session.send(pdu.response({ command_status: how.status }));
      return;
    }
    came.push(partOf(pdu, id));
    if (how === 'hang up') session.destroy();
    if (typeof how !== 'object') return;
    session.send(pdu.response({ message_id: id }));
    if (handle.reportsAtOnce) void send(id, 'DELIVRD');
  };
  const server = smpp.createServer((session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => {
      counted.binds += 1;
      session.send(pdu.response({ command_status: pdu.password === password ? 0 : 0x0e }));
    });
    session.on('submit_sm', (pdu: Pdu) => take(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => {
      counted.enquiries += 1;
      session.send(pdu.response());
    });
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const handle: SmppServer = {
    port: (server.address() as AddressInfo).port,
    came,
    get binds() {
      return counted.binds;
    },
    get enquiries() {
      return counted.enquiries;
    },
    answers: [],
    reportsAtOnce: false,
    reports: (id, state = 'DELIVRD') => send(id, state),
    hangUp: () => {
      for (const session of sessions) session.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy();
        server.close(() => resolve());
      }),
  };
  return handle;
}

/** The part of `smpp` that is used here; the library brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';

  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    message_id?: string;
    esm_class?: number;
    data_coding?: number;
    short_message?: { message?: string | Buffer; udh?: Buffer[] } | Buffer;
    message_payload?: { message?: string | Buffer } | Buffer;
    receipted_message_id?: string;
    message_state?: number;
    destination_addr?: string;
    source_addr?: string;
    registered_delivery?: number;
    system_id?: string;
    password?: string;
    response(options?: Record<string, unknown>): Pdu;
  }

  export class Session extends EventEmitter {
    bind_transceiver(options: Record<string, unknown>, answer: (pdu: Pdu) => void): boolean;
    submit_sm(options: Record<string, unknown>, answer: (pdu: Pdu) => void): boolean;
    deliver_sm(options: Record<string, unknown>, answer?: (pdu: Pdu) => void): boolean;
    enquire_link(answer: (pdu: Pdu) => void): boolean;
    unbind(answer: (pdu: Pdu) => void): boolean;
    send(pdu: Pdu): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
  }

  interface Smpp {
    connect(options: { host: string; port: number; tls?: boolean }): Session;
    createServer(listener: (session: Session) => void): NetServer;
    encodings: Record<'ASCII', { encode(text: string): Buffer }>;
    errors: Record<string, number>;
  }
  const smpp: Smpp;
  export default smpp;
}

/** A carrier's gateway by SMPP 3.4: one session as transceiver, opened with the first message and kept open. */
import smpp, { type Pdu, type Session } from 'smpp';
import { measureMessage } from '../../domain/forms/text-message.ts';
import {
  type Gateway,
  type GatewayFault,
  type OnReceipt,
  type Outgoing,
  type Submitted,
  within,
} from './gateway.ts';
import type { SmppSettings } from './settings.ts';
import { receiptOf, submitFields } from './smpp-wire.ts';

const { errors } = smpp;
const CLOSED_FOR_NOW = new Set([errors['ESME_RTHROTTLED'], errors['ESME_RMSGQFUL']]);
const LOGIN = new Set([errors['ESME_RBINDFAIL'], errors['ESME_RINVPASWD'], errors['ESME_RINVSYSID']]);
const NOT_BOUND = errors['ESME_RINVBNDSTS'];
const WORTH_ANOTHER_TRY = new Set([errors['ESME_RSYSERR'], errors['ESME_RSUBMITFAIL']]);
/** SMPP 3.4, version of the interface. */
const VERSION = 0x34;

type Opened = { session: Session } | { fault: GatewayFault };

export class SmppGateway implements Gateway {
  readonly kind = 'smpp';
  readonly #settings: SmppSettings;
  readonly #onReceipt: OnReceipt;
  #opening: Promise<Opened> | null = null;
  #session: Session | null = null;
  #beat: NodeJS.Timeout | undefined;
  readonly #broken = new Map<Session, Set<() => void>>();

  constructor(settings: SmppSettings, onReceipt: OnReceipt) {
    this.#settings = settings;
    this.#onReceipt = onReceipt;
  }

  partsOf(text: string): string[] {
    return this.#settings.long === 'payload' ? [text] : measureMessage(text).segments;
  }

  async submit(message: Outgoing): Promise<Submitted> {
    const opened = await this.#open();
    if ('fault' in opened) return { status: 'closed', fault: opened.fault };
    const fields = submitFields(message, this.#settings);
    const answer = await this.#ask(opened.session, (done) => opened.session.submit_sm(fields, done));
    if (answer === 'not-sent') return { status: 'closed', fault: 'unreachable' };
    if (!answer) return { status: 'unsure', problem: 'no-answer' };
    return this.#judged(answer, opened.session);
  }

  #judged({ command_status: status, message_id: id = '' }: Pdu, session: Session): Submitted {
    if (status === 0) return { status: 'taken', id };
    if (CLOSED_FOR_NOW.has(status)) return { status: 'closed', fault: 'throttled' };
    if (status === NOT_BOUND) {
      session.destroy();
      return { status: 'closed', fault: 'unreachable' };
    }
    if (WORTH_ANOTHER_TRY.has(status)) return { status: 'later', problem: 'not-taken' };
    return { status: 'refused', problem: `smpp-${status.toString(16).padStart(8, '0')}` };
  }

  async close(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    await within(
      1_000,
      new Promise<void>((resolve) => {
        session.once('close', () => resolve());
        if (!session.unbind(() => session.close())) resolve();
      }),
    );
    session.destroy();
  }

  /** Null: no answer in time, or the connection broke after it was sent. */
  async #ask(
    session: Session,
    send: (done: (pdu: Pdu) => void) => boolean,
  ): Promise<Pdu | null | 'not-sent'> {
    let broke = (): void => {};
    const answer = new Promise<Pdu | null | 'not-sent'>((resolve) => {
      broke = () => resolve(null);
      this.#broken.get(session)?.add(broke);
      if (!send(resolve)) resolve('not-sent');
    });
    return within(this.#settings.timeout, answer).finally(() => this.#broken.get(session)?.delete(broke));
  }

  #open(): Promise<Opened> {
    this.#opening ??= this.#bind().then((opened) => {
      if ('fault' in opened) this.#opening = null;
      return opened;
    });
    return this.#opening;
  }

  async #bind(): Promise<Opened> {
    const { host, port, tls, systemId, password, systemType, timeout } = this.#settings;
    const session = smpp.connect({ host, port, tls });
    this.#broken.set(session, new Set());
    this.#watch(session);
    const connected = new Promise<boolean>((resolve) => {
      session.once(tls ? 'secureConnect' : 'connect', () => resolve(true));
      session.once('close', () => resolve(false));
    });
    if (!(await within(timeout, connected))) {
      session.destroy();
      return { fault: 'unreachable' };
    }
    const login = { system_id: systemId, password, system_type: systemType, interface_version: VERSION };
    const answer = await this.#ask(session, (done) => session.bind_transceiver(login, done));
    if (answer && answer !== 'not-sent' && answer.command_status === 0) {
      this.#session = session;
      this.#beat = setInterval(() => void this.#enquire(session), this.#settings.enquireEvery);
      return { session };
    }
    session.destroy();
    const refused = answer && answer !== 'not-sent' && LOGIN.has(answer.command_status);
    return { fault: refused ? 'login-refused' : 'unreachable' };
  }

  #watch(session: Session): void {
    // After an error nothing that comes can be read any more.
    session.on('error', () => session.destroy());
    session.on('close', () => {
      for (const broke of this.#broken.get(session) ?? []) broke();
      this.#broken.delete(session);
      if (this.#session !== session) return;
      clearInterval(this.#beat);
      this.#session = null;
      this.#opening = null;
    });
    session.on('deliver_sm', (pdu: Pdu) => {
      const receipt = receiptOf(pdu);
      // Answered after it is kept: a report that was not kept comes again.
      if (receipt) this.#onReceipt(receipt);
      session.send(pdu.response());
    });
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
  }

  /** A line that is dead without having been closed is found out, and opened anew by the next message. */
  async #enquire(session: Session): Promise<void> {
    const answer = await this.#ask(session, (done) => session.enquire_link(done));
    if (!answer || answer === 'not-sent') session.destroy();
  }
}

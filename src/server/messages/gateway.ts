/** What every way out is: it takes one part of a message, and says honestly what it knows of it. */
import type { GATEWAY_FAULTS } from '../../sync/messages-protocol.ts';
import type { ReceiptState } from '../../store/message-store.ts';

export type GatewayFault = (typeof GATEWAY_FAULTS)[number];

export interface Outgoing {
  /** The same for each try of the same part: a gateway that drops repetitions can drop by it. */
  key: string;
  /** Eleven digits. */
  number: string;
  /** This part. */
  text: string;
  /** The whole message. */
  whole: string;
  /** 0 to 65,535; the same for all parts of one message. */
  reference: number;
  /** From 1. */
  part: number;
  parts: number;
}

export type Submitted =
  /** The gateway has it, under its own id. */
  | { status: 'taken'; id: string }
  /** It does not have it, and takes nothing at the moment. */
  | { status: 'closed'; fault: GatewayFault }
  /** It does not have this one; another try may do. */
  | { status: 'later'; problem: string }
  /** It will never take this one. */
  | { status: 'refused'; problem: string }
  /** It may have it or not: the answer did not come. */
  | { status: 'unsure'; problem: string };

export interface Receipt {
  /** Forms of the gateway's id: some write it in hex here and in decimals there. */
  ids: string[];
  state: ReceiptState;
}

export interface Gateway {
  readonly kind: 'http' | 'smpp';
  /** The texts in which a message goes through this gateway. */
  partsOf(text: string): string[];
  submit(message: Outgoing): Promise<Submitted>;
  /** Asks for delivery reports, where they do not come by themselves. */
  poll?(): Promise<void>;
  close(): Promise<void>;
}

export type OnReceipt = (receipt: Receipt) => void;

/** Waits at most `ms` for an answer. Null: none came. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What SMPP 3.4 makes of a message and of a delivery report. Pure. */
import smpp, { type Pdu } from 'smpp';
import { measureMessage } from '../../domain/forms/text-message.ts';
import type { Outgoing, Receipt } from './gateway.ts';
import type { SmppSettings } from './settings.ts';

/** `data_coding`. */
const GSM_7 = 0x00;
const UCS_2 = 0x08;
/** `esm_class`: the text begins with a user data header; the message is a delivery receipt. */
const HAS_HEADER = 0x40;
const TYPE_BITS = 0x3c;
const IS_RECEIPT = 0x04;
/** Ask for a report of the final outcome, good or bad. */
const REPORT_FINAL = 0x01;
/** Octets of `short_message`. */
const SHORT = 254;

/** Network order: high byte first. */
const ucs2 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/**
 * The header that joins parts: 16-bit reference (3GPP TS 23.040, element 8) would cost a character more than the text was
 * counted with, so it is the 8-bit one (element 0).
 */
const joined = (reference: number, parts: number, part: number): Buffer =>
  Buffer.from([5, 0, 3, reference % 256, parts, part]);

/** The fields of a `submit_sm`. The encoding is that of the whole text, so that all parts agree with how it was counted. */
export function submitFields(message: Outgoing, settings: SmppSettings): Record<string, unknown> {
  const isGsm = measureMessage(message.whole).encoding === 'GSM-7';
  const bytes = isGsm ? smpp.encodings.ASCII.encode(message.text) : ucs2(message.text);
  const header = message.parts > 1 ? joined(message.reference, message.parts, message.part) : Buffer.alloc(0);
  const body = Buffer.concat([header, bytes]);
  return {
    source_addr_ton: settings.sourceTon,
    source_addr_npi: settings.sourceNpi,
    source_addr: settings.source,
    dest_addr_ton: settings.destTon,
    dest_addr_npi: settings.destNpi,
    destination_addr: settings.prefix + message.number,
    esm_class: header.length > 0 ? HAS_HEADER : 0,
    registered_delivery: REPORT_FINAL,
    data_coding: isGsm ? GSM_7 : UCS_2,
    ...(body.length > SHORT
      ? { short_message: Buffer.alloc(0), message_payload: body }
      : { short_message: body }),
  };
}

const textOf = (field: Pdu['short_message']): string => {
  const value = Buffer.isBuffer(field) ? field : field?.message;
  return Buffer.isBuffer(value) ? value.toString('latin1') : (value ?? '');
};

/** The id, and what others make of it: an answer in hex and its report in decimals are usual. */
export function idForms(id: string): string[] {
  const trimmed = id.trim();
  const forms = [trimmed, trimmed.toLowerCase(), trimmed.toUpperCase()];
  if (/^\d{1,30}$/.test(trimmed)) {
    const hex = BigInt(trimmed).toString(16);
    forms.push(hex, hex.toUpperCase(), hex.padStart(8, '0'), hex.toUpperCase().padStart(8, '0'));
  }
  if (/^[0-9a-f]{1,30}$/i.test(trimmed)) {
    const decimal = BigInt(`0x${trimmed}`).toString();
    forms.push(decimal, decimal.padStart(10, '0'));
  }
  return [...new Set(forms)];
}

const DELIVERED = new Set(['2', 'DELIVRD']);
const FAILED = new Set(['3', '4', '5', '8', 'EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD']);

/** A delivery report (SMPP 3.4, 5.3.2.26 and appendix B); null for anything else, and for states that are not final. */
export function receiptOf(pdu: Pdu): Receipt | null {
  if (((pdu.esm_class ?? 0) & TYPE_BITS) !== IS_RECEIPT) return null;
  const text = textOf(pdu.short_message) || textOf(pdu.message_payload);
  const id = pdu.receipted_message_id ?? /(?:^|\s)id:(\S+)/i.exec(text)?.[1];
  const state = String(pdu.message_state ?? /\sstat:(\w+)/i.exec(text)?.[1]?.toUpperCase() ?? '');
  if (id === undefined || id === '') return null;
  if (DELIVERED.has(state)) return { ids: idForms(id), state: 'delivered' };
  return FAILED.has(state) ? { ids: idForms(id), state: 'failed' } : null;
}

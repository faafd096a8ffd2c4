/**
 * A gateway that is called by HTTP: one call for each receiver, with fields as the provider wants them.
 *
 * The signature is HMAC-SHA256 by the secret, hex in small letters, over `name=value` of the signed fields in their order,
 * joined by `&`, as UTF-8 and before any encoding for the way.
 */
import { createHmac } from 'node:crypto';
import type { Gateway, OnReceipt, Outgoing, Receipt, Submitted } from './gateway.ts';
import type { Expected, HttpSettings } from './http-settings.ts';

export interface HttpPorts {
  fetch: typeof fetch;
  /** Ms since 1970. */
  now: () => number;
  onReceipt: OnReceipt;
}

/** A value in JSON by names joined with dots; '' for nothing. */
export function valueAt(json: unknown, path: string): unknown {
  return path === ''
    ? json
    : path.split('.').reduce<unknown>((at, name) => {
        const isOwn = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
        return isOwn ? (at as Record<string, unknown>)[name] : undefined;
      }, json);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const says = (json: unknown, expected: Expected | null): boolean =>
  expected !== null && expected.values.includes(textOf(valueAt(json, expected.path)));

/** Bytes of an answer that are looked at. */
const MAX_ANSWER = 1_000_000;

/** Faults of a call after which the gateway certainly has nothing: the connection never came about. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function faultCode(error: unknown): string {
  const { cause, code } = error as { cause?: { code?: string; errors?: { code?: string }[] }; code?: string };
  return cause?.code ?? cause?.errors?.[0]?.code ?? code ?? '';
}

export class HttpGateway implements Gateway {
  readonly kind = 'http';
  readonly #settings: HttpSettings;
  readonly #ports: HttpPorts;
  readonly #closing = new AbortController();

  constructor(settings: HttpSettings, ports: HttpPorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  partsOf(text: string): string[] {
    return [text];
  }

  async submit(message: Outgoing): Promise<Submitted> {
    const { url, ok, throttled, refused, id, repeatsSafe } = this.#settings;
    const answer = await this.#call(url, this.#fields(message));
    if ('failed' in answer) {
      if (NEVER_LEFT.has(answer.failed)) return { status: 'closed', fault: 'unreachable' };
      return repeatsSafe
        ? { status: 'later', problem: 'no-answer' }
        : { status: 'unsure', problem: 'no-answer' };
    }
    const { status, json } = answer;
    if (says(json, ok)) return { status: 'taken', id: textOf(valueAt(json, id)) || message.key };
    if (status === 429 || says(json, throttled)) return { status: 'closed', fault: 'throttled' };
    if (status === 401 || status === 403) return { status: 'closed', fault: 'login-refused' };
    if (says(json, refused)) return { status: 'refused', problem: 'number-refused' };
    // A proxy's 502 may hide that the gateway has it; an answer of its own that is not the expected one says no.
    if (status >= 500)
      return repeatsSafe
        ? { status: 'later', problem: 'no-answer' }
        : { status: 'unsure', problem: 'no-answer' };
    return json === undefined
      ? { status: 'closed', fault: 'odd-answer' }
      : { status: 'later', problem: 'not-taken' };
  }

  async poll(): Promise<void> {
    const { poll } = this.#settings.report;
    if (!poll) return;
    const answer = await this.#call(
      poll.url,
      this.#signed(
        this.#settings.fields
          .filter(([, value]) => !/\{(number|text|key)\}/.test(value))
          .map(([name, value]): [string, string] => [name, this.#fill(value)]),
      ),
    );
    if ('failed' in answer) return;
    for (const receipt of receiptsIn(valueAt(answer.json, poll.list), this.#settings))
      this.#ports.onReceipt(receipt);
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #fill(value: string, message?: Outgoing): string {
    const now = this.#ports.now();
    const values: Record<string, string> = {
      time: new Date(now).toISOString(),
      seconds: String(Math.floor(now / 1_000)),
      number: message?.number ?? '',
      text: message?.text ?? '',
      key: message?.key ?? '',
    };
    return value.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }

  #fields(message: Outgoing): [string, string][] {
    return this.#signed(this.#settings.fields.map(([name, value]) => [name, this.#fill(value, message)]));
  }

  #signed(fields: [string, string][]): [string, string][] {
    const { signField } = this.#settings;
    return signField === '' ? fields : [...fields, [signField, this.#signature(fields)]];
  }

  #signature(fields: [string, string][]): string {
    const { secret, signFields } = this.#settings;
    const values = new Map(fields);
    const text = signFields
      .filter((name) => values.has(name))
      .map((name) => `${name}=${values.get(name)}`)
      .join('&');
    return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
  }

  async #call(
    url: URL,
    fields: [string, string][],
  ): Promise<{ status: number; json: unknown } | { failed: string }> {
    const { method, format, signHeader, timeout } = this.#settings;
    const address = new URL(url);
    if (method === 'GET') for (const [name, value] of fields) address.searchParams.append(name, value);
    const headers: Record<string, string> =
      signHeader === '' ? {} : { [signHeader]: this.#signature(fields) };
    if (format === 'json') headers['content-type'] = 'application/json; charset=utf-8';
    const body = format === 'json' ? JSON.stringify(Object.fromEntries(fields)) : new URLSearchParams(fields);
    try {
      const response = await this.#ports.fetch(address, {
        method,
        headers,
        ...(method === 'POST' ? { body } : {}),
        redirect: 'error',
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(timeout)]),
      });
      const text = await response.text();
      return { status: response.status, json: jsonOf(text.slice(0, MAX_ANSWER)) };
    } catch (error) {
      return { failed: faultCode(error) || 'broken' };
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The delivery reports in what a gateway sends: an object, a list of them, or fields of a form. */
export function receiptsIn(value: unknown, { report }: Pick<HttpSettings, 'report'>): Receipt[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item): Receipt[] => {
    const id = textOf(valueAt(item, report.id));
    const status = textOf(valueAt(item, report.status));
    if (id === '' || status === '' || report.pending.includes(status)) return [];
    return [{ ids: [id], state: report.delivered.includes(status) ? 'delivered' : 'failed' }];
  });
}

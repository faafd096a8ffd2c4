/** Settings, groups and orders for tests of text messages. */
import { pino } from 'pino';
import type { Gateway, Outgoing, Submitted } from '../../../../src/server/messages/gateway.ts';
import type { Order } from '../../../../src/store/message-store.ts';

export const NOW = Date.parse('2026-11-24T02:00:00.000Z');
export const HOUR = 3_600_000;
export const silent = pino({ level: 'silent' });

export const smppEnv = (port: number): Record<string, string> => ({
  GONGKAILAN_SMS_GATEWAY: 'smpp',
  GONGKAILAN_SMS_SMPP_URL: `smpp://127.0.0.1:${port}`,
  GONGKAILAN_SMS_SMPP_SYSTEM_ID: 'fuxing',
  GONGKAILAN_SMS_SMPP_PASSWORD: 'geheim',
  GONGKAILAN_SMS_SMPP_SOURCE: '10690001',
});

export const httpEnv = (url: string): Record<string, string> => ({
  GONGKAILAN_SMS_GATEWAY: 'http',
  GONGKAILAN_SMS_HTTP_URL: `${url}/send`,
  GONGKAILAN_SMS_HTTP_FIELDS: 'account=fuxing&mobile={number}&content={text}&msgid={key}&ts={seconds}',
  GONGKAILAN_SMS_HTTP_SECRET: 'a secret of the provider',
  GONGKAILAN_SMS_HTTP_SIGN_FIELDS: 'account,mobile,content,ts',
  GONGKAILAN_SMS_HTTP_SIGN_FIELD: 'sign',
  GONGKAILAN_SMS_HTTP_OK: 'code=0',
  GONGKAILAN_SMS_HTTP_THROTTLED: 'code=8',
  GONGKAILAN_SMS_HTTP_REFUSED: 'code=21,22',
  GONGKAILAN_SMS_HTTP_ID: 'data.id',
  GONGKAILAN_SMS_HTTP_REPORT_SECRET: 'callback-secret-0001',
});

/** The number of a person in the sample groups. */
export const numberOf = (n: number): string => `138${String(n).padStart(8, '0')}`;
export const people = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ number: numberOf(from + index), name: '' }));

const hex = (n: number): string => n.toString(16).padStart(64, '0');

export const TEXT = '【示范一村】低保名单已公示，请到公开栏看。';

export const orderNo = (n: number, part: Partial<Order> = {}): Order => ({
  id: hex(n),
  stream: `${'a'.repeat(32)}/v1/public`,
  unit: 'v1',
  notice: hex(1_000),
  revision: hex(1_000),
  text: TEXT,
  segments: 1,
  groups: ['g1'],
  acceptedAt: new Date(NOW).toISOString(),
  ...part,
});

/** A gateway that answers as told; after that it takes everything. */
export class ToldGateway implements Gateway {
  readonly kind = 'smpp';
  readonly came: Outgoing[] = [];
  answers: Submitted[] = [];

  partsOf(text: string): string[] {
    return text.includes('长') ? [text.slice(0, 5), text.slice(5)] : [text];
  }

  async submit(message: Outgoing): Promise<Submitted> {
    const answer = this.answers.shift() ?? { status: 'taken', id: `id-${this.came.length + 1}` };
    if (answer.status === 'taken' || answer.status === 'unsure') this.came.push(message);
    return answer;
  }

  async close(): Promise<void> {}
}

/** Settings of a gateway that is called by HTTP. */
import type { Reader } from './settings-reader.ts';

/** A place in a JSON answer, and the values that it has there: `code=0,200`. */
export interface Expected {
  path: string;
  values: string[];
}

export interface ReportSettings {
  /** Last part of the callback's address; null: no callback. */
  secret: string | null;
  poll: { url: URL; every: number; list: string } | null;
  id: string;
  status: string;
  delivered: string[];
  /** Values that say nothing final. */
  pending: string[];
}

export interface HttpSettings {
  kind: 'http';
  url: URL;
  method: 'POST' | 'GET';
  format: 'form' | 'json';
  /** Names, and texts with {number} {text} {key} {time} {seconds}. */
  fields: [string, string][];
  secret: string;
  /** Names of the fields that are signed, in this order. */
  signFields: string[];
  /** The field that gets the signature; '' for none. */
  signField: string;
  signHeader: string;
  ok: Expected;
  throttled: Expected | null;
  /** Values that mean: never to this number. */
  refused: Expected | null;
  /** Where the gateway's id stands in its answer; '': it uses our key. */
  id: string;
  /** It drops a second message with the same key, so that an unsure one may be tried again. */
  repeatsSafe: boolean;
  report: ReportSettings;
  timeout: number;
}

function expected(read: Reader, name: string, or?: string): Expected | null {
  const [pair] = read.pairs(name, or);
  return pair ? { path: pair[0], values: pair[1].split(',') } : null;
}

const SECRET = /^[\w-]{16,200}$/;

function reportSettings(read: Reader): ReportSettings {
  const secret = read.text('HTTP_REPORT_SECRET', { or: '' });
  if (secret !== '' && !SECRET.test(secret))
    read.wrong('HTTP_REPORT_SECRET', '至少 16 个字母或数字', 'at least 16 letters or digits');
  const polled = read.text('HTTP_POLL_URL', { or: '' }) !== '';
  const every = read.number('HTTP_POLL_SECONDS', { least: 5, most: 86_400, or: 60 }) * 1_000;
  const list = read.text('HTTP_POLL_LIST', { or: '' });
  return {
    secret: secret || null,
    poll: polled ? { url: read.url('HTTP_POLL_URL', ['http:', 'https:']), every, list } : null,
    id: read.text('HTTP_REPORT_ID', { or: 'id' }),
    status: read.text('HTTP_REPORT_STATUS', { or: 'status' }),
    delivered: read.list('HTTP_REPORT_DELIVERED', 'DELIVRD'),
    pending: read.list('HTTP_REPORT_PENDING', 'ACCEPTD,ENROUTE,UNKNOWN'),
  };
}

export function httpSettings(read: Reader): HttpSettings {
  const fields = read.pairs('HTTP_FIELDS');
  const settings: HttpSettings = {
    kind: 'http',
    url: read.url('HTTP_URL', ['http:', 'https:']),
    method: read.choice('HTTP_METHOD', ['POST', 'GET'], 'POST'),
    format: read.choice('HTTP_FORMAT', ['form', 'json'], 'form'),
    fields,
    secret: read.text('HTTP_SECRET', { or: '' }),
    signFields: read.list('HTTP_SIGN_FIELDS', ''),
    signField: read.text('HTTP_SIGN_FIELD', { or: '' }),
    signHeader: read.matching('HTTP_SIGN_HEADER', /^[\w-]+$/, ''),
    ok: expected(read, 'HTTP_OK') ?? { path: '', values: [] },
    throttled: expected(read, 'HTTP_THROTTLED', ''),
    refused: expected(read, 'HTTP_REFUSED', ''),
    id: read.text('HTTP_ID', { or: '' }),
    repeatsSafe: read.flag('HTTP_REPEATS_SAFE'),
    report: reportSettings(read),
    timeout: read.number('TIMEOUT_SECONDS', { least: 1, most: 300, or: 30 }) * 1_000,
  };
  const names = new Set(fields.map(([name]) => name));
  for (const needed of ['{number}', '{text}'])
    if (!fields.some(([, value]) => value.includes(needed)))
      read.wrong('HTTP_FIELDS', `要有 ${needed}`, `needs ${needed}`);
  for (const name of settings.signFields)
    if (!names.has(name))
      read.wrong('HTTP_SIGN_FIELDS', `字段里没有 ${name}`, `${name} is not among the fields`);
  const signs = settings.signField !== '' || settings.signHeader !== '';
  if (signs && (settings.secret === '' || settings.signFields.length === 0))
    read.wrong(
      'HTTP_SECRET',
      '签名要有密钥和 HTTP_SIGN_FIELDS',
      'a signature needs it, and HTTP_SIGN_FIELDS',
    );
  if (settings.method === 'GET' && settings.format === 'json')
    read.wrong('HTTP_FORMAT', 'GET 不能用 json', 'GET has no json');
  return settings;
}

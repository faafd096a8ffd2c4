/** The settings of text messages, from the environment. README.md lists them. Wrong ones stop the start, with all reasons. */
import { type HttpSettings, httpSettings } from './http-settings.ts';
import { Reader } from './settings-reader.ts';

export interface SmppSettings {
  kind: 'smpp';
  host: string;
  port: number;
  tls: boolean;
  systemId: string;
  password: string;
  systemType: string;
  source: string;
  sourceTon: number;
  sourceNpi: number;
  destTon: number;
  destNpi: number;
  /** Before each number: '86' for the whole world's form. */
  prefix: string;
  /** How a text of several segments goes: cut by us, or whole. */
  long: 'udh' | 'payload';
  /** Ms. */
  enquireEvery: number;
  timeout: number;
}

export interface MessageSettings {
  gateway: SmppSettings | HttpSettings;
  dryRun: boolean;
  /** Segments a day. */
  dailyLimit: number;
  perSecond: number;
  /** An order older than this is no news any more, ms. */
  expireAfter: number;
}

/** The settings cannot be used; each problem names its setting. */
export class MessageSettingsError extends Error {
  override name = 'MessageSettingsError';
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const PREFIX = 'GONGKAILAN_SMS_';
const HOUR_MS = 3_600_000;

function smppSettings(read: Reader): SmppSettings {
  const url = read.url('SMPP_URL', ['smpp:', 'ssmpp:']);
  const tls = url.protocol === 'ssmpp:';
  return {
    kind: 'smpp',
    host: url.hostname,
    port: Number(url.port) || (tls ? 3550 : 2775),
    tls,
    systemId: read.text('SMPP_SYSTEM_ID', { max: 15 }),
    password: read.text('SMPP_PASSWORD', { max: 8 }),
    systemType: read.text('SMPP_SYSTEM_TYPE', { max: 12, or: '' }),
    source: read.text('SMPP_SOURCE', { max: 20, or: '' }),
    sourceTon: read.number('SMPP_SOURCE_TON', { least: 0, most: 6, or: 0 }),
    sourceNpi: read.number('SMPP_SOURCE_NPI', { least: 0, most: 18, or: 0 }),
    destTon: read.number('SMPP_DEST_TON', { least: 0, most: 6, or: 1 }),
    destNpi: read.number('SMPP_DEST_NPI', { least: 0, most: 18, or: 1 }),
    prefix: read.matching('SMPP_PREFIX', /^\+?\d{0,4}$/, '86'),
    long: read.choice('SMPP_LONG', ['udh', 'payload'], 'udh'),
    enquireEvery: read.number('SMPP_ENQUIRE_SECONDS', { least: 1, most: 3_600, or: 30 }) * 1_000,
    timeout: read.number('TIMEOUT_SECONDS', { least: 1, most: 300, or: 30 }) * 1_000,
  };
}

/**
 * Null: no gateway is set, and no text message can be sent.
 * @throws MessageSettingsError
 */
export function messageSettings(env: Record<string, string | undefined>): MessageSettings | null {
  const given = Object.keys(env).filter((name) => name.startsWith(PREFIX) && env[name] !== '');
  if (given.length === 0) return null;
  const read = new Reader(PREFIX, env);
  const kind = read.choice('GATEWAY', ['smpp', 'http']);
  const settings: MessageSettings = {
    gateway: kind === 'http' ? httpSettings(read) : smppSettings(read),
    dryRun: read.flag('DRY_RUN'),
    dailyLimit: read.number('DAILY_LIMIT', { least: 1, most: 10_000_000, or: 5_000 }),
    perSecond: read.number('PER_SECOND', { least: 1, most: 1_000, or: 10 }),
    expireAfter: read.number('EXPIRE_HOURS', { least: 1, most: 720, or: 48 }) * HOUR_MS,
  };
  const unknown = given.filter((name) => !read.asked.has(name));
  const problems = [
    ...read.problems,
    ...unknown.map((name) => `${name}: 没有这项设置 · there is no such setting`),
  ];
  if (problems.length > 0) throw new MessageSettingsError(problems);
  return settings;
}

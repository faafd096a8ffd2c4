/** What an audit can find, in a closed list, and how it is said. */

export const FINDINGS = {
  'no-township': ['这里没有公开簿', 'there is no log here'],
  'wrong-township': ['建簿记录和乡镇编号不符', 'the founding event does not give the township’s id'],
  'no-checkpoint': ['没有签名的簿头', 'there is no signed head'],
  'bad-checkpoint': ['簿头不是这本公开簿的密钥签的', 'the head is not signed by the key of this log'],
  'damaged-tree': [
    '簿头旁边存的树被改过，以后的记录会接错',
    'the tree kept beside the head is not the signed one',
  ],
  'missing-entries': ['记录比簿头说的少', 'there are fewer events than the head says'],
  'extra-entries': ['记录比簿头说的多', 'there are more events than the head says'],
  'wrong-root': [
    '有记录被改、被换、被挪动或改了收到时间',
    'an event here was changed, swapped, moved or re-dated',
  ],
  'bad-leaf': ['这条记录读不出来', 'this event cannot be read'],
  'bad-header': ['这条记录的标题行被改坏了', 'the header of this event is damaged'],
  'wrong-stream': ['这条记录属于另一本簿', 'this event belongs to another log'],
  'bad-signature': [
    '签名不对：标题行或签名被改过',
    'the signature does not fit: header or signature was changed',
  ],
  'foreign-body': ['正文不是当时签名的那份', 'the body is not the one that was signed'],
  withheld: [
    '正文不见了，簿里没有删除它的决定',
    'its text is missing, and no decision in the log says that it was erased',
  ],
  doubled: ['同一条记录出现了两次', 'the same event stands here twice'],
  'unknown-author': ['签名的设备没有登记过', 'it was signed by a device that was never enrolled'],
  'revoked-author': ['签名的设备当时已经停用', 'it was signed by a device that had been revoked'],
  'missing-file': ['附件不见了', 'a file is missing'],
  'foreign-file': ['附件被换过', 'a file is not the one that was named'],
  rewritten: [
    '和以前见过的簿头对不上：历史被改写了',
    'it contradicts a head seen before: history was rewritten',
  ],
  'closing-broken': [
    '和年终结账时的簿头对不上：结账以前的记录被改写或拿掉了',
    'it contradicts the head at a yearly closing: what had been closed was rewritten or taken out',
  ],
  shortened: [
    '比以前见过的簿头还短：有记录被拿掉了',
    'it is shorter than a head seen before: events were taken out',
  ],
  'damaged-rights': [
    '服务器记着的“谁能做什么”和登记簿不一样',
    'who may do what, as the server keeps it, is not what the registry says',
  ],
  'damaged-index': [
    '数据库的索引坏了，按编号找不到该找到的',
    'the index of the database is damaged: events are not found by their ids',
  ],
  'not-allowed': ['签名的设备没有权发这个', 'its author may not do this, or it is not for everybody to see'],
  'unknown-content': [
    '内容不认识，可能是更新的软件写的',
    'its content is not known here, perhaps of newer software',
  ],
  'unnamed-file': ['没有哪一条说到这个附件', 'no item names this file'],
} as const satisfies Record<string, readonly [string, string]>;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  code: FindingCode;
  stream: string;
  /** The event's place, from 0; the first of the range when there is `to`. */
  number?: number;
  /** One past the last event of the range in which the damage lies. */
  to?: number;
  /** In a bundle: which of its items, or of its files, from 0. */
  item?: number;
  file?: number;
  /** Which part of the event: for the person who looks at it. */
  field?: 'acceptedAt' | 'signature' | 'header' | 'body' | 'file' | 'head';
}

/** One line in Chinese and English. */
export function inWords({ code, stream, number, to, item, file, field }: Finding): string {
  const [zh, en] = FINDINGS[code];
  const range = to !== undefined && to !== (number ?? 0) + 1;
  const place = number === undefined ? '' : range ? ` #${number + 1}–${to}` : ` #${number + 1}`;
  const inBundle =
    item !== undefined ? ` 第 ${item + 1} 件 item` : file !== undefined ? ` 附件 ${file + 1}` : '';
  return `${stream || '—'}${place}${inBundle}${field ? ` [${field}]` : ''}: ${zh} · ${en}`;
}

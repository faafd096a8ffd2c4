/** Items of an outbox for tests. */
import type { OutboxRow } from '../../../../src/store/device/db.ts';

export const hash = (seed: number | string): string => String(seed).padStart(64, '0');
export const STREAM = `${'a'.repeat(32)}/v1/public`;

export const BODY = {
  entry: { id: 'general-affairs', name: '其他村务' },
  title: '修路通知',
  officer: '李某',
  sections: [{ heading: '', text: '明天修路。' }],
  photos: [],
};

export const item = (part: Partial<OutboxRow> = {}): OutboxRow => ({
  id: hash('e1'),
  stream: STREAM,
  type: 'notice.published',
  header: '',
  sig: '',
  body: JSON.stringify({ ...BODY, salt: '00' }),
  title: '修路通知',
  notice: hash('e1'),
  files: [],
  savedAt: '2026-11-24T02:00:00.000Z',
  phase: 'waiting',
  problem: null,
  receipt: null,
  completedAt: null,
  ...part,
});

/** Taken in as the eighth of its stream. */
export const received = (part: Partial<OutboxRow> = {}): OutboxRow =>
  item({
    phase: 'received',
    receipt: { number: 7, acceptedAt: '2026-11-24T02:01:00.000Z', size: 8 },
    ...part,
  });

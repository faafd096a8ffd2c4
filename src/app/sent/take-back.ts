/** Makes a draft of what was not taken in, so that it can be put right. The item of the outbox stays. */
import type { ContentOf } from '../../domain/event-types.ts';
import { contentOf } from '../../domain/notice/notice.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';
import { unitOfStream } from './standing.ts';

type Body = ContentOf<'notice.published'> & { notice?: string; reason?: string };

/** Whether there is a text in it that could be put right. */
export const canTakeBack = (row: Pick<OutboxRow, 'type' | 'phase'>): boolean =>
  row.phase === 'refused' && (row.type === 'notice.published' || row.type === 'notice.corrected');

/** @returns the id of the new draft. */
export async function takeBack(device: Device, row: OutboxRow): Promise<Outcome<string, SaveFault>> {
  const unit = unitOfStream(row.stream);
  if (!unit) return { ok: false, code: 'gone' };
  const body = JSON.parse(row.body) as Body;
  const { notice, reason, urgent, publicity } = body;
  const corrects = row.type === 'notice.corrected' && notice !== undefined;
  const made = await device.newDraft(unit, corrects ? { notice } : undefined);
  if (!made.ok) return made;
  const outward = { urgent, publicity };
  const saved = await device.saveDraft({
    ...made.value,
    content: contentOf(body),
    outward,
    reason: reason ?? '',
  });
  return saved.ok ? { ok: true, value: made.value.id } : saved;
}

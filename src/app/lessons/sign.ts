/** Signs what was finished in practice with the device's own key, so that the office sees it. Loaded when there is something. */
import { lessonOf } from '../../domain/lesson/lessons.ts';
import type { Device, Identity } from '../../sync/client/device.ts';
import { keepUnsigned } from '../practice/doors.ts';
import { unsigned } from './kept.ts';

/** Puts each into the outbox; what could not be stored stays for the next start. A device that is nobody's keeps them. */
export async function signFinished(device: Device): Promise<void> {
  const identity = (await device.db.meta.get('identity'))?.value as Identity | null | undefined;
  if (!identity || identity.kind === 'tablet') return;
  const registry = await device.registry();
  const own = registry?.devices[identity.key]?.member;
  const unit = (own && registry?.members[own]?.unit) ?? identity.unit;
  let left = unsigned();
  for (const one of left) {
    const title = lessonOf(one.lesson)?.title.zh ?? one.lesson;
    const kept = await device.record(unit, 'lesson.finished', one, title);
    if (!kept.ok) return;
    left = left.filter((other) => other !== one);
    keepUnsigned(left.length === 0 ? null : JSON.stringify(left));
  }
}

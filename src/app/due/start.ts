/** From 'this is due' to a draft, or to 'nothing to report', in one tap. */
import { type Period, parsePeriod } from '../../domain/calendar/periods.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { withLabels } from '../../domain/kind/reuse.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import { NOTICE_LIMITS, type NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import type { LightNotice } from '../../domain/board/board.ts';
import type { DueItem } from '../../domain/due/judge.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';
import { lastAbout } from '../write/entries.ts';
import { reusedContent, withEntry } from '../write/kind-state.ts';

/** The person who answers, as notices write it. */
export const officerOf = ({ holder }: Pick<DueItem, 'holder'>): string =>
  holder ? `${holder.name}（${holder.post}）`.slice(0, NOTICE_LIMITS.officer) : '';

/** Last period's title for this one: 10 月 becomes 11 月, 第三季度 the fourth, 2025 年 2026. Else as it was. */
export function titleFor(title: string, from: Period | null, to: Period): string {
  if (!from || from.kind !== to.kind) return title;
  const year = (period: Period): string => period.first.slice(0, 4);
  const within = (period: Period): string => period.name.slice(period.name.indexOf('年') + 1);
  let text = title.split(year(from)).join(year(to));
  if (from.kind === 'month') {
    const month = (period: Period): string => String(Number(period.first.slice(5, 7)));
    text = text.replace(new RegExp(`(^|\\D)${month(from)}(\\s?月)`, 'g'), `$1${month(to)}$2`);
  } else if (within(from) !== '') {
    text = text.split(within(from)).join(within(to));
  }
  return text;
}

/** Fields that name a period, set to the one that is due. */
function forPeriod(fields: KindFields, period: Period): KindFields {
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) =>
      value.type === 'period' && parsePeriod(value.value)?.kind === period.kind
        ? [id, { ...value, value: period.id }]
        : [id, value],
    ),
  );
}

/** The draft about an item: its entry, its period, and last period's notice as a start, figures emptied. */
export function draftAbout(
  draft: DraftRow,
  item: Pick<DueItem, 'entry' | 'period' | 'holder'>,
  last: NoticeContent | null,
  today: LocalDate,
): DraftRow {
  const about = { ...draft, ...withEntry(draft, item.entry, today) };
  const reused = last && last.kind !== 'nothing' ? reusedContent(last) : {};
  const content = { ...about.content, officer: officerOf(item), ...reused, period: item.period.id };
  const from = last ? parsePeriod(last.period) : null;
  return {
    ...about,
    content: {
      ...content,
      title: titleFor(content.title, from, item.period) || `${item.period.name}${item.entry.name}`,
      fields: forPeriod(content.fields, item.period),
    },
  };
}

/** The words of 'nothing to report', as they are signed. */
export function nothingContent(
  base: NoticeContent,
  { entry, period, holder }: Pick<DueItem, 'entry' | 'period' | 'holder'>,
): NoticeContent {
  const kind = kindOf('nothing');
  const fields: KindFields = {
    period: { type: 'period', value: period.id },
    matter: { type: 'text', value: entry.name },
  };
  return {
    ...base,
    entry: { id: entry.id, name: entry.name },
    period: period.id,
    kind: 'nothing',
    title: `${period.name}${entry.name}：本期没有`,
    officer: officerOf({ holder }),
    sections: [{ heading: '', text: '' }],
    fields: kind ? withLabels(kind, fields) : fields,
  };
}

const isAbout = (draft: DraftRow, item: DueItem): boolean =>
  draft.unit === item.unit &&
  draft.change === null &&
  draft.content.entry.id === item.entry.id &&
  draft.content.period === item.period.id;

/** Opens the draft about an item, or begins it. */
export async function startDraft(
  device: Device,
  item: DueItem,
  board: LightNotice[],
  today: LocalDate,
): Promise<Outcome<{ id: string }, SaveFault>> {
  const begun = (await device.db.drafts.toArray()).find((draft) => isAbout(draft, item));
  if (begun) return { ok: true, value: begun };
  const previous = lastAbout(board, item.entry.id);
  const told = previous ? await device.details(item.unit, previous.id) : null;
  const made = await device.newDraft(item.unit);
  if (!made.ok) return made;
  const last = told ? currentRevision(told.notice).content : null;
  const draft = draftAbout(made.value, item, last, today);
  const kept = await device.saveDraft(draft);
  return kept.ok ? { ok: true, value: draft } : kept;
}

/** Signs 'nothing to report' and puts it in the outbox. A notice needs a person who answers for it. */
export async function tellNothing(
  device: Device,
  item: DueItem,
): Promise<Outcome<{ id: string }, SaveFault>> {
  const made = await device.newDraft(item.unit);
  if (!made.ok) return made;
  const content = nothingContent(made.value.content, item);
  const kept = await device.saveDraft({ ...made.value, content, signed: content });
  const outcome = kept.ok ? await device.publish(made.value.id) : kept;
  if (!outcome.ok) await device.deleteDraft(made.value.id);
  return outcome;
}

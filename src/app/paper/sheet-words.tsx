/** What stands at the head and foot of a notice's pages. */
import type { TFunction } from 'i18next';
import { noticeCode, spacedCode } from '../../domain/notice/code.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { HeldHead } from '../../sync/client/log-head.ts';
import type { When } from '../ui/use-when.ts';
import type { Sheet } from './page.tsx';
import type { Part } from './parts.ts';

export interface About {
  unit: Unit;
  /** The township's name. */
  township: string;
  notice: Notice;
  /** The township has taken in the version that is printed. */
  isConfirmed: boolean;
  /** Null: nothing of the unit's log is on this device. */
  head: HeldHead | null;
  /** Something was hidden before publication. */
  isMasked: boolean;
  /** Of the board, `https://…`. */
  origin: string;
}

type T = TFunction<'paper'>;

/** Hexadecimal digits of the root that are printed: enough to tell two logs apart by eye. */
const ROOT_SHOWN = 12;
const rootOf = (root: string): string => (root.slice(0, ROOT_SHOWN).match(/.{4}/g) ?? []).join(' ');

export const brandOf = (t: T, unit: Unit): string =>
  t(unit.kind === 'village' ? 'brand.village' : 'brand.government');

const ofWords = (t: T, { unit, township }: Pick<About, 'unit' | 'township'>): string =>
  unit.name.startsWith(township) ? unit.name : t('unitOf', { unit: unit.name, township });

export const headWords = (t: T, head: HeldHead | null): string =>
  head ? t('log.head', { size: head.size, root: rootOf(head.root) }) : t('log.none');

/** Date and time, unlike `moment` without 'today': paper hangs for weeks. */
export const printedAt = (t: T, when: When): string => {
  const day = when.fullDay(when.now);
  return t('printed', { at: day });
};

export function noticeSheet(t: T, when: When, about: About): Sheet {
  const { notice, head, unit, isConfirmed } = about;
  const revision = currentRevision(notice);
  const code = spacedCode(noticeCode(notice.id));
  const print = fingerprint(revision.id);
  const numbered = isConfirmed
    ? t('log.number', { number: revision.number + 1, head: headWords(t, head) })
    : t('log.notYet');
  return {
    brand: brandOf(t, unit),
    of: ofWords(t, about),
    title: revision.content.title,
    address: `${about.origin}/b/${unit.id}/n/${notice.id}`,
    lines: [
      <>
        {t('foot.number')} <strong>{code}</strong>
        <span className="paper-foot-space" />
        {t('foot.fingerprint')} <strong>{print}</strong>
      </>,
      t('foot.lookUp'),
      t('foot.same'),
      numbered,
      ...(about.isMasked ? [t('foot.masked')] : []),
    ],
    short: t('foot.short', { code, print, head: isConfirmed ? headWords(t, head) : t('log.notYet') }),
    printed: printedAt(t, when),
  };
}

/** On a card there is room for two lines: the numbers, and what they are for. */
export const cardSheet = (t: T, sheet: Sheet): Sheet => ({
  ...sheet,
  lines: [...sheet.lines.slice(0, 1), t('cards.scan')],
});

/** When it was published; of an old record when it was brought in, and the day that stands on it. */
function publishedWords(t: T, when: When, { revisions, broughtIn }: About['notice']): string {
  const day = when.fullDay(revisions[0].acceptedAt);
  return broughtIn ? t('broughtIn', { day, claimed: broughtIn.day }) : t('published', { day });
}

/** Title, facts in a line, and what must not be missed. */
export function openingParts(t: T, when: When, { notice, isConfirmed }: About): Part[] {
  const { content, outward, acceptedAt, reason } = currentRevision(notice);
  const version = notice.revisions.length;
  const parts: Part[] = [
    { type: 'title', text: content.title },
    {
      type: 'line',
      items: [
        content.entry.name,
        t('officer', { officer: content.officer }),
        ...(isConfirmed || version > 1 ? [publishedWords(t, when, notice)] : []),
      ],
    },
  ];
  if (!isConfirmed) parts.push({ type: 'stamp', title: t('stamp.notYet'), text: t('stamp.notYetText') });
  if (outward.urgent && Date.parse(outward.urgent.until) > when.now)
    parts.push({ type: 'stamp', title: t('stamp.urgent'), text: '' });
  if (version > 1) {
    const text = t('stamp.correctedText', {
      n: version,
      day: when.fullDay(acceptedAt),
      reason: reason ?? '',
    });
    parts.push({ type: 'stamp', title: t('stamp.corrected'), text });
  }
  return parts;
}

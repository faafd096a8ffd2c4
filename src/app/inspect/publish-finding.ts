/** From a finding to the draft of a notice about it: what was found, what was done, and what the re-check saw. */
import type { Finding } from '../../domain/inspection/records.ts';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { maskText } from '../../domain/personal-data/find.ts';
import type { DraftRow } from '../../store/device/db.ts';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';

export interface PublishWords {
  title: string;
  parts: { found: string; answer: string; recheck: string };
  who: string;
}

/** The words of the notice, personal data masked. Photos stay with the finding: they may show more than the notice says. */
export function noticeWords(finding: Finding, { title, parts, who }: PublishWords) {
  const said = (all: { text: string }[]): string => all.map(({ text }) => maskText(text)).join('\n');
  const sections = [
    { heading: parts.found, text: `${maskText(finding.text)}\n${who}` },
    { heading: parts.answer, text: said(finding.answers) },
    { heading: parts.recheck, text: said(finding.rechecks) },
  ];
  return {
    title: maskText(title).slice(0, NOTICE_LIMITS.title),
    officer: finding.person.slice(0, NOTICE_LIMITS.officer),
    sections: sections.filter(({ text }) => text !== ''),
  };
}

export async function draftOfFinding(
  device: Device,
  board: string,
  finding: Finding,
  words: PublishWords,
): Promise<Outcome<DraftRow, SaveFault>> {
  const made = await device.newDraft(board);
  if (!made.ok) return made;
  const draft = { ...made.value, content: { ...made.value.content, ...noticeWords(finding, words) } };
  const kept = await device.saveDraft(draft);
  return kept.ok ? { ok: true, value: draft } : kept;
}

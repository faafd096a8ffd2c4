/** A notice for the ear and for a text message. Pure. */
import { type LoudspeakerScript, loudspeakerScript } from '../../domain/forms/loudspeaker.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { type About, loudspeakerInput, messageText } from '../../domain/kind/template.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';

/** The longest that a broadcast should take, seconds. */
export const BROADCAST_SECONDS = 90;

const aboutOf = (content: NoticeContent, unit: string): About => ({
  title: content.title,
  officer: content.officer,
  unit,
  words: content.sections.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n')).join('\n'),
});

/** A kind that this version does not know is said as a plain notice. */
const kindFor = (content: NoticeContent) => kindOf(content.kind) ?? kindOf('plain')!;

/** @param unit the publishing unit's name. */
export const scriptOf = (content: NoticeContent, unit: string): LoudspeakerScript =>
  loudspeakerScript(
    loudspeakerInput(kindFor(content), content.fields, aboutOf(content, unit), BROADCAST_SECONDS),
  );

/** The text without its signature. */
export const messageOf = (content: NoticeContent, unit: string): string =>
  messageText(kindFor(content), content.fields, aboutOf(content, unit));

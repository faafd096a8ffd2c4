/** A notice for the ear and for a text message. Pure. */
import { type LoudspeakerScript, loudspeakerScript, readingSeconds } from '../../domain/forms/loudspeaker.ts';
import { spokenDigits } from '../../domain/forms/spoken.ts';
import { measureMessage } from '../../domain/forms/text-message.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { type About, loudspeakerInput, messageText } from '../../domain/kind/template.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import type { Revision } from '../../domain/notice/notice.ts';

/** The longest that a broadcast should take, seconds. */
export const BROADCAST_SECONDS = 90;

const aboutOf = (content: NoticeContent, unit: string): About => ({
  title: content.title,
  officer: content.officer,
  unit,
  words: content.sections.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n')).join('\n'),
});

/** A version of a notice, as far as the forms say it. */
type Version = Pick<Revision, 'id' | 'content'>;

/** A kind that this version does not know is said as a plain notice. */
const kindFor = (content: NoticeContent) => kindOf(content.kind) ?? kindOf('plain')!;

/** Seconds that the code takes to say. */
const CODE_SECONDS = 5;

/** The script, with the code of the version that is read. @param unit the publishing unit's name. */
export function scriptOf({ id, content }: Version, unit: string): LoudspeakerScript {
  const about = aboutOf(content, unit);
  const seconds = BROADCAST_SECONDS - CODE_SECONDS;
  const script = loudspeakerScript(loudspeakerInput(kindFor(content), content.fields, about, seconds));
  const [first = '', second = ''] = fingerprint(id).split(' ').map(spokenDigits);
  const text = `${script.text}这一条的核对码是${first}，${second}。`;
  return { ...script, text, seconds: readingSeconds(text) };
}

/** The text without its signature. */
export const messageOf = (content: NoticeContent, unit: string): string =>
  messageText(kindFor(content), content.fields, aboutOf(content, unit));

/** The message with the code of its version, where there is room for it in as many segments. */
export function withCode(message: string, segments: number, { id }: Version): string {
  const coded = `${message}核对码${fingerprint(id)}`;
  return message !== '' && measureMessage(coded).segments.length <= segments ? coded : message;
}

/** Ways into what people say: the parts and their words load when a notice or a board is shown. */
import { laterPart } from '../i18n/later-part.tsx';
import type { NoticeTalkProps } from './notice-talk.tsx';

const words = async () => ({ talk: await import('./messages.ts') });

/** Under a notice: what people said about it, with the answers, and the way to say something. */
export const NoticeTalkLater = laterPart<NoticeTalkProps>(
  async () => (await import('./notice-talk.tsx')).NoticeTalk,
  words,
);

/** On a board: how many were answered, refused, and wait. */
export const UnitTalkLater = laterPart<{ unit: string }>(
  async () => (await import('./unit-talk.tsx')).UnitTalk,
  words,
);

/** On the screens of who works at a desk: the way to what people said. */
export const InboxLinkLater = laterPart<object>(
  async () => (await import('./inbox/inbox-link.tsx')).InboxLink,
  words,
);

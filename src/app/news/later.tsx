/** Ways into what is new: loaded beside the screens, which are drawn without it. */
import { useContact, useIdentity } from '../ui/device-context.tsx';
import { laterPart } from '../i18n/later-part.tsx';

const words = async () => ({ news: await import('./messages.ts') });

const Watch = laterPart<object>(async () => (await import('./watch.tsx')).NewsWatch, words);

/** Behind every screen of a person's own device. On a bad line it would take the board's place: it waits for that. */
export function NewsWatchLater() {
  const identity = useIdentity();
  const state = useContact()?.state;
  const isOver = state !== undefined && state !== 'checking';
  return identity === undefined || identity?.kind === 'tablet' || !isOver ? null : <Watch />;
}

export const AskNewsLater = laterPart<object>(async () => (await import('./ask.tsx')).AskNews, words);

export const NewsSettingLater = laterPart<object>(async () => (await import('./ask.tsx')).NewsSetting, words);

export const UnseenMarkLater = laterPart<{ unit: string }>(
  async () => (await import('./unseen-mark.tsx')).UnseenMark,
  words,
);

/** Ways into what people say: the parts and their words load when a notice or a board is shown. */
import { type ComponentType, lazy, Suspense } from 'react';
import { addMessages } from '../i18n/i18n.ts';
import type { NoticeTalkProps } from './notice-talk.tsx';

/** A part that comes with this folder's words. Nothing stands in its place meanwhile, nor when it cannot be loaded. */
function part<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => {
    const [component, words] = await Promise.all([load(), import('./messages.ts')]);
    addMessages('talk', words);
    return { default: component };
  }) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** Under a notice: what people said about it, with the answers, and the way to say something. */
export const NoticeTalkLater = part<NoticeTalkProps>(
  async () => (await import('./notice-talk.tsx')).NoticeTalk,
);

/** On a board: how many were answered, refused, and wait. */
export const UnitTalkLater = part<{ unit: string }>(async () => (await import('./unit-talk.tsx')).UnitTalk);

/** On the screens of who works at a desk: the way to what people said. */
export const InboxLinkLater = part<object>(async () => (await import('./inbox/inbox-link.tsx')).InboxLink);

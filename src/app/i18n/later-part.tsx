/** Parts of a screen that load when they are needed, with the words of their folder. */
import { type ComponentType, lazy, Suspense } from 'react';
import { ScreenBoundary } from '../ui/broken.tsx';
import { addMessages } from './i18n.ts';

type Words = { zh: object; en: object };

/**
 * A part that comes with words. Nothing stands in its place meanwhile, nor when it cannot be loaded.
 * @param words by folder, fetched beside the part.
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: () => Promise<Record<string, Words>>,
): ComponentType<Props> {
  const Part = lazy(async () => {
    const [component, own] = await Promise.all([load(), words()]);
    for (const [folder, messages] of Object.entries(own)) addMessages(folder, messages);
    return { default: component };
  }) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <ScreenBoundary at="" quiet>
        <Suspense fallback={null}>
          <Part {...props} />
        </Suspense>
      </ScreenBoundary>
    );
  };
}

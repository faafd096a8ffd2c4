/** The router: on a person's own device the browser's, on a shared tablet one that leaves no way behind. */
import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { BrowserRouter, type NavigationType, Router } from 'react-router';
import { useIdentity } from '../ui/device-context.tsx';
import { addMessages } from '../i18n/i18n.ts';
import { ScreenBoundary } from '../ui/broken.tsx';
import { Splash } from '../ui/media.tsx';
import { usePresence } from './presence.ts';
import { type TabletHistory, tabletHistory } from './tablet-history.ts';

let current: TabletHistory | null = null;

/** Back to this address, with nothing before it. False: this is no shared tablet. */
export function resetWay(path: string): boolean {
  current?.reset(path);
  return current !== null;
}

function TabletRouter({ children }: { children: ReactNode }) {
  const [history] = useState(() => tabletHistory());
  const step = useSyncExternalStore(history.listen, history.now);
  useEffect(() => {
    current = history;
    const arm = (): void => history.arm();
    arm();
    window.addEventListener('pointerup', arm, { capture: true });
    window.addEventListener('keydown', arm, { capture: true });
    return () => {
      current = null;
      window.removeEventListener('pointerup', arm, { capture: true });
      window.removeEventListener('keydown', arm, { capture: true });
      history.stop();
    };
  }, [history]);
  return (
    <Router location={step.location} navigationType={step.move as NavigationType} navigator={history}>
      {children}
    </Router>
  );
}

const TabletMode = lazy(async () => {
  const [mode, words] = await Promise.all([
    import('../tablet/tablet-mode.tsx'),
    import('../tablet/messages.ts'),
  ]);
  addMessages('tablet', words);
  return mode;
});

/** The screens, made anew for each person; and what the tablet puts over them by itself. */
function Shared({ children }: { children: ReactNode }) {
  const { over, visitor } = usePresence();
  return (
    <TabletRouter>
      <ScreenBoundary at="tablet" quiet>
        <Suspense fallback={null}>
          <TabletMode />
        </Suspense>
      </ScreenBoundary>
      <div key={visitor} className={over ? 'beneath' : undefined}>
        {children}
      </div>
    </TabletRouter>
  );
}

export function AppRouter({ children }: { children: ReactNode }) {
  const identity = useIdentity();
  if (identity === undefined) return <Splash />;
  return identity?.kind === 'tablet' ? (
    <Shared>{children}</Shared>
  ) : (
    <BrowserRouter>{children}</BrowserRouter>
  );
}

/** Which address shows which screen. Screens for writing and for the office load when they are opened. */
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { BoardScreen } from './board/board-screen.tsx';
import { CategoryScreen, NoticeScreen, UnitsScreen, useScreensAtHand } from './board/screens-later.ts';
import { isInvited } from './enrol/invited.ts';
import { Home } from './home.tsx';
import { addMessages } from './i18n/i18n.ts';
import { IdleReturn } from './kiosk/idle.tsx';
import { NewsWatchLater } from './news/later.tsx';
import { ScreenBoundary } from './ui/broken.tsx';
import { useReaderAtHand } from './files/later.ts';
import { useIdentity } from './ui/device-context.tsx';
import { Splash } from './ui/media.tsx';
import { UpdateLine } from './ui/update-line.tsx';

type Words = { zh: object; en: object };
type Routed = { default: ComponentType };

/** A folder's screens and words, loaded together when they are first opened, or before by `load`. */
const later = (folder: string, screens: () => Promise<Routed>, words: () => Promise<Words>) => {
  const load = async (): Promise<Routed> => {
    const [routes, messages] = await Promise.all([screens(), words()]);
    addMessages(folder, messages);
    return routes;
  };
  return Object.assign(lazy(load), { load });
};

const enrolWords = () => import('./enrol/messages.ts');
const JoinScreen = later(
  'enrol',
  async () => ({ default: (await import('./enrol/join-screen.tsx')).JoinScreen }),
  enrolWords,
);
const SilentEnrolment = later(
  'enrol',
  async () => ({ default: (await import('./enrol/silent-enrolment.tsx')).SilentEnrolment }),
  enrolWords,
);
const MeScreen = later(
  'me',
  async () => ({ default: (await import('./me/me-screen.tsx')).MeScreen }),
  () => import('./me/messages.ts'),
);
const Write = later(
  'write',
  () => import('./write/routes.tsx'),
  () => import('./write/messages.ts'),
);
const Sent = later(
  'sent',
  () => import('./sent/routes.tsx'),
  () => import('./sent/messages.ts'),
);
const Outings = later(
  'outings',
  () => import('./outings/routes.tsx'),
  () => import('./outings/messages.ts'),
);
const Find = later(
  'find',
  () => import('./find/routes.tsx'),
  () => import('./find/messages.ts'),
);
const Review = later(
  'review',
  () => import('./review/routes.tsx'),
  () => import('./review/messages.ts'),
);
const Box = later(
  'box',
  () => import('./box/routes.tsx'),
  () => import('./box/messages.ts'),
);
const Inspector = later(
  'inspector',
  () => import('./box/inspector/routes.tsx'),
  () => import('./box/inspector/messages.ts'),
);
const Say = later(
  'talk',
  () => import('./talk/say-routes.tsx'),
  () => import('./talk/messages.ts'),
);
const Carry = later(
  'carry',
  () => import('./carry/routes.tsx'),
  () => import('./carry/messages.ts'),
);
const Objecting = later(
  'object',
  () => import('./object/object-screen.tsx'),
  () => import('./object/messages.ts'),
);
const Talk = later(
  'talk',
  () => import('./talk/inbox/routes.tsx'),
  () => import('./talk/messages.ts'),
);
const Projects = later(
  'follow',
  () => import('./follow/projects-screen.tsx'),
  () => import('./follow/messages.ts'),
);
const Due = later(
  'due',
  () => import('./due/routes.tsx'),
  () => import('./due/messages.ts'),
);
const Paper = later(
  'paper',
  () => import('./paper/routes.tsx'),
  () => import('./paper/messages.ts'),
);
const Figures = later(
  'figures',
  () => import('./figures/routes.tsx'),
  () => import('./figures/messages.ts'),
);
const Scores = later(
  'scores',
  () => import('./scores/routes.tsx'),
  () => import('./scores/messages.ts'),
);
const FileReader = later(
  'files',
  () => import('./files/file-screen.tsx'),
  () => import('./files/messages.ts'),
);
const PosterPage = later(
  'poster',
  () => import('./poster/routes.tsx'),
  () => import('./poster/messages.ts'),
);
const Office = later(
  'office',
  () => import('./office/routes.tsx'),
  () => import('./office/messages.ts'),
);
const Ask = later(
  'ask',
  () => import('./ask/routes.tsx'),
  () => import('./ask/messages.ts'),
);
const Answers = later(
  'answers',
  () => import('./answers/routes.tsx'),
  () => import('./answers/messages.ts'),
);
const Timeline = later(
  'timeline',
  () => import('./timeline/routes.tsx'),
  () => import('./timeline/messages.ts'),
);
const Tablet = later(
  'tablet',
  () => import('./tablet/routes.tsx'),
  () => import('./tablet/messages.ts'),
);
const Help = later(
  'help',
  () => import('./help/routes.tsx'),
  () => import('./help/messages.ts'),
);
const Setup = later(
  'setup',
  () => import('./setup/routes.tsx'),
  () => import('./setup/messages.ts'),
);

/** Whoever writes has the screens for it before the network goes: not every browser keeps the app. */
function useWritingAtHand(): void {
  const kind = useIdentity()?.kind;
  useEffect(() => {
    if (kind === undefined || kind === 'tablet') return;
    for (const screens of [Write, Sent, Outings, Paper, Review, Due, Talk])
      screens.load().catch(() => undefined);
  }, [kind]);
}

/** A shared tablet has no way into anybody's own screens. */
function NotOnTablet({ children }: { children: ReactNode }) {
  const identity = useIdentity();
  if (identity === undefined) return <Splash />;
  return identity?.kind === 'tablet' ? <Navigate to={`/b/${identity.unit}`} replace /> : children;
}

const own = (screen: ReactNode): ReactNode => <NotOnTablet>{screen}</NotOnTablet>;

/** A tablet's link of invitation: only where there is one is there something to do. */
function Invited() {
  const { pathname, hash } = useLocation();
  if (!isInvited(pathname, hash)) return null;
  return (
    <ScreenBoundary at={pathname}>
      <Suspense fallback={null}>
        <SilentEnrolment />
      </Suspense>
    </ScreenBoundary>
  );
}

export function App() {
  const { pathname } = useLocation();
  useScreensAtHand();
  useWritingAtHand();
  useReaderAtHand();
  return (
    <>
      <UpdateLine />
      <Invited />
      <IdleReturn />
      <NewsWatchLater />
      <ScreenBoundary at={pathname}>
        <Suspense fallback={<Splash />}>
          <Routes>
            <Route path="/" element={<Home />} />
            <Route path="/b/:unit" element={<BoardScreen />} />
            <Route path="/b/:unit/n/:notice" element={<NoticeScreen />} />
            <Route path="/b/:unit/n/:notice/out/*" element={own(<Outings />)} />
            <Route path="/b/:unit/n/:notice/f/:hash" element={<FileReader />} />
            <Route path="/b/:unit/projects" element={<Projects />} />
            <Route path="/b/:unit/n/:notice/paper" element={<Paper />} />
            <Route path="/b/:unit/paper" element={<Paper />} />
            <Route path="/b/:unit/poster" element={own(<PosterPage />)} />
            <Route path="/b/:unit/places" element={own(<Outings />)} />
            <Route path="/b/:unit/people" element={<Answers />} />
            <Route path="/b/:unit/day" element={<Timeline />} />
            <Route path="/b/:unit/n/:notice/day" element={<Timeline />} />
            <Route path="/b/:unit/c/:aspect" element={<CategoryScreen />} />
            <Route path="/b/:unit/find/*" element={<Find />} />
            <Route path="/b/:unit/n/:notice/me" element={<Find />} />
            <Route path="/b/:unit/n/:notice/say" element={<Say />} />
            <Route path="/b/:unit/n/:notice/object" element={<Objecting />} />
            <Route path="/units" element={<UnitsScreen />} />
            <Route path="/tablet/*" element={<Tablet />} />
            <Route path="/join" element={own(<JoinScreen />)} />
            <Route path="/write/*" element={own(<Write />)} />
            <Route path="/sent/*" element={own(<Sent />)} />
            <Route path="/review/*" element={own(<Review />)} />
            <Route path="/ask/*" element={<Ask />} />
            <Route path="/box" element={<Box />} />
            <Route path="/carry/*" element={<Carry />} />
            <Route path="/inspect/box/*" element={own(<Inspector />)} />
            <Route path="/talk/*" element={own(<Talk />)} />
            <Route path="/due/*" element={own(<Due />)} />
            <Route path="/office/calendar" element={own(<Due />)} />
            <Route path="/inspect/*" element={own(<Scores />)} />
            <Route path="/office/figures" element={own(<Figures />)} />
            <Route path="/office/hanging" element={own(<Figures />)} />
            <Route path="/office/visits" element={own(<Figures />)} />
            <Route path="/office/scores" element={own(<Scores />)} />
            <Route path="/scores/*" element={own(<Scores />)} />
            <Route path="/office/lessons" element={own(<Help />)} />
            <Route path="/lessons/*" element={own(<Help />)} />
            <Route path="/help/*" element={own(<Help />)} />
            <Route path="/office/*" element={own(<Office />)} />
            <Route path="/setup/*" element={own(<Setup />)} />
            <Route path="/me" element={own(<MeScreen />)} />
            <Route path="*" element={<Navigate to="/" replace />} />
          </Routes>
        </Suspense>
      </ScreenBoundary>
    </>
  );
}

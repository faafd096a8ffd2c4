/** What '/' is, depends on who comes: a cadre's own board, the office, a tablet's board, or a visitor's choice of villages. */
import { useLiveQuery } from 'dexie-react-hooks';
import { Navigate } from 'react-router';
import { BoardView } from './board/board-screen.tsx';
import { UnitsScreen } from './board/screens-later.ts';
import { useDevice, useIdentity } from './ui/device-context.tsx';
import { Splash } from './ui/media.tsx';

/** Whether the server said that no township is founded on it yet. */
function useNotSetUp(): boolean {
  const { db } = useDevice();
  return useLiveQuery(async () => (await db.meta.get('not-set-up'))?.value === true, [db]) ?? false;
}

export function Home() {
  const identity = useIdentity();
  const notSetUp = useNotSetUp();
  if (identity === undefined) return <Splash />;
  if (identity === null) return notSetUp ? <Navigate to="/setup" replace /> : <UnitsScreen />;
  if (identity.kind === 'office') return <Navigate to="/office" replace />;
  if (identity.kind === 'tablet') return <Navigate to={`/b/${identity.unit}`} replace />;
  return <BoardView unit={identity.unit} />;
}

/** What '/' is, depends on who comes: a cadre's own board, the office, a tablet's board, or a visitor's choice of villages. */
import { useLiveQuery } from 'dexie-react-hooks';
import { Navigate } from 'react-router';
import { BoardView } from './board/board-screen.tsx';
import { UnitsScreen } from './board/screens-later.ts';
import { memberOf } from '../domain/registry/registry.ts';
import type { Identity } from '../sync/client/device.ts';
import { useDevice, useIdentity, useRegistry } from './ui/device-context.tsx';
import { Splash } from './ui/media.tsx';

/** Whether the server said that no township is founded on it yet. */
function useNotSetUp(): boolean {
  const { db } = useDevice();
  return useLiveQuery(async () => (await db.meta.get('not-set-up'))?.value === true, [db]) ?? false;
}

/** An enrolled computer: the office's, or the discipline inspector's, who looks after the report box alone. */
function OwnComputer({ identity }: { identity: Identity }) {
  const registry = useRegistry();
  if (registry === undefined) return <Splash />;
  const role = registry && memberOf(registry, identity.key)?.role;
  return <Navigate to={role === 'inspector' ? '/inspect/box' : '/office'} replace />;
}

export function Home() {
  const identity = useIdentity();
  const notSetUp = useNotSetUp();
  if (identity === undefined) return <Splash />;
  if (identity === null) return notSetUp ? <Navigate to="/setup" replace /> : <UnitsScreen />;
  if (identity.kind === 'office') return <OwnComputer identity={identity} />;
  if (identity.kind === 'tablet') return <Navigate to={`/b/${identity.unit}`} replace />;
  return <BoardView unit={identity.unit} />;
}

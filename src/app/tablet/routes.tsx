/** `/tablet` on the tablet itself; `/tablet/set/:unit` on a cadre's phone or the office's computer. */
import { Navigate, Route, Routes } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as me from '../me/messages.ts';
import { useIdentity } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { OwnScreen } from './own-screen.tsx';
import { SetScreen } from './set-screen.tsx';
import './tablet.css';

// How large and how dark is set by the words of one's own screen.
addMessages('me', me);

export default function TabletRoutes() {
  const identity = useIdentity();
  if (identity === undefined) return <Splash />;
  return (
    <Routes>
      <Route index element={<OwnScreen />} />
      <Route path="set/:unit" element={identity?.kind === 'tablet' ? <OwnScreen /> : <SetScreen />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

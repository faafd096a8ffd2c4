/** `/setup`: the first run of a server. */
import { Route, Routes } from 'react-router';
import { SetupScreen } from './setup-screen.tsx';

export default function SetupRoutes() {
  return (
    <Routes>
      <Route path="*" element={<SetupScreen />} />
    </Routes>
  );
}

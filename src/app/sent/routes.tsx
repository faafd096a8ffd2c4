/** `/sent`: what became of what was written. */
import { Route, Routes } from 'react-router';
import { SentScreen } from './sent-screen.tsx';

export default function SentRoutes() {
  return (
    <Routes>
      <Route path="*" element={<SentScreen />} />
    </Routes>
  );
}

/** `/help` and `/help/guides/:id`. */
import { Navigate, Route, Routes } from 'react-router';
import { GuideScreen } from './guide-screen.tsx';
import { HelpScreen } from './help-screen.tsx';

export default function HelpRoutes() {
  return (
    <Routes>
      <Route index element={<HelpScreen />} />
      <Route path="guides/:id" element={<GuideScreen />} />
      <Route path="*" element={<Navigate to="/help" replace />} />
    </Routes>
  );
}

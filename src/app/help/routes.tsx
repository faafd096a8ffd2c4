/** `/help`, and behind the same door `/lessons` and `/office/lessons`, so that the first load names one less. */
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import { GuideScreen } from './guide-screen.tsx';
import { HelpScreen } from './help-screen.tsx';

const Lessons = lazy(async () => {
  const [routes, words] = await Promise.all([
    import('../lessons/routes.tsx'),
    import('../lessons/messages.ts'),
  ]);
  addMessages('lessons', words);
  return routes;
});

export default function HelpRoutes() {
  const { pathname } = useLocation();
  if (!pathname.startsWith('/help')) return <Lessons />;
  return (
    <Routes>
      <Route index element={<HelpScreen />} />
      <Route path="guides/:id" element={<GuideScreen />} />
      <Route path="*" element={<Navigate to="/help" replace />} />
    </Routes>
  );
}

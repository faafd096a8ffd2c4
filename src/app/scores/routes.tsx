/** `/office/scores` in the office's frame, `/scores/:unit`, and `/inspect`: one door, so that the first load names one less. */
import { lazy, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import '../office/overview.css';
import '../figures/figures.css';
import { CardScreen } from './card-screen.tsx';
import { ScoresScreen } from './scores-screen.tsx';

/** The discipline commission's lists, with their words. */
const Inspect = lazy(async () => {
  const [routes, words] = await Promise.all([
    import('../inspect/routes.tsx'),
    import('../inspect/messages.ts'),
  ]);
  addMessages('inspect', words);
  return routes;
});

export default function ScoresRoutes() {
  useState(() => addMessages('office', officeMessages));
  const { pathname } = useLocation();
  if (pathname.startsWith('/inspect')) return <Inspect />;
  if (pathname.startsWith('/office/'))
    return <OfficeFrame>{(registry) => <ScoresScreen registry={registry} />}</OfficeFrame>;
  return (
    <Routes>
      <Route path=":unit" element={<CardScreen />} />
    </Routes>
  );
}

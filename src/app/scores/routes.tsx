/** `/office/scores` in the office's frame, and `/scores/:unit`. */
import { useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import '../office/overview.css';
import '../figures/figures.css';
import { CardScreen } from './card-screen.tsx';
import { ScoresScreen } from './scores-screen.tsx';

export default function ScoresRoutes() {
  useState(() => addMessages('office', officeMessages));
  const { pathname } = useLocation();
  if (pathname.startsWith('/office/'))
    return <OfficeFrame>{(registry) => <ScoresScreen registry={registry} />}</OfficeFrame>;
  return (
    <Routes>
      <Route path=":unit" element={<CardScreen />} />
    </Routes>
  );
}

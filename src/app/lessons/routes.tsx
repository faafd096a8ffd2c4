/** `/lessons`, `/lessons/:id/test`, and `/office/lessons` in the office's frame: one door for all of them. */
import { useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import * as practiceMessages from '../practice/messages.ts';
import { LessonsScreen } from './list-screen.tsx';
import { ProgressScreen } from './progress-screen.tsx';
import { TestScreen } from './test-screen.tsx';

export default function LessonsRoutes() {
  useState(() => {
    addMessages('office', officeMessages);
    addMessages('practice', practiceMessages);
  });
  const { pathname } = useLocation();
  if (pathname.startsWith('/office/'))
    return <OfficeFrame>{(registry) => <ProgressScreen registry={registry} />}</OfficeFrame>;
  return (
    <Routes>
      <Route index element={<LessonsScreen />} />
      <Route path=":id/test" element={<TestScreen />} />
      <Route path="*" element={<Navigate to="/lessons" replace />} />
    </Routes>
  );
}

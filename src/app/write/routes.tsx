/** `/write`: drafts, one draft, and what happened after 'publish'. */
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as sentMessages from '../sent/messages.ts';
import { DraftsScreen } from './drafts-screen.tsx';
import { SavedScreen } from './saved-screen.tsx';
import { WriteScreen } from './write-screen.tsx';

export default function WriteRoutes() {
  // The ladder's words are those of the outbox; they are there before the screens are drawn.
  useState(() => addMessages('sent', sentMessages));
  return (
    <Routes>
      <Route index element={<DraftsScreen />} />
      <Route path="saved/:id" element={<SavedScreen />} />
      <Route path=":draft" element={<WriteScreen />} />
    </Routes>
  );
}

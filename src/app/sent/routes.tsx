/** `/sent`: what became of what was written. */
import { Route, Routes } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as messages from './messages.ts';
import { SentScreen } from './sent-screen.tsx';

addMessages('sent', messages);

export default function SentRoutes() {
  return (
    <Routes>
      <Route path="*" element={<SentScreen />} />
    </Routes>
  );
}

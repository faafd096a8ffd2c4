/** `/ask`: a request for disclosure. `/ask/receipt`: what became of it. */
import { useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as receipt from '../receipt/messages.ts';
import { AskScreen } from './ask-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';

export default function AskRoutes() {
  // The words around receipt codes are those of every sealed matter.
  useState(() => addMessages('receipt', receipt));
  return (
    <Routes>
      <Route index element={<AskScreen />} />
      <Route path="receipt" element={<ReceiptScreen />} />
      <Route path="*" element={<Navigate to="/ask" replace />} />
    </Routes>
  );
}

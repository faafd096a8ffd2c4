/** `/b/:unit/n/:notice/out`: a notice by other forms. `/b/:unit/places`: what hangs where. */
import { useState } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as sentMessages from '../sent/messages.ts';
import { NoticeGate, UnitGate } from './gate.tsx';
import { OutScreen } from './out-screen.tsx';
import { BroadcastForm } from './broadcast-form.tsx';
import { MessageForm } from './message-form.tsx';
import { PaperForm } from './paper-form.tsx';
import { PlacesScreen } from './places-screen.tsx';
import { RecordForm } from './record-form.tsx';
import './outings.css';

export default function OutingRoutes() {
  // The first rungs of the ladder are those of the outbox.
  useState(() => addMessages('sent', sentMessages));
  const { unit = '', notice } = useParams();
  if (notice === undefined) return <UnitGate unit={unit}>{() => <PlacesScreen unit={unit} />}</UnitGate>;
  return (
    <UnitGate unit={unit}>
      {(registry) => (
        <NoticeGate unit={unit} notice={notice}>
          {(own) => {
            const shown = { unit, own, registry };
            return (
              <Routes>
                <Route index element={<OutScreen {...shown} />} />
                <Route path="paper" element={<PaperForm {...shown} />} />
                <Route path="broadcast" element={<BroadcastForm {...shown} />} />
                <Route path="message" element={<MessageForm {...shown} />} />
                <Route path="record" element={<RecordForm {...shown} />} />
                <Route path="*" element={<Navigate to={`/b/${unit}/n/${notice}/out`} replace />} />
              </Routes>
            );
          }}
        </NoticeGate>
      )}
    </UnitGate>
  );
}

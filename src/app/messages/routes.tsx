/** `/office/messages`: text messages, inside the office's frame. Loaded when it is opened. */
import { useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { addMessages } from '../i18n/i18n.ts';
import * as outingMessages from '../outings/messages.ts';
import { GroupScreen } from './group-screen.tsx';
import * as messages from './messages.ts';
import { MessagesScreen } from './messages-screen.tsx';
import { RemindersScreen } from './reminders-screen.tsx';
import './messages.css';

export default function MessageRoutes({ registry }: { registry: Registry }) {
  useState(() => {
    addMessages('messages', messages);
    // How far an order got is said as the cadre reads it.
    addMessages('outings', outingMessages);
  });
  return (
    <Routes>
      <Route index element={<MessagesScreen registry={registry} />} />
      <Route path="reminders" element={<RemindersScreen registry={registry} />} />
      <Route path="groups/:id" element={<GroupScreen registry={registry} />} />
      <Route path="*" element={<Navigate to="/office/messages" replace />} />
    </Routes>
  );
}

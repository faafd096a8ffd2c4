/**
 * `/office/desk`: requests for disclosure. `/office/desk/:id`: one of them. `/office/desk/figures`: the
 * report's tables. `/office/desk/sheet`: the recovery sheet.
 */
import { useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import * as ask from '../ask/messages.ts';
import { addMessages } from '../i18n/i18n.ts';
import { CaseScreen } from './case-screen.tsx';
import './desk.css';
import { FiguresScreen } from './figures-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import * as desk from './messages.ts';
import { SheetScreen } from './sheet-screen.tsx';

export default function DeskRoutes({ registry }: { registry: Registry }) {
  // The clock and the form's answers have the words of the form.
  useState(() => {
    addMessages('ask', ask);
    addMessages('desk', desk);
  });
  return (
    <Routes>
      <Route index element={<ListScreen registry={registry} />} />
      <Route path="figures" element={<FiguresScreen />} />
      <Route path="sheet" element={<SheetScreen registry={registry} />} />
      <Route path=":id" element={<CaseScreen registry={registry} />} />
      <Route path="*" element={<Navigate to="/office/desk" replace />} />
    </Routes>
  );
}

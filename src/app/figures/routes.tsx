/** `/office/figures`, `/office/hanging` and `/office/visits`: in the office's frame, with the office's words. */
import { type ComponentType, useState } from 'react';
import { useLocation } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import '../office/overview.css';
import { FiguresScreen } from './figures-screen.tsx';
import { HangingScreen } from './hanging-screen.tsx';
import { VisitsScreen } from './visits-screen.tsx';

const SCREENS: Record<string, ComponentType<{ registry: Registry }>> = {
  '/office/hanging': HangingScreen,
  '/office/visits': VisitsScreen,
};

export default function FiguresRoutes() {
  useState(() => addMessages('office', officeMessages));
  const { pathname } = useLocation();
  const Shown = SCREENS[pathname.replace(/\/$/, '')] ?? FiguresScreen;
  return <OfficeFrame>{(registry) => <Shown registry={registry} />}</OfficeFrame>;
}

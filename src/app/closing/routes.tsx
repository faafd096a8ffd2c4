/** `/office/closing`, in the office's frame. */
import { useState } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import { addMessages } from '../i18n/i18n.ts';
import { ClosingScreen } from './closing-screen.tsx';
import * as closing from './messages.ts';

export default function ClosingRoutes({ registry }: { registry: Registry }) {
  useState(() => addMessages('closing', closing));
  return <ClosingScreen registry={registry} />;
}

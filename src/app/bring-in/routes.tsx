/** `/office/past`, in the office's frame. */
import { useState } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import { addMessages } from '../i18n/i18n.ts';
import { BringInScreen } from './bring-in-screen.tsx';
import * as messages from './messages.ts';

export default function BringInRoutes({ registry }: { registry: Registry }) {
  useState(() => addMessages('bring-in', messages));
  return <BringInScreen registry={registry} />;
}

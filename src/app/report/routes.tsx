/** `/office/report`, in the office's frame. */
import { useState } from 'react';
import * as ask from '../ask/messages.ts';
import * as desk from '../desk/messages.ts';
import { addMessages } from '../i18n/i18n.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import '../figures/figures.css';
import * as report from './messages.ts';
import { ReportScreen } from './report-screen.tsx';

export default function ReportRoutes({ registry }: { registry: Registry }) {
  useState(() => {
    addMessages('ask', ask);
    addMessages('desk', desk);
    addMessages('report', report);
  });
  return <ReportScreen registry={registry} />;
}

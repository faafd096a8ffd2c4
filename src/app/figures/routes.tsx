/** `/office/figures` and `/office/hanging`: in the office's frame, with the office's words. */
import { useState } from 'react';
import { useLocation } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import '../office/overview.css';
import { FiguresScreen } from './figures-screen.tsx';
import { HangingScreen } from './hanging-screen.tsx';

export default function FiguresRoutes() {
  useState(() => addMessages('office', officeMessages));
  const { pathname } = useLocation();
  return (
    <OfficeFrame>
      {(registry) =>
        pathname.startsWith('/office/hanging') ? (
          <HangingScreen registry={registry} />
        ) : (
          <FiguresScreen registry={registry} />
        )
      }
    </OfficeFrame>
  );
}

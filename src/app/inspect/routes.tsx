/** `/inspect`: leads, rounds and findings for who inspects; for a unit the findings about itself. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import '../figures/figures.css';
import * as figuresMessages from '../figures/messages.ts';
import { addMessages } from '../i18n/i18n.ts';
import { Empty, Screen, Splash, useIdentity, useRegistry } from '../ui/index.ts';
import { FindingForm } from './finding-form.tsx';
import { FindingScreen } from './finding-screen.tsx';
import { FindingsScreen } from './findings-screen.tsx';
import { InspectScreen } from './inspect-screen.tsx';
import { RoundForm } from './round-form.tsx';
import { RoundScreen } from './round-screen.tsx';
import { RoundsScreen } from './rounds-screen.tsx';
import { type Viewer, viewerOf } from './viewer.ts';

function OneFinding({ viewer }: { viewer: Viewer }) {
  const { unit = '', id = '' } = useParams();
  return <FindingScreen key={id} viewer={viewer} unit={unit} id={id} />;
}

function OneRound({ viewer }: { viewer: Viewer }) {
  const { id = '' } = useParams();
  return <RoundScreen key={id} viewer={viewer} id={id} />;
}

/** @param viewer who reads; what he may not do has no way to it. */
function Ways({ viewer }: { viewer: Viewer }) {
  const back = viewer.role === 'office' ? '/office' : '/';
  const findings = <FindingsScreen viewer={viewer} back={viewer.inspects ? back : '/due'} />;
  if (!viewer.inspects)
    return (
      <Routes>
        <Route path="findings/:unit/:id" element={<OneFinding viewer={viewer} />} />
        <Route path="*" element={findings} />
      </Routes>
    );
  return (
    <Routes>
      <Route index element={<InspectScreen viewer={viewer} back={back} />} />
      <Route path="rounds" element={<RoundsScreen viewer={viewer} back={back} />} />
      <Route path="rounds/new" element={<RoundForm viewer={viewer} />} />
      <Route path="rounds/:id" element={<OneRound viewer={viewer} />} />
      <Route path="findings" element={findings} />
      <Route path="findings/new" element={<FindingForm viewer={viewer} />} />
      <Route path="findings/:unit/:id" element={<OneFinding viewer={viewer} />} />
      <Route path="*" element={<Navigate to="/inspect" replace />} />
    </Routes>
  );
}

export default function InspectRoutes() {
  // The choice of unit and time is that of the figures.
  useState(() => addMessages('figures', figuresMessages));
  const { t } = useTranslation('inspect');
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return <Splash label={t('loading')} />;
  const viewer = identity && registry && viewerOf(registry, identity.key);
  if (viewer) return <Ways viewer={viewer} />;
  return (
    <Screen title={t('title')} back="/">
      <Empty icon="key" title={t('closed')}>
        {t('closedText')}
      </Empty>
    </Screen>
  );
}

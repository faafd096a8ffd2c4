/** `/office`: the township office. One frame, a page for each thing that the office looks after. */
import { lazy, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { addMessages } from '../i18n/i18n.ts';
import * as writeMessages from '../write/messages.ts';
import { CatalogueImportScreen } from './catalogue-import-screen.tsx';
import { CatalogueScreen } from './catalogue-screen.tsx';
import { DevicesScreen } from './devices-screen.tsx';
import { EntryForm } from './entry-form.tsx';
import { OfficeFrame } from './frame.tsx';
import { HandoverForm } from './handover-form.tsx';
import { InviteScreen } from './invite-screen.tsx';
import { MemberForm } from './member-form.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { PlaceForm } from './place-form.tsx';
import { PlacesScreen } from './places-screen.tsx';
import { UnitForm } from './unit-form.tsx';
import { UnitsScreen } from './units-screen.tsx';

/** Reads spreadsheets, and is seldom opened. */
const Messages = lazy(() => import('../messages/routes.tsx'));
/** Opens sealed requests. */
const Desk = lazy(() => import('../desk/routes.tsx'));
/** Once in a township's life, or twice. */
const BringIn = lazy(() => import('../bring-in/routes.tsx'));
/** Once a year. */
const Report = lazy(() => import('../report/routes.tsx'));
const Closing = lazy(() => import('../closing/routes.tsx'));

export default function OfficeRoutes() {
  // The names of the catalogue's groups are those of the form for writing.
  useState(() => addMessages('write', writeMessages));
  return (
    <OfficeFrame>
      {(registry) => (
        <Routes>
          <Route index element={<OverviewScreen registry={registry} />} />
          <Route path="devices" element={<DevicesScreen registry={registry} />} />
          <Route path="units" element={<UnitsScreen registry={registry} />} />
          <Route path="units/:id" element={<UnitForm registry={registry} />} />
          <Route path="units/:id/handover" element={<HandoverForm registry={registry} />} />
          <Route path="places" element={<PlacesScreen registry={registry} />} />
          <Route path="places/:id" element={<PlaceForm registry={registry} />} />
          <Route path="people" element={<PeopleScreen registry={registry} />} />
          <Route path="people/:id" element={<MemberForm registry={registry} />} />
          <Route path="invite" element={<InviteScreen registry={registry} />} />
          <Route path="catalogue/import" element={<CatalogueImportScreen registry={registry} />} />
          <Route path="catalogue/:id" element={<EntryForm registry={registry} />} />
          <Route path="catalogue" element={<CatalogueScreen registry={registry} />} />
          <Route path="desk/*" element={<Desk registry={registry} />} />
          <Route path="report" element={<Report registry={registry} />} />
          <Route path="closing" element={<Closing registry={registry} />} />
          <Route path="past" element={<BringIn registry={registry} />} />
          <Route path="messages/*" element={<Messages registry={registry} />} />
          <Route path="*" element={<Navigate to="/office" replace />} />
        </Routes>
      )}
    </OfficeFrame>
  );
}

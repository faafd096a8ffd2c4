/** `/office/calendar`: what is due over all units, in the office's frame. */
import { useMemo, useState } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import { useTranslation } from 'react-i18next';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame, OfficePage } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import { unitsInOrder } from '../office/overview.ts';
import { CalendarView } from './calendar-view.tsx';

function OfficeView({ registry }: { registry: Registry }) {
  const { t } = useTranslation('due');
  const units = useMemo(() => unitsInOrder(registry).map(({ id }) => id), [registry]);
  return (
    <OfficePage title={t('calendar.title')} lead={t('calendar.officeLead')}>
      <CalendarView registry={registry} units={units} at="/office/calendar" />
    </OfficePage>
  );
}

export default function OfficeCalendar() {
  useState(() => addMessages('office', officeMessages));
  return <OfficeFrame>{(registry) => <OfficeView registry={registry} />}</OfficeFrame>;
}

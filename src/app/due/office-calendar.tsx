/** `/office/calendar`: what is due in a month over all units, in the office's frame. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMessages } from '../i18n/i18n.ts';
import { OfficeFrame, OfficePage } from '../office/frame.tsx';
import * as officeMessages from '../office/messages.ts';
import { unitsInOrder } from '../office/overview.ts';
import { MonthView } from './calendar-screen.tsx';

export default function OfficeCalendar() {
  useState(() => addMessages('office', officeMessages));
  const { t } = useTranslation('due');
  return (
    <OfficeFrame>
      {(registry) => (
        <OfficePage title={t('calendar.officeTitle')} lead={t('calendar.officeLead')}>
          <MonthView
            registry={registry}
            units={unitsInOrder(registry).map(({ id }) => id)}
            at="/office/calendar"
          />
        </OfficePage>
      )}
    </OfficeFrame>
  );
}

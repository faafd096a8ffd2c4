/** `/due`, `/due/calendar`, and `/office/calendar` in the office's frame. */
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { CalendarScreen } from './calendar-screen.tsx';
import { DueScreen } from './due-screen.tsx';

/** Of the office alone: phones do without. */
const OfficeCalendar = lazy(() => import('./office-calendar.tsx'));

export default function DueRoutes() {
  const { pathname } = useLocation();
  if (pathname.startsWith('/office/')) return <OfficeCalendar />;
  return (
    <Routes>
      <Route index element={<DueScreen />} />
      <Route path="calendar" element={<CalendarScreen />} />
      <Route path="*" element={<Navigate to="/due" replace />} />
    </Routes>
  );
}

/** `/carry`: handing over without a network. */
import { Navigate, Route, Routes } from 'react-router';
import { BroughtScreen } from './brought-screen.tsx';
import { CarryScreen } from './carry-screen.tsx';

export default function CarryRoutes() {
  return (
    <Routes>
      <Route index element={<CarryScreen />} />
      <Route path="n/:id" element={<BroughtScreen />} />
      <Route path="*" element={<Navigate to="/carry" replace />} />
    </Routes>
  );
}

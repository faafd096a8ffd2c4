/** Screens of this folder: `/b/:unit/find`, `/b/:unit/find/me`, `/b/:unit/n/:notice/me`. */
import { Navigate, useParams, Route, Routes } from 'react-router';
import { FindScreen } from './find-screen.tsx';
import { OwnListsScreen } from './own-lists-screen.tsx';
import { OwnRowScreen } from './own-row-screen.tsx';

export default function FindRoutes() {
  const { notice } = useParams();
  if (notice) return <OwnRowScreen />;
  return (
    <Routes>
      <Route index element={<FindScreen />} />
      <Route path="me" element={<OwnListsScreen />} />
      <Route path="*" element={<Navigate to=".." replace />} />
    </Routes>
  );
}

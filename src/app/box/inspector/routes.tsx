/** `/inspect/box`: the reports. `/inspect/box/:number`: one of them. `/inspect/box/sheet`: the recovery sheet. */
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { Empty, Screen, Splash, useFormFactor } from '../../ui/index.ts';
import '../box.css';
import { CaseScreen } from './case-screen.tsx';
import './inspector.css';
import { type Inspector, useInspector } from './inspector-data.ts';
import { ListScreen } from './list-screen.tsx';
import { SheetScreen } from './sheet-screen.tsx';

function One({ inspector }: { inspector: Inspector }) {
  const { number = '' } = useParams();
  return <CaseScreen key={number} inspector={inspector} number={Number(number)} />;
}

export default function InspectorRoutes() {
  const { t } = useTranslation('inspector');
  const inspector = useInspector();
  useFormFactor('phone');
  if (inspector === undefined) return <Splash label={t('loading')} />;
  if (inspector === null)
    return (
      <Screen title={t('title')} back="/">
        <Empty icon="key" title={t('closed.title')}>
          {t('closed.text')}
        </Empty>
      </Screen>
    );
  return (
    <Routes>
      <Route index element={<ListScreen inspector={inspector} />} />
      <Route path="sheet" element={<SheetScreen inspector={inspector} />} />
      <Route path=":number" element={<One inspector={inspector} />} />
      <Route path="*" element={<Navigate to="/inspect/box" replace />} />
    </Routes>
  );
}

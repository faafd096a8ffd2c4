/** `/review`: what waits. `/review/:unit/s/:submission`: one of them. `/review/:unit/n/:notice`: objections to a notice. */
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { Empty, Screen, Splash } from '../ui/index.ts';
import { ObjectionsScreen } from './objections-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { type Reader, useReader } from './review-data.ts';
import './review.css';
import { SubmissionScreen } from './submission-screen.tsx';

function One({ reader, of }: { reader: Reader; of: 'submission' | 'notice' }) {
  const { unit = '', id = '' } = useParams();
  const Shown = of === 'submission' ? SubmissionScreen : ObjectionsScreen;
  return <Shown key={id} reader={reader} unit={unit} id={id} />;
}

export default function ReviewRoutes() {
  const { t } = useTranslation('review');
  const reader = useReader();
  if (reader === undefined) return <Splash label={t('loading')} />;
  if (reader === null)
    return (
      <Screen title={t('title')} back="/">
        <Empty icon="key" title={t('closed.title')}>
          {t('closed.text')}
        </Empty>
      </Screen>
    );
  return (
    <Routes>
      <Route index element={<QueueScreen reader={reader} />} />
      <Route path=":unit/s/:id" element={<One reader={reader} of="submission" />} />
      <Route path=":unit/n/:id" element={<One reader={reader} of="notice" />} />
      <Route path="*" element={<Navigate to="/review" replace />} />
    </Routes>
  );
}

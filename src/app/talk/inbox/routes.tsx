/** `/talk`: what people said and asked, for who works at a desk. `/talk/:unit/:envelope`: one of them. */
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { Empty, Screen, Splash } from '../../ui/index.ts';
import '../talk.css';
import { CommentScreen } from './comment-screen.tsx';
import './inbox.css';
import { type DeskReader, useDeskReader } from './inbox-data.ts';
import { InboxScreen } from './inbox-screen.tsx';

function One({ reader }: { reader: DeskReader }) {
  const { unit = '', envelope = '' } = useParams();
  return <CommentScreen key={envelope} reader={reader} unit={unit} id={envelope} />;
}

export default function TalkRoutes() {
  const { t } = useTranslation('talk');
  const reader = useDeskReader();
  if (reader === undefined) return <Splash label={t('inbox.loading')} />;
  if (reader === null)
    return (
      <Screen title={t('inbox.title')} back="/">
        <Empty icon="key" title={t('inbox.closed.title')}>
          {t('inbox.closed.text')}
        </Empty>
      </Screen>
    );
  return (
    <Routes>
      <Route index element={<InboxScreen reader={reader} />} />
      <Route path=":unit/:envelope" element={<One reader={reader} />} />
      <Route path="*" element={<Navigate to="/talk" replace />} />
    </Routes>
  );
}

/** After 'publish': it is kept here; the ladder says live how far it comes. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutboxLadder, useSurroundings } from '../sent/outbox-ladder.tsx';
import { unitOfStream } from '../sent/standing.ts';
import { ButtonLink, Card, Message, Screen, Splash, useDevice } from '../ui/index.ts';
import './write.css';

export function SavedScreen() {
  const { t } = useTranslation('write');
  const { db } = useDevice();
  const { id = '' } = useParams();
  const row = useLiveQuery(async () => (await db.outbox.where('id').equals(id).first()) ?? null, [db, id]);
  const { around, words } = useSurroundings();
  if (row === undefined) return <Splash />;
  const unit = row ? unitOfStream(row.stream) : null;
  const submitted = row?.type === 'submission.made';
  return (
    <Screen title={t('saved.title')}>
      <div className="stack">
        {row === null && <p>{t('saved.gone')}</p>}
        {row?.phase === 'refused' && <Message tone="red" title={t('saved.refused')} />}
        {row && row.phase !== 'refused' && (
          <Message
            tone={row.phase === 'waiting' ? 'amber' : 'green'}
            title={t(row.phase === 'waiting' ? 'saved.headline' : 'saved.sentHeadline')}
          >
            {t(submitted ? 'saved.submitted' : 'saved.text')}
          </Message>
        )}
        {row && (
          <Card>
            <h2 className="saved-name">{row.title}</h2>
            <OutboxLadder row={row} around={around} words={words} />
          </Card>
        )}
        <div className="saved-next">
          {submitted && (
            <ButtonLink icon="check" to="/review">
              {t('saved.review')}
            </ButtonLink>
          )}
          <ButtonLink kind="main" icon="send" to="/sent">
            {t('saved.sent')}
          </ButtonLink>
          <ButtonLink icon="plus" to={unit ? `/write?new&unit=${unit}` : '/write?new'}>
            {t('saved.another')}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="board" to={unit ? `/b/${unit}` : '/'}>
            {t('saved.board')}
          </ButtonLink>
        </div>
      </div>
    </Screen>
  );
}

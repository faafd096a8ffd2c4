/** An urgent notice went out at once: what the review after found, or the form for it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { reviewsFor } from '../../domain/registry/rights.ts';
import { REVIEW_LIMITS } from '../../domain/review/events.ts';
import { Button, Card, Message, TextField, useDevice } from '../ui/index.ts';
import { type Reader, reviewerFor } from './review-data.ts';
import { useDeciding } from './use-decision.ts';

export function ReviewAfter({ reader, unit, notice }: { reader: Reader; unit: string; notice: Notice }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const deciding = useDeciding();
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const { outward, content, reviewed, drafter, author } = currentRevision(notice);
  const name = (key: string): string => memberOf(reader.registry, key)?.name ?? '?';
  if (reviewed) {
    const said = { name: name(reviewed.author), comment: reviewed.comment };
    return <p>{t(reviewed.approved ? 'after.done.yes' : 'after.done.no', said)}</p>;
  }
  const needed = outward.urgent !== null && drafter === null;
  if (!needed || reviewerFor(reader.registry, content.entry.id) === 'none') return null;
  if (memberOf(reader.registry, author)?.id === memberOf(reader.registry, reader.key)?.id) return null;
  if (!reviewsFor(reader.registry, reader.key, unit, content.entry.id)) return null;
  const say = (approved: boolean): void => {
    setTried(true);
    if (!approved && comment.trim() === '') return;
    void deciding.decide(() => device.reviewAfter(unit, notice.id, { approved, comment }));
  };
  return (
    <Card className="stack" tone="amber">
      <h2>{t('after.title')}</h2>
      <p>{t('after.text')}</p>
      {deciding.fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${deciding.fault}`)}
        </Message>
      )}
      <TextField
        label={t('after.comment')}
        multiline
        value={comment}
        maxLength={REVIEW_LIMITS.comment}
        error={tried && comment.trim() === '' ? t('after.commentMissing') : null}
        onChange={setComment}
      />
      <div className="own-buttons">
        <Button busy={deciding.busy} onClick={() => say(false)}>
          {t('after.object')}
        </Button>
        <Button kind="main" busy={deciding.busy} onClick={() => say(true)}>
          {t('after.approve')}
        </Button>
      </div>
    </Card>
  );
}

/** The way to what people said, with how many wait and how many too long: on the screens of who works at a desk. */
import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../../sync/client/talk-waiting.ts';
import { ButtonLink, useNow } from '../../ui/index.ts';
import { daysLeft, type DeskReader, useDeskReader, useDesks } from './inbox-data.ts';

function Opened({ reader }: { reader: DeskReader }) {
  const { t } = useTranslation('talk');
  const now = useNow();
  const desks = useDesks(reader.units);
  const waiting = [...(desks?.values() ?? [])].flatMap(({ comments }) => comments.filter(isWaiting));
  const late = waiting.filter(({ envelope }) => daysLeft(envelope.acceptedAt, now) < 0);
  return (
    <ButtonLink icon="message" to="/talk">
      {t('inbox.title')}
      {waiting.length > 0 && t('link.waiting', { n: waiting.length })}
      {late.length > 0 && t('link.late', { n: late.length })}
    </ButtonLink>
  );
}

/** Draws nothing for who opens no desk. */
export function InboxLink() {
  const reader = useDeskReader();
  return reader ? <Opened reader={reader} /> : null;
}

/** `/carry/n/:id`: a notice that was brought by hand, as it was signed; not confirmed by the township yet. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ContentOf } from '../../domain/event-types.ts';
import { parseContent } from '../../domain/event-types.ts';
import { NoticeBody } from '../board/notice-body.tsx';
import { signerOf } from '../board/people.ts';
import { Empty, Message, Screen, Splash, useDevice, useRegistry } from '../ui/index.ts';

interface Signed {
  author: string;
  unit: string;
  content: ContentOf<'notice.published'>;
}

/** Null: it is not here any more. Undefined: being read. */
function useSigned(id: string): Signed | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const row = await db.outbox.where('id').equals(id).first();
    if (row?.type !== 'notice.published') return null;
    const { author } = JSON.parse(row.header) as { author: string };
    const { salt: _salt, ...said } = JSON.parse(row.body) as Record<string, unknown>;
    const parsed = parseContent(row.type, said);
    if (parsed.status !== 'known') return null;
    const unit = row.stream.split('/')[1] ?? '';
    return { author, unit, content: parsed.content as ContentOf<'notice.published'> };
  }, [db, id]);
}

export function BroughtScreen() {
  const { t } = useTranslation('carry');
  const { id = '' } = useParams();
  const registry = useRegistry();
  const signed = useSigned(id);
  if (signed === undefined) return <Splash label={t('loading')} />;
  if (signed === null)
    return (
      <Screen title={t('title')} back="/">
        <Empty title={t('brought.gone')}>{t('brought.goneText')}</Empty>
      </Screen>
    );
  const signer = signerOf(registry, signed.author);
  return (
    <Screen title={signed.content.title} back={`/b/${signed.unit}`}>
      <article className="stack">
        <Message tone="amber" title={t('brought.mark')}>
          {t('brought.lead')}
          {signer && ` ${t('brought.signer', signer)}`}
        </Message>
        <NoticeBody id="brought" content={signed.content} />
      </article>
    </Screen>
  );
}

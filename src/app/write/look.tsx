/** The draft as residents will see it: the parts of the board, filled from the draft. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnBehalf } from '../../domain/registry/rights.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { NoticeBody } from '../board/notice-body.tsx';
import { NoticeFacts } from '../board/notice-facts.tsx';
import { NoticeMarks } from '../board/notice-row.tsx';
import '../board/notice-screen.css';
import { ComparedLater } from '../follow/later.tsx';
import { Button, Screen, useNow } from '../ui/index.ts';
import { HiddenList } from './hidden-list.tsx';
import { signedContent } from './signed-content.ts';
import type { OpenDraft } from './use-draft.ts';
import type { Writer } from './writer.ts';

export function Look({
  open,
  draft,
  writer,
  onBack,
  publish,
}: {
  open: OpenDraft;
  draft: DraftRow;
  writer: Writer;
  onBack: () => void;
  publish: ReactNode;
}) {
  const { t } = useTranslation('write');
  const now = useNow();
  const { content, found } = useMemo(() => signedContent(draft), [draft]);
  return (
    <Screen
      title={t('look.title')}
      back={onBack}
      footer={
        <>
          <Button onClick={onBack}>{t('look.back')}</Button>
          {publish}
        </>
      }
    >
      <p className="look-note">{t('look.note')}</p>
      <div className="look-hidden">
        <HiddenList
          found={found}
          lifted={draft.lifted ?? []}
          onLift={(change) => open.change((now) => ({ lifted: change(now.lifted ?? []) }))}
        />
      </div>
      <ComparedLater unit={draft.unit} id={draft.change?.notice ?? null} content={content} />
      <article className="notice-main">
        <h2 className="notice-title">{content.title}</h2>
        <NoticeMarks
          corrections={draft.change ? 1 : 0}
          withdrawn={false}
          conflict={false}
          onBehalf={isOnBehalf(writer.registry, draft.unit, writer.key)}
        />
        <NoticeFacts
          unit={writer.registry.units[draft.unit]?.name ?? draft.unit}
          published={now}
          officer={content.officer}
          entry={content.entry.name}
        />
        <NoticeBody id="look" content={content} />
      </article>
    </Screen>
  );
}

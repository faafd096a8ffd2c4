/** Am I in it? Somebody's own row in the lists of one notice: said as a sentence, marked and brought into sight. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { findOwnRows, hasOwnNumbers, ownTables, type Who } from '../../domain/search/own-row.ts';
import { useDetails } from '../board/board-data.ts';
import { BoardFrame, useTabletLayout } from '../board/frame.tsx';
import { MarkedRow } from '../board/marked-row.ts';
import { useNoticeBlocks } from '../board/notice-body.tsx';
import { Blocks } from '../board/blocks.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty, Message } from '../ui/surfaces.tsx';
import './own-row.css';
import { OwnRowCard } from './own-row-card.tsx';
import { useSayRow } from './own-sentences.ts';
import { WhoForm } from './who-form.tsx';

function Lists({ content }: { content: NoticeContent }) {
  const fields = useMemo(() => Object.fromEntries(ownTables(content.fields)), [content]);
  const { blocks } = useNoticeBlocks({ ...content, sections: [], fields });
  return <Blocks blocks={blocks} />;
}

function OwnRowView({
  content,
  who,
  onNext,
  at,
}: {
  content: NoticeContent;
  who: Who;
  at: number;
  onNext: () => void;
}) {
  const { t } = useTranslation('find');
  const say = useSayRow();
  const rows = findOwnRows(content.fields, who);
  const row = rows[at % Math.max(1, rows.length)];
  if (!row) {
    return (
      <Message tone="amber" title={t('me.none')}>
        {t('me.noneText', { officer: content.officer })}
      </Message>
    );
  }
  const { table, sentence } = say(content, row);
  return (
    <OwnRowCard
      key={`${row.field} ${row.row}`}
      title={t('me.found', { count: rows.length })}
      where={t('me.which', { n: row.row + 1, table })}
      sentence={sentence}
      aloud
      onNext={rows.length > 1 ? onNext : null}
    />
  );
}

function OwnRow({ content }: { content: NoticeContent }) {
  const { t } = useTranslation('find');
  const tablet = useTabletLayout();
  const [asked, setAsked] = useState<{ who: Who; at: number } | null>(null);
  const rows = asked ? findOwnRows(content.fields, asked.who) : [];
  const numbers = hasOwnNumbers(content.fields);
  return (
    <MarkedRow value={rows[(asked?.at ?? 0) % Math.max(1, rows.length)] ?? null}>
      <div className="own-row">
        <div className="own-row-ask stack">
          {asked && (
            <OwnRowView
              content={content}
              {...asked}
              onNext={() => setAsked({ ...asked, at: asked.at + 1 })}
            />
          )}
          {rows.length > 0 ? (
            <Button icon="search" onClick={() => setAsked(null)}>
              {t('me.again')}
            </Button>
          ) : (
            <WhoForm
              numbers={numbers}
              first={tablet ? 'last-four' : 'name'}
              onFind={(who) => setAsked({ who, at: 0 })}
              onClear={() => setAsked(null)}
            />
          )}
        </div>
        <div className="own-row-list">
          <h2 className="find-heading">{content.title}</h2>
          <Lists content={content} />
        </div>
      </div>
    </MarkedRow>
  );
}

function OwnRowLoader({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('find');
  const details = useDetails(unit, notice);
  const back = { to: `/b/${unit}/n/${notice}`, label: t('me.back') };
  if (details === undefined) return <Splash />;
  const content = details && !details.notice.withdrawal ? currentRevision(details.notice).content : null;
  return (
    <BoardFrame unit={unit} title={t('me.title')} back={back}>
      {content && ownTables(content.fields).length > 0 ? (
        <OwnRow content={content} />
      ) : (
        <Empty
          title={t('me.noTable')}
          icon="list"
          action={<ButtonLink to={`/b/${unit}/find/me`}>{t('me.lists')}</ButtonLink>}
        >
          {t('me.noTableText')}
        </Empty>
      )}
    </BoardFrame>
  );
}

/** `/b/:unit/n/:notice/me` */
export function OwnRowScreen() {
  const { unit, notice } = useParams();
  if (!unit || !notice) return <Navigate to="/" replace />;
  return <OwnRowLoader key={`${unit}/${notice}`} unit={unit} notice={notice} />;
}

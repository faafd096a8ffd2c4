/** The body of a notice: its own words, its fields as facts, lists and tables, and its photos. The same for a preview. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { screenBlocks } from '../../domain/kind/blocks.ts';
import type { Language } from '../../domain/kind/kind.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { Attachments } from './attachments.tsx';
import { useLater } from './kinds-later.ts';
import { type NoticeBlocks, NoticeText, sectionsOf } from './notice-text.tsx';
import { Photos } from './photos.tsx';

/** What of a notice is read and shown: `screenBlocks` of its kind, or of the labels it carries while that loads. */
export type Shown = Pick<NoticeContent, 'title' | 'kind' | 'fields' | 'sections'>;

/** The notice as paragraphs and blocks. */
export function useNoticeBlocks(content: Shown): NoticeBlocks {
  const later = useLater();
  const { i18n } = useTranslation('board');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () => ({
      sections: sectionsOf(content),
      blocks: screenBlocks(later?.kindOf(content.kind) ?? null, content.fields, language),
    }),
    [later, content, language],
  );
}

export interface NoticeBodyProps {
  /** Begins the names of its headings; one of a kind on the page. */
  id: string;
  content: Shown & Pick<NoticeContent, 'photos' | 'attachments'>;
}

export function NoticeBody({ id, content }: NoticeBodyProps) {
  return (
    <>
      <NoticeText id={id} text={useNoticeBlocks(content)} />
      <Photos photos={content.photos} />
      <Attachments files={content.attachments} at={null} />
    </>
  );
}

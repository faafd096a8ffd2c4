/** The body of a notice: its own words, its fields as facts, lists and tables, and its photos. The same for a preview. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { screenBlocks } from '../../domain/kind/blocks.ts';
import type { Language } from '../../domain/kind/kind.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { partsForEar } from '../kiosk/block-sentences.ts';
import { type Readable, readableOf } from '../kiosk/sentences.ts';
import { Attachments } from './attachments.tsx';
import { useLater } from './kinds-later.ts';
import { NoticeText } from './notice-text.tsx';
import { Photos } from './photos.tsx';

/** What of a notice is read and shown: `screenBlocks` of its kind, or of the labels it carries while that loads. */
export type Shown = Pick<NoticeContent, 'title' | 'kind' | 'fields' | 'sections'>;

/** The notice as numbered sentences and blocks. */
export function useReadable(content: Shown): Readable {
  const later = useLater();
  const { i18n } = useTranslation('board');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => {
    const blocks = screenBlocks(later?.kindOf(content.kind) ?? null, content.fields, language);
    return readableOf(
      content,
      blocks.map((block) => ({ block, parts: partsForEar(block, language) })),
    );
  }, [later, content, language]);
}

export interface NoticeBodyProps {
  /** Begins the names of its headings; one of a kind on the page. */
  id: string;
  content: Shown & Pick<NoticeContent, 'photos' | 'attachments'>;
  /** Index of the sentence that is being read aloud. */
  reading?: number | null;
}

export function NoticeBody({ id, content, reading = null }: NoticeBodyProps) {
  return (
    <>
      <NoticeText id={id} text={useReadable(content)} reading={reading} />
      <Photos photos={content.photos} />
      <Attachments files={content.attachments} at={null} />
    </>
  );
}

/** The rows about somebody as sentences, in the words of the notice's own table. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, screenBlocks } from '../../domain/kind/blocks.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import type { OwnRow } from '../../domain/search/own-row.ts';
import { useLater } from '../board/kinds-later.ts';
import { rowForEar } from '../kiosk/row-for-ear.ts';

export interface Said {
  table: string;
  sentence: string;
}

/** Says one row of a notice; for content with its tables. */
export function useSayRow(): (content: Pick<NoticeContent, 'kind' | 'fields'>, row: OwnRow) => Said {
  const later = useLater();
  const { i18n } = useTranslation('find');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () =>
      ({ kind, fields }, { field, row }) => {
        const value = fields[field];
        const one = value?.type === 'table' ? { ...value, rows: value.rows.slice(row, row + 1) } : value;
        const blocks = screenBlocks(later?.kindOf(kind) ?? null, one ? { [field]: one } : {}, language);
        const table = blocks.find(
          (block): block is Extract<Block, { type: 'table' }> => block.type === 'table',
        );
        return {
          table: table?.name ?? '',
          sentence: table?.rows[0] ? rowForEar(table.columns, table.rows[0], language) : '',
        };
      },
    [later, language],
  );
}

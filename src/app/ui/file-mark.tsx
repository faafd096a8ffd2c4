/** What an attachment is, at a glance: a sheet with its letters, and its size in words. */
import type { AttachmentType } from '../../domain/attachment/file-type.ts';
import './file-mark.css';

const LETTERS: Record<AttachmentType, string> = {
  pdf: 'PDF',
  docx: 'W',
  doc: 'W',
  xlsx: 'X',
  xls: 'X',
  csv: 'X',
  txt: 'T',
};

/** A picture beside words: readers that speak pass over it. */
export function FileMark({ type }: { type: AttachmentType | null }) {
  return (
    <span className={`file-mark file-mark-${type ?? 'other'}`} aria-hidden="true">
      {type ? LETTERS[type] : '?'}
    </span>
  );
}

/** Bytes as people say them: `800 KB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

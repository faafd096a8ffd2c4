/** What of a draft is signed, and what residents see: tidied, its fields labelled, personal data masked. Pure. */
import { kindOf } from '../../domain/kind/kinds.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { signedFields } from './kind-state.ts';
import { type Masked, maskContent } from './masking.ts';
import { tidy } from './tidy.ts';

export function signedContent(draft: DraftRow): Masked {
  const { content } = tidy(draft);
  const own = { ...content, fields: signedFields(content) };
  return maskContent(
    own,
    (draft.lifted ?? []).map(({ original }) => original),
  );
}

/** Fields of the draft's kind in which a text stands that can't be read. */
export function unreadFields({ content, typed = {} }: Pick<DraftRow, 'content' | 'typed'>): string[] {
  const fields = kindOf(content.kind)?.fields ?? [];
  return fields.flatMap(({ id, type }) =>
    (type === 'money' || type === 'quantity') && (typed[id] ?? '').trim() !== '' ? [id] : [],
  );
}

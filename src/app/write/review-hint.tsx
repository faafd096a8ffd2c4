/** Says before writing on that somebody looks at this kind of notice first, and when nobody can yet. */
import { useTranslation } from 'react-i18next';
import type { Reviewer } from '../../domain/catalogue/entry.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { reviewsFor } from '../../domain/registry/rights.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { Message } from '../ui/index.ts';
import type { Writer } from './writer.ts';

export function ReviewHint({
  writer: { registry, key },
  draft,
  reviewer,
}: {
  writer: Writer;
  draft: DraftRow;
  reviewer: Exclude<Reviewer, 'none'>;
}) {
  const { t } = useTranslation('write');
  const own = memberOf(registry, key)?.id;
  const someone = Object.keys(registry.devices).some(
    (other) =>
      memberOf(registry, other)?.id !== own &&
      reviewsFor(registry, other, draft.unit, draft.content.entry.id),
  );
  return (
    <Message tone={someone ? 'plain' : 'amber'} title={t(`submitHint.${reviewer}`)}>
      {someone ? undefined : t('submitNobody')}
    </Message>
  );
}

/** Who stands behind what residents read: who wrote it, who reviewed it, and whether somebody still has to. */
import { useTranslation } from 'react-i18next';
import { currentRevision, type Notice, type Revision } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { signerOf } from './people.ts';

type Known = Registry | null | undefined;

/** Name and post of whoever signed, in words. */
export function useSignerWords(registry: Known): (key: string) => string {
  const { t } = useTranslation('board');
  return (key) => {
    const signer = signerOf(registry, key);
    return signer ? t('person', signer) : t('unknownPerson');
  };
}

/** Who made a revision: one person, or one who wrote it and one who reviewed it. */
export function useMakers(registry: Known): (revision: Pick<Revision, 'author' | 'drafter'>) => string {
  const { t } = useTranslation('board');
  const nameOf = useSignerWords(registry);
  return ({ author, drafter }) =>
    drafter === null
      ? nameOf(author)
      : t('writers.reviewed', { drafter: nameOf(drafter), reviewer: nameOf(author) });
}

/** The review after an urgent notice: what came of it, or that it has not been. Null: none is asked for. */
function useReviewAfter(
  { outward, drafter, reviewed, content }: Revision,
  registry: Known,
): { done: boolean; words: string } | null {
  const { t } = useTranslation('board');
  const nameOf = useSignerWords(registry);
  if (reviewed) {
    const said = { name: nameOf(reviewed.author), comment: reviewed.comment };
    return { done: true, words: t(reviewed.approved ? 'writers.afterYes' : 'writers.afterNo', said) };
  }
  const entry = registry?.catalogue.find(({ id }) => id === content.entry.id);
  const asked = outward.urgent !== null && drafter === null && (entry?.review ?? 'none') !== 'none';
  return asked ? { done: false, words: t('writers.afterMissing') } : null;
}

/** A line or two under the facts of a notice; nothing where one person wrote and nobody has to review. */
export function Writers({ notice, registry }: { notice: Notice; registry: Known }) {
  const revision = currentRevision(notice);
  const makers = useMakers(registry);
  const after = useReviewAfter(revision, registry);
  if (revision.drafter === null && !after) return null;
  return (
    <div className="writers">
      {revision.drafter !== null && <p>{makers(revision)}</p>}
      {after && <p className={after.done ? undefined : 'writers-open'}>{after.words}</p>}
    </div>
  );
}

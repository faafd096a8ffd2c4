/** What is wrong in the fields of a kind, in words beside each field. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { fieldOf, type Language, type NoticeKind, tableFieldOf } from '../../domain/kind/kind.ts';
import { type Problem, problemText } from '../../domain/kind/problems.ts';

/** Only what is empty; said when the person tries to publish, not while he writes. */
const EMPTY = new Set<Problem['code']>(['required', 'no-rows', 'one-of-needed']);

/** At most so many of one field are said at once. */
const SAID = 3;

export const useLanguage = (): Language => (useTranslation().i18n.language.startsWith('en') ? 'en' : 'zh');

/** A problem with its place in the table, where it has one. */
export function placed(
  t: TFunction<'write'>,
  kind: NoticeKind,
  problem: Problem,
  language: Language,
): string {
  const text = problemText(problem, language);
  if (problem.row === undefined && problem.column === undefined) return text;
  const field = tableFieldOf(kind, problem.field);
  const column = field?.columns.find(({ id }) => id === problem.column)?.name[language] ?? '';
  if (problem.row === undefined) return t('kind.inColumn', { column, text });
  if (column === '') return t('kind.inRowOnly', { row: problem.row + 1, text });
  return t('kind.inRow', { row: problem.row + 1, column, text });
}

function joined(
  t: TFunction<'write'>,
  kind: NoticeKind,
  problems: Problem[],
  language: Language,
): string | null {
  if (problems.length === 0) return null;
  const said = problems.slice(0, SAID).map((problem) => placed(t, kind, problem, language));
  const more = problems.length - SAID;
  return [...said, ...(more > 0 ? [t('kind.moreProblems', { n: more })] : [])].join('；');
}

/** The errors and the warnings of a field as one line each. */
export function problemsOf(
  t: TFunction<'write'>,
  kind: NoticeKind,
  problems: Problem[],
  field: string,
  tried: boolean,
  language: Language,
): { error: string | null; warning: string | null } {
  const own = problems.filter((one) => one.field === field && (tried || !EMPTY.has(one.code)));
  const of = (severity: Problem['severity']): string | null =>
    joined(
      t,
      kind,
      own.filter((one) => one.severity === severity),
      language,
    );
  return { error: of('error'), warning: of('warning') };
}

/** The name of a field with what is wrong in it, for the message at the top. */
export const namedProblem = (
  t: TFunction<'write'>,
  kind: NoticeKind,
  problem: Problem,
  language: Language,
): string =>
  t('kind.problem', {
    name: fieldOf(kind, problem.field)?.name[language] ?? problem.field,
    text: placed(t, kind, problem, language),
  });

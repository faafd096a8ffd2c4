/** What is wrong with a draft, in words beside its fields. */
import type { TFunction } from 'i18next';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import type { DraftField, DraftProblem } from './draft-check.ts';

export type FieldErrors = Partial<Record<DraftField, string>>;

const LIMITS: Record<DraftField, number> = {
  entry: 0,
  title: NOTICE_LIMITS.title,
  officer: NOTICE_LIMITS.officer,
  text: NOTICE_LIMITS.text,
  photos: NOTICE_LIMITS.photos,
  reason: NOTICE_LIMITS.reason,
};

function words(t: TFunction<'write'>, problem: DraftProblem): string {
  const { field } = problem;
  if (field === 'entry') return t('problem.entry.missing');
  if (problem.problem === 'missing') {
    if (field === 'photos') return t('problem.text.missing');
    return t(`problem.${field === 'title' ? 'titleField' : field}.missing`);
  }
  const numbers = { n: problem.over, max: LIMITS[field] };
  return t(`problem.${field === 'title' ? 'titleField' : field}.too-long`, numbers);
}

/** The first problem of each field. */
export function fieldErrors(t: TFunction<'write'>, problems: DraftProblem[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const problem of problems) errors[problem.field] ??= words(t, problem);
  return errors;
}

/** The element that takes the keyboard when its field is wrong. */
export const fieldElement = (field: DraftField): string => `write-${field}`;

/** What is wrong with a field of an office form, in words. */
import { useTranslation } from 'react-i18next';
import type { Problems } from './unit-draft.ts';

/** Words for a field's problem by the field's name; null: nothing is wrong. Too long is said by the field itself. */
export function useProblemWords(problems: Problems): (field: string) => string | null {
  const { t } = useTranslation('office');
  return (field) => {
    const problem = problems[field];
    return problem && problem.over === null ? t('form.missing') : null;
  };
}

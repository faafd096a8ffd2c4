/** A receipt code typed in: grouped as it is typed, with how many digits are still missing. Nothing remembers it. */
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/index.ts';
import { CODE_DIGITS, digitsOf, grouped } from './digits.ts';

export function CodeInput({
  label,
  value,
  onChange,
  error,
  id,
}: {
  label?: string;
  /** Digits. */
  value: string;
  onChange: (digits: string) => void;
  error?: string | null;
  id?: string;
}) {
  const { t } = useTranslation('receipt');
  const missing = CODE_DIGITS - value.length;
  return (
    <TextField
      {...(id === undefined ? {} : { id })}
      label={label ?? t('input.label')}
      hint={missing > 0 && value !== '' ? t('input.missing', { n: missing }) : t('input.hint')}
      error={error ?? null}
      value={grouped(value)}
      onChange={(typed) => onChange(digitsOf(typed))}
      inputMode="numeric"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
    />
  );
}

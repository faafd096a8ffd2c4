/** The keypad for a receipt code. */
import { useTranslation } from 'react-i18next';
import { Keypad } from '../ui/keypad.tsx';
import { CODE_DIGITS } from './digits.ts';

export function CodeKeypad({ value, onChange }: { value: string; onChange: (digits: string) => void }) {
  const { t } = useTranslation('receipt');
  return (
    <Keypad
      label={t('keypad.label')}
      erase={t('keypad.back')}
      corner={{ word: t('keypad.clear'), onPress: () => onChange('') }}
      onKey={(digit) => onChange((value + digit).slice(0, CODE_DIGITS))}
      onErase={() => onChange(value.slice(0, -1))}
    />
  );
}

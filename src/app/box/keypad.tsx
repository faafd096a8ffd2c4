/** Large digits to tap, for who has no keyboard or does not find its way there. */
import { useTranslation } from 'react-i18next';
import { CODE_DIGITS } from '../receipt/digits.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function Keypad({ value, onChange }: { value: string; onChange: (digits: string) => void }) {
  const { t } = useTranslation('box');
  const press = (digit: string): void => onChange((value + digit).slice(0, CODE_DIGITS));
  const key = (digit: string) => (
    <button key={digit} type="button" className="box-key figures" onClick={() => press(digit)}>
      {digit}
    </button>
  );
  return (
    <fieldset className="box-keypad" data-no-numbers data-hush aria-label={t('keypad.label')}>
      {DIGITS.map(key)}
      <button type="button" className="box-key box-key-word" onClick={() => onChange('')}>
        {t('keypad.clear')}
      </button>
      {key('0')}
      <button type="button" className="box-key box-key-word" onClick={() => onChange(value.slice(0, -1))}>
        {t('keypad.back')}
      </button>
    </fieldset>
  );
}

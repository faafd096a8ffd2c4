/** Who somebody is: a name, or four figures on large keys, for those who can't type. Nothing of it leaves the screen. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLastFour, isNameEnough, type Who } from '../../domain/search/own-row.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Keypad } from '../ui/keypad.tsx';

const FOUR = 4;

function LastFour({ digits, onChange }: { digits: string; onChange: (digits: string) => void }) {
  const { t } = useTranslation('find');
  const places = Array.from({ length: FOUR }, (_, at) => digits[at] ?? '');
  const press = (key: string): void => {
    // X stands only at the end of an identity number.
    if (digits.length < FOUR && (key !== 'X' || digits.length === FOUR - 1)) onChange(digits + key);
  };
  return (
    <div>
      <p className="field-label">{t('me.digits')}</p>
      <p className="keypad-digits" aria-hidden="true">
        {places.map((digit, at) => (
          <span key={at} className={digit ? 'keypad-digit' : 'keypad-digit keypad-free'}>
            {digit}
          </span>
        ))}
      </p>
      <p className="only-read" aria-live="polite" data-hush>
        {digits ? t('me.digitsNow', { digits: [...digits].join(' ') }) : t('me.noDigits')}
      </p>
      <Keypad
        label={t('me.digits')}
        erase={t('me.erase')}
        corner={{ key: 'X', said: t('me.keyX') }}
        onKey={press}
        onErase={() => onChange(digits.slice(0, -1))}
      />
    </div>
  );
}

const WAYS = ['name', 'last-four'] as const;
type Way = (typeof WAYS)[number];

interface WhoFormProps {
  /** Whether numbers are in the lists at all. */
  numbers: boolean;
  /** The way that is open at first. */
  first: Way;
  onFind: (who: Who) => void;
  onClear: () => void;
}

function Ways({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  const { t } = useTranslation('find');
  return (
    <fieldset className="who-ways">
      <legend className="only-read">{t('me.by')}</legend>
      {WAYS.map((one) => (
        <button
          key={one}
          type="button"
          className="who-way"
          aria-pressed={one === way}
          onClick={() => onChange(one)}
        >
          {one === 'name' ? t('me.byName') : t('me.byDigits')}
        </button>
      ))}
    </fieldset>
  );
}

/** Four figures are looked for as soon as they are there. */
export function WhoForm({ numbers, first, onFind, onClear }: WhoFormProps) {
  const { t } = useTranslation('find');
  const [chosen, setChosen] = useState<Way | null>(null);
  const [name, setName] = useState('');
  const [digits, setDigits] = useState('');
  const way = numbers ? (chosen ?? first) : 'name';
  const clear = (): void => {
    setName('');
    setDigits('');
    onClear();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isNameEnough(name)) onFind({ by: 'name', name });
  };
  const onDigits = (next: string): void => {
    setDigits(next);
    if (isLastFour(next)) onFind({ by: 'last-four', digits: next });
    else onClear();
  };
  return (
    <form className="who stack" onSubmit={submit}>
      {numbers && (
        <Ways
          way={way}
          onChange={(next) => {
            clear();
            setChosen(next);
          }}
        />
      )}
      {way === 'name' ? (
        <TextField
          label={t('me.name')}
          hint={t('me.nameHint')}
          value={name}
          onChange={setName}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      ) : (
        <LastFour digits={digits} onChange={onDigits} />
      )}
      <div className="who-actions">
        {way === 'name' && (
          <Button kind="main" type="submit" icon="search" disabled={!isNameEnough(name)}>
            {t('me.find')}
          </Button>
        )}
        <Button onClick={clear}>{t('me.clear')}</Button>
      </div>
      <p className="second">{t('me.privacy')}</p>
    </form>
  );
}

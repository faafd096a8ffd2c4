/** Which day is looked at: a date of the system's own chooser, and steps to the change before and after. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { parseLocalDate } from '../../domain/calendar/days.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/device-context.tsx';
import { TextField } from '../ui/field.tsx';
import './timeline.css';

/** The day in the address, else today. It stays through a reload, and can be passed on. */
export function useDay(): { day: LocalDate; today: LocalDate; choose: (day: LocalDate) => void } {
  const today = localDateOf(instantOf(useNow()));
  const [params, setParams] = useSearchParams();
  const day = parseLocalDate(params.get('d') ?? '') ?? today;
  return { day, today, choose: (next) => setParams({ d: next }, { replace: true }) };
}

/** @param days on which something changed, in order. */
export function DayPicker({
  day,
  days,
  onDay,
}: {
  day: LocalDate;
  days: LocalDate[];
  onDay: (day: LocalDate) => void;
}) {
  const { t } = useTranslation('timeline');
  const [typed, setTyped] = useState<string | null>(null);
  const earlier = days.filter((one) => one < day).pop();
  const later = days.find((one) => one > day);
  const take = (text: string): void => {
    const found = parseLocalDate(text);
    setTyped(found ? null : text);
    if (found) onDay(found);
  };
  const go = (to: LocalDate | undefined): void => {
    setTyped(null);
    if (to) onDay(to);
  };
  return (
    <div className="then-pick">
      <Button icon="back" disabled={!earlier} onClick={() => go(earlier)}>
        {t('earlier')}
      </Button>
      <TextField
        label={t('day')}
        type="date"
        value={typed ?? day}
        onChange={take}
        error={typed ? t('dayWrong') : null}
      />
      <Button disabled={!later} onClick={() => go(later)}>
        {t('later')}
      </Button>
    </div>
  );
}

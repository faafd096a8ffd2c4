/** Flood, fire, epidemic: at the top of the board until a moment that the cadre chooses. Off until he says so. */
import { useTranslation } from 'react-i18next';
import type { Outward } from '../../domain/notice/events.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { TextField, useNow } from '../ui/index.ts';

const DAY_MS = 86_400_000;

/** A moment as the field of the browser has it: `2026-11-24T10:00`, in Asia/Shanghai. */
const local = (iso: string): string => shanghaiTime(Date.parse(iso)).slice(0, 16);

/** Null: no moment, as while it is being typed. */
function momentOf(text: string): string | null {
  const at = Date.parse(`${text}:00+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

export function UrgentField({
  urgent,
  onChange,
}: {
  urgent: Outward['urgent'];
  onChange: (urgent: Outward['urgent']) => void;
}) {
  const { t } = useTranslation('write');
  const now = useNow();
  const tomorrow = (): string => new Date(now + DAY_MS).toISOString();
  return (
    <div className="stack-tight">
      <label className="urgent-choice">
        <input
          type="checkbox"
          checked={urgent !== null}
          onChange={(event) => onChange(event.target.checked ? { until: tomorrow() } : null)}
        />
        <span>{t('kind.urgent.label')}</span>
      </label>
      {urgent && (
        <TextField
          label={t('kind.urgent.until')}
          hint={t('kind.urgent.hint')}
          type="datetime-local"
          value={local(urgent.until)}
          onChange={(text) => {
            const until = momentOf(text);
            if (until) onChange({ until });
          }}
        />
      )}
    </div>
  );
}

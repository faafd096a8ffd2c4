/** To whom the township sends: groups by name, how many people, and what it comes to before it is sent. */
import { useTranslation } from 'react-i18next';
import type { KeptGroups } from '../../sync/client/messages.ts';
import type { MessageGroup } from '../../sync/messages-protocol.ts';
import { Message } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

interface Props {
  kept: KeptGroups;
  unit: string;
  chosen: string[];
  segments: number;
  missing: boolean;
  onChange: (chosen: string[]) => void;
}

/** Groups that this unit may use: its own, and those of the whole township. */
export const groupsFor = (kept: KeptGroups | null | undefined, unit: string): MessageGroup[] =>
  (kept?.groups ?? []).filter((group) => group.unit === null || group.unit === unit);

/** People in these groups; somebody in two of them is counted twice. */
export const peopleIn = (groups: MessageGroup[], chosen: string[]): number =>
  groups.reduce((sum, { id, count }) => sum + (chosen.includes(id) ? count : 0), 0);

export function MessageGroups({ kept, unit, chosen, segments, missing, onChange }: Props) {
  const { t } = useTranslation('outings');
  const when = useWhen();
  const groups = groupsFor(kept, unit);
  const people = peopleIn(groups, chosen);
  if (groups.length === 0) return <Message tone="amber" title={t('sending.noGroups')} />;
  return (
    <fieldset className="field outing-groups">
      <legend className="field-label">{t('sending.groups')}</legend>
      <p className="field-hint">{t('sending.groupsHint')}</p>
      {groups.map(({ id, name, count, unit: of }) => (
        <label key={id} className="outing-group">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <span>
            {t('sending.group', {
              name: of === null ? `${name} · ${t('sending.allUnits')}` : name,
              n: count,
            })}
          </span>
        </label>
      ))}
      <p className="figures strong" aria-live="polite">
        {people > 0 && t('sending.total', { people, n: segments, all: people * segments })}
      </p>
      {missing && (
        <p className="field-error" role="alert">
          {t('sending.none')}
        </p>
      )}
      <p className="second">{t('sending.asOf', { time: when.short(kept.at) })}</p>
    </fieldset>
  );
}

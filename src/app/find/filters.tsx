/** Narrows what is found: whose it is, what it is about, of which year. A filter is there when it would leave something out. */
import { useTranslation } from 'react-i18next';
import { ASPECTS, type Aspect } from '../../domain/catalogue/entry.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Standing } from '../../store/device/search/finder-protocol.ts';
import { useAspectName } from '../board/categories.tsx';
import { aspectsOf, unitsInOrder } from '../board/people.ts';
import { SelectField } from '../ui/field.tsx';

export interface Filter {
  /** Empty: all. */
  unit: string;
  aspect: Aspect | '';
  year: string;
}
export const NO_FILTER: Filter = { unit: '', aspect: '', year: '' };

/** Entries of the catalogue under a subject; null: all. */
export const entriesOf = (registry: Registry | null, aspect: Aspect | ''): string[] | null =>
  aspect === ''
    ? null
    : (registry?.catalogue ?? []).filter((one) => one.aspect === aspect).map(({ id }) => id);

interface FiltersProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
  registry: Registry | null;
  standing: Standing | null;
}

export function Filters({ filter, onChange, registry, standing }: FiltersProps) {
  const { t } = useTranslation('find');
  const nameOf = useAspectName();
  const held = new Set(standing?.units);
  const units = registry ? unitsInOrder(registry).filter(({ id }) => held.has(id)) : [];
  const aspects = new Set([...aspectsOf(registry, 'village'), ...aspectsOf(registry, 'township')]);
  const kind = units.some((unit) => unit.kind === 'village') ? 'village' : 'township';
  const years = standing?.years ?? [];
  return (
    <div className="find-filters">
      {units.length > 1 && (
        <SelectField
          label={t('filter.unit')}
          value={filter.unit}
          onChange={(unit) => onChange({ ...filter, unit })}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('filter.all')}
        />
      )}
      <SelectField
        label={t('filter.aspect')}
        value={filter.aspect}
        onChange={(aspect) => onChange({ ...filter, aspect: aspect as Aspect | '' })}
        options={ASPECTS.filter((one) => aspects.has(one)).map((one) => ({
          value: one,
          label: nameOf(one, kind),
        }))}
        placeholder={t('filter.all')}
      />
      {years.length > 1 && (
        <SelectField
          label={t('filter.year')}
          value={filter.year}
          onChange={(year) => onChange({ ...filter, year })}
          options={years.map((year) => ({ value: year, label: t('filter.ofYear', { year }) }))}
          placeholder={t('filter.all')}
        />
      )}
    </div>
  );
}

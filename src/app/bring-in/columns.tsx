/** What each column of the table means, for whoever knows better than its heading says. */
import { useTranslation } from 'react-i18next';
import { OLD_COLUMNS } from '../../domain/brought-in/columns.ts';
import type { Mapping } from '../../domain/table/header.ts';
import { SelectField } from '../ui/index.ts';

/** A field belongs to one column: whoever chooses it for another takes it from the first. */
const chosen = (mapping: Mapping, column: number, field: string): Mapping =>
  mapping.map((old, at) => (at === column ? field || null : old === field ? null : old));

export function Columns({
  names,
  mapping,
  onMapping,
}: {
  names: string[];
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}) {
  const { t, i18n } = useTranslation('bring-in');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const options = OLD_COLUMNS.map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <details>
      <summary>{t('columns')}</summary>
      {names.map((name, at) => (
        <SelectField
          key={at}
          label={name || String(at + 1)}
          value={mapping[at] ?? ''}
          placeholder={t('columnNone')}
          options={options}
          onChange={(field) => onMapping(chosen(mapping, at, field))}
        />
      ))}
    </details>
  );
}

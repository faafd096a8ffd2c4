/** Name and post of people in a leading group. */
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '../ui/index.ts';
import './person-fields.css';
import { LIMITS, type PersonDraft } from './unit-draft.ts';

export function PersonFields({
  person,
  field,
  place,
  errorOf,
  onChange,
  onRemove,
}: {
  person: PersonDraft;
  /** Name of the field in the form's problems. */
  field: string;
  /** Which of several: goes into the labels. */
  place?: { n: number; role: string };
  errorOf: (field: string) => string | null;
  onChange: (person: PersonDraft) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation('office');
  const label = (what: string): string => (place ? t('units.field.personNth', { ...place, what }) : what);
  return (
    <div className="person-fields">
      <TextField
        label={label(t('units.field.personName'))}
        value={person.name}
        maxLength={LIMITS.personName}
        error={errorOf(`${field}.name`)}
        autoComplete="off"
        onChange={(name) => onChange({ ...person, name })}
      />
      <TextField
        label={label(t('units.field.personPost'))}
        value={person.post}
        maxLength={LIMITS.post}
        error={errorOf(`${field}.post`)}
        autoComplete="off"
        onChange={(post) => onChange({ ...person, post })}
      />
      {onRemove && (
        <Button
          kind="quiet"
          icon="trash"
          aria-label={t('units.removePerson', { name: person.name || place?.n })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

/** A list of people that grows and shrinks. */
export function PeopleFields({
  list,
  people,
  errorOf,
  onChange,
}: {
  list: 'deputies' | 'members';
  people: PersonDraft[];
  errorOf: (field: string) => string | null;
  onChange: (people: PersonDraft[]) => void;
}) {
  const { t } = useTranslation('office');
  const name = t(`units.field.${list}`);
  return (
    <fieldset className="person-group">
      <legend className="field-label">{name}</legend>
      {people.map((person, index) => (
        <PersonFields
          key={index}
          person={person}
          field={`${list}.${index}`}
          place={{ n: index + 1, role: name }}
          errorOf={errorOf}
          onChange={(next) => onChange(people.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(people.filter((_, at) => at !== index))}
        />
      ))}
      <Button icon="plus" onClick={() => onChange([...people, { name: '', post: '' }])}>
        {t(list === 'deputies' ? 'units.addDeputy' : 'units.addMember')}
      </Button>
    </fieldset>
  );
}

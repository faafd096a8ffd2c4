/** Name, post and since when, of people in a leading group. */
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '../ui/index.ts';
import './person-fields.css';
import { LIMITS, NOBODY, type PersonDraft } from './unit-draft.ts';

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
  /** Which of several is seen by its place; it must be heard too. */
  const heard = (what: string): string | undefined => place && t('units.field.personNth', { ...place, what });
  const name = t('units.field.personName');
  const post = t('units.field.personPost');
  const since = t('units.field.personSince');
  return (
    <div className="person-fields">
      <TextField
        label={name}
        aria-label={heard(name)}
        value={person.name}
        maxLength={LIMITS.personName}
        error={errorOf(`${field}.name`)}
        autoComplete="off"
        onChange={(text) => onChange({ ...person, name: text })}
      />
      <TextField
        label={post}
        aria-label={heard(post)}
        value={person.post}
        maxLength={LIMITS.post}
        error={errorOf(`${field}.post`)}
        autoComplete="off"
        onChange={(text) => onChange({ ...person, post: text })}
      />
      <TextField
        label={since}
        aria-label={heard(since)}
        type="date"
        value={person.since}
        error={errorOf(`${field}.since`) && t('units.sinceWrong')}
        onChange={(day) => onChange({ ...person, since: day })}
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
      <Button icon="plus" onClick={() => onChange([...people, NOBODY])}>
        {t(list === 'deputies' ? 'units.addDeputy' : 'units.addMember')}
      </Button>
    </fieldset>
  );
}

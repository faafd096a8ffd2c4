/** Title, text in one or more parts, the person who answers for it, and why it is corrected. */
import { useTranslation } from 'react-i18next';
import { NOTICE_LIMITS, type NoticeContent } from '../../domain/notice/events.ts';
import { Button, TextField } from '../ui/index.ts';
import { textLength } from './draft-check.ts';
import './text-fields.css';

type Section = NoticeContent['sections'][number];
type SectionsChange = (change: (sections: Section[]) => Section[]) => void;

interface PartProps {
  section: Section;
  index: number;
  /** The only part, without a heading: the plain text of a short notice. */
  alone: boolean;
  /** Characters that all parts together have more than may be. */
  left: number;
  /** The kind's fields say what matters: a few words more may stand here. */
  extra: boolean;
  error: string | null;
  onChange: (section: Section) => void;
  onRemove: () => void;
}

/** Lines shown: enough for what is written, within what a phone shows. */
const rowsFor = (text: string, least: number): number =>
  Math.min(20, Math.max(least, text.slice(0, 4000).split('\n').length + 1));

function Part({ section, index, alone, left, extra, error, onChange, onRemove }: PartProps) {
  const { t } = useTranslation('write');
  const n = index + 1;
  return (
    <>
      {!alone && (
        <div className="part-head">
          <TextField
            label={t('field.headingN', { n })}
            value={section.heading}
            maxLength={NOTICE_LIMITS.title}
            onChange={(heading) => onChange({ ...section, heading })}
          />
          <Button kind="quiet" icon="cross" onClick={onRemove} aria-label={t('field.removePart', { n })} />
        </div>
      )}
      <TextField
        id={index === 0 ? 'write-text' : undefined}
        label={alone ? t('field.text') : t('field.part', { n })}
        hint={index === 0 ? t(extra ? 'kind.more' : 'field.textHint') : undefined}
        error={index === 0 ? error : null}
        multiline
        rows={rowsFor(section.text, extra ? 3 : alone ? 7 : 4)}
        value={section.text}
        maxLength={section.text.length + left}
        onChange={(text) => onChange({ ...section, text })}
      />
    </>
  );
}

/** The text. `onChange` gets a change of the parts, made on those that are current. */
export function SectionsField({
  content,
  error,
  onChange,
}: {
  content: NoticeContent;
  error: string | null;
  onChange: SectionsChange;
}) {
  const { t } = useTranslation('write');
  const { sections } = content;
  const left = NOTICE_LIMITS.text - textLength(content);
  const alone = sections.length === 1 && sections[0]?.heading === '';
  return (
    <div className="stack">
      {sections.map((section, index) => (
        <Part
          key={index}
          section={section}
          index={index}
          alone={alone}
          left={left}
          extra={content.kind !== 'plain'}
          error={error}
          onChange={(next) => onChange((all) => all.map((one, at) => (at === index ? next : one)))}
          onRemove={() =>
            onChange((all) =>
              all.length > 1 ? all.filter((_, at) => at !== index) : [{ heading: '', text: section.text }],
            )
          }
        />
      ))}
      {!alone && sections.length < NOTICE_LIMITS.sections && (
        <Button
          kind="plain"
          icon="plus"
          onClick={() => onChange((all) => [...all, { heading: '', text: '' }])}
        >
          {t('field.addPart')}
        </Button>
      )}
    </div>
  );
}

/** Who answers for it. The unit's leading group stands below, one press each, while nothing is written. */
export function OfficerField({
  value,
  people,
  error,
  onChange,
}: {
  value: string;
  people: string[];
  error: string | null;
  onChange: (officer: string) => void;
}) {
  const { t } = useTranslation('write');
  return (
    <div className="stack-tight">
      <TextField
        id="write-officer"
        label={t('field.officer')}
        hint={t('field.officerHint')}
        required
        error={error}
        value={value}
        maxLength={NOTICE_LIMITS.officer}
        autoComplete="off"
        onChange={onChange}
      />
      {value === '' && people.length > 0 && (
        <ul className="officer-picks" aria-label={t('field.officerPick')}>
          {people.slice(0, 6).map((person) => (
            <li key={person}>
              <button type="button" className="officer-pick" onClick={() => onChange(person)}>
                {person}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Steps and lists of documents: one line for each, moved and removed with a thumb. */
import { useTranslation } from 'react-i18next';
import { KIND_LIMITS } from '../../domain/kind/values.ts';
import { Button, Icon, TextField } from '../ui/index.ts';
import { inputId, type InputProps } from './kind-inputs.tsx';

interface Item {
  name: string;
  note: string;
}

const EMPTY: Item = { name: '', note: '' };

/** `steps` have no notes. */
export function ListInput({
  field,
  value,
  label,
  hint,
  error,
  language,
  onChange,
}: InputProps<'steps' | 'documents'>) {
  const { t } = useTranslation('write');
  const held: Item[] =
    value?.type === 'steps'
      ? value.items.map((name) => ({ name, note: '' }))
      : value?.type === 'documents'
        ? value.items
        : [];
  const items = held.length > 0 ? held : [EMPTY];
  const set = (next: Item[]): void => {
    if (next.every(({ name, note }) => name === '' && note === '') && next.length < 2) onChange(null);
    else if (field.type === 'steps') onChange({ type: 'steps', items: next.map(({ name }) => name) });
    else onChange({ type: 'documents', items: next });
  };
  const change = (index: number, part: Partial<Item>): void =>
    set(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const earlier = (index: number): void => {
    const next = [...items];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index - 1, 0, one);
    set(next);
  };
  return (
    <fieldset className="field" id={inputId(field.id)} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <ol className="stack-tight">
        {items.map((item, index) => (
          <li key={index} className="list-item">
            <div className="stack-tight">
              <TextField
                label={t('kind.itemOf', { name: field.name[language], n: index + 1 })}
                multiline={field.type === 'steps'}
                rows={2}
                value={item.name}
                maxLength={KIND_LIMITS.item}
                onChange={(name) => change(index, { name })}
              />
              {field.type === 'documents' && item.name !== '' && (
                <TextField
                  label={t('kind.noteOf', { n: index + 1 })}
                  hint={t('kind.noteHint')}
                  value={item.note}
                  maxLength={KIND_LIMITS.item}
                  onChange={(note) => change(index, { note })}
                />
              )}
            </div>
            {items.length > 1 && (
              <div className="list-tools">
                {index > 0 && (
                  <button
                    type="button"
                    className="photo-tool"
                    aria-label={t('kind.earlier', { n: index + 1 })}
                    onClick={() => earlier(index)}
                  >
                    <Icon name="up" />
                  </button>
                )}
                <button
                  type="button"
                  className="photo-tool"
                  aria-label={t('kind.removeItem', { n: index + 1 })}
                  onClick={() => set(items.filter((_, at) => at !== index))}
                >
                  <Icon name="trash" />
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {error && (
        <p className="field-error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {items.length < KIND_LIMITS.items && (
        <Button icon="plus" onClick={() => set([...items, EMPTY])}>
          {t('kind.addItem')}
        </Button>
      )}
    </fieldset>
  );
}

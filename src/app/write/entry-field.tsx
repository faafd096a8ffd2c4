/** What a notice is about: shown in the form as one line that opens the list, and the list itself. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { Icon, Screen, TextField } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { byAspect, lastAbout, search } from './entries.ts';
import './entry-field.css';

export interface EntryFieldProps {
  chosen: { id: string; name: string };
  entries: CatalogueEntry[];
  board: LightNotice[];
  error: string | null;
  /** Puts the last notice about it into the form; null: there is something in the form already. */
  onUseLast: ((notice: LightNotice) => void) | null;
}

export function EntryField({ chosen, entries, board, error, onUseLast }: EntryFieldProps) {
  const { t } = useTranslation('write');
  const when = useWhen();
  const entry = entries.find((one) => one.id === chosen.id);
  const last = chosen.id === '' ? null : lastAbout(board, chosen.id);
  return (
    <div className="field">
      <span className="field-label" id="write-entry-label">
        {t('entry.label')}
      </span>
      <Link
        id="write-entry"
        className={`field-input entry-chosen ${error ? 'entry-wrong' : ''}`}
        to="?pick"
        aria-describedby={error ? 'write-entry-error' : undefined}
        aria-labelledby="write-entry-label write-entry-value"
      >
        <span id="write-entry-value">
          {entry && <span className="second">{t(`aspect.${entry.aspect}`)} › </span>}
          {chosen.name || <span className="second">{t('entry.choose')}</span>}
        </span>
        <Icon name="next" />
      </Link>
      {entry && <p className="field-hint">{entry.hint}</p>}
      {last && (
        <p className="field-hint">
          {t('entry.last', { date: when.day(last.acceptedAt), title: last.title })}{' '}
          {onUseLast && (
            <button type="button" className="entry-last" onClick={() => onUseLast(last)}>
              {t('entry.lastUse')}
            </button>
          )}
        </p>
      )}
      {error && (
        <p className="field-error" id="write-entry-error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}

interface ListProps {
  title: string;
  entries: CatalogueEntry[];
  chosen: string;
  onPick: (entry: CatalogueEntry) => void;
}

function EntryList({ title, entries, chosen, onPick }: ListProps) {
  return (
    <section>
      <h2 className="entry-group">{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="entry-row"
              aria-pressed={entry.id === chosen}
              onClick={() => onPick(entry)}
            >
              <span className="entry-name">
                {entry.name}
                {entry.id === chosen && <Icon name="check" />}
              </span>
              <span className="second">{entry.hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole list: a search, what was used lately, then group by group. */
export function EntryPicker({
  entries,
  recent,
  chosen,
  onPick,
  onBack,
}: {
  entries: CatalogueEntry[];
  recent: CatalogueEntry[];
  chosen: string;
  onPick: (entry: CatalogueEntry) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('write');
  const [typed, setTyped] = useState('');
  const found = search(entries, typed);
  const groups = byAspect(found);
  return (
    <Screen title={t('entry.chooseTitle')} back={onBack} tabs={false}>
      <div className="stack">
        {entries.length === 0 ? (
          <p>{t('entry.none')}</p>
        ) : (
          <TextField label={t('entry.find')} hint={t('entry.findHint')} value={typed} onChange={setTyped} />
        )}
        {typed === '' && recent.length > 0 && (
          <EntryList title={t('entry.recent')} entries={recent} chosen={chosen} onPick={onPick} />
        )}
        {groups.map(([aspect, own]) => (
          <EntryList
            key={aspect}
            title={t(`aspect.${aspect}`)}
            entries={own}
            chosen={chosen}
            onPick={onPick}
          />
        ))}
        {entries.length > 0 && groups.length === 0 && (
          <p aria-live="polite">{t('entry.noMatch', { text: typed })}</p>
        )}
      </div>
    </Screen>
  );
}

/** The people of a group: read from a spreadsheet or a paste, shown with masked numbers, removed one by one. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReadReceivers, readReceivers } from '../../domain/forms/receivers.ts';
import { type RawRow, textOf } from '../../domain/table/cells.ts';
import { separatedRows } from '../../domain/table/separated.ts';
import type { Device } from '../../sync/client/device.ts';
import type { MessageGroup, ReceiversResponse } from '../../sync/messages-protocol.ts';
import { readTableFile } from '../tables/table-file.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, TextField, useDevice } from '../ui/index.ts';
import { Problem } from './problem.tsx';
import { useAsked } from './use-asked.ts';

/** People in one call (messages-protocol.ts). */
const MOST = 5_000;
/** Bad lines that are named, and people that are listed. */
const NAMED = 10;
const LISTED = 200;

const textRows = (rows: RawRow[]): string[][] => rows.map((cells) => cells.map((cell) => textOf(cell)));

function Found({ read, count, busy, onTake }: FoundProps) {
  const { t } = useTranslation('messages');
  const n = read.receivers.length;
  const rows = read.bad.slice(0, NAMED).join('、') + (read.bad.length > NAMED ? '…' : '');
  return (
    <div className="stack-tight" aria-live="polite">
      <p className="strong">{t('people.read', { n })}</p>
      {read.repeated > 0 && <p>{t('people.repeated', { n: read.repeated })}</p>}
      {read.bad.length > 0 && <Message tone="amber" title={t('people.bad', { rows })} />}
      {n > MOST && <Message tone="red" title={t('people.tooMany', { n: MOST })} />}
      {n > 0 && n <= MOST && (
        <div className="office-form-actions">
          <Button kind="main" busy={busy} onClick={() => onTake('add')}>
            {t('people.add', { n })}
          </Button>
          {count > 0 && (
            <Button disabled={busy} onClick={() => onTake('replace')}>
              {t('people.replace', { n })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
interface FoundProps {
  read: ReadReceivers;
  count: number;
  busy: boolean;
  onTake: (how: 'add' | 'replace') => void;
}

function Import({ group, onChanged }: { group: MessageGroup; onChanged: () => void }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<ReadReceivers | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const readFile = async (file: File): Promise<void> => {
    const table = await readTableFile(file);
    setUnreadable(!table.ok);
    const rows = table.ok ? table.sheets.flatMap((sheet) => sheet.rows) : [];
    setRead(table.ok ? readReceivers(textRows(rows)) : null);
  };
  const take = async (how: 'add' | 'replace'): Promise<void> => {
    if (!read) return;
    setBusy(true);
    const answer = await device.changeMessageGroup({ do: how, id: group.id, receivers: read.receivers });
    setBusy(false);
    setCode(answer.ok ? null : answer.code);
    if (!answer.ok) return;
    setPasted('');
    setRead(null);
    onChanged();
  };
  return (
    <div className="stack message-import">
      <FileButton
        label={t('people.file')}
        accept=".xlsx,.csv,.txt,.tsv"
        onFiles={([file]) => void readFile(file)}
      />
      {unreadable && <Message tone="red" title={t('people.unreadable')} />}
      <TextField
        label={t('people.paste')}
        hint={t('people.pasteHint')}
        multiline
        rows={4}
        autoComplete="off"
        value={pasted}
        onChange={(text) => {
          setPasted(text);
          setRead(text.trim() === '' ? null : readReceivers(textRows(separatedRows(text))));
        }}
      />
      {read && <Found read={read} count={group.count} busy={busy} onTake={(how) => void take(how)} />}
      <Problem code={code} />
    </div>
  );
}

type Person = ReceiversResponse['receivers'][number];

function PersonLine({ person, onDrop }: { person: Person; onDrop: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <tr>
      <td className="figures">{person.number}</td>
      <td data-label={t('people.person')}>{person.name}</td>
      <td>
        <Button kind="quiet" aria-label={t('people.dropOf', { number: person.number })} onClick={onDrop}>
          {t('people.drop')}
        </Button>
      </td>
    </tr>
  );
}

export function People({ group }: { group: MessageGroup }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const { id } = group;
  const ask = useCallback((of: Device) => of.messageReceivers(id), [id]);
  const { asked, again } = useAsked(ask);
  const [code, setCode] = useState<string | null>(null);
  const drop = async (person: Person): Promise<void> => {
    const answer = await device.changeMessageGroup({ do: 'drop', id, receivers: [person.id] });
    setCode(answer.ok ? null : answer.code);
    again();
  };
  const people = asked.state === 'here' ? asked.value : [];
  return (
    <section className="office-panel stack">
      <h2>{t('people.title')}</h2>
      <Import group={group} onChanged={again} />
      <Problem code={code} />
      {asked.state === 'asking' && <p aria-live="polite">{t('loading')}</p>}
      {asked.state === 'failed' && <Message tone="amber" title={t('offline')} />}
      {asked.state === 'here' && people.length === 0 && <p>{t('people.none')}</p>}
      {people.length > 0 && (
        <table className="office-table message-people">
          <thead>
            <tr>
              <th scope="col">{t('people.number')}</th>
              <th scope="col">{t('people.person')}</th>
              <th scope="col">{t('people.drop')}</th>
            </tr>
          </thead>
          <tbody>
            {people.slice(0, LISTED).map((person) => (
              <PersonLine key={person.id} person={person} onDrop={() => void drop(person)} />
            ))}
          </tbody>
        </table>
      )}
      {people.length > LISTED && <p>{t('people.more', { n: people.length - LISTED })}</p>}
    </section>
  );
}

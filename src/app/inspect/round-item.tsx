/** One item of a round: where it is, what was found of each question, and a way to make a finding. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { INSPECTION_LIMITS } from '../../domain/inspection/events.ts';
import type { Round } from '../../domain/inspection/records.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { Button, ButtonLink, Mark, TextField, useDevice } from '../ui/index.ts';
import { Fault } from './fault.tsx';
import { useHalfWritten } from './half-written.ts';
import { itemPath } from './round-items.tsx';
import { useKeeping } from '../ui/use-keeping.ts';
import { unitName, type Viewer } from './viewer.ts';

interface OfItem {
  round: Round;
  at: number;
}

function Checks({ round, at, onDone }: OfItem & { onDone: () => void }) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const keeping = useKeeping();
  const before = round.checked[at];
  const [said, say, forget] = useHalfWritten(`check:${round.id}:${at}`, {
    checks: before?.checks ?? round.checklist.map(() => false),
    note: before?.note ?? '',
  });
  const save = async (): Promise<void> => {
    if (said.note.length > INSPECTION_LIMITS.text) return;
    const content = { round: round.id, item: at, checks: said.checks, note: said.note.trim() };
    const made = await keeping.keep(() =>
      device.record(TOWNSHIP_UNIT, 'round.checked', content, round.items[at]?.title ?? round.title),
    );
    if (!made) return;
    forget();
    onDone();
  };
  return (
    <div className="stack-tight">
      <Fault keeping={keeping} />
      <div className="inspect-ticks">
        {round.checklist.map((question, n) => (
          <label key={question}>
            <input
              type="checkbox"
              checked={said.checks[n] ?? false}
              onChange={({ target }) =>
                say({ checks: said.checks.map((one, i) => (i === n ? target.checked : one)) })
              }
            />
            <span>{question}</span>
          </label>
        ))}
      </div>
      <TextField
        label={t('round.note')}
        multiline
        rows={2}
        value={said.note}
        maxLength={INSPECTION_LIMITS.text}
        onChange={(note) => say({ note })}
      />
      <div className="inspect-buttons">
        <Button onClick={onDone}>{t('round.cancel')}</Button>
        <Button kind="main" icon="check" busy={keeping.busy} onClick={() => void save()}>
          {t('round.save')}
        </Button>
      </div>
    </div>
  );
}

function findingLink({ round, at }: OfItem): string {
  const item = round.items[at];
  if (!item) return '/inspect/findings/new';
  const search = new URLSearchParams({ unit: item.unit, round: round.id });
  if (item.about.kind === 'notice') search.set('notice', item.about.id);
  return `/inspect/findings/new?${search.toString()}`;
}

export function RoundItemCard({ viewer, round, at }: OfItem & { viewer: Viewer }) {
  const { t } = useTranslation('inspect');
  const [open, setOpen] = useState(false);
  const item = round.items[at];
  if (!item) return null;
  const checked = round.checked[at];
  const wrong = checked ? round.checklist.filter((_, n) => !checked.checks[n]) : [];
  return (
    <li className="card inspect-card">
      <span>
        {!checked && <Mark tone="plain">{t('round.todo')}</Mark>}
        {checked && wrong.length === 0 && <Mark tone="green">{t('round.right')}</Mark>}
        {wrong.length > 0 && <Mark tone="red">{t('round.wrong', { n: wrong.length })}</Mark>}
      </span>
      <Link className="inspect-card-title" to={itemPath(item)}>
        {item.title}
      </Link>
      <span className="second">{unitName(viewer.registry, item.unit)}</span>
      {!open && wrong.length > 0 && (
        <ul className="inspect-wrong">
          {wrong.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {!open && checked?.note && <p className="inspect-text">{checked.note}</p>}
      {open && <Checks round={round} at={at} onDone={() => setOpen(false)} />}
      {!open && !round.closed && (
        <div className="inspect-buttons">
          <Button onClick={() => setOpen(true)}>{t(checked ? 'round.change' : 'round.look')}</Button>
          <ButtonLink icon="warning" to={findingLink({ round, at })}>
            {t('toFinding')}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

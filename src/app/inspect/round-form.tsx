/** `/inspect/rounds/new`: which items are looked at, drawn at random or chosen, and what is asked of each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { addDays, parseLocalDate } from '../../domain/calendar/days.ts';
import { drawItems } from '../../domain/inspection/draw.ts';
import { type Draw, INSPECTION_LIMITS, type RoundItem } from '../../domain/inspection/events.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { sha256Hex } from '../../sync/client/hashing.ts';
import { useFollowAll } from '../office/use-office.ts';
import { Button, Message, Screen, Splash, TextField, useDevice } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { Fault } from './fault.tsx';
import { useHalfWritten } from './half-written.ts';
import { HandItems, ItemLines } from './round-items.tsx';
import { useKeeping } from '../ui/use-keeping.ts';
import { useNotHere } from './use-sights.ts';
import { unitName, type Viewer } from './viewer.ts';

const BACK_DAYS = 90;
const DRAWN = 5;

interface Written {
  title: string;
  units: string[];
  way: 'draw' | 'hand';
  first: string;
  last: string;
  n: string;
  seed: string;
  /** Keys of what was chosen by hand: a unit, or `<unit> <notice>`. */
  chosen: string[];
  checklist: string;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What would be looked at as it is written now; null: nothing can be said yet. */
function planOf(
  written: Written,
  boards: ReadonlyMap<string, readonly LightNotice[]>,
  nameOf: (unit: string) => string,
): { items: RoundItem[]; draw: Draw | null } | null {
  const first = parseLocalDate(written.first);
  const last = parseLocalDate(written.last);
  if (!first || !last) return null;
  if (written.way === 'draw') {
    const n = Number(written.n);
    const seed = written.seed.trim();
    if (!Number.isInteger(n) || n < 1 || n > INSPECTION_LIMITS.items || seed === '') return null;
    if (written.units.length === 0) return null;
    return drawItems(boards, { seed, units: written.units, first, last }, n, sha256Hex);
  }
  const items = written.chosen.flatMap((key): RoundItem[] => {
    const [unit = '', id] = key.split(' ');
    if (!written.units.includes(unit)) return [];
    if (!id) return [{ unit, about: { kind: 'unit' }, title: nameOf(unit) }];
    const notice = boards.get(unit)?.find((one) => one.id === id);
    return notice ? [{ unit, about: { kind: 'notice', id }, title: notice.title.slice(0, 120) }] : [];
  });
  return { items, draw: null };
}

function UnitsField({
  viewer,
  chosen,
  onChange,
}: {
  viewer: Viewer;
  chosen: string[];
  onChange: (units: string[]) => void;
}) {
  const { t } = useTranslation('inspect');
  const all = chosen.length === viewer.units.length;
  return (
    <fieldset className="inspect-choice">
      <legend className="field-label">{t('open.units')}</legend>
      <Button kind="quiet" onClick={() => onChange(all ? [] : viewer.units)}>
        {t(all ? 'open.noUnits' : 'open.allUnits')}
      </Button>
      <div className="inspect-ticks">
        {viewer.units.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{unitName(viewer.registry, id)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WayField({ value, onChange }: { value: Written['way']; onChange: (way: Written['way']) => void }) {
  const { t } = useTranslation('inspect');
  return (
    <fieldset className="inspect-choice">
      <legend className="field-label">{t('open.way')}</legend>
      {(['draw', 'hand'] as const).map((way) => (
        <label key={way} className={way === value ? 'inspect-chosen' : ''}>
          <input type="radio" name="way" checked={way === value} onChange={() => onChange(way)} />
          <strong>{t(`open.${way}`)}</strong>
          <span className="second">{t(`open.${way}Text`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function useWritten(viewer: Viewer, today: LocalDate) {
  const { t } = useTranslation('inspect');
  return useHalfWritten<Written>('round', {
    title: t('open.nameValue', { year: today.slice(0, 4), month: Number(today.slice(5, 7)) }),
    units: viewer.units,
    way: 'draw',
    first: addDays(today, -BACK_DAYS),
    last: today,
    n: String(DRAWN),
    seed: '',
    chosen: [],
    checklist: t('open.checks'),
  });
}

type Problem =
  'nameMissing' | 'unitsMissing' | 'seedMissing' | 'nMissing' | 'checksMissing' | 'itemsMissing' | 'nothing';

/** What keeps the round from being opened; null: nothing. */
function problemOf(written: Written, plan: ReturnType<typeof planOf>): Problem | null {
  const checks = linesOf(written.checklist);
  const fits = checks.every((one) => one.length <= INSPECTION_LIMITS.check);
  if (written.title.trim() === '') return 'nameMissing';
  if (written.units.length === 0) return 'unitsMissing';
  if (written.way === 'draw' && written.seed.trim() === '') return 'seedMissing';
  if (!plan) return 'nMissing';
  if (plan.items.length === 0) return written.way === 'draw' ? 'nothing' : 'itemsMissing';
  return checks.length > 0 && checks.length <= INSPECTION_LIMITS.checks && fits ? null : 'checksMissing';
}

export function RoundForm({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const navigate = useNavigate();
  const keeping = useKeeping();
  useFollowAll(viewer.registry);
  const today = localDateOf(instantOf(useWhen().now));
  const [written, write, forget] = useWritten(viewer, today);
  const [tried, setTried] = useState(false);
  const boards = useBoards(viewer.units);
  const missing = useNotHere(written.units);
  if (!boards) return <Splash label={t('loading')} />;
  const plan = planOf(written, boards, (unit) => unitName(viewer.registry, unit));
  const problem = problemOf(written, plan);
  const start = async (): Promise<void> => {
    setTried(true);
    if (problem || !plan) return;
    const title = written.title.trim();
    const content = { title, checklist: linesOf(written.checklist), ...plan };
    const made = await keeping.keep(() => device.record(TOWNSHIP_UNIT, 'round.opened', content, title));
    if (!made) return;
    forget();
    void navigate(`/inspect/rounds/${made.id}`, { replace: true });
  };
  const isDraw = written.way === 'draw';
  const date = (key: 'first' | 'last') => (
    <TextField
      label={t(`open.${key}`)}
      type="date"
      max={today}
      value={written[key]}
      onChange={(day) => day && write({ [key]: day })}
    />
  );
  return (
    <Screen
      title={t('open.title')}
      back="/inspect/rounds"
      footer={
        <Button kind="main" icon="check" busy={keeping.busy} onClick={() => void start()}>
          {t('open.start')}
        </Button>
      }
    >
      <div className="stack inspect inspect-form">
        <Fault keeping={keeping} />
        {tried && problem && <Message tone="red" title={t(`open.${problem}`)} />}
        {missing > 0 && <Message tone="amber" title={t('notHere', { n: missing })} />}
        <TextField
          label={t('open.name')}
          required
          value={written.title}
          maxLength={INSPECTION_LIMITS.title}
          onChange={(title) => write({ title })}
        />
        <WayField value={written.way} onChange={(way) => write({ way })} />
        <UnitsField viewer={viewer} chosen={written.units} onChange={(units) => write({ units })} />
        <div className="inspect-days">
          {date('first')}
          {date('last')}
        </div>
        {isDraw && (
          <>
            <TextField
              label={t('open.seed')}
              hint={t('open.seedHint')}
              required
              value={written.seed}
              maxLength={INSPECTION_LIMITS.seed}
              error={tried && written.seed.trim() === '' ? t('open.seedMissing') : null}
              onChange={(seed) => write({ seed })}
            />
            <TextField
              label={t('open.n')}
              inputMode="numeric"
              required
              value={written.n}
              onChange={(n) => write({ n })}
            />
          </>
        )}
        {isDraw ? (
          plan?.draw && (
            <section className="stack-tight">
              <h2>{t('open.drawn', { of: plan.draw.of, n: plan.items.length })}</h2>
              <ItemLines viewer={viewer} items={plan.items} />
            </section>
          )
        ) : (
          <HandItems
            viewer={viewer}
            units={written.units}
            boards={boards}
            first={written.first}
            last={written.last}
            chosen={written.chosen}
            onChange={(chosen) => write({ chosen })}
          />
        )}
        <TextField
          label={t('open.checklist')}
          multiline
          required
          value={written.checklist}
          onChange={(checklist) => write({ checklist })}
        />
      </div>
    </Screen>
  );
}

/** `/tablet/set/:unit`: how a unit's shared tablets live, set by its cadres or the office; kept without a network too. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import { useParams } from 'react-router';
import { tabletSettings } from '../../domain/kiosk/settings.ts';
import type { TabletSettings } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import {
  Button,
  Card,
  Empty,
  Message,
  Screen,
  SelectField,
  Splash,
  TextField,
  useDevice,
  useFormFactor,
  useIdentity,
  useRegistry,
} from '../ui/index.ts';
import { type Draft, draftOf, IDLE_CHOICES, isFine, problemsOf, settingsOf } from './set-draft.ts';

type Set = (part: Partial<Draft>) => void;

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** Half hours of a day. */
const HOURS = Array.from({ length: 48 }, (_, n) => {
  const hour = `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`;
  return { value: hour, label: hour };
});
const USUAL = { from: '07:00', to: '21:00' };

function DayHours({
  day,
  draft,
  set,
  wrong,
}: {
  day: (typeof DAYS)[number];
  draft: Draft;
  set: Set;
  wrong: boolean;
}) {
  const { t } = useTranslation('tablet');
  const span = draft.wakes[day] ?? null;
  const name = t(`set.days.d${day}`);
  const change = (next: TabletSettings['wakes'][number]): void =>
    set({ wakes: draft.wakes.map((one, index) => (index === day ? next : one)) });
  return (
    <div className="set-day">
      <SelectField
        label={t('set.from', { day: name })}
        value={span?.from ?? ''}
        options={[{ value: '', label: t('set.dark') }, ...HOURS]}
        onChange={(from) => change(from === '' ? null : { ...(span ?? USUAL), from })}
      />
      {span && (
        <SelectField
          label={t('set.to', { day: name })}
          value={span.to}
          options={[...HOURS, { value: '23:59', label: '24:00' }]}
          error={wrong ? t('set.order') : null}
          onChange={(to) => change({ ...span, to })}
        />
      )}
    </div>
  );
}

function YesNo({
  legend,
  value,
  onChange,
}: {
  legend: string;
  value: boolean;
  onChange: (yes: boolean) => void;
}) {
  const { t } = useTranslation('tablet');
  return (
    <fieldset className="set-choice">
      <legend>{legend}</legend>
      {([true, false] as const).map((one) => (
        <label key={String(one)} className={one === value ? 'set-on' : ''}>
          <input type="radio" name={legend} checked={one === value} onChange={() => onChange(one)} />
          <span>{t(one ? 'set.yes' : 'set.no')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Fields({
  draft,
  set,
  hasCode,
  tried,
}: {
  draft: Draft;
  set: Set;
  hasCode: boolean;
  tried: boolean;
}) {
  const { t } = useTranslation('tablet');
  const problems = problemsOf(draft);
  const choices = [...new Set([...IDLE_CHOICES, draft.idleSeconds])].sort((a, b) => a - b);
  const labelOf = (seconds: number): string => {
    const known = IDLE_CHOICES.find((one) => one === seconds);
    return known ? t(`set.idleOf.s${known}`) : t('own.seconds', { n: seconds });
  };
  return (
    <>
      <Card className="stack">
        <SelectField
          label={t('set.idle')}
          hint={t('set.idleHint')}
          value={String(draft.idleSeconds)}
          options={choices.map((one) => ({ value: String(one), label: labelOf(one) }))}
          onChange={(value) => set({ idleSeconds: Number(value) })}
        />
        <YesNo legend={t('set.show')} value={draft.show} onChange={(show) => set({ show })} />
        <YesNo legend={t('set.sound')} value={draft.sound} onChange={(sound) => set({ sound })} />
      </Card>
      <Card className="stack">
        <h2>{t('set.hours')}</h2>
        <p className="second">{t('set.hoursHint')}</p>
        {DAYS.map((day) => (
          <DayHours key={day} day={day} draft={draft} set={set} wrong={problems.days.includes(day)} />
        ))}
      </Card>
      <Card className="stack">
        <TextField
          label={t('set.code')}
          hint={t(hasCode ? 'set.codeKept' : 'set.codeNew')}
          value={draft.code}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          error={(tried || draft.code.length > 6) && problems.code ? t('set.codeWrong') : null}
          onChange={(code) => set({ code: code.trim() })}
        />
        <p className="second">{t('set.codeNote')}</p>
      </Card>
    </>
  );
}

/** How far the last change has come. */
function Sent({ id }: { id: string }) {
  const { t } = useTranslation('tablet');
  const { db } = useDevice();
  const row = useLiveQuery(() => db.outbox.where('id').equals(id).first(), [db, id]);
  if (row?.phase === 'refused') return <Message tone="red" title={t('set.refused')} />;
  return (
    <Message tone={row?.receipt ? 'green' : 'amber'} title={t('set.saved')}>
      {t('set.savedText')}
    </Message>
  );
}

function SetForm({ settings, name }: { settings: TabletSettings; name: string }) {
  const { t } = useTranslation('tablet');
  const device = useDevice();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<{ id: string } | 'fault' | null>(null);
  const set: Set = (part) => {
    setDraft((before) => ({ ...before, ...part }));
    setEnd(null);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isFine(problemsOf(draft))) return;
    setBusy(true);
    const content = await settingsOf(settings, draft);
    const outcome = await device.change('tablet.set', content, t('set.titleOf', { name }));
    setBusy(false);
    setEnd(outcome.ok ? { id: outcome.value.id } : 'fault');
    if (outcome.ok) setDraft((before) => ({ ...before, code: '' }));
  };
  return (
    <div className="stack">
      <p className="second">{t('set.lead')}</p>
      <Fields draft={draft} set={set} hasCode={settings.exitCode !== null} tried={tried} />
      {end === 'fault' && (
        <Message tone="red" title={t('set.fault')}>
          {t('set.faultText')}
        </Message>
      )}
      {end !== null && end !== 'fault' && <Sent id={end.id} />}
      <Button kind="main" busy={busy} onClick={() => void save()}>
        {t('set.save')}
      </Button>
    </div>
  );
}

const maySet = (registry: Registry, key: string, unit: string): boolean =>
  memberOf(registry, key)?.role === 'office' || postsFor(registry, key).includes(unit);

export function SetScreen() {
  useFormFactor('phone');
  const { t } = useTranslation('tablet');
  const { unit = '' } = useParams();
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return <Splash />;
  const own = registry?.units[unit];
  const allowed = registry && identity && maySet(registry, identity.key, unit);
  let inside: ReactNode = <Empty icon="key" title={t('set.notYours')} />;
  if (!own) inside = <Empty icon="village" title={t('set.unknown')} />;
  else if (allowed) inside = <SetForm settings={tabletSettings(registry, unit)} name={own.name} />;
  return (
    <Screen
      title={own ? t('set.titleOf', { name: own.name }) : t('set.title')}
      back={identity?.kind === 'office' ? '/office/devices' : '/me'}
    >
      {inside}
    </Screen>
  );
}

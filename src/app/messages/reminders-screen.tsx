/** `/office/messages/reminders`: whether people are reminded by text message of what falls due, when, and by which number. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { posters } from '../../domain/due/reminders.ts';
import type { Member } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Device } from '../../sync/client/device.ts';
import type { ReminderChange, RemindersResponse } from '../../sync/reminders-protocol.ts';
import { OfficePage } from '../office/frame.tsx';
import { unitsInOrder } from '../office/overview.ts';
import { Button, ButtonLink, Empty, Mark, Message, SelectField, TextField, useDevice } from '../ui/index.ts';
import { Problem } from './problem.tsx';
import { useAsked } from './use-asked.ts';

const ask = (device: Device) => device.reminders();
const DAYS = [1, 2, 3, 5, 7, 10];
const NUMBER = /^1[3-9]\d{9}$/;

type Change = (change: ReminderChange) => Promise<boolean>;
interface Part {
  state: RemindersResponse;
  change: Change;
}

function Rules({ state: { rules, mode, today }, change }: Part) {
  const { t } = useTranslation('messages');
  const options = DAYS.map((n) => ({ value: String(n), label: t('remind.days', { count: n }) }));
  const set = (part: Partial<typeof rules>): void =>
    void change({ do: 'rules', rules: { ...rules, ...part } });
  return (
    <section className="office-panel stack" aria-labelledby="remind-rules">
      <h2 id="remind-rules">{t('remind.when')}</h2>
      {mode === 'off' && <Message tone="amber" title={t('remind.noGateway')} />}
      <p>
        <Mark tone={rules.on ? 'green' : 'plain'}>{t(rules.on ? 'remind.isOn' : 'remind.isOff')}</Mark>{' '}
        {today > 0 && t('remind.today', { n: today })}
      </p>
      <div>
        <Button kind={rules.on ? 'plain' : 'main'} onClick={() => set({ on: !rules.on })}>
          {t(rules.on ? 'remind.turnOff' : 'remind.turnOn')}
        </Button>
      </div>
      <div className="message-remind-days">
        <SelectField
          label={t('remind.before')}
          value={String(rules.before)}
          options={options}
          onChange={(before) => set({ before: Number(before) })}
        />
        <SelectField
          label={t('remind.after')}
          value={String(rules.after)}
          options={options}
          onChange={(after) => set({ after: Number(after) })}
        />
      </div>
      <p className="second">{t('remind.note')}</p>
    </section>
  );
}

/** A number is typed in and never shown again. */
function NumberForm({ member, change }: { member: Member; change: Change }) {
  const { t } = useTranslation('messages');
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const plain = number.replace(/[\s-]/g, '');
  if (!open)
    return (
      <Button onClick={() => setOpen(true)} aria-label={t('remind.setOf', { name: member.name })}>
        {t('remind.set')}
      </Button>
    );
  const save = async (): Promise<void> => {
    setTried(true);
    if (NUMBER.test(plain) && (await change({ do: 'number', member: member.id, number: plain }))) {
      setOpen(false);
      setNumber('');
    }
  };
  return (
    <form
      className="message-remind-number"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('remind.numberOf', { name: member.name })}
        value={number}
        inputMode="tel"
        autoComplete="off"
        maxLength={20}
        error={tried && !NUMBER.test(plain) ? t('remind.notNumber') : null}
        onChange={setNumber}
      />
      <Button kind="main" onClick={() => void save()}>
        {t('remind.keep')}
      </Button>
    </form>
  );
}

function Person({ member, units, state, change }: Part & { member: Member; units: string }) {
  const { t } = useTranslation('messages');
  const held = state.people.find((one) => one.member === member.id);
  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td data-label={t('remind.units')}>{units}</td>
      <td data-label={t('remind.number')} className="figures">
        {held ? held.number : t('remind.noNumber')}{' '}
        {held && (
          <Mark tone={held.off ? 'plain' : 'green'}>{t(held.off ? 'remind.off' : 'remind.wanted')}</Mark>
        )}
      </td>
      <td className="message-remind-ways">
        <NumberForm member={member} change={change} />
        {held && (
          <>
            <Button
              aria-label={t(held.off ? 'remind.startOf' : 'remind.stopOf', { name: member.name })}
              onClick={() => void change({ do: 'off', member: member.id, off: !held.off })}
            >
              {t(held.off ? 'remind.start' : 'remind.stop')}
            </Button>
            <Button
              kind="quiet"
              aria-label={t('remind.dropOf', { name: member.name })}
              onClick={() => void change({ do: 'number', member: member.id, number: null })}
            >
              {t('remind.drop')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

/** Who posts for some unit, each once, with the names of his units. */
function peopleOf(registry: Registry): { member: Member; units: string }[] {
  const units = unitsInOrder(registry);
  const people = new Map<string, { member: Member; names: string[] }>();
  for (const { id, name } of units)
    for (const member of posters(registry, id)) {
      const one = people.get(member.id) ?? { member, names: [] };
      one.names.push(name);
      people.set(member.id, one);
    }
  return [...people.values()].map(({ member, names }) => ({ member, units: names.join('、') }));
}

export function RemindersScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const { asked, again } = useAsked(ask);
  const [code, setCode] = useState<string | null>(null);
  const change: Change = async (wish) => {
    const answer = await device.changeReminders(wish);
    setCode(answer.ok ? null : answer.code);
    again();
    return answer.ok;
  };
  const people = peopleOf(registry);
  return (
    <OfficePage
      title={t('remind.title')}
      lead={t('remind.lead')}
      aside={
        <ButtonLink icon="back" to="/office/messages">
          {t('title')}
        </ButtonLink>
      }
    >
      {asked.state === 'asking' && <p aria-live="polite">{t('loading')}</p>}
      {asked.state === 'failed' && (
        <Empty icon="phone" title={t('offline')} action={<Button onClick={again}>{t('again')}</Button>} />
      )}
      {asked.state === 'here' && (
        <div className="stack">
          <Problem code={code} />
          <Rules state={asked.value} change={change} />
          <section className="office-panel" aria-labelledby="remind-people">
            <h2 id="remind-people">{t('remind.people')}</h2>
            {people.length === 0 && <p>{t('remind.nobody')}</p>}
            {people.length > 0 && (
              <table className="office-table message-remind">
                <thead>
                  <tr>
                    <th scope="col">{t('people.person')}</th>
                    <th scope="col">{t('remind.units')}</th>
                    <th scope="col">{t('remind.number')}</th>
                    <th scope="col">{t('remind.ways')}</th>
                  </tr>
                </thead>
                <tbody>
                  {people.map(({ member, units }) => (
                    <Person
                      key={member.id}
                      member={member}
                      units={units}
                      state={asked.value}
                      change={change}
                    />
                  ))}
                </tbody>
              </table>
            )}
          </section>
        </div>
      )}
    </OfficePage>
  );
}

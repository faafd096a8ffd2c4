/** Makes a one-time invitation for a person's phone, a village's tablet, or an office computer. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type DeviceKind, TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { leftOn, type Invitation, type Registry } from '../../domain/registry/registry.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { Button, ButtonLink, Message, SelectField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { OfficePage } from './frame.tsx';
import { InvitationSheet, type MadeInvitation } from './invitation-sheet.tsx';
import { unitsInOrder } from './overview.ts';

const DAYS = [1, 3, 7, 30];
const KINDS: DeviceKind[] = ['phone', 'tablet', 'office'];

interface Wish {
  device: DeviceKind;
  member: string;
  unit: string;
  days: number;
}

/** Unit and person of an invitation, or null while something is not chosen. */
export function target(registry: Registry, wish: Wish): { unit: string; member: string | null } | null {
  if (wish.device === 'tablet') return registry.units[wish.unit] ? { unit: wish.unit, member: null } : null;
  const member = registry.members[wish.member];
  if (!member || (wish.device === 'office' && member.role !== 'office')) return null;
  return { unit: wish.device === 'office' ? TOWNSHIP_UNIT : member.unit, member: member.id };
}

function firstWish(search: URLSearchParams): Wish {
  const device = KINDS.find((kind) => kind === search.get('device')) ?? 'phone';
  return { device, member: search.get('member') ?? '', unit: search.get('unit') ?? '', days: 7 };
}

function useInvite(registry: Registry, wish: Wish) {
  const device = useDevice();
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SaveFault | null>(null);
  const make = async (): Promise<void> => {
    const to = target(registry, wish);
    if (!to) return;
    setBusy(true);
    const outcome = await device.invite({ device: wish.device, ...to, days: wish.days });
    setBusy(false);
    setFault(outcome.ok ? null : outcome.code);
    if (!outcome.ok) return;
    const unitName = registry.units[to.unit]?.name ?? to.unit;
    const member = to.member === null ? null : registry.members[to.member];
    const name = member ? `${member.name}（${member.post}）` : unitName;
    setMade({ ...outcome.value, device: wish.device, unitName, name });
  };
  return { made, busy, fault, make, again: () => setMade(null) };
}

function WhoField({
  registry,
  wish,
  tried,
  set,
}: {
  registry: Registry;
  wish: Wish;
  tried: boolean;
  set: (part: Partial<Wish>) => void;
}) {
  const { t } = useTranslation('office');
  const error = tried && !target(registry, wish) ? t('invite.missing') : null;
  if (wish.device === 'tablet') {
    return (
      <SelectField
        label={t('invite.unit')}
        required
        placeholder={t('invite.pick')}
        value={wish.unit}
        error={error}
        options={unitsInOrder(registry).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => set({ unit })}
      />
    );
  }
  const people = Object.values(registry.members).filter(
    (member) => leftOn(registry, member.id) === null && (wish.device === 'phone' || member.role === 'office'),
  );
  const options = unitsInOrder(registry).flatMap((unit) =>
    people
      .filter((member) => member.unit === unit.id)
      .map((member) => ({ value: member.id, label: `${member.name}（${member.post}）`, group: unit.name })),
  );
  return (
    <SelectField
      label={t('invite.person')}
      hint={
        <>
          {t('invite.personHint')} <Link to="/office/people/new">{t('people.add')}</Link>
        </>
      }
      required
      placeholder={t('invite.pick')}
      value={options.some(({ value }) => value === wish.member) ? wish.member : ''}
      error={error}
      options={options}
      onChange={(member) => set({ member })}
    />
  );
}

/** Invitations that nobody has used: their links cannot be shown again. */
function OpenInvitations({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const when = useWhen();
  const open = Object.values(registry.invitations).filter((one) => !one.usedBy);
  const nameOf = (one: Invitation): string => {
    const member = one.member === null ? null : registry.members[one.member];
    return [registry.units[one.unit]?.name, member?.name].filter(Boolean).join(' ');
  };
  return (
    <section className="office-panel">
      <h2>{t('invite.open')}</h2>
      {open.length === 0 && <p className="second">{t('invite.openNone')}</p>}
      <ul className="stack-tight">
        {open.map((one) => (
          <li key={one.key}>
            {nameOf(one)} · {t(`devices.kind.${one.device}`)}
            <span className="office-note">
              {Date.parse(one.expires) < when.now
                ? t('invite.openExpired')
                : t('invite.openRow', { date: when.moment(one.expires) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function InviteScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const [search] = useSearchParams();
  const [wish, setWish] = useState(() => firstWish(search));
  const [tried, setTried] = useState(false);
  const { made, busy, fault, make, again } = useInvite(registry, wish);
  const set = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  if (made) {
    return (
      <OfficePage title={t('invite.made')}>
        <InvitationSheet made={made} registry={registry} onAnother={again} />
      </OfficePage>
    );
  }
  const nobody = Object.keys(registry.members).length === 0;
  return (
    <OfficePage title={t('invite.title')} lead={t('invite.lead')}>
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label={t('invite.what')}
          value={wish.device}
          options={KINDS.map((kind) => ({ value: kind, label: t(`invite.device.${kind}`) }))}
          onChange={(device) => set({ device: device as DeviceKind })}
        />
        {nobody && wish.device !== 'tablet' ? (
          <Message
            tone="amber"
            title={t('invite.noPeople')}
            action={<ButtonLink to="/office/people/new">{t('invite.addPerson')}</ButtonLink>}
          />
        ) : (
          <WhoField registry={registry} wish={wish} tried={tried} set={set} />
        )}
        <SelectField
          label={t('invite.days')}
          value={String(wish.days)}
          options={DAYS.map((n) => ({ value: String(n), label: t('invite.dayN', { n }) }))}
          onChange={(days) => set({ days: Number(days) })}
        />
        {fault && <Message tone="red" title={t('invite.fault', { why: t(`form.fault.${fault}`) })} />}
        <div className="office-form-actions">
          <Button
            kind="main"
            icon="qr"
            type="submit"
            busy={busy}
            onClick={() => {
              setTried(true);
              void make();
            }}
          >
            {t(busy ? 'invite.making' : 'invite.make')}
          </Button>
        </div>
      </form>
      <OpenInvitations registry={registry} />
    </OfficePage>
  );
}

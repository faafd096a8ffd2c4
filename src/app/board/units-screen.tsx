/** All boards of the township: the way from one village to another, and a visitor's first screen. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import { useContact, useIdentity, useRegistry } from '../ui/device-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty, Mark } from '../ui/surfaces.tsx';
import { Button } from '../ui/button.tsx';
import { useDevice } from '../ui/device-context.tsx';
import { UnseenMarkLater } from '../news/later.tsx';
import { useChosen } from './follow-village.tsx';
import { BoardFrame } from './frame.tsx';
import { unitsInOrder } from './people.ts';
import './units-screen.css';

function UnitTile({ unit, own, followed }: { unit: Unit; own: boolean; followed: boolean }) {
  const { t } = useTranslation('board');
  return (
    <Link className="unit" to={`/b/${unit.id}`}>
      <Icon name={unit.kind === 'village' ? 'village' : 'government'} />
      <span className="unit-name">{unit.name}</span>
      {own && <Mark tone="plain">{t('units.own')}</Mark>}
      {followed && <Mark tone="plain">{t('followed.mark')}</Mark>}
      {followed && <UnseenMarkLater unit={unit.id} />}
    </Link>
  );
}

/** Nothing is known of the township yet. */
function NoTownship() {
  const { t } = useTranslation('board');
  const device = useDevice();
  const contact = useContact();
  if (!contact || contact.state === 'checking' || contact.state === 'connected') {
    return <Splash label={t('units.coming')} />;
  }
  const again = (): void => void device.contactNow().catch(() => undefined);
  return (
    <Empty
      title={t('units.notHere')}
      icon="no-network"
      action={
        <Button kind="main" icon="refresh" onClick={again}>
          {t('units.again')}
        </Button>
      }
    >
      {t('units.notHereText')}
    </Empty>
  );
}

export function UnitsScreen() {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  const registry = useRegistry();
  const followed = useChosen();
  if (registry === undefined || identity === undefined) return <Splash />;
  const own = identity?.unit ?? null;
  const chosen = followed ?? [];
  const title = registry ? t('units.titleOf', { name: registry.name }) : t('units.title');
  const all = registry ? unitsInOrder(registry) : [];
  // Those that are followed come first.
  const units = [...all].sort((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)));
  return (
    <BoardFrame
      unit={own ?? units[0]?.id ?? ''}
      title={title}
      back={identity ? { to: own ? `/b/${own}` : '/', label: t('toBoard') } : undefined}
    >
      {!registry && <NoTownship />}
      {registry && units.length === 0 && <Empty title={t('units.none')} />}
      {units.length > 0 && (
        <>
          {!identity && <h2 className="units-ask">{t('units.ask')}</h2>}
          <ul className="units">
            {units.map((unit) => (
              <li key={unit.id}>
                <UnitTile unit={unit} own={unit.id === own} followed={chosen.includes(unit.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </BoardFrame>
  );
}

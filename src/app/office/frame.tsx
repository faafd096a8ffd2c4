/** The office's frame: where I can go at the left (on a phone: at the top), the page beside it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import type { Registry } from '../../domain/registry/registry.ts';
import {
  ButtonLink,
  Empty,
  HelpLink,
  Icon,
  type IconName,
  NetworkLine,
  Screen,
  Splash,
  Tabs,
  useDevice,
  useFormFactor,
  useOutboxCount,
  useWide,
} from '../ui/index.ts';
import './frame.css';
import { useFollowAll, useOfficeRegistry } from './use-office.ts';

function Place({ to, icon, n, children }: { to: string; icon: IconName; n?: number; children: ReactNode }) {
  return (
    <li>
      <NavLink to={to} end={to === '/office'} className="office-place">
        <Icon name={icon} />
        <span>{children}</span>
        {n !== undefined && n > 0 && <span className="office-count figures">{n}</span>}
      </NavLink>
    </li>
  );
}

function Pages({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const devices = Object.values(registry.devices).filter((device) => !device.revoked).length;
  const places = Object.values(registry.places).filter((place) => !place.closed).length;
  return (
    <ul>
      <Place to="/office" icon="home">
        {t('nav.overview')}
      </Place>
      <Place to="/office/desk" icon="message">
        {t('nav.desk')}
      </Place>
      <Place to="/office/figures" icon="list">
        {t('nav.figures')}
      </Place>
      <Place to="/office/calendar" icon="calendar">
        {t('nav.calendar')}
      </Place>
      <Place to="/office/scores" icon="seal">
        {t('nav.scores')}
      </Place>
      <Place to="/office/report" icon="print">
        {t('nav.report')}
      </Place>
      <Place to="/office/closing" icon="save">
        {t('nav.closing')}
      </Place>
      <Place to="/inspect" icon="search">
        {t('nav.inspect')}
      </Place>
      <Place to="/office/hanging" icon="board">
        {t('nav.hanging')}
      </Place>
      <Place to="/office/visits" icon="person">
        {t('nav.visits')}
      </Place>
      <Place to="/office/units" icon="village" n={Object.keys(registry.units).length}>
        {t('nav.units')}
      </Place>
      <Place to="/office/places" icon="photo" n={places}>
        {t('nav.places')}
      </Place>
      <Place to="/office/people" icon="people" n={Object.keys(registry.members).length}>
        {t('nav.people')}
      </Place>
      <Place to="/office/devices" icon="tablet" n={devices}>
        {t('nav.devices')}
      </Place>
      <Place to="/office/lessons" icon="people">
        {t('nav.lessons')}
      </Place>
      <Place to="/office/past" icon="clock">
        {t('nav.past')}
      </Place>
      <Place to="/office/messages" icon="phone">
        {t('nav.messages')}
      </Place>
      <Place to="/office/invite" icon="qr">
        {t('nav.invite')}
      </Place>
      <Place to="/office/catalogue" icon="list" n={registry.catalogue.length}>
        {t('nav.catalogue')}
      </Place>
    </ul>
  );
}

/** Ways out of the office. On a phone the tabs have them. */
function Away() {
  const { t } = useTranslation('office');
  const unsent = useOutboxCount();
  return (
    <ul className="office-away">
      <Place to="/write" icon="write">
        {t('nav.write')}
      </Place>
      <Place to="/talk" icon="message">
        {t('nav.talk')}
      </Place>
      <Place to="/sent" icon="send" n={unsent}>
        {t('nav.sent')}
      </Place>
      <Place to="/units" icon="board">
        {t('nav.board')}
      </Place>
    </ul>
  );
}

function Places({ registry, wide }: { registry: Registry; wide: boolean }) {
  const { t } = useTranslation('office');
  const name = `${registry.name} · ${t('name')}`;
  const first = /^\/office\/?$/.test(useLocation().pathname);
  return (
    <nav className="office-nav" aria-label={t('nav.label')}>
      {wide || first ? (
        <>
          <p className="office-name serif">{name}</p>
          <Pages registry={registry} />
        </>
      ) : (
        <Link className="office-home" to="/office">
          <Icon name="back" />
          {name}
        </Link>
      )}
      {wide && <Away />}
    </nav>
  );
}

function Closed() {
  const { t } = useTranslation('office');
  return (
    <Screen title={t('name')}>
      <Empty
        icon="computer"
        title={t('closed.title')}
        action={
          <ButtonLink kind="main" to="/">
            {t('closed.board')}
          </ButtonLink>
        }
      >
        {t('closed.text')}
      </Empty>
    </Screen>
  );
}

/** Draws the pages of the office for those who may see them. */
export function OfficeFrame({ children }: { children: (registry: Registry) => ReactNode }) {
  const { t } = useTranslation('office');
  const wide = useWide();
  useFormFactor(wide ? 'office' : 'phone');
  const registry = useOfficeRegistry();
  useFollowAll(registry);
  if (registry === undefined) return <Splash label={t('loading')} />;
  if (registry === null) return <Closed />;
  return (
    <div className="office">
      <NetworkLine />
      <div className="office-columns">
        <Places registry={registry} wide={wide} />
        <main className="office-main">{children(registry)}</main>
      </div>
      {!wide && (
        <div className="office-foot">
          <Tabs />
        </div>
      )}
    </div>
  );
}

/** Changes that the township's server has not taken in. */
function WaitingChanges() {
  const { t } = useTranslation('office');
  const { db } = useDevice();
  const n = useLiveQuery(
    () =>
      db.outbox
        .where('phase')
        .anyOf('waiting', 'refused')
        .filter((row) => !row.type.startsWith('notice.'))
        .count(),
    [db],
  );
  if (!n) return null;
  return (
    <p className="office-waiting">
      <Icon name="clock" /> {t('waiting', { n })} <Link to="/sent">{t('waitingLink')}</Link>
    </p>
  );
}

/** One page: its title, a line that says what it is for, what can be done at the right. */
export function OfficePage({
  title,
  lead,
  aside,
  back,
  children,
}: {
  title: string;
  lead?: string;
  aside?: ReactNode;
  /** Where this page belongs. */
  back?: { to: string; label: string };
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="office-page">
      <header className="office-head">
        <div>
          {back && (
            <Link className="office-back" to={back.to}>
              <Icon name="back" /> {back.label}
            </Link>
          )}
          <h1 className="serif" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="second office-lead">{lead}</p>}
        </div>
        {aside && <div className="office-aside">{aside}</div>}
        <HelpLink />
      </header>
      <WaitingChanges />
      {children}
    </div>
  );
}

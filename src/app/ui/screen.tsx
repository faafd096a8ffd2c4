/** The frame of a screen on a phone: where I am at the top, what I can do at the bottom. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { memberOf } from '../../domain/registry/registry.ts';
import { useContact, useIdentity, useOutboxCount, useRegistry } from './device-context.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useUnreadReports } from './reports.ts';
import './screen.css';

/** One dark line while there is no network, with what works all the same: for those who write on this device. */
export function NetworkLine() {
  const { t } = useTranslation('ui');
  const contact = useContact();
  const identity = useIdentity();
  if (contact?.state !== 'no-network' || !identity || identity.kind === 'tablet') return null;
  return (
    <div className="network-line" aria-live="polite">
      <Icon name="no-network" />
      <span>
        {t('network.gone')}
        <strong>{t('network.stillWorks')}</strong>
      </span>
    </div>
  );
}

function Tab({
  to,
  icon,
  children,
  end,
}: {
  to: string;
  icon: IconName;
  children: ReactNode;
  end?: boolean;
}) {
  return (
    <NavLink className="tab" to={to} end={end ?? false}>
      <Icon name={icon} />
      <span>{children}</span>
    </NavLink>
  );
}

/** The inspector's own: how many reports he has not opened yet. Nobody else's screen says that there are any. */
function ReportsTab() {
  const { t } = useTranslation('ui');
  const unread = useUnreadReports();
  return (
    <Tab to="/inspect/box" icon="letter">
      {unread > 0 ? t('tabs.reportsCount', { n: unread }) : t('tabs.reports')}
    </Tab>
  );
}

/** The four places of an enrolled phone. Draws nothing on other devices. */
export function Tabs() {
  const { t } = useTranslation('ui');
  const identity = useIdentity();
  const waiting = useOutboxCount();
  const registry = useRegistry();
  if (!identity || identity.kind === 'tablet') return null;
  const role = registry ? memberOf(registry, identity.key)?.role : undefined;
  const computer = identity.kind === 'office';
  const office = computer && role !== 'inspector';
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      <Tab to={computer && !office ? `/b/${identity.unit}` : '/'} icon="board" end>
        {t('tabs.board')}
      </Tab>
      {role === 'inspector' ? (
        <>
          <Tab to="/inspect" icon="search" end>
            {t('tabs.inspect')}
          </Tab>
          <ReportsTab />
        </>
      ) : role === 'supervisor' ? (
        <Tab to="/review" icon="check">
          {t('tabs.review')}
        </Tab>
      ) : (
        <Tab to="/write" icon="write">
          {t('tabs.write')}
        </Tab>
      )}
      <Tab to="/sent" icon="send">
        {waiting > 0 ? t('tabs.sentCount', { n: waiting }) : t('tabs.sent')}
      </Tab>
      <Tab to={office ? '/office' : '/me'} icon={office ? 'computer' : 'me'}>
        {office ? t('tabs.office') : t('tabs.me')}
      </Tab>
    </nav>
  );
}

function Back({ back }: { back: string | (() => void) }) {
  const { t } = useTranslation('ui');
  const inside = (
    <>
      <Icon name="back" />
      <span className="only-read">{t('back')}</span>
    </>
  );
  return typeof back === 'string' ? (
    <Link className="screen-back" to={back}>
      {inside}
    </Link>
  ) : (
    <button type="button" className="screen-back" onClick={back}>
      {inside}
    </button>
  );
}

/** The way to help for this screen, and back by its own way. Draws nothing on help itself. */
export function HelpLink() {
  const { t } = useTranslation('ui');
  const { pathname } = useLocation();
  return pathname.startsWith('/help') ? null : (
    <Link className="screen-help" to={`/help?at=${pathname}`} aria-label={t('help')}>
      <span>?</span>
    </Link>
  );
}

/** Names the window after the screen, and brings those who hear the screen to its heading. */
export function useHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/**
 * A screen. `back`: an address, or what to do. `footer`: the main actions, always in reach; without one, an enrolled
 * phone has its tabs there, unless `tabs` is false.
 */
export function Screen({
  title,
  back,
  aside,
  children,
  footer,
  tabs = !footer,
}: {
  title: string;
  back?: string | (() => void);
  aside?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  tabs?: boolean;
}) {
  const heading = useHeading(title);
  return (
    <div className="screen">
      <NetworkLine />
      <header className="screen-head">
        {back !== undefined && <Back back={back} />}
        <h1 className="screen-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div className="screen-aside">{aside}</div>}
        <HelpLink />
      </header>
      <main className="screen-body">{children}</main>
      {(footer || tabs) && (
        <footer className="screen-foot">
          {footer && <div className="screen-actions">{footer}</div>}
          {tabs && <Tabs />}
        </footer>
      )}
    </div>
  );
}

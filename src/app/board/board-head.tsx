import { useTranslation } from 'react-i18next';
import { useContact, useIdentity } from '../ui/device-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { HelpLink, useHeading } from '../ui/screen.tsx';
import { weekday } from '../ui/time.ts';
import { useWhen } from '../ui/use-when.ts';
import './board-head.css';

const DAY_MS = 24 * 3_600_000;
/** From so many days without the township on, what is missing matters more than the hour of what is here. */
const LONG_GONE_DAYS = 2;

/** How fresh the board is: counted from the last proved answer, never from a flag. */
export function Freshness() {
  const { t } = useTranslation('board');
  const contact = useContact();
  const when = useWhen();
  if (!contact) return null;
  const gone = contact.state === 'no-network';
  const words = gone ? t('fresh.noNetwork') : contact.state === 'checking' ? t('fresh.checking') : null;
  const upTo =
    contact.lastContact === null
      ? t('fresh.never')
      : t(words ? 'fresh.contentUpTo' : 'fresh.upTo', { at: when.moment(contact.lastContact) });
  const days = contact.lastContact === null ? 0 : (when.now - Date.parse(contact.lastContact)) / DAY_MS;
  if (gone && days >= LONG_GONE_DAYS) {
    return (
      <p className="board-fresh board-fresh-gone" aria-live="polite">
        <Icon name="no-network" />
        <span>{t('fresh.longGone', { count: Math.floor(days) })}</span>
      </p>
    );
  }
  return (
    <p className={`board-fresh ${gone ? 'board-fresh-gone' : ''}`} aria-live="polite">
      <Icon name={gone ? 'no-network' : 'network'} />
      <span>{words ? t('fresh.both', { words, upTo }) : upTo}</span>
    </p>
  );
}

/** The red head of a board: whose it is, which day it is, how fresh it is. */
export function BoardHead({ title }: { unit: string; title: string }) {
  const { t, i18n } = useTranslation('board');
  const heading = useHeading(title);
  const when = useWhen();
  const kind = useIdentity()?.kind;
  return (
    <header className="board-head">
      <h1 className="board-name" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="board-today">
        <p className="board-date">
          {t('today', { day: when.day(when.now), weekday: weekday(when.now, i18n.language) })}
        </p>
        <Freshness />
      </div>
      {kind && kind !== 'tablet' && <HelpLink />}
    </header>
  );
}

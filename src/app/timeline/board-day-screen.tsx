/** `/b/:unit/day`: a board, its unit and the catalogue as they were at the end of a day, and what has changed since. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import {
  boardSince,
  catalogueSince,
  entriesOn,
  UNIT_PARTS,
  unitLines,
  unitSince,
} from '../../domain/timeline/since.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DayInThePast } from '../../sync/client/as-of.ts';
import { useBoard, useFollow } from '../board/board-data.ts';
import { BoardFrame } from '../board/frame.tsx';
import { Button } from '../ui/button.tsx';
import { useContact, useDevice, useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Card, Empty, Mark, Message } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { DayPicker, useDay } from './day-picker.tsx';
import { usePast } from './use-past.ts';
import './timeline.css';

/** Rows shown before somebody asks for more. */
const ROWS = 40;

function Row({ unit, notice, day }: { unit: string; notice: LightNotice; day: LocalDate }) {
  const { t } = useTranslation('timeline');
  const when = useWhen();
  return (
    <li>
      <Link to={`/b/${unit}/n/${notice.id}/day?d=${day}`}>
        <span className="second figures then-day">{when.fullDay(notice.acceptedAt)}</span>
        <span>{notice.title}</span>
        {notice.broughtIn && <Mark tone="amber">{t('broughtIn', { day: notice.broughtIn.day })}</Mark>}
        {notice.corrections > 0 && <Mark tone="blue">{t('corrected', { n: notice.corrections })}</Mark>}
        {notice.withdrawn && <Mark tone="red">{t('withdrawn')}</Mark>}
      </Link>
    </li>
  );
}

function Rows({ unit, notices, day }: { unit: string; notices: LightNotice[]; day: LocalDate }) {
  const { t } = useTranslation('timeline');
  const [shown, setShown] = useState(ROWS);
  const rest = notices.length - shown;
  return (
    <section className="stack">
      <h2>{t('rows')}</h2>
      <ul className="then-rows">
        {notices.slice(0, shown).map((notice) => (
          <Row key={notice.id} unit={unit} notice={notice} day={day} />
        ))}
      </ul>
      {rest > 0 && (
        <Button onClick={() => setShown(shown + ROWS)}>{t('more', { n: Math.min(rest, ROWS) })}</Button>
      )}
    </section>
  );
}

function UnitPast({ unit, registry }: { unit: string; registry: Registry }) {
  const { t } = useTranslation('timeline');
  const own = registry.units[unit];
  const lines = own && unitLines(own);
  return (
    <section className="stack">
      <h2>{t('unit')}</h2>
      {lines ? (
        <dl className="then-unit">
          {UNIT_PARTS.filter((part) => lines[part] !== '').map((part) => (
            <div key={part} className="then-line">
              <dt className="second">{t(`parts.${part}`)}</dt>
              <dd>{lines[part]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('noUnit')}</p>
      )}
    </section>
  );
}

interface SinceProps {
  unit: string;
  past: DayInThePast;
  now: LightNotice[];
  registry: Registry;
  day: LocalDate;
  today: LocalDate;
}

function Since({ unit, past, now, registry, day, today }: SinceProps) {
  const { t } = useTranslation('timeline');
  const { added, corrected, withdrawn, same } = boardSince(past.board, now);
  const [before, after] = [past.registry.units[unit], registry.units[unit]];
  const people = before && after ? unitSince(before, after) : [];
  const entries = catalogueSince(past.registry.catalogue, day, registry.catalogue, today);
  const names = (all: { name: string }[]): string => all.map(({ name }) => name).join(t('comma'));
  const lines = [
    ...people.map(({ part, ...values }) => t('sinceUnit', { part: t(`parts.${part}`), ...values })),
    ...(entries.added.length > 0 ? [t('added', { names: names(entries.added) })] : []),
    ...(entries.changed.length > 0
      ? [t('changed', { names: names(entries.changed.map(({ entry }) => entry)) })]
      : []),
    ...(entries.retired.length > 0 ? [t('retired', { names: names(entries.retired) })] : []),
  ];
  return (
    <Card className="stack-tight">
      <h2>{t('since')}</h2>
      <p>
        {t('sinceBoard', {
          added: added.length,
          corrected: corrected.length,
          withdrawn: withdrawn.length,
          same,
        })}
      </p>
      {lines.length === 0 ? <p>{t('sinceNone')}</p> : lines.map((line) => <p key={line}>{line}</p>)}
    </Card>
  );
}

function Catalogue({ registry, day }: { registry: Registry; day: LocalDate }) {
  const { t } = useTranslation('timeline');
  const entries = entriesOn(registry.catalogue, day);
  return (
    <details>
      <summary>{t('catalogue', { n: entries.length })}</summary>
      <ul className="then-entries">
        {entries.map(({ id, name, post }) => (
          <li key={id}>{t('entryLine', { name, post })}</li>
        ))}
      </ul>
    </details>
  );
}

/** From when on there are records, up to when, and what that means for the chosen day. */
function Honest({ days, day, today }: { days: LocalDate[]; day: LocalDate; today: LocalDate }) {
  const { t } = useTranslation('timeline');
  const contact = useContact();
  const when = useWhen();
  const [first, last] = [days[0]!, days[days.length - 1]!];
  return (
    <>
      <p className="second">
        {t('held', { first: when.fullDay(first), last: when.fullDay(last) })}{' '}
        {contact?.lastContact && t('upTo', { at: when.moment(contact.lastContact) })}
      </p>
      {day < first && <Message tone="amber" title={t('before', { first: when.fullDay(first) })} />}
      {day > today && <Message tone="amber" title={t('future')} />}
    </>
  );
}

export function BoardDayScreen({ unit }: { unit: string }) {
  const { t } = useTranslation('timeline');
  const { day, today, choose } = useDay();
  const registry = useRegistry();
  const board = useBoard(unit, Infinity);
  const device = useDevice();
  const read = useCallback(() => device.boardAsOf(unit, day), [device, unit, day]);
  const past = usePast(read, board?.notices.length);
  const when = useWhen();
  useFollow(unit);
  const back = { to: `/b/${unit}`, label: t('board.back') };
  if (registry === undefined || board === undefined || past === undefined)
    return <Splash label={t('reading')} />;
  const notices = past ? [...past.board].reverse() : [];
  return (
    <BoardFrame unit={unit} title={t('board.title')} back={back}>
      <div className="stack">
        {past === null ? (
          <Empty title={t('none.title')}>{t('none.text')}</Empty>
        ) : (
          <>
            <DayPicker day={day} days={past.days} onDay={choose} />
            <Honest days={past.days} day={day} today={today} />
            <p className="strong" aria-live="polite">
              {notices.length > 0
                ? t('standing', { day: when.fullDay(day), n: notices.length })
                : t('nothing')}
            </p>
            {registry && (
              <Since
                unit={unit}
                past={past}
                now={board.notices}
                registry={registry}
                day={day}
                today={today}
              />
            )}
            {notices.length > 0 && <Rows key={day} unit={unit} notices={notices} day={day} />}
            <UnitPast unit={unit} registry={past.registry} />
            <Catalogue registry={past.registry} day={day} />
          </>
        )}
      </div>
    </BoardFrame>
  );
}

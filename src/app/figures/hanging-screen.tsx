/** `/office/hanging`: the board of boards, for the whole township. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type HangingSheet, type UnitHanging } from '../../domain/counting/hanging.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { OfficePage } from '../office/frame.tsx';
import { Button, Empty, Mark, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { NotHere } from './not-here.tsx';
import { useHanging, useHeld } from './use-figures.ts';
import './figures.css';

function Sheet({ unit, sheet }: { unit: string; sheet: HangingSheet }) {
  const { t } = useTranslation('figures');
  const when = useWhen();
  return (
    <li>
      <Link to={`/b/${unit}/n/${sheet.notice.id}/out`}>{sheet.notice.title}</Link>
      <span className="second">{t('hanging.since', { day: when.fullDay(sheet.since) })}</span>
      {sheet.wrong && <Mark tone="red">{t(`hanging.wrong.${sheet.wrong}`)}</Mark>}
    </li>
  );
}

/** Named before 'all' is pressed. */
const FIRST = 4;

function Missing({ unit, missing }: Pick<UnitHanging, 'unit' | 'missing'>) {
  const { t } = useTranslation('figures');
  const when = useWhen();
  const [all, setAll] = useState(false);
  if (missing.length === 0) return null;
  const shown = all || missing.length <= FIRST + 1 ? missing : missing.slice(0, FIRST);
  return (
    <div className="card card-amber">
      <h3>{t('hanging.missing', { count: missing.length })}</h3>
      <ul className="hanging-sheets">
        {shown.map((notice) => (
          <li key={notice.id}>
            <Link to={`/b/${unit}/n/${notice.id}/out`}>{notice.title}</Link>
            <span className="second">{t('hanging.published', { day: when.fullDay(notice.acceptedAt) })}</span>
          </li>
        ))}
      </ul>
      {shown.length < missing.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('hanging.all', { n: missing.length })}
        </Button>
      )}
    </div>
  );
}

function UnitPanel({ name, hanging }: { name: string; hanging: UnitHanging }) {
  const { t } = useTranslation('figures');
  return (
    <section className="office-panel hanging-unit">
      <h2>{name}</h2>
      <Missing {...hanging} />
      <ul className="hanging-places">
        {hanging.places.map(({ place, sheets }) => (
          <li key={place.id}>
            <h3>
              {place.name}
              {place.closed && <Mark tone="red">{t('hanging.closed')}</Mark>}
            </h3>
            <p className="second">
              {[t(`hanging.kind.${place.kind}`), place.where].filter(Boolean).join(' · ')}
            </p>
            {sheets.length === 0 && <p className="second">{t('hanging.empty')}</p>}
            <ul className="hanging-sheets">
              {sheets.map((sheet) => (
                <Sheet key={sheet.outing} unit={hanging.unit} sheet={sheet} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HangingScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('figures');
  const held = useHeld(registry);
  const today = localDateOf(instantOf(useWhen().now));
  const all = useHanging(registry, held?.boards, today);
  if (!held) return <Splash label={t('loading')} />;
  const shown = all.filter(({ places, missing }) => places.length > 0 || missing.length > 0);
  const missing = all.reduce((sum, one) => sum + one.missing.length, 0);
  const sheets = all.flatMap(({ places }) => places.flatMap((one) => one.sheets));
  const wrong = sheets.filter((sheet) => sheet.wrong !== null).length;
  return (
    <OfficePage
      title={t('hanging.title')}
      lead={t('hanging.lead', { sheets: sheets.length, missing, wrong })}
      aside={
        <Button icon="print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <p className="figures-print-head serif">{`${registry.name} · ${t('hanging.title')}`}</p>
      <NotHere notHere={held.notHere} />
      {shown.length === 0 && <Empty title={t('hanging.none')}>{t('hanging.noneText')}</Empty>}
      <div className="hanging">
        {shown.map((one) => (
          <UnitPanel key={one.unit} name={registry.units[one.unit]?.name ?? one.unit} hanging={one} />
        ))}
      </div>
    </OfficePage>
  );
}

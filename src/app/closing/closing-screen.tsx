/** `/office/closing`: what of a year was never told, the button that closes it, and the cover sheet of a closed one. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { yearOf } from '../../domain/calendar/days.ts';
import { missingOf } from '../../domain/closing/missing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { headsOf } from '../../sync/client/closing.ts';
import { changed } from '../figures/choice.ts';
import { type Held, useHeld } from '../figures/use-figures.ts';
import { ChangeFault, ChangeState, useChange } from '../office/change-state.tsx';
import { OfficePage } from '../office/frame.tsx';
import {
  Button,
  Confirm,
  Message,
  SelectField,
  Splash,
  useDevice,
  useNow,
  useOutboxCount,
} from '../ui/index.ts';
import { AfterList } from './after-list.tsx';
import { ArchiveCard } from './archive-card.tsx';
import { Closed } from './cover.tsx';
import { MissingList } from './missing-list.tsx';
import './closing.css';

/** Years back that can be chosen. */
const YEARS = 10;

export interface Year {
  registry: Registry;
  year: number;
  today: LocalDate;
  held: Held;
}

/** Last year is what is closed at the beginning of a year. */
function useYear(today: LocalDate): number {
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  const thisYear = yearOf(today);
  return Number.isInteger(asked) && asked >= 2008 && asked <= thisYear ? asked : thisYear - 1;
}

function YearField({ year, today }: { year: number; today: LocalDate }) {
  const { t } = useTranslation('closing');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const years = Array.from({ length: YEARS }, (_, back) => String(yearOf(today) - back));
  if (!years.includes(String(year))) years.push(String(year));
  return (
    <div className="closing-year">
      <SelectField
        label={t('year')}
        value={String(year)}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(value) => void navigate(changed(search, { year: value }))}
      />
    </div>
  );
}

/** Signs the closing, after it was said that there is no way back. */
function CloseButton({ year, held, missing }: Pick<Year, 'year' | 'held'> & { missing: number }) {
  const { t } = useTranslation('closing');
  const { db } = useDevice();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const { busy, fault, send } = useChange();
  const close = async (): Promise<void> => {
    const heads = await headsOf(
      db,
      held.units.map(({ id }) => id),
    );
    const content = { year, missing, heads };
    const id = await send((device) => device.change('year.closed', content, t('event', { year })));
    if (!id) return;
    setOpen(false);
    setSent(id);
  };
  if (sent) return <ChangeState id={sent} />;
  return (
    <>
      <div>
        <Button kind="main" icon="seal" disabled={held.notHere.length > 0} onClick={() => setOpen(true)}>
          {t('close', { year })}
        </Button>
      </div>
      <Confirm
        open={open}
        danger
        busy={busy}
        title={t('ask.title', { year })}
        confirm={t('ask.confirm')}
        cancel={t('ask.cancel')}
        onCancel={() => setOpen(false)}
        onConfirm={() => void close()}
      >
        <p>{t('ask.text', { year })}</p>
        {missing > 0 && (
          <p>
            <strong>{t('ask.missing', { n: missing })}</strong>
          </p>
        )}
        <ChangeFault fault={fault} />
      </Confirm>
    </>
  );
}

function Open({ registry, year, today, held }: Year) {
  const { t } = useTranslation('closing');
  const unsent = useOutboxCount();
  const missing = useMemo(
    () => missingOf(registry, held.boards, year, today),
    [registry, held.boards, year, today],
  );
  const count = [...missing.values()].reduce((sum, items) => sum + items.length, 0);
  if (year >= yearOf(today)) return <Message tone="plain" title={t('notOver', { year })} />;
  return (
    <>
      {held.notHere.length > 0 && (
        <Message
          tone="red"
          title={t('notHere', { units: held.notHere.map(({ name }) => name).join('、') })}
        />
      )}
      <MissingList registry={registry} year={year} missing={missing} count={count} />
      {unsent > 0 && (
        <Message
          tone="amber"
          title={t('unsent', { n: unsent })}
          action={<Link to="/sent">{t('unsentLink')}</Link>}
        />
      )}
      <CloseButton year={year} held={held} missing={count} />
    </>
  );
}

export function ClosingScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('closing');
  const today = localDateOf(instantOf(useNow()));
  const year = useYear(today);
  const held = useHeld(registry);
  if (!held) return <Splash label={t('loading')} />;
  const closing = registry.closings?.[year];
  const shown = { registry, year, today, held };
  return (
    <OfficePage title={t('title')} lead={t('lead')}>
      <YearField year={year} today={today} />
      {closing ? (
        <>
          <Closed closing={closing} {...shown} />
          <AfterList {...shown} />
        </>
      ) : (
        <Open key={year} {...shown} />
      )}
      {year < yearOf(today) && <ArchiveCard key={`archive ${year}`} year={year} />}
    </OfficePage>
  );
}

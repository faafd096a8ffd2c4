/** What changed against the period before: a short summary, the details folded away. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { comparePeriods, type FigureChange, type PeriodComparison } from '../../domain/compare/periods.ts';
import { periodText, valueText } from '../../domain/kind/format.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { formatDifference, formatMoney } from '../../domain/money.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { Button } from '../ui/button.tsx';
import { Card, Mark, Message } from '../ui/surfaces.tsx';
import { ListChanges, ListSummary } from './compared-list.tsx';
import { useEarlier } from './earlier.ts';
import './follow.css';

function Figure({ change }: { change: FigureChange }) {
  const { t } = useTranslation('follow');
  const { before, after, jump } = change;
  const values = { name: after.label ?? change.id, before: valueText(before), after: valueText(after) };
  const text =
    before.type === 'money' && after.type === 'money'
      ? t('figureBy', {
          name: values.name,
          before: formatMoney(before.value),
          after: formatMoney(after.value),
          difference: formatDifference(after.value - before.value),
        })
      : t('figure', values);
  return (
    <li>
      {text} {jump && <Mark tone="amber">{t('jump')}</Mark>}
    </li>
  );
}

function Carried({ carried, period }: { carried: PeriodComparison['carried']; period: string }) {
  const { t } = useTranslation('follow');
  if (!carried) return null;
  const { closing, opening, difference } = carried;
  if (difference === 0) {
    return (
      <p>
        <Mark tone="green">{t('carried.right')}</Mark>{' '}
        {t('carried.rightText', { amount: formatMoney(closing) })}
      </p>
    );
  }
  return (
    <Message tone="amber" title={t('carried.wrong', { difference: formatMoney(Math.abs(difference)) })}>
      {t('carried.wrongText', { period, closing: formatMoney(closing), opening: formatMoney(opening) })}
    </Message>
  );
}

function Summary({ compared, period }: { compared: PeriodComparison; period: string }) {
  const { t } = useTranslation('follow');
  return (
    <>
      <Carried carried={compared.carried} period={period} />
      {compared.same && <p>{t('same')}</p>}
      {compared.lists.map((list) => (
        <ListSummary key={list.id} list={list} />
      ))}
      {compared.figures.length > 0 && (
        <ul className="compared-figures">
          {compared.figures.map((change) => (
            <Figure key={change.id} change={change} />
          ))}
        </ul>
      )}
    </>
  );
}

export interface ComparedProps {
  unit: string;
  /** Null: it is being written. */
  id: string | null;
  content: NoticeContent;
}

/** Draws nothing while it looks, and nothing where no earlier one is on this device. */
export function Compared({ unit, id, content }: ComparedProps) {
  const { t } = useTranslation('follow');
  const [open, setOpen] = useState(false);
  const earlier = useEarlier(unit, id, content);
  if (!earlier) return null;
  const compared = comparePeriods(kindOf(content.kind), earlier.content.fields, content.fields, earlier.next);
  const period = periodText(earlier.period);
  const moved = compared.lists.some(
    ({ compared: { counts } }) => counts.new + counts.gone + counts.changed > 0,
  );
  return (
    <Card className="compared" tone="blue">
      <h2>{t('with', { period })}</h2>
      {!earlier.next && <p className="second">{t('gap')}</p>}
      <Summary compared={compared} period={period} />
      {moved && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'close' : 'open')}
        </Button>
      )}
      {open && compared.lists.map((list) => <ListChanges key={list.id} list={list} />)}
      {id !== null && (
        <Link className="compared-see" to={`/b/${unit}/n/${earlier.id}`}>
          {t('see', { period })}
        </Link>
      )}
    </Card>
  );
}

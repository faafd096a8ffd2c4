/** What was masked: shown to the cadre before it goes out; one can be shown in the clear, with a reason. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { Button, Message, TextField } from '../ui/index.ts';
import type { Hidden, Where } from './masking.ts';

/** At most so many are listed; a table of 500 cards has 500. */
const LISTED = 30;

type Lifted = NonNullable<DraftRow['lifted']>;

interface Props {
  found: Hidden[];
  lifted: Lifted;
  onLift: (change: (lifted: Lifted) => Lifted) => void;
}

function useWhere(): (where: Where) => string {
  const { t } = useTranslation('write');
  return ({ part, name, row }) => {
    if (part !== 'field') return t(`kind.hidden.parts.${part}`);
    return row === undefined ? (name ?? '') : t('kind.hidden.row', { name: name ?? '', row: row + 1 });
  };
}

function One({ hidden, lifted, onLift }: { hidden: Hidden } & Omit<Props, 'found'>) {
  const { t } = useTranslation('write');
  const where = useWhere();
  const [why, setWhy] = useState<string | null>(null);
  const { original, masked } = hidden;
  const reason = lifted.find((one) => one.original === original)?.reason;
  const without = (all: Lifted): Lifted => all.filter((one) => one.original !== original);
  return (
    <li className="hidden-one stack-tight">
      <p>
        {where(hidden.where)} · {t(`kind.hidden.kinds.${hidden.kind}`)}：{original} →{' '}
        <mark className="hidden-mark">{hidden.lifted ? original : masked}</mark>
      </p>
      {reason !== undefined && (
        <>
          <p className="second">{t('kind.hidden.lifted', { reason })}</p>
          <Button onClick={() => onLift(without)}>{t('kind.hidden.cancel')}</Button>
        </>
      )}
      {reason === undefined && why === null && (
        <div>
          <Button onClick={() => setWhy('')}>{t('kind.hidden.lift')}</Button>
        </div>
      )}
      {reason === undefined && why !== null && (
        <>
          <TextField
            label={t('kind.hidden.why', { original })}
            hint={t('kind.hidden.whyHint')}
            value={why}
            maxLength={NOTICE_LIMITS.reason}
            onChange={setWhy}
          />
          <div className="row-steps">
            <Button onClick={() => setWhy(null)}>{t('kind.hidden.cancel')}</Button>
            <Button
              disabled={why.trim() === ''}
              onClick={() => {
                onLift((all) => [...without(all), { original, reason: why.trim() }]);
                setWhy(null);
              }}
            >
              {t('kind.hidden.confirm')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

export function HiddenList({ found, lifted, onLift }: Props) {
  const { t } = useTranslation('write');
  if (found.length === 0) return <p className="second">{t('kind.hidden.none')}</p>;
  const count = found.filter((one) => !one.lifted).length;
  return (
    <Message tone="amber" title={t('kind.hidden.title', { n: count })}>
      <p>{t('kind.hidden.text')}</p>
      <details className="kind-more">
        <summary>{t('kind.hidden.show')}</summary>
        <ul>
          {found.slice(0, LISTED).map((hidden, index) => (
            <One key={index} hidden={hidden} lifted={lifted} onLift={onLift} />
          ))}
        </ul>
        {found.length > LISTED && <p>{t('kind.hidden.rest', { n: found.length - LISTED })}</p>}
      </details>
    </Message>
  );
}

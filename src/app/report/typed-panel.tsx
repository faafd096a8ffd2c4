/** The few figures that no record can say: typed by the office, with name and day. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { TYPED, type TypedFigures, type TypedId } from '../../domain/report/typed.ts';
import type { TypedRecord } from '../../domain/review/queue.ts';
import { ChangeFault, useChange } from '../office/change-state.tsx';
import { Button, TextField } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

/** A typed number; null: not typed; 'wrong': none. */
function numberOf(text: string): number | null | 'wrong' {
  const typed = text.trim().replace(/[，,]/g, '');
  if (typed === '') return null;
  return /^\d{1,9}(\.\d{1,2})?$/.test(typed) ? Number(typed) : 'wrong';
}

const textsOf = (figures: TypedFigures): Record<TypedId, string> =>
  Object.fromEntries(TYPED.map((id) => [id, figures[id] === undefined ? '' : String(figures[id])])) as Record<
    TypedId,
    string
  >;

/** Made anew when other figures come. */
export function TypedPanel({
  registry,
  year,
  typed,
}: {
  registry: Registry;
  year: number;
  typed: TypedRecord | null;
}) {
  const { t } = useTranslation('report');
  const when = useWhen();
  const { busy, fault, send } = useChange();
  const [texts, setTexts] = useState(() => textsOf(typed?.figures ?? {}));
  const [saved, setSaved] = useState(false);
  const numbers = TYPED.map((id) => [id, numberOf(texts[id])] as const);
  const wrong = numbers.some(([, n]) => n === 'wrong');
  const who = typed && (memberOf(registry, typed.author)?.name ?? '');
  const save = async (): Promise<void> => {
    const figures = Object.fromEntries(numbers.filter(([, n]) => typeof n === 'number')) as TypedFigures;
    const content = { year, figures };
    const id = await send((device) =>
      device.record(TOWNSHIP_UNIT, 'report.figures-typed', content, t('typed.event', { year })),
    );
    setSaved(id !== null);
  };
  return (
    <section className="office-panel report-typed" id="typed">
      <h2>{t('typed.title')}</h2>
      <p className="second">{t('typed.lead')}</p>
      <p className="second">
        {typed ? t('typed.last', { who, when: when.short(typed.acceptedAt) }) : t('typed.none')}
      </p>
      <div className="report-fields">
        {numbers.map(([id, n]) => (
          <TextField
            key={id}
            label={t(`field.${id}`)}
            inputMode="decimal"
            value={texts[id]}
            error={n === 'wrong' ? t('typed.wrong') : undefined}
            onChange={(text) => {
              setSaved(false);
              setTexts((now) => ({ ...now, [id]: text }));
            }}
          />
        ))}
      </div>
      <ChangeFault fault={fault} />
      <output>{saved && t('typed.saved')}</output>
      <Button kind="main" busy={busy} disabled={wrong} onClick={() => void save()}>
        {t(busy ? 'typed.saving' : 'typed.save')}
      </Button>
    </section>
  );
}

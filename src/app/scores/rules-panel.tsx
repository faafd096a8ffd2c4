/** How a scorecard is computed, in words; and for the office the form that changes it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseContent } from '../../domain/event-types.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { PARTS, type ScoreRules, SCORE_LIMITS } from '../../domain/score/events.ts';
import { DEFAULT_RULES, rulesOn } from '../../domain/score/rules.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { Button, Message, TextField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

const SEPARATOR = '、';

export function RulesText({ rules }: { rules: ScoreRules }) {
  const { t } = useTranslation('scores');
  const when = useWhen();
  return (
    <>
      <p>
        {t('card.rulesText', {
          ...rules.weights,
          days: rules.graceDays,
          additions: rules.additions.join(SEPARATOR),
        })}
      </p>
      <p className="second">
        {rules.from === DEFAULT_RULES.from
          ? t('card.rulesDefault')
          : t('card.rulesFrom', { day: when.fullDay(`${rules.from}T12:00:00+08:00`) })}
        {rules.source && ` ${rules.source}`}
      </p>
      <p className="second">{t('card.answersText')}</p>
    </>
  );
}

type Form = Record<(typeof PARTS)[number] | 'from' | 'graceDays' | 'additions' | 'source', string>;

const formOf = (rules: ScoreRules, today: LocalDate): Form => ({
  ...(Object.fromEntries(PARTS.map((part) => [part, String(rules.weights[part])])) as Pick<
    Form,
    (typeof PARTS)[number]
  >),
  from: `${today.slice(0, 8)}01`,
  graceDays: String(rules.graceDays),
  additions: rules.additions.join(SEPARATOR),
  source: rules.source,
});

/** Left out where it is not wished, as in rules of before. */
const openOf = (open: boolean): Pick<ScoreRules, 'open'> => (open ? { open } : {});

const contentOf = (form: Form) => ({
  from: form.from as LocalDate,
  weights: Object.fromEntries(PARTS.map((part) => [part, Number(form[part])])) as ScoreRules['weights'],
  graceDays: Number(form.graceDays),
  additions: form.additions.split(/[、,，\s]+/).filter(Boolean),
  source: form.source.trim(),
});

function RulesForm({
  registry,
  today,
  onEnd,
}: {
  registry: Registry;
  today: LocalDate;
  onEnd: (kept: boolean) => void;
}) {
  const { t } = useTranslation('scores');
  const device = useDevice();
  const [form, setForm] = useState(() => formOf(rulesOn(registry, today), today));
  const [fault, setFault] = useState<SaveFault | null>(null);
  const [open, setOpen] = useState(() => rulesOn(registry, today).open === true);
  const content = { ...contentOf(form), ...openOf(open) };
  const sum = PARTS.reduce((all, part) => all + content.weights[part], 0);
  const isValid = parseContent('score.rules-set', content).status === 'known';
  const field = (key: keyof Form, label: string) => ({
    label,
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
  });
  const save = async (): Promise<void> => {
    const outcome = await device.change('score.rules-set', content, t('rules.item', { from: content.from }));
    if (outcome.ok) onEnd(true);
    else setFault(outcome.code);
  };
  return (
    <div className="office-form">
      <p>{t('rules.note')}</p>
      {fault && (
        <Message tone="red" title={t('object.failed')}>
          {t(`object.fault.${fault}`)}
        </Message>
      )}
      <div className="score-weights">
        {PARTS.map((part) => (
          <TextField key={part} {...field(part, t(`part.${part}`))} inputMode="numeric" maxLength={3} />
        ))}
      </div>
      {sum !== 100 && <Message tone="amber" title={t('rules.sum', { n: Number.isNaN(sum) ? '?' : sum })} />}
      <label className="field">
        <span className="field-label">{t('rules.from')}</span>
        <input
          className="field-input"
          type="date"
          value={form.from}
          onChange={(event) => setForm((now) => ({ ...now, from: event.target.value }))}
        />
      </label>
      <TextField {...field('graceDays', t('rules.grace'))} inputMode="numeric" maxLength={2} />
      <TextField {...field('additions', t('rules.additions'))} maxLength={100} />
      <TextField {...field('source', t('rules.source'))} maxLength={SCORE_LIMITS.source} />
      <label className="score-open">
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        <span>{t('rules.open')}</span>
      </label>
      <div className="score-form-buttons">
        <Button onClick={() => onEnd(false)}>{t('rules.cancel')}</Button>
        <Button kind="main" disabled={!isValid} onClick={() => void save()}>
          {t('rules.save')}
        </Button>
      </div>
    </div>
  );
}

export function RulesPanel({ registry, today }: { registry: Registry; today: LocalDate }) {
  const { t } = useTranslation('scores');
  const rules = rulesOn(registry, today);
  const [state, setState] = useState<'shown' | 'open' | 'kept'>('shown');
  return (
    <section className="office-panel score-rules" aria-label={t('rules.title')}>
      <h2>{t('rules.title')}</h2>
      <div className="stack">
        <RulesText rules={rules} />
        <p>
          {rules.open ? t('rules.isOpen') : t('rules.isNotOpen')}
          {rules.open && (
            <>
              {' '}
              <a
                href={`/open/scores/${today.slice(0, 4)}.json`}
              >{`/open/scores/${today.slice(0, 4)}.json`}</a>
            </>
          )}
        </p>
        {state === 'kept' && <Message tone="green" title={t('rules.saved')} />}
        {state === 'open' ? (
          <RulesForm registry={registry} today={today} onEnd={(kept) => setState(kept ? 'kept' : 'shown')} />
        ) : (
          <div>
            <Button icon="write" onClick={() => setState('open')}>
              {t('rules.change')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

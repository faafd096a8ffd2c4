/** What units do not agree with, for the office to answer. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { parsePeriod } from '../../domain/calendar/periods.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { ScoreObjection } from '../../domain/review/queue.ts';
import { Mark, useDevice } from '../ui/index.ts';
import { cardPath } from './choice.ts';
import { useAnswerTitle } from './item-line.tsx';
import { TextForm } from './object-form.tsx';
import type { HeldUnit } from './use-scores.ts';
import { useWaiting } from './use-waiting.ts';

/** What an item's key is about, in words. */
export function useItemName(registry: Registry, held: ReadonlyMap<string, HeldUnit>) {
  const { i18n } = useTranslation('scores');
  const titleOf = useAnswerTitle();
  return (unit: string, item: string): string => {
    const [what = '', rest = ''] = [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)];
    if (what === 'due') {
      const [entry = '', period = ''] = rest.split('/');
      const named = parsePeriod(period);
      const name = registry.catalogue.find(({ id }) => id === entry)?.name ?? entry;
      return `${name} · ${(i18n.language === 'en' ? named?.id : named?.name) ?? period}`;
    }
    const records = held.get(unit)?.records;
    if (what === 'notice') return records?.notices.find(({ id }) => id === rest)?.title ?? rest.slice(0, 8);
    const answer = records?.answers.find(({ id }) => id === rest);
    return answer ? titleOf(answer) : rest.slice(0, 8);
  };
}

/** How an objection stands, and what was said. */
export function Said({ objection, isOnTheWay = false }: { objection: ScoreObjection; isOnTheWay?: boolean }) {
  const { t } = useTranslation('scores');
  const { answer, reason } = objection;
  return (
    <div className="score-said">
      <Mark tone={answer ? (answer.upheld ? 'green' : 'plain') : 'amber'}>
        {t(
          answer
            ? answer.upheld
              ? 'object.upheld'
              : 'object.refused'
            : isOnTheWay
              ? 'object.onTheWay'
              : 'object.waiting',
        )}
      </Mark>
      <p>{t('object.said', { text: reason })}</p>
      {answer && <p>{t('object.answered', { text: answer.text })}</p>}
    </div>
  );
}

export function Objections({ held, registry }: { held: ReadonlyMap<string, HeldUnit>; registry: Registry }) {
  const { t } = useTranslation('scores');
  const device = useDevice();
  const nameOf = useItemName(registry, held);
  const waiting = useWaiting();
  const all = [...held].flatMap(([unit, { objections }]) => objections.map((one) => ({ unit, one })));
  if (all.length === 0) return <p>{t('object.none')}</p>;
  const open = ({ one }: (typeof all)[number]): number => (one.answer ? 1 : 0);
  return (
    <ul className="score-items">
      {[...all]
        .sort((a, b) => open(a) - open(b))
        .map(({ unit, one }) => {
          const title = nameOf(unit, one.item);
          const answers = (upheld: boolean) => (answer: string) =>
            device.answerScore(unit, one.id, { upheld, answer, title });
          const isAnswered = one.answer !== null || waiting.answered.has(one.id);
          return (
            <li key={one.id} className="score-item">
              <div className="score-item-text">
                <strong>{title}</strong>
                <Link to={cardPath(unit, {})}>{registry.units[unit]?.name ?? unit}</Link>
              </div>
              <Said objection={one} isOnTheWay={waiting.answered.has(one.id)} />
              {!isAnswered && (
                <TextForm
                  open={t('object.answer')}
                  label={t('object.answer')}
                  missing={t('object.answerMissing')}
                  ways={[
                    { label: t('object.refuse'), main: false, run: answers(false) },
                    { label: t('object.uphold'), main: true, run: answers(true) },
                  ]}
                />
              )}
            </li>
          );
        })}
    </ul>
  );
}

/** `/scores/:unit`: a unit's scorecard, for itself on the phone and for the office; an item can be objected to. */
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { officesOf, postsFor } from '../../domain/registry/rights.ts';
import type { Card as ScoreCard } from '../../domain/score/card.ts';
import { rounded } from '../../domain/score/counts.ts';
import { PARTS, type PartId } from '../../domain/score/events.ts';
import type { ScoreItem } from '../../domain/score/items.ts';
import { itemsOf, type UnitScore } from '../../domain/score/score.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { Card, Empty, Message, Screen, Splash, useDevice, useIdentity, useRegistry } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { Bar, Trend } from './charts.tsx';
import { cardPath, type ScoreChoice, scoreChoice } from './choice.ts';
import { ItemLine, useTold } from './item-line.tsx';
import { levelOf, shown } from './level.ts';
import { TextForm } from './object-form.tsx';
import { Said } from './objections.tsx';
import { RulesText } from './rules-panel.tsx';
import { cardFor } from './tables.tsx';
import { type HeldUnit, useHeldUnits, useScores } from './use-scores.ts';
import { useWaiting } from './use-waiting.ts';
import './scores.css';

interface Looked {
  unit: string;
  card: ScoreCard;
  choice: ScoreChoice;
}

function Months({ unit, choice, score }: { unit: string; choice: ScoreChoice; score: UnitScore }) {
  const { t } = useTranslation('scores');
  return (
    <nav className="score-months figures" aria-label={t('period')}>
      {[null, ...score.months.keys()].map((month) => {
        const { total } = month === null ? score.whole : (score.months[month] as ScoreCard);
        const name = month === null ? t('wholeYear') : t('month', { n: month + 1 });
        return (
          <Link
            key={name}
            className={`heat-${levelOf(total)}`}
            to={cardPath(unit, { year: choice.year, month, part: choice.part })}
            aria-current={choice.month === month ? 'true' : undefined}
          >
            <span>{name}</span>
            <strong>{total === null ? '—' : Math.round(total)}</strong>
          </Link>
        );
      })}
    </nav>
  );
}

function PartCard({ unit, card, choice, id }: Looked & { id: PartId }) {
  const { t } = useTranslation('scores');
  const { good, bad, share, points } = card.parts[id];
  const all = good.length + bad.length;
  return (
    <Link
      className="card score-part"
      to={cardPath(unit, { ...choice, part: choice.part === id ? null : id })}
      aria-current={choice.part === id ? 'true' : undefined}
    >
      <strong>{t(`part.${id}`)}</strong>
      <span className="second">{t(`means.${id}`)}</span>
      {share === 0 ? (
        <span className="second">{t('card.notJudged')}</span>
      ) : (
        <>
          <Bar total={(points * 100) / share} />
          <span className="figures">
            {t('card.counts', { good: good.length, all })} ·{' '}
            <strong>{t('card.points', { points: rounded(points), share: rounded(share) })}</strong>
          </span>
        </>
      )}
    </Link>
  );
}

/** Items with a way to object, for who posts for the unit. */
function Items({
  unit,
  items,
  held,
  posts,
}: {
  unit: string;
  items: ScoreItem[];
  held: HeldUnit;
  posts: boolean;
}) {
  const { t } = useTranslation('scores');
  const device = useDevice();
  const waiting = useWaiting();
  const told = useTold();
  return (
    <ul className="score-items">
      {items.map((item) => {
        const objection = held.objections.find((one) => one.item === item.key);
        const onTheWay = waiting.objected.get(`${unit} ${item.key}`);
        const { tone, title } = told(item);
        return (
          <ItemLine key={item.key} unit={unit} item={item}>
            {objection ? (
              <Said objection={objection} />
            ) : onTheWay !== undefined ? (
              <p className="score-said">{t('object.onTheWay')}</p>
            ) : posts && tone !== 'green' ? (
              <TextForm
                open={t('object.button')}
                label={t('object.reason')}
                missing={t('object.reasonMissing')}
                ways={[
                  {
                    label: t('object.send'),
                    main: true,
                    run: (reason) => device.objectToScore(unit, { item: item.key, reason, title }),
                  },
                ]}
              />
            ) : null}
          </ItemLine>
        );
      })}
    </ul>
  );
}

function Listed({ unit, card, choice, held, posts }: Looked & { held: HeldUnit; posts: boolean }) {
  const { t } = useTranslation('scores');
  const part = choice.part && card.parts[choice.part];
  const bad = new Set(PARTS.flatMap((id) => card.parts[id].bad));
  const items = part ? [...part.bad, ...part.good] : itemsOf(card).filter((item) => bad.has(item));
  const title = choice.part
    ? t('card.listed', { part: t(`part.${choice.part}`), n: items.length })
    : t('card.lost');
  return (
    <section className="stack-tight" id="list">
      <h2>{title}</h2>
      {part && <Link to={cardPath(unit, { ...choice, part: null })}>{t('card.allParts')}</Link>}
      {items.length === 0 && <p>{t(choice.part ? 'card.listNone' : 'card.noneLost')}</p>}
      <Items unit={unit} items={items} held={held} posts={posts} />
    </section>
  );
}

function Months12({ score, name }: { score: UnitScore; name: string }) {
  const { t } = useTranslation('scores');
  const months = score.months.map((_, month) => t('month', { n: month + 1 }));
  const values = score.months.map(({ total }) => total);
  const said = values
    .flatMap((value, at) =>
      value === null ? [] : [t('trend.value', { month: months[at], score: shown(value) })],
    )
    .join(t('comma'));
  return (
    <Trend
      months={months}
      lines={[{ name, values, compared: false }]}
      label={t('trend.label', { name, values: said })}
    />
  );
}

interface Reader {
  registry: Registry;
  isOffice: boolean;
  posts: boolean;
}

function CardView({ unit, reader }: { unit: string; reader: Reader }) {
  const { t } = useTranslation('scores');
  const { registry, isOffice, posts } = reader;
  const { now } = useWhen();
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(now));
  const choice = scoreChoice(search, today);
  const held = useHeldUnits(registry, [unit]);
  const scored = useScores(registry, held, choice.within, today);
  const own = held?.get(unit);
  const score = scored?.scores.get(unit);
  if (!own || !score) return <Splash label={t('loading')} />;
  const card = cardFor(score, choice);
  const name = registry.units[unit]?.name ?? unit;
  const looked: Looked = { unit, card, choice };
  return (
    <Screen
      title={t('card.title', { unit: name })}
      back={isOffice ? `/office/scores?year=${choice.year}` : '/due'}
    >
      <div className="stack">
        <Months unit={unit} choice={choice} score={score} />
        <Card className="score-total">
          <span>
            {choice.month === null
              ? t('yearOf', { year: choice.year })
              : t('monthOf', { year: choice.year, n: choice.month + 1 })}
            {' · '}
            {t('card.total')}
          </span>
          <strong className="serif figures">{shown(card.total)}</strong>
          <span>{t(`level.${levelOf(card.total)}`)}</span>
        </Card>
        {card.falsified.length > 0 && <Message tone="red" title={t('card.falsified')} />}
        <div className="score-parts">
          {PARTS.map((id) => (
            <PartCard key={id} {...looked} id={id} />
          ))}
        </div>
        <Listed {...looked} held={own} posts={posts} />
        <section className="stack-tight">
          <h2>{t('trend.title')}</h2>
          <Months12 score={score} name={name} />
        </section>
        <section className="stack-tight">
          <h2>{t('card.rules')}</h2>
          <RulesText rules={card.rules} />
        </section>
      </div>
    </Screen>
  );
}

/** For the unit itself and for the office. */
export function CardScreen() {
  const { t } = useTranslation('scores');
  const { unit = '' } = useParams();
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return <Splash label={t('loading')} />;
  if (!identity || !registry?.units[unit] || !officesOf(registry, identity.key).includes(unit))
    return (
      <Screen title={t('title')} back="/">
        <Empty icon="key" title={t('card.closed')}>
          {t('card.closedText')}
        </Empty>
      </Screen>
    );
  const isOffice = memberOf(registry, identity.key)?.role === 'office';
  const posts = postsFor(registry, identity.key).includes(unit);
  return <CardView key={unit} unit={unit} reader={{ registry, isOffice, posts }} />;
}

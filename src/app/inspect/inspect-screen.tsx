/** `/inspect`: what the discipline commission looks into, by unit and time; each line opens its notice. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { parsePeriod } from '../../domain/calendar/periods.ts';
import { type Sight, type SightId, SIGHTS, type Sights } from '../../domain/watch/watch.ts';
import { changed, choiceOf } from '../figures/choice.ts';
import { Controls } from '../figures/controls.tsx';
import { csvOf } from '../figures/export.ts';
import { useFollowAll } from '../office/use-office.ts';
import { unitsInOrder } from '../office/overview.ts';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, Message, Screen, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { InspectNav } from './nav.tsx';
import { useNotHere, useSights } from './use-sights.ts';
import { personOf, type Viewer } from './viewer.ts';
import './inspect.css';

/** What is said of a line beside its title. */
function useNote(registry: Registry): (id: SightId, sight: Sight) => string {
  const { t, i18n } = useTranslation('inspect');
  const periodName = (id: string): string => {
    const period = parsePeriod(id);
    return (i18n.language === 'en' ? period?.id : period?.name) ?? (id || t('note.noPeriod'));
  };
  return (id, sight) => {
    const { n, of, words, by = '' } = sight;
    if (id === 'missing' || id === 'late') return `${periodName(words)} · ${t('note.days', { count: n })}`;
    if (id === 'moved') return t('note.moved', { period: periodName(words) });
    if (id === 'odd') return t(`note.odd.${words as 'late' | 'early' | 'elsewhere'}`, { n });
    if (id === 'unmasked') return t('note.unmasked', { who: personOf(registry, by).name, n, words });
    if (id === 'changed') return t('note.change', { n, words });
    if (id === 'often') return t('note.times', { n });
    if (id === 'withdrawn') return t('note.reason', { words });
    if (id === 'upheld') return t('note.upheld', { n });
    return id === 'burst' ? t('note.burst', { n, of }) : t('note.unproved');
  };
}

function toOf(id: SightId, { unit, notice, words }: Sight): string | null {
  if (notice) return `/b/${unit}/n/${notice}`;
  const quarter = id === 'burst' ? parsePeriod(words) : null;
  return quarter ? `/b/${unit}` : null;
}

/** The form of a finding, with what this line already says. */
function findingOf(label: string, { unit, notice, day, title }: Sight): string {
  const search = new URLSearchParams({ unit, on: day });
  if (notice) search.set('notice', notice);
  search.set('title', `${label}：${title}`);
  return `/inspect/findings/new?${search.toString()}`;
}

interface Shown {
  registry: Registry;
  sights: Sights;
  nameOf: (unit: string) => string;
}

function Counts({ sights, open }: Pick<Shown, 'sights'> & { open: SightId | null }) {
  const { t } = useTranslation('inspect');
  const [search] = useSearchParams();
  return (
    <ul className="inspect-counts">
      {SIGHTS.map((id) => (
        <li key={id}>
          <Link
            className="card inspect-count"
            to={changed(search, { list: open === id ? null : id })}
            aria-current={open === id ? 'true' : undefined}
          >
            <span className="inspect-number serif figures">{sights[id].length}</span>
            <strong>{t(`sight.${id}`)}</strong>
            <span className="second">{t(`means.${id}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function List({ registry, sights, nameOf, id }: Shown & { id: SightId }) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const note = useNote(registry);
  const lines = sights[id];
  return (
    <section id="list">
      <h2>{t('list', { sight: t(`sight.${id}`), n: lines.length })}</h2>
      {lines.length === 0 && <p>{t('none')}</p>}
      <ol className="inspect-list">
        {lines.map((sight, at) => {
          const to = toOf(id, sight);
          return (
            <li key={at}>
              <span className="second figures">{when.fullDay(`${sight.day}T12:00:00+08:00`)}</span>
              <span>
                {to ? <Link to={to}>{sight.title}</Link> : <strong>{sight.title}</strong>}
                <span className="second inspect-note">
                  {nameOf(sight.unit)} · {note(id, sight)}
                </span>
              </span>
              <Link
                className="inspect-make"
                to={findingOf(t(`sight.${id}`), sight)}
                aria-label={`${t('toFinding')}：${sight.title}`}
              >
                {t('toFinding')}
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Actions({ registry, sights, nameOf, name }: Shown & { name: string }) {
  const { t } = useTranslation('inspect');
  const note = useNote(registry);
  const rows = () => {
    const words = t('columns', { returnObjects: true });
    return [
      [words.unit, words.day, words.sight, words.title, words.note, words.id],
      ...SIGHTS.flatMap((id) =>
        sights[id].map((one) => [
          nameOf(one.unit),
          one.day,
          t(`sight.${id}`),
          one.title,
          note(id, one),
          one.notice ?? '',
        ]),
      ),
    ];
  };
  return (
    <div className="inspect-actions">
      <Button icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon="save" onClick={() => void handOver(csvOf(rows()), `${fileName(name)}.csv`)}>
        .csv
      </Button>
    </div>
  );
}

/** @param back where this reader came from. */
export function InspectScreen({ viewer, back }: { viewer: Viewer; back: string }) {
  const { registry } = viewer;
  const { t } = useTranslation('inspect');
  const { now } = useWhen();
  const [search] = useSearchParams();
  useFollowAll(registry);
  const today = localDateOf(instantOf(now));
  const choice = choiceOf(search, today);
  const units = unitsInOrder(registry);
  const wanted = units.map(({ id }) => id).filter((id) => choice.unit === null || choice.unit === id);
  const sights = useSights(registry, wanted, choice.stretch, today);
  const missing = useNotHere(wanted);
  const open = SIGHTS.find((id) => id === search.get('list')) ?? null;
  if (!sights) return <Splash label={t('loading')} />;
  const nameOf = (unit: string): string => registry.units[unit]?.name ?? unit;
  return (
    <Screen title={t('title')} back={back}>
      <div className="stack inspect">
        <InspectNav viewer={viewer} />
        <p className="second">{t('lead')}</p>
        <Controls
          key={`${choice.stretch.first}/${choice.stretch.last}`}
          choice={{ ...choice, list: null }}
          units={units}
          today={today}
        />
        {missing > 0 && <Message tone="amber" title={t('notHere', { n: missing })} />}
        <Counts sights={sights} open={open} />
        {open ? <List registry={registry} sights={sights} nameOf={nameOf} id={open} /> : <p>{t('choose')}</p>}
        <Actions
          registry={registry}
          sights={sights}
          nameOf={nameOf}
          name={`${t('title')} ${choice.stretch.first} ${choice.stretch.last}`}
        />
      </div>
    </Screen>
  );
}

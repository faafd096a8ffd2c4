/** `/inspect/box`: the reports, unread ones first, with how long each waits. What is in them is not shown here. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import { instantOf, localDateOf } from '../../../domain/time.ts';
import { BOX_FIGURES, type BoxFigures } from '../../../sync/client/box-figures.ts';
import { ButtonLink, Card, Empty, Icon, Mark, Message, Screen, Splash, useDevice } from '../../ui/index.ts';
import { useWhen } from '../../ui/use-when.ts';
import { type Inspector, type InspectorCase, useBoxCheck, useCases } from './inspector-data.ts';

/** ms */
const MINUTE = 60_000;

function Marks({ one }: { one: InspectorCase }) {
  const { t } = useTranslation('inspector');
  const state = one.sending ? 'sending' : one.closed ? 'closed' : one.answers > 0 ? 'answered' : null;
  return (
    <span className="inspect-marks">
      {one.unread && <Mark tone="red">{t('mark.unread')}</Mark>}
      {one.overdue && <Mark tone="red">{t('mark.overdue')}</Mark>}
      {one.answers > 0 && one.waitsSince !== null && <Mark tone="blue">{t('mark.added')}</Mark>}
      {state && <Mark tone={state === 'sending' ? 'amber' : 'green'}>{t(`mark.${state}`)}</Mark>}
    </span>
  );
}

function Line({ one }: { one: InspectorCase }) {
  const { t } = useTranslation('inspector');
  const when = useWhen();
  const { acceptedAt, number } = one.envelopes[0];
  const left = workingDaysBetween(localDateOf(instantOf(when.now)), one.due);
  const term =
    left > 0 ? t('line.left', { n: left }) : left === 0 ? t('line.today') : t('line.late', { n: -left });
  const facts = [
    one.waitsSince !== null &&
      (when.now - Date.parse(one.waitsSince) < MINUTE
        ? t('line.fresh')
        : t('line.waits', { age: when.age(one.waitsSince) })),
    one.answers === 0 && term,
    one.envelopes.length > 1 && t('line.added', { n: one.envelopes.length - 1 }),
  ];
  return (
    <li>
      <Link
        className={`card inspect-line ${one.unread ? 'inspect-unread' : ''}`}
        to={`/inspect/box/${number}`}
      >
        <span>
          <span className="inspect-name">
            {t('line.got', { day: when.day(acceptedAt), time: when.short(acceptedAt).split(' ').pop() })}
          </span>
          <span className="second inspect-facts">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <Marks one={one} />
        <Icon name="next" />
      </Link>
    </li>
  );
}

/** The public figures, and whether this device counts the same. */
function Checked() {
  const { t } = useTranslation('inspector');
  const { db } = useDevice();
  const when = useWhen();
  const check = useBoxCheck();
  const figures = useLiveQuery(
    async () => (await db.meta.get(BOX_FIGURES))?.value as BoxFigures | undefined,
    [db],
  );
  if (check === 'different') return <Message tone="red" title={t('check.different')} />;
  if (!figures) return null;
  return (
    <p className="second">
      {t('check.line', { ...figures, day: when.day(Date.parse(figures.until) - 1) })}{' '}
      {check === 'same' && t('check.same')}
    </p>
  );
}

/** What keeps this device from opening reports; nothing when it can. */
export function KeysMessage({ keys }: Pick<Inspector, 'keys'>) {
  const { t } = useTranslation('inspector');
  if (keys === 'held') return null;
  return (
    <Message
      tone="amber"
      title={t(`keys.${keys}`)}
      action={keys === 'missing' && <ButtonLink to="/inspect/box/sheet">{t('keys.sheet')}</ButtonLink>}
    >
      {t(`keys.${keys}Text`)}
    </Message>
  );
}

const groupOf = (one: InspectorCase): 'unread' | 'open' | 'done' =>
  one.unread ? 'unread' : one.waitsSince !== null && !one.sending ? 'open' : 'done';

export function ListScreen({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('inspector');
  const cases = useCases();
  if (cases === undefined) return <Splash label={t('loading')} />;
  return (
    <Screen title={t('title')}>
      <div className="stack">
        <KeysMessage keys={inspector.keys} />
        {cases.length === 0 && (
          <Empty icon="letter" title={t('empty.title')}>
            {t('empty.text')}
          </Empty>
        )}
        {(['unread', 'open', 'done'] as const).map((group) => {
          const own = cases.filter((one) => groupOf(one) === group);
          if (own.length === 0) return null;
          return (
            <section key={group} className="stack-tight">
              <h2>
                {t(`groups.${group}`)} {own.length}
              </h2>
              <ul className="stack-tight">
                {own.map((one) => (
                  <Line key={one.author} one={one} />
                ))}
              </ul>
            </section>
          );
        })}
        <Card className="stack-tight">
          <Checked />
          <ButtonLink to="/inspect/box/sheet" icon="key">
            {t('sheetLink')}
          </ButtonLink>
        </Card>
      </div>
    </Screen>
  );
}

/** The cover sheet of a closed year: the heads of all logs and the signed head that covers them, to be signed by hand. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { yearsOf } from '../../domain/closing/after.ts';
import type { Closing } from '../../domain/closing/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { type Sheet, sheetOf } from '../../sync/client/closing.ts';
import type { Held } from '../figures/use-figures.ts';
import { Button, Card, Message, Qr, useDevice } from '../ui/index.ts';
import { Printed } from '../ui/printed.tsx';
import { time } from '../ui/time.ts';
import { useWhen } from '../ui/use-when.ts';
import type { Year } from './closing-screen.tsx';

const inGroups = (root: string): string => (root.match(/.{1,8}/g) ?? []).join(' ');

/** Notices of the year that stood on the boards when it was closed. */
const countOf = (held: Held, { year, at }: Closing): number =>
  held.units
    .flatMap(({ id }) => held.boards.get(id) ?? [])
    .filter(
      (notice) =>
        notice.acceptedAt <= at &&
        !(notice.withdrawn && notice.withdrawn.acceptedAt <= at) &&
        yearsOf(notice).includes(year),
    ).length;

interface Drawn {
  closing: Closing;
  sheet: Sheet;
  registry: Registry;
  notices: number;
}

function Facts({ closing, registry, notices }: Omit<Drawn, 'sheet'>) {
  const { t, i18n } = useTranslation('closing');
  const when = useWhen();
  const facts: [string, string][] = [
    [t('cover.closed'), `${when.fullDay(closing.at)} ${time(closing.at, i18n.language)}`],
    [t('cover.by'), memberOf(registry, closing.by)?.name ?? closing.by.slice(0, 16)],
    [t('cover.notices'), t('cover.noticesN', { n: notices })],
    [t('cover.missing'), t('cover.missingN', { n: closing.missing })],
  ];
  return (
    <dl className="cover-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Logs({ sheet, registry }: Pick<Drawn, 'sheet' | 'registry'>) {
  const { t } = useTranslation('closing');
  if (sheet.heads.length === 0) return <p>{t('cover.none')}</p>;
  return (
    <table className="cover-logs">
      <thead>
        <tr>
          <th scope="col">{t('cover.unit')}</th>
          <th scope="col">{t('cover.size')}</th>
          <th scope="col">{t('cover.root')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.heads.map(({ unit, size, root }) => (
          <tr key={unit}>
            <th scope="row">{registry.units[unit]?.name ?? unit}</th>
            <td className="figures">{size}</td>
            <td className="cover-root">{inGroups(root)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Cover({ closing, sheet, registry, notices }: Drawn) {
  const { t } = useTranslation('closing');
  return (
    <article className="cover">
      <p className="cover-name serif">{t('cover.head', { township: registry.name })}</p>
      <h2 className="cover-title serif">{t('cover.title', { year: closing.year })}</h2>
      <Facts closing={closing} registry={registry} notices={notices} />
      <h3>{t('cover.logs')}</h3>
      <Logs sheet={sheet} registry={registry} />
      <h3>{t('cover.head1')}</h3>
      <div className="cover-head">
        <pre>{sheet.checkpoint.trim()}</pre>
        <Qr text={sheet.checkpoint} label={t('cover.code')} />
      </div>
      <p className="second">{t('cover.how')}</p>
      <dl className="cover-signs">
        {(['signer', 'leader', 'date'] as const).map((line) => (
          <div key={line}>
            <dt>{t(`cover.${line}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </article>
  );
}

/** A closed year: by whom and when, and its cover sheet as soon as the township's signed head covers the closing. */
export function Closed({ closing, registry, held }: Year & { closing: Closing }) {
  const { t } = useTranslation('closing');
  const { db } = useDevice();
  const when = useWhen();
  const sheet = useLiveQuery(() => sheetOf(db, closing.number), [db, closing.number]);
  const who = memberOf(registry, closing.by)?.name ?? closing.by.slice(0, 12);
  if (!sheet) return sheet === null ? <Message tone="amber" title={t('waiting')} /> : null;
  const cover = (
    <Cover closing={closing} sheet={sheet} registry={registry} notices={countOf(held, closing)} />
  );
  return (
    <>
      <Message
        tone="green"
        title={t('closed', { year: closing.year })}
        action={
          <Button kind="main" icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      >
        {t('closedBy', { who, day: when.fullDay(closing.at) })}
      </Message>
      <Card className="cover-card">{cover}</Card>
      <Printed>{cover}</Printed>
    </>
  );
}

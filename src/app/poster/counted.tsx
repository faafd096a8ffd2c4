/** What the posters and pages bring: daily numbers of openings, added up. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Device } from '../../sync/client/device.ts';
import { Card, useDevice } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';

type Answer = Awaited<ReturnType<Device['visits']>>;
type Visits = Extract<Answer, { ok: true }>['value'];

const MOST = 5;

const sum = (visits: Visits): number => visits.reduce((all, { count }) => all + count, 0);

/** Notices by how often they were opened, the most first. */
export function mostRead(visits: Visits): [id: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { kind, subject, count } of visits) {
    if (kind === 'notice') counts.set(subject, (counts.get(subject) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST);
}

function Most({ unit, visits }: { unit: string; visits: Visits }) {
  const { t } = useTranslation('poster');
  const notices = useBoards([unit])?.get(unit);
  const titles = new Map((notices ?? []).map(({ id, title }) => [id, title]));
  const most = mostRead(visits).filter(([id]) => titles.has(id));
  if (most.length === 0) return null;
  return (
    <>
      <h3>{t('counted.most')}</h3>
      <ol className="counted-most">
        {most.map(([id, count]) => (
          <li key={id}>
            <Link to={`/b/${unit}/n/${id}`}>{titles.get(id)}</Link> {t('counted.times', { count })}
          </li>
        ))}
      </ol>
    </>
  );
}

export function Counted({ unit, place }: { unit: string; place: string | null }) {
  const { t } = useTranslation('poster');
  const device = useDevice();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const one = await device.visits(unit);
      if (!gone) setAnswer(one);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [device, unit]);
  const visits = answer?.ok ? answer.value : [];
  const of = (kind: Visits[number]['kind']): Visits => visits.filter((one) => one.kind === kind);
  const scans = of('scan').filter(({ subject }) => place === null || subject === place);
  const line = (label: string, count: number) => (
    <div>
      <dt>{label}</dt>
      <dd className="figures">{t('counted.times', { count })}</dd>
    </div>
  );
  return (
    <Card className="counted">
      <h2>{t('counted.title')}</h2>
      {answer === null && <p>{t('loading')}</p>}
      {answer?.ok === false && <p>{t('counted.failed')}</p>}
      {answer?.ok && (
        <>
          <p className="second">{t('counted.text')}</p>
          <dl>
            {line(t('counted.scans'), sum(scans))}
            {line(t('counted.board'), sum(of('board')))}
            {line(t('counted.notices'), sum(of('notice')))}
          </dl>
          <Most unit={unit} visits={visits} />
        </>
      )}
    </Card>
  );
}

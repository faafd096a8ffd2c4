/** `/inspect/rounds/:id`: a round in the village: each item with its checklist, the findings, and how it was drawn. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSPECTION_LIMITS } from '../../domain/inspection/events.ts';
import type { Round } from '../../domain/inspection/records.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { Button, ButtonLink, Card, Empty, Mark, Screen, Splash, TextField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { DrawCheck } from './draw-check.tsx';
import { Fault } from './fault.tsx';
import { FindingLines } from './findings-screen.tsx';
import { findingsOf, type UnitFinding, useInspected } from './inspection-data.ts';
import { RoundItemCard } from './round-item.tsx';
import { useKeeping } from '../ui/use-keeping.ts';
import { personOf, type Viewer } from './viewer.ts';

function Close({ round }: { round: Round }) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const keeping = useKeeping();
  const [open, setOpen] = useState(false);
  const [summary, setSummary] = useState('');
  const [tried, setTried] = useState(false);
  const close = async (): Promise<void> => {
    setTried(true);
    const text = summary.trim();
    if (text === '') return;
    const content = { round: round.id, summary: text };
    await keeping.keep(() => device.record(TOWNSHIP_UNIT, 'round.closed', content, round.title));
  };
  if (!open) return <Button onClick={() => setOpen(true)}>{t('round.close')}</Button>;
  return (
    <Card className="stack">
      <Fault keeping={keeping} />
      <TextField
        label={t('round.summary')}
        multiline
        required
        value={summary}
        maxLength={INSPECTION_LIMITS.text}
        error={tried && summary.trim() === '' ? t('round.summaryMissing') : null}
        onChange={setSummary}
      />
      <div className="inspect-buttons">
        <Button onClick={() => setOpen(false)}>{t('round.cancel')}</Button>
        <Button kind="main" busy={keeping.busy} onClick={() => void close()}>
          {t('round.close')}
        </Button>
      </div>
    </Card>
  );
}

function Found({
  viewer,
  round,
  isWaiting,
  findings,
}: {
  viewer: Viewer;
  round: Round;
  isWaiting: boolean;
  findings: UnitFinding[];
}) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const done = Object.keys(round.checked).length;
  return (
    <Screen title={round.title} back="/inspect/rounds">
      <div className="stack inspect">
        <div className="stack-tight">
          <p>
            <Mark tone={round.closed ? 'green' : 'amber'}>
              {t(round.closed ? 'rounds.closed' : 'rounds.open')}
            </Mark>{' '}
            {isWaiting && <Mark tone="amber">{t('onTheWay')}</Mark>}
          </p>
          <p className="second">
            {t('round.from', {
              ...personOf(viewer.registry, round.author),
              time: when.moment(round.acceptedAt),
            })}
          </p>
          {round.closed && (
            <p>
              {t('round.closed', { time: when.moment(round.closed.acceptedAt), text: round.closed.summary })}
            </p>
          )}
        </div>
        <section className="stack-tight">
          <h2>
            {t('round.items')}{' '}
            <span className="second">{t('rounds.done', { done, all: round.items.length })}</span>
          </h2>
          <ol className="inspect-cards">
            {round.items.map((_, at) => (
              <RoundItemCard key={at} viewer={viewer} round={round} at={at} />
            ))}
          </ol>
        </section>
        <section className="stack-tight">
          <h2>{t('round.found')}</h2>
          {findings.length === 0 ? (
            <p className="second">{t('round.noFound')}</p>
          ) : (
            <FindingLines viewer={viewer} findings={findings} />
          )}
        </section>
        {round.draw && <DrawCheck round={round} draw={round.draw} />}
        {!round.closed && <Close round={round} />}
      </div>
    </Screen>
  );
}

export function RoundScreen({ viewer, id }: { viewer: Viewer; id: string }) {
  const { t } = useTranslation('inspect');
  const inspected = useInspected([...new Set([TOWNSHIP_UNIT, ...viewer.units])]);
  if (!inspected) return <Splash label={t('loading')} />;
  const township = inspected.get(TOWNSHIP_UNIT);
  const round = township?.rounds.find((one) => one.id === id);
  if (township && round)
    return (
      <Found
        viewer={viewer}
        round={round}
        isWaiting={township.waiting.has(id)}
        findings={findingsOf(inspected).filter(({ finding }) => finding.round === id)}
      />
    );
  return (
    <Screen title={t('rounds.title')} back="/inspect/rounds">
      <Empty
        icon="search"
        title={t('round.gone')}
        action={<ButtonLink to="/inspect/rounds">{t('nav.rounds')}</ButtonLink>}
      >
        {t('round.goneText')}
      </Empty>
    </Screen>
  );
}

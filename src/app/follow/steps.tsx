/** How a notice went out, in plain words and for everybody: only what is proved, each step with its time. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import type { Outing } from '../../domain/outing/outing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { signerOf } from '../board/people.ts';
import { rungInWords } from '../outings/rung-words.tsx';
import { rungsOf } from '../outings/rungs.ts';
import { inWords } from '../sent/ladder-words.ts';
import { useSurroundings } from '../sent/outbox-ladder.tsx';
import { heldSteps } from '../sent/standing.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { useDevice } from '../ui/device-context.tsx';
import { Ladder, type Step } from '../ui/ladder.tsx';
import { Card } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import './follow.css';

export interface StepsProps {
  unit: string;
  notice: Notice;
  registry: Registry | null | undefined;
}

/** Nothing waits in what residents see. */
const NOTHING: ReadonlySet<string> = new Set();

function useSigned({ notice, registry }: StepsProps): Step {
  const { t } = useTranslation('follow');
  const when = useWhen();
  const { author, at } = currentRevision(notice);
  const who = signerOf(registry, author);
  const device = registry?.devices[author]?.name ?? '';
  const name = who ? t('steps.who', who) : t('settle.unknown');
  return {
    label: t(device ? 'steps.keptOn' : 'steps.kept', { who: name, device }),
    state: 'done',
    time: when.short(at),
  };
}

function useOutings({ notice, registry }: StepsProps): Step[] {
  const { t } = useTranslation('follow');
  const { t: words } = useTranslation('outings');
  const when = useWhen();
  const current = currentRevision(notice).id;
  const older = ({ revision }: Outing): string | null =>
    revision === current ? null : t('steps.older', { code: fingerprint(revision) });
  return rungsOf(notice.outings, [], NOTHING).map((rung) => {
    const step = rungInWords(rung, { t: words, when, registry: registry ?? null });
    const was = rung.outing && older(rung.outing);
    if (!was) return step;
    return {
      ...step,
      note: (
        <>
          {step.note}
          <p>{was}</p>
        </>
      ),
    };
  });
}

export function Steps(props: StepsProps) {
  const { t } = useTranslation('follow');
  const { unit, notice } = props;
  const { db } = useDevice();
  const township = useLiveQuery(() => pinnedTownship(db), [db])?.id;
  const { around, words } = useSurroundings();
  const revision = currentRevision(notice);
  const signed = useSigned(props);
  const outings = useOutings(props);
  const { number, acceptedAt } = revision;
  const stream = township === undefined ? '' : publicStream(township as TownshipId, unit);
  const held = heldSteps({ stream, number, acceptedAt }, around)
    .filter(({ state }) => state === 'done')
    .map((step) => inWords(step, words));
  return (
    <Card className="steps">
      <h2>{t('steps.title')}</h2>
      <Ladder steps={[signed, ...held, ...outings]} />
    </Card>
  );
}

/** Records of going out, in the words of the ladder. */
import type { TFunction } from 'i18next';
import type { Outing } from '../../domain/outing/outing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Photo, type Step } from '../ui/index.ts';
import type { MessageMode, MessageOrder } from '../../sync/messages-protocol.ts';
import type { When } from '../ui/use-when.ts';
import { isOut, orderLines } from './order-lines.ts';
import type { Rung } from './rungs.ts';

export interface RungWords {
  t: TFunction<'outings'>;
  when: When;
  registry: Registry | null;
  /** What the township said of orders to send, by the event's id; undefined: nothing yet. */
  orders?: { mode: MessageMode; byId: Map<string, MessageOrder> };
}

export const placeName = (registry: Registry | null, id: string | null): string =>
  (id !== null && registry?.places[id]?.name) || (id ?? '');

const COUNTED = {
  paper: 'copies',
  broadcast: 'times',
  message: 'people',
  card: 'copies',
  meeting: 'people',
  letter: 'copies',
} as const;

function figures({ form, count, segments }: Outing, t: RungWords['t']): string {
  const counted = count === null ? '' : t(`step.${COUNTED[form]}`, { n: count });
  const parts = segments === null ? '' : t('step.segments', { n: segments });
  return [counted, parts].filter(Boolean).join(' · ');
}

function labelOf(outing: Outing, { t, registry }: RungWords): string {
  const place = placeName(registry, outing.place);
  if (outing.form === 'paper') return t('step.paper', { place });
  return t(`step.${outing.form}`) + (place ? t('step.at', { place }) : '');
}

function Note({ outing, waiting, words }: { outing: Outing; waiting: boolean; words: RungWords }) {
  const { t, when, registry } = words;
  const { ended, photo, form } = outing;
  const said = form === 'meeting' || form === 'card' || form === 'letter' ? outing.note : '';
  const lines = [
    figures(outing, t),
    said,
    waiting ? t('step.waiting') : '',
    ended
      ? t(ended.mistake ? 'step.mistake' : 'step.down', { time: when.short(ended.at), reason: ended.reason })
      : '',
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {photo && (
        <Photo
          hash={photo.hash}
          alt={t('step.proof', { place: placeName(registry, outing.place) })}
          width={photo.width}
          height={photo.height}
          className="outing-proof"
        />
      )}
    </>
  );
}

/** A text message that the township was asked to send: proved by how many were reached. */
function orderedInWords({ outing, state }: Extract<Rung, { state: 'done' | 'now' }>, words: RungWords): Step {
  const { t, when, orders } = words;
  const order = orders?.byId.get(outing.id);
  const lines = state === 'now' ? [t('step.waiting')] : orderLines(order, orders?.mode, t);
  return {
    label: t('order.title', { n: outing.count ?? 0 }),
    state: state === 'done' && isOut(order) ? 'done' : 'now',
    time: when.short(outing.at),
    note: lines.map((line) => <p key={line}>{line}</p>),
  };
}

/** One rung as the ladder draws it. */
export function rungInWords(rung: Rung, words: RungWords): Step {
  const { t, when } = words;
  if (!rung.outing) return { label: t(`form.${rung.form}`), state: 'todo', note: t('step.todo') };
  if (rung.outing.groups && rung.state !== 'void') return orderedInWords(rung, words);
  const label = labelOf(rung.outing, words);
  return {
    label: rung.state === 'void' ? <del>{label}</del> : label,
    state: rung.state === 'void' ? 'todo' : rung.state,
    time: when.short(rung.outing.at),
    note: <Note outing={rung.outing} waiting={rung.state === 'now'} words={words} />,
  };
}

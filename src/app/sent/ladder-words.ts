/** The steps of an item in words, as the ladder shows them. */
import type { TFunction } from 'i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Step as LadderStep } from '../ui/index.ts';
import type { When } from '../ui/use-when.ts';
import { reasonKey } from './reasons.ts';
import type { Step } from './standing.ts';

/** Everything that the words depend on beside the step. */
export interface Words {
  t: TFunction<'sent'>;
  when: When;
  registry: Registry | null;
  /** This device is a computer, not a phone. */
  computer: boolean;
}

/** 'because …', for a code of any origin. */
export const because = (t: TFunction<'sent'>, code: string): string =>
  t('step.because', { reason: t(`reasons.${reasonKey(code)}`, { code }) });

type Of<Name extends Step['step']> = Extract<Step, { step: Name }>;

/** Ages under this are 'just now', ms. */
const MINUTE = 60_000;

function waited(step: Of<'network'>, { t, when }: Words): string {
  const age = when.age(step.since);
  if (when.now - Date.parse(step.since) < MINUTE) return age;
  return t(step.way === 'sending' ? 'step.sendingFor' : 'step.waited', { age });
}

function network(step: Of<'network'>, words: Words): LadderStep {
  const { t, when } = words;
  const label = t(`step.network.${step.way}`);
  if (step.state === 'done') return { label, state: 'done' };
  const waits = step.way === 'no-network' || step.way === 'in-line' || step.way === 'sending';
  return {
    label,
    state: step.state,
    time: waits ? waited(step, words) : when.short(step.since),
    note: step.reason ? because(t, step.reason) : undefined,
  };
}

function photosNote(step: Of<'photos'>, t: Words['t']): string | undefined {
  if (step.state !== 'now') return undefined;
  const plain = step.reason === null || step.reason === 'no-network';
  const going = plain ? t('step.photosGoing', { percent: step.percent }) : because(t, step.reason ?? 'other');
  return `${going}${plain ? t('step.stop') : ''}${t('step.photosSafe')}`;
}

function photos(step: Of<'photos'>, { t, when }: Words): LadderStep {
  return {
    label: t('step.photos', { arrived: step.arrived, all: step.all }),
    state: step.state,
    time: step.at ? when.short(step.at) : undefined,
    note: photosNote(step, t),
  };
}

function tablet(step: Of<'tablet'>, { t, when, registry }: Words): LadderStep {
  const unit = registry?.units[step.unit]?.name ?? step.unit;
  const label = t('step.tablet', { unit });
  if (step.at) return { label, state: 'done', time: when.short(step.at), note: t('step.tabletHas') };
  if (step.tablets === 0) return { label, state: 'todo', note: t('step.noTablet', { unit }) };
  return { label, state: step.state, note: step.state === 'now' ? t('step.tabletWaits') : undefined };
}

/** One rung in words. */
export function inWords(step: Step, words: Words): LadderStep {
  const { t, when } = words;
  switch (step.step) {
    case 'kept':
      return {
        label: t(words.computer ? 'step.keptComputer' : 'step.kept'),
        state: 'done',
        time: when.short(step.at),
      };
    case 'network':
      return network(step, words);
    case 'taken-in':
      return {
        label: step.number === null ? t('step.takenInTodo') : t('step.takenIn', { n: step.number }),
        state: step.state,
        time: step.at ? when.short(step.at) : undefined,
      };
    case 'photos':
      return photos(step, words);
    case 'tablet':
      return tablet(step, words);
  }
}

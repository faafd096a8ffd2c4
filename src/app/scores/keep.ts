/** Keeps scorecards between two looks: only units with something new are scored again. */
import type { Registry } from '../../domain/registry/registry.ts';
import type { UnitRecords } from '../../domain/score/items.ts';
import { type Scores, scoreUnit, scoreYear, type ScoreYear } from '../../domain/score/score.ts';
import type { LocalDate } from '../../domain/time.ts';

export interface Scored {
  of: ScoreYear;
  scores: Scores;
}

type Records = ReadonlyMap<string, UnitRecords>;

/** A function that scores; what did not change since its last call is taken from there. */
export function scorer(): (
  registry: Registry,
  records: Records,
  within: LocalDate,
  today: LocalDate,
) => Scored {
  let before: (Scored & { records: Records }) | null = null;
  return (registry, records, within, today) => {
    const held = before;
    const isSame = held?.of.registry === registry && held.of.today === today;
    const of =
      isSame && held.of.year.id === within.slice(0, 4) ? held.of : scoreYear(registry, within, today);
    const scores = new Map<string, ReturnType<typeof scoreUnit> & object>();
    for (const [unit, own] of records) {
      const kept = held?.of === of && held.records.get(unit) === own ? held.scores.get(unit) : null;
      const score = kept ?? scoreUnit(of, unit, own);
      if (score) scores.set(unit, score);
    }
    before = { of, scores, records };
    return { of, scores };
  };
}

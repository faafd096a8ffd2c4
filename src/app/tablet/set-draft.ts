/** What the form for a unit's tablets holds, and what is signed of it. */
import type { TabletSettings } from '../../domain/registry/events.ts';
import { isExitCode, makeExitCode } from '../../sync/client/exit-code.ts';

export interface Draft {
  idleSeconds: number;
  wakes: TabletSettings['wakes'];
  show: boolean;
  sound: boolean;
  /** A new code; empty: as it was. */
  code: string;
}

export const IDLE_CHOICES = [60, 90, 120, 180, 300] as const;

export const draftOf = ({ idleSeconds, wakes, show, sound }: TabletSettings): Draft => ({
  idleSeconds,
  wakes,
  show,
  sound,
  code: '',
});

export interface Problems {
  /** Days of the week whose hours end before they begin. */
  days: number[];
  code: boolean;
}

export const problemsOf = ({ wakes, code }: Draft): Problems => ({
  days: wakes.flatMap((day, index) => (day && day.from >= day.to ? [index] : [])),
  code: code !== '' && !isExitCode(code),
});

export const isFine = ({ days, code }: Problems): boolean => days.length === 0 && !code;

/** The whole settings as they are signed: of the code only its slow hash. */
export async function settingsOf(before: TabletSettings, { code, ...draft }: Draft): Promise<TabletSettings> {
  const exitCode = code === '' ? before.exitCode : await makeExitCode(code);
  return { unit: before.unit, ...draft, exitCode };
}

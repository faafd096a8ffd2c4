/** How grave a finding is, and how it stands with its day, in words. */
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../domain/calendar/days.ts';
import type { Severity } from '../../domain/inspection/events.ts';
import { answerDay, type Finding, findingState } from '../../domain/inspection/records.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { Mark, type Tone } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

const TONES: Record<Severity, Tone> = { advice: 'plain', fault: 'amber', falsified: 'red' };

export function FindingMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('inspect');
  return <Mark tone={TONES[severity]}>{t(`finding.severities.${severity}`)}</Mark>;
}

/** While the unit is to answer: how long it has; empty when it is not. */
export function useStanding(): (finding: Finding) => { words: string; isLate: boolean } {
  const { t } = useTranslation('inspect');
  const { now } = useWhen();
  const today = localDateOf(instantOf(now));
  return (finding) => {
    if (findingState(finding) !== 'open') return { words: '', isLate: false };
    const left = daysBetween(today, answerDay(finding));
    if (left < 0) return { words: t('one.late', { count: -left }), isLate: true };
    return { words: left === 0 ? t('one.today') : t('one.left', { count: left }), isLate: false };
  };
}

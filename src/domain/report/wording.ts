/** Sentences that several parts of the report need, and what they are made of. */
import { TOWNSHIP_UNIT, type Unit } from '../registry/events.ts';
import { leftOn, type Registry } from '../registry/registry.ts';
import type { ReportInput, YearScore } from './model.ts';

export const leadingGroup = (registry: Registry): Unit['leadingGroup'] | null =>
  registry.units[TOWNSHIP_UNIT]?.leadingGroup ?? null;

/** People in the disclosure office. Those who run it beside other work are all of them in a township. */
export const officeStaff = (registry: Registry): number =>
  Object.values(registry.members).filter(
    ({ id, role, unit }) => role === 'office' && unit === TOWNSHIP_UNIT && leftOn(registry, id) === null,
  ).length;

/** `比上年增加3条`, or nothing when the year before has no records. */
export function compared(now: number, before: number, measure: string): string {
  if (before === 0) return '';
  if (now === before) return `，与上年持平`;
  return now > before ? `，比上年增加${now - before}${measure}` : `，比上年减少${before - now}${measure}`;
}

/** How the group is put together. */
export function organisation({ registry }: ReportInput): string {
  const group = leadingGroup(registry);
  const kinds = Object.values(registry.units);
  const villages = kinds.filter(({ kind }) => kind === 'village').length;
  const institutions = kinds.filter(({ kind }) => kind === 'institution').length;
  const led = kinds.filter(({ leadingGroup: own, id }) => id !== TOWNSHIP_UNIT && own.leader).length;
  const office = registry.units[TOWNSHIP_UNIT]?.office;
  const people = group?.leader
    ? `由${group.leader.post}任组长${group.deputies.length > 0 ? `，${group.deputies.map(({ post }) => post).join('、')}任副组长` : ''}${group.members.length > 0 ? `，成员${group.members.length}名` : ''}`
    : '组长尚未登记';
  const where = office ? `，办公室设在${office}` : '';
  const below = `全乡${villages}个行政村${institutions > 0 ? `、${institutions}个乡属单位` : ''}中，${led}个成立了政务公开领导小组`;
  return `${registry.name}政务公开工作领导小组${people}${where}。${below}。`;
}

const LISTED = 5;

export const NOTHING_WRONG = '对照公开目录和公开记录检查，没有发现应公开未公开和超期公开的事项。';

/** What the scorecards say went wrong, in sentences; an empty list when nothing did. */
export function problems(scores: readonly YearScore[], burst: number | null): string[] {
  const worst = (of: (score: YearScore) => number): { sum: number; names: string } => {
    const found = scores.filter((one) => of(one) > 0).sort((a, b) => of(b) - of(a));
    const names = found.slice(0, LISTED).map((one) => `${one.name}${of(one)}件`);
    return { sum: found.reduce((sum, one) => sum + of(one), 0), names: names.join('、') };
  };
  const late = worst(({ late: n }) => n);
  const missing = worst(({ missing: n }) => n);
  const corrected = worst(({ corrected: n }) => n);
  const unanswered = worst(({ unanswered: n }) => n);
  return [
    missing.sum > 0 && `应公开而没有公开的有${missing.sum}件（${missing.names}）。`,
    late.sum > 0 && `公开不及时的有${late.sum}件（${late.names}）。`,
    corrected.sum > 0 && `公开后又更正的有${corrected.sum}件（${corrected.names}）。`,
    unanswered.sum > 0 && `群众意见没有按时答复的有${unanswered.sum}件（${unanswered.names}）。`,
    burst !== null && burst >= 50 && `工作仍有突击现象，${burst}%的信息集中在每季度最后一周公开。`,
  ].filter((one): one is string => typeof one === 'string');
}

/** What follows from the problems. */
export function measures(scores: readonly YearScore[], burst: number | null): string[] {
  const any = (of: (score: YearScore) => number): boolean => scores.some((one) => of(one) > 0);
  return [
    (any(({ missing }) => missing) || any(({ late }) => late)) &&
      '对照公开目录逐月核对应公开事项，到期前提醒负责人，没有公开的在公开栏上写明。',
    any(({ corrected }) => corrected) && '加强公开前审核，先审后公开。',
    any(({ unanswered }) => unanswered) && '群众意见专人登记，到期前答复。',
    burst !== null && burst >= 50 && '把公开工作分到每个月，变突击为经常。',
    '继续组织村干部培训，人人会用手机公开。',
  ].filter((one): one is string => typeof one === 'string');
}

/** As a numbered list, one to a line. */
export const numbered = (lines: string[]): string => lines.map((line, at) => `${at + 1}．${line}`).join('\n');

/** A project over time: its notices in order, planned against done, money so far against the budget. */
import type { LightNotice } from '../board/board.ts';
import type { KindFields } from '../kind/values.ts';
import { valueOf } from '../kind/values.ts';
import type { Fen } from '../money.ts';

/** The steps that every project takes, in this order, as notices name them (kind `project`). */
export const STAGES = ['招标', '预算', '进度', '验收', '决算'] as const;
export type Stage = (typeof STAGES)[number];

/** One notice about a project, as the course needs it. */
export interface ProjectNotice {
  id: string;
  acceptedAt: string;
  title: string;
  fields: KindFields;
}

export interface CourseStep {
  /** In the order of `STAGES`; null: a report of progress that names no step. */
  stage: Stage | null;
  /** Null: nothing was published about this step. */
  notice: Pick<ProjectNotice, 'id' | 'acceptedAt' | 'title'> | null;
  /** Per cent that the notice says is done. */
  percent: string | null;
  /** Paid up to this notice. */
  paid: Fen | null;
}

export interface Course {
  steps: CourseStep[];
  /** The latest that any notice says; null: none does. */
  budget: Fen | null;
  paid: Fen | null;
  final: Fen | null;
  /** Per cent done, canonical decimal. */
  percent: string | null;
  /** Days in Asia/Shanghai. */
  due: string | null;
  accepted: string | null;
}

const fen = (fields: KindFields, id: string): Fen | null => valueOf(fields, id, 'money')?.value ?? null;
const paidIn = (fields: KindFields): Fen | null => fen(fields, 'paid') ?? fen(fields, 'invested');
const percentIn = (fields: KindFields): string | null =>
  valueOf(fields, 'percent', 'quantity')?.value ?? null;
const dayIn = (fields: KindFields, id: string): string | null => valueOf(fields, id, 'date')?.value ?? null;

function stageOf({ fields }: ProjectNotice): Stage | null {
  const said = valueOf(fields, 'stage', 'choice')?.value;
  return STAGES.find((stage) => stage === said) ?? null;
}

/** The last that was said of it. */
function latest<Value>(notices: ProjectNotice[], read: (fields: KindFields) => Value | null): Value | null {
  return notices.reduce<Value | null>((found, { fields }) => read(fields) ?? found, null);
}

/** @param notices of one project, in log order; withdrawn ones left out. */
export function courseOf(notices: ProjectNotice[]): Course {
  const published = notices.map((notice): CourseStep => {
    const { id, acceptedAt, title, fields } = notice;
    const shown = { id, acceptedAt, title };
    return { stage: stageOf(notice), notice: shown, percent: percentIn(fields), paid: paidIn(fields) };
  });
  const known = new Set(published.map(({ stage }) => stage));
  const missing = STAGES.filter((stage) => !known.has(stage));
  const place = ({ stage }: CourseStep): number => STAGES.indexOf(stage ?? '进度');
  const steps = [
    ...published,
    ...missing.map((stage): CourseStep => ({ stage, notice: null, percent: null, paid: null })),
  ].sort((one, other) => place(one) - place(other));
  return {
    steps,
    budget: latest(notices, (fields) => fen(fields, 'budget')),
    paid: latest(notices, paidIn),
    final: latest(notices, (fields) => fen(fields, 'final')),
    percent: latest(notices, percentIn),
    due: latest(notices, (fields) => dayIn(fields, 'due')),
    accepted: latest(notices, (fields) => dayIn(fields, 'accepted')),
  };
}

/** A project as the list of a unit's projects shows it, from lists alone. */
export interface ListedCourse {
  key: string;
  name: string;
  /** Its notices that still hang, in log order. */
  notices: LightNotice[];
}

/** The projects of a unit, the one with the newest notice first. @param notices in log order. */
export function projectsOf(notices: LightNotice[]): ListedCourse[] {
  const found = new Map<string, ListedCourse>();
  for (const notice of notices) {
    const { project, withdrawn } = notice;
    if (!project || withdrawn) continue;
    const before = found.get(project.key);
    // Put in again, so that the last touched is the last; a progress report knows the number alone.
    found.delete(project.key);
    const name = project.name === project.key && before ? before.name : project.name;
    found.set(project.key, { key: project.key, name, notices: [...(before?.notices ?? []), notice] });
  }
  return [...found.values()].reverse();
}

/** Ways into what is followed over time: each part and the words load when a notice needs them. */
import { type ComponentType, lazy, Suspense } from 'react';
import { projectOf } from '../../domain/kind/listed.ts';
import { addMessages } from '../i18n/i18n.ts';
import type { ComparedProps } from './compared.tsx';
import type { ProjectCourseProps } from './course.tsx';
import type { SettleProps } from './settle.tsx';
import type { StepsProps } from './steps.tsx';

/** Words of a folder whose parts are used here. */
type Words = { zh: object; en: object };

/** A part that comes with this folder's words. Nothing stands in its place meanwhile. */
function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  others: () => Promise<Record<string, Words>> = async () => ({}),
): ComponentType<Props> {
  const Part = lazy(async () => {
    const [component, words, more] = await Promise.all([load(), import('./messages.ts'), others()]);
    for (const [folder, own] of Object.entries({ ...more, follow: words })) addMessages(folder, own);
    return { default: component };
  }) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

const ComparedPart = part<ComparedProps>(async () => (await import('./compared.tsx')).Compared);

const COMPARED = new Set(['money', 'quantity', 'table']);

/** Draws nothing for a notice that belongs to no period or has no figures. */
export function ComparedLater(props: ComparedProps) {
  const { period, fields } = props.content;
  const hasFigures = Object.values(fields).some(({ type }) => COMPARED.has(type));
  return period !== '' && hasFigures ? <ComparedPart {...props} /> : null;
}

const CoursePart = part<ProjectCourseProps>(async () => (await import('./course.tsx')).ProjectCourse);

/** Draws nothing for a notice about no project. */
export function CourseLater(props: ProjectCourseProps) {
  return projectOf(props.fields) ? <CoursePart {...props} /> : null;
}

const SettlePart = part<SettleProps>(async () => (await import('./settle.tsx')).Settle);

/** Draws nothing where no two versions wait to be settled. */
export function SettleLater(props: SettleProps) {
  return props.notice.conflict && !props.notice.withdrawal ? <SettlePart {...props} /> : null;
}

const StepsPart = part<StepsProps>(
  async () => (await import('./steps.tsx')).Steps,
  async () => {
    const [sent, outings] = await Promise.all([
      import('../sent/messages.ts'),
      import('../outings/messages.ts'),
    ]);
    return { sent, outings };
  },
);

export const StepsLater = (props: StepsProps) => <StepsPart {...props} />;

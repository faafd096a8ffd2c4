/** Ways into what is followed over time: each part and the words load when a notice needs them. */
import { projectOf } from '../../domain/kind/listed.ts';
import { laterPart } from '../i18n/later-part.tsx';
import type { ComparedProps } from './compared.tsx';
import type { ProjectCourseProps } from './course.tsx';
import type { SettleProps } from './settle.tsx';
import type { StepsProps } from './steps.tsx';

const words = async () => ({ follow: await import('./messages.ts') });

const ComparedPart = laterPart<ComparedProps>(async () => (await import('./compared.tsx')).Compared, words);

const COMPARED = new Set(['money', 'quantity', 'table']);

/** Draws nothing for a notice that belongs to no period or has no figures. */
export function ComparedLater(props: ComparedProps) {
  const { period, fields } = props.content;
  const hasFigures = Object.values(fields).some(({ type }) => COMPARED.has(type));
  return period !== '' && hasFigures ? <ComparedPart {...props} /> : null;
}

const CoursePart = laterPart<ProjectCourseProps>(
  async () => (await import('./course.tsx')).ProjectCourse,
  words,
);

/** Draws nothing for a notice about no project. */
export function CourseLater(props: ProjectCourseProps) {
  return projectOf(props.fields) ? <CoursePart {...props} /> : null;
}

const SettlePart = laterPart<SettleProps>(async () => (await import('./settle.tsx')).Settle, words);

/** Draws nothing where no two versions wait to be settled. */
export function SettleLater(props: SettleProps) {
  return props.notice.conflict && !props.notice.withdrawal ? <SettlePart {...props} /> : null;
}

const StepsPart = laterPart<StepsProps>(
  async () => (await import('./steps.tsx')).Steps,
  async () => {
    const [own, sent, outings] = await Promise.all([
      words(),
      import('../sent/messages.ts'),
      import('../outings/messages.ts'),
    ]);
    return { ...own, sent, outings };
  },
);

export const StepsLater = (props: StepsProps) => <StepsPart {...props} />;

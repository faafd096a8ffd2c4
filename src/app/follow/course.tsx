/** A project's course: money so far against the budget, planned against done, and each step with its notice. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateText } from '../../domain/kind/format.ts';
import { projectOf } from '../../domain/kind/listed.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import { formatDifference, formatMoney } from '../../domain/money.ts';
import type { Course, CourseStep } from '../../domain/project/course.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { useNow } from '../ui/device-context.tsx';
import { Card, Mark } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useCourse, useProjects } from './course-data.ts';
import './course.css';

function Money({ course }: { course: Course }) {
  const { t } = useTranslation('follow');
  const { budget, paid, final } = course;
  const percent = budget && paid !== null ? Math.round((paid / budget) * 100) : null;
  const over = budget !== null && paid !== null && paid > budget;
  return (
    <>
      {budget !== null && paid !== null ? (
        <>
          <p>
            {t('course.money', {
              budget: formatMoney(budget),
              paid: formatMoney(paid),
              percent: percent ?? '—',
            })}
          </p>
          <progress
            className="progress-bar"
            aria-label={t('course.percentLabel')}
            value={Math.min(paid, budget)}
            max={Math.max(1, budget)}
          />
        </>
      ) : (
        <>
          {budget !== null && <p>{t('course.budget', { budget: formatMoney(budget) })}</p>}
          {paid !== null && <p>{t('course.paid', { paid: formatMoney(paid) })}</p>}
        </>
      )}
      {over && <Mark tone="red">{t('course.over', { amount: formatMoney(paid - budget) })}</Mark>}
      {final !== null && (
        <p>
          {budget === null
            ? t('course.final', { final: formatMoney(final) })
            : t('course.finalBy', {
                final: formatMoney(final),
                difference: formatDifference(final - budget),
              })}
        </p>
      )}
    </>
  );
}

/** Planned against done, in days and per cent. */
function Pace({ course }: { course: Course }) {
  const { t } = useTranslation('follow');
  const today = localDateOf(instantOf(useNow()));
  const { percent, due, accepted } = course;
  const late = due !== null && accepted === null && due < today && Number(percent ?? '0') < 100;
  return (
    <p className="course-pace">
      {percent !== null && (
        <Mark tone={percent === '100' ? 'green' : 'amber'}>{t('course.done', { percent })}</Mark>
      )}
      {accepted !== null && <Mark tone="green">{t('course.accepted', { day: dateText(accepted) })}</Mark>}
      {due !== null && accepted === null && (
        <span className={late ? 'course-late' : ''}>
          {t(late ? 'course.late' : 'course.due', { day: dateText(due) })}
        </span>
      )}
    </p>
  );
}

function Step({ unit, step, here }: { unit: string; step: CourseStep; here: string | null }) {
  const { t } = useTranslation('follow');
  const when = useWhen();
  const stage = step.stage ?? t('course.report');
  const { notice, percent, paid } = step;
  if (!notice) {
    return (
      <li className="course-step course-todo">
        <strong>{stage}</strong> <span className="second">{t('course.missing')}</span>
      </li>
    );
  }
  const facts = [
    percent === null ? '' : t('course.done', { percent }),
    paid === null ? '' : t('course.paid', { paid: formatMoney(paid) }),
  ].filter(Boolean);
  const isHere = notice.id === here;
  return (
    <li className="course-step" aria-current={isHere ? 'step' : undefined}>
      <strong>{stage}</strong> <time dateTime={notice.acceptedAt}>{when.fullDay(notice.acceptedAt)}</time>
      {isHere ? (
        <p>
          {notice.title}
          {t('course.here')}
        </p>
      ) : (
        <Link className="course-link" to={`/b/${unit}/n/${notice.id}`}>
          {notice.title}
        </Link>
      )}
      {facts.length > 0 && <p className="second">{facts.join(' · ')}</p>}
    </li>
  );
}

/** @param here the notice that is being read; null on the page of projects. */
export function CourseView({ unit, course, here }: { unit: string; course: Course; here: string | null }) {
  return (
    <>
      <Money course={course} />
      <Pace course={course} />
      <ol className="course-steps">
        {course.steps.map((step, index) => (
          <Step key={step.notice?.id ?? index} unit={unit} step={step} here={here} />
        ))}
      </ol>
    </>
  );
}

export interface ProjectCourseProps {
  unit: string;
  id: string;
  fields: KindFields;
}

export function ProjectCourse({ unit, id, fields }: ProjectCourseProps) {
  const { t } = useTranslation('follow');
  const key = projectOf(fields)?.key;
  const project = useProjects(unit)?.find((one) => one.key === key) ?? null;
  const course = useCourse(unit, project);
  if (!course) return null;
  return (
    <Card className="course">
      <h2>{t('course.title')}</h2>
      <CourseView unit={unit} course={course} here={id} />
      <Link className="course-link" to={`/b/${unit}/projects`}>
        {t('course.all')}
      </Link>
    </Card>
  );
}

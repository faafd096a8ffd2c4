/** All projects of a unit, each with how far it is and its course. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import type { ListedCourse } from '../../domain/project/course.ts';
import { useFollow } from '../board/board-data.ts';
import { BoardFrame, useBack } from '../board/frame.tsx';
import { unitOf } from '../board/people.ts';
import { Button } from '../ui/button.tsx';
import { useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Card, Empty, Mark } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useCourse, useProjects } from './course-data.ts';
import { CourseView } from './course.tsx';
import './follow.css';

function Project({ unit, project, first }: { unit: string; project: ListedCourse; first: boolean }) {
  const { t } = useTranslation('follow');
  const when = useWhen();
  const [open, setOpen] = useState(first);
  const course = useCourse(unit, open ? project : null);
  const last = project.notices[project.notices.length - 1];
  return (
    <Card className="course">
      <h3 className="project-name">{project.name}</h3>
      <p>
        <Mark tone="plain">{project.key}</Mark> {t('course.notices', { count: project.notices.length })}
      </p>
      {last && (
        <p className="second">
          {t('course.last', {
            stage: last.project?.stage || t('course.report'),
            day: when.fullDay(last.acceptedAt),
          })}
        </p>
      )}
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'close' : 'course.title')}
      </Button>
      {open &&
        (course ? <CourseView unit={unit} course={course} here={null} /> : <p>{t('course.loading')}</p>)}
    </Card>
  );
}

function Projects({ unit }: { unit: string }) {
  const { t } = useTranslation('follow');
  const registry = useRegistry();
  const back = useBack(unit);
  const projects = useProjects(unit);
  useFollow(unit);
  if (registry === undefined || projects === undefined) return <Splash />;
  return (
    <BoardFrame unit={unit} title={unitOf(registry, unit)?.name ?? t('projects')} back={back}>
      <section className="stack">
        <h2 className="category-heading">{t('projects')}</h2>
        {projects.length === 0 ? (
          <Empty icon="works" title={t('course.none')}>
            {t('course.noneText')}
          </Empty>
        ) : (
          <div className="projects">
            {projects.map((project, index) => (
              <Project key={project.key} unit={unit} project={project} first={index === 0} />
            ))}
          </div>
        )}
      </section>
    </BoardFrame>
  );
}

/** `/b/:unit/projects` */
export default function ProjectsScreen() {
  const { unit } = useParams();
  return unit ? <Projects key={unit} unit={unit} /> : <Navigate to="/" replace />;
}

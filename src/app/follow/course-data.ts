/** The notices of one project, read and checked on this device. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { currentRevision } from '../../domain/notice/notice.ts';
import {
  type Course,
  courseOf,
  type ListedCourse,
  type ProjectNotice,
  projectsOf,
} from '../../domain/project/course.ts';
import type { Device } from '../../sync/client/device.ts';
import { useDevice } from '../ui/device-context.tsx';
import { lightNotices } from './earlier.ts';

/** Notices of one project that are read, the newest. */
const MOST = 40;

/** Projects of a unit, live. Undefined: being read. */
export function useProjects(unit: string): ListedCourse[] | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => projectsOf(await lightNotices(db, unit)), [db, unit]);
}

async function read(device: Device, unit: string, { notices }: ListedCourse): Promise<ProjectNotice[]> {
  const found: ProjectNotice[] = [];
  for (const { id } of notices.slice(-MOST)) {
    const details = await device.details(unit, id);
    if (details?.proof !== 'checked') continue;
    const { acceptedAt } = details.notice.revisions[0];
    const { title, fields } = currentRevision(details.notice).content;
    found.push({ id, acceptedAt, title, fields });
  }
  return found;
}

/** Undefined: being read. */
export function useCourse(unit: string, project: ListedCourse | null): Course | undefined {
  const device = useDevice();
  const [found, setFound] = useState<{ key: string; course: Course } | null>(null);
  const key = project ? `${project.key} ${project.notices.map(({ latest }) => latest).join(' ')}` : '';
  useEffect(() => {
    if (!project) return;
    let gone = false;
    read(device, unit, project).then(
      (notices) => gone || setFound({ key, course: courseOf(notices) }),
      // A storage that fails here leaves out the course; the notices themselves are shown all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
    // What the project is stands in the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [device, unit, key]);
  return found?.key === key ? found.course : undefined;
}

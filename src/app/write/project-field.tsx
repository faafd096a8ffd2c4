/** Which project a notice is about: one that this unit has, or a new one. Choosing fills in what stays the same. */
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import type { NoticeKind } from '../../domain/kind/kind.ts';
import { fieldOf } from '../../domain/kind/kind.ts';
import { PROJECT_FIELDS, projectOf } from '../../domain/kind/listed.ts';
import { emptyFor } from '../../domain/kind/reuse.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { type ListedCourse, projectsOf } from '../../domain/project/course.ts';
import { SelectField, useDevice } from '../ui/index.ts';

interface Props {
  unit: string;
  kind: NoticeKind;
  fields: KindFields;
  /** The unit's notices in log order. */
  board: LightNotice[];
  onFields: (change: (fields: KindFields) => KindFields) => void;
}

/** What the last notice of the same kind about the project says and the next one keeps; else its number alone. */
async function startOf(
  device: ReturnType<typeof useDevice>,
  { unit, kind }: Props,
  { key, notices }: ListedCourse,
): Promise<KindFields> {
  const number: KindFields = { [PROJECT_FIELDS.key]: { type: 'text', value: key } };
  const last = [...notices].reverse().find((notice) => notice.kind === kind.id);
  const details = last && (await device.details(unit, last.id));
  if (!details) return number;
  return { ...emptyFor(kind, currentRevision(details.notice).content.fields), ...number };
}

/** Draws nothing for a kind that belongs to no project, and on a board that has none yet. */
export function ProjectField(props: Props) {
  const { t } = useTranslation('write');
  const device = useDevice();
  const { kind, fields, board, onFields } = props;
  const projects = projectsOf(board);
  if (!fieldOf(kind, PROJECT_FIELDS.key) || projects.length === 0) return null;
  const own = projectOf(fields)?.key ?? '';
  const choose = async (key: string): Promise<void> => {
    const project = projects.find((one) => one.key === key);
    if (!project) {
      const named: string[] = [PROJECT_FIELDS.key, PROJECT_FIELDS.name];
      return onFields((now) => Object.fromEntries(Object.entries(now).filter(([id]) => !named.includes(id))));
    }
    const start = await startOf(device, props, project);
    onFields((now) => ({ ...now, ...start }));
  };
  return (
    <SelectField
      label={t('kind.project')}
      hint={t('kind.projectHint')}
      value={projects.some(({ key }) => key === own) ? own : ''}
      options={[
        { value: '', label: t(kind.id === 'project' ? 'kind.projectNew' : 'kind.projectNone') },
        ...projects.map(({ key, name }) => ({ value: key, label: name === key ? key : `${name}（${key}）` })),
      ]}
      onChange={(key) => void choose(key)}
    />
  );
}

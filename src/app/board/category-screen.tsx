/** The notices of one subject. */
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { ASPECTS, type Aspect } from '../../domain/catalogue/entry.ts';
import { useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { useBoard, useFollow } from './board-data.ts';
import { useAspectName } from './categories.tsx';
import { useDueRules } from './due-later.ts';
import { NONE_LATE, useLateMarksRead, useSilence } from './due-data.ts';
import { useHold } from './hold.ts';
import { BoardFrame, useBack, useTabletLayout } from './frame.tsx';
import { Rows } from './notice-list.tsx';
import { unitOf } from './people.ts';

function CategoryView({ unit, aspect }: { unit: string; aspect: Aspect }) {
  const { t } = useTranslation('board');
  const registry = useRegistry();
  const board = useBoard(unit, Infinity);
  const nameOf = useAspectName();
  const back = useBack(unit);
  const tablet = useTabletLayout();
  useFollow(unit);
  const entries = (registry?.catalogue ?? []).filter((one) => one.aspect === aspect);
  const ids = new Set(entries.map((one) => one.id));
  const notices = (board?.notices ?? []).filter((one) => ids.has(one.entry));
  const silence = useSilence(unit, aspect);
  const rules = useDueRules();
  const late = useLateMarksRead(unit);
  const settled = useHold(silence !== undefined && late !== undefined);
  if (registry === undefined || board === undefined || !settled) return <Splash />;
  const own = unitOf(registry, unit);
  const kind = own?.kind ?? 'village';
  const official = entries.filter((one) => one.units.includes(kind)).map((one) => one.name);
  const name = nameOf(aspect, kind);
  return (
    <BoardFrame unit={unit} title={t('pageOf', { name, unit: own?.name ?? '' })} back={back}>
      <section className="stack">
        <div>
          <h2 className="category-heading">{name}</h2>
          <p className="second">{t('covers', { entries: official.join(t('comma')) })}</p>
        </div>
        {rules && <rules.DueBlock silence={silence} />}
        {aspect === 'works' && (
          <ButtonLink icon="works" to={`/b/${unit}/projects`}>
            {t('projects')}
          </ButtonLink>
        )}
        {notices.length === 0 ? (
          <Empty title={t('emptyCategory.title')}>{t('emptyCategory.text')}</Empty>
        ) : (
          <Rows unit={unit} notices={notices} registry={registry} photos={tablet} late={late ?? NONE_LATE} />
        )}
      </section>
    </BoardFrame>
  );
}

/** `/b/:unit/c/:aspect` */
export function CategoryScreen() {
  const { unit, aspect } = useParams();
  const known = ASPECTS.find((one) => one === aspect);
  if (!unit || !known) return <Navigate to={`/b/${unit ?? ''}`} replace />;
  return <CategoryView key={`${unit}/${known}`} unit={unit} aspect={known} />;
}

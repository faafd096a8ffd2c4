/** What is not finished, and the way into a new notice or a correction. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import type { DraftRow } from '../../store/device/db.ts';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';
import { Button, ButtonLink, Empty, Icon, Mark, Message, Screen, Splash, useDevice } from '../ui/index.ts';
import { MineLine } from '../board/mine-line.tsx';
import { InboxLinkLater } from '../talk/later.tsx';
import { useWhen } from '../ui/use-when.ts';
import { isBlank } from './draft-check.ts';
import { useWriter } from './writer.ts';
import './write.css';

/** A draft to write in: the one that is blank or already corrects this notice, else a new one. */
export async function draftFor(
  device: Device,
  unit: string,
  notice: string | null,
  revision: string | null = null,
): Promise<Outcome<DraftRow, SaveFault>> {
  // Whoever settles two versions starts from the one that was chosen, not from a draft begun before.
  if (notice !== null && revision !== null) return device.newDraft(unit, { notice, revision });
  const drafts = await device.db.drafts.toArray();
  const known = drafts.find((draft) =>
    notice === null
      ? draft.unit === unit && draft.change === null && isBlank(draft)
      : draft.change?.notice === notice,
  );
  if (known) return { ok: true, value: known };
  return device.newDraft(unit, notice === null ? undefined : { notice });
}

/** Opens the draft for a link like `/write?unit=v1&correct=<notice>` or `/write?new`. */
export function Begin({
  unit,
  notice,
  revision = null,
}: {
  unit: string;
  notice: string | null;
  revision?: string | null;
}) {
  const { t } = useTranslation('write');
  const device = useDevice();
  const navigate = useNavigate();
  const [fault, setFault] = useState<SaveFault | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // React may run this twice; one draft is enough.
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const made = await draftFor(device, unit, notice, revision);
      if (made.ok) void navigate(`/write/${made.value.id}`, { replace: true });
      else setFault(made.code);
    };
    void begin();
  }, [device, unit, notice, revision, navigate]);
  if (!fault) return <Splash />;
  return (
    <Screen title={t('title')} back="/write">
      <Message
        tone="red"
        title={t('list.failed')}
        action={<ButtonLink to="/write">{t('gone.list')}</ButtonLink>}
      >
        {t(`fault.${fault}`)}
      </Message>
    </Screen>
  );
}

function DraftLine({ draft, unit }: { draft: DraftRow; unit: string }) {
  const { t } = useTranslation('write');
  const when = useWhen();
  const photos = draft.content.photos.length;
  return (
    <li>
      <Link className="card draft-line" to={`/write/${draft.id}`}>
        <span className="draft-text">
          <span className="draft-title">{draft.content.title || t('list.untitled')}</span>
          <span className="second">
            {[
              unit,
              draft.content.entry.name,
              photos > 0 && t('list.photos', { n: photos }),
              t('list.saved', { time: when.short(draft.updatedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {draft.change && <Mark tone="blue">{t('list.correction')}</Mark>}
        <Icon name="next" />
      </Link>
    </li>
  );
}

/** This device may not write: said plainly, with the way on. */
export function NotAllowed() {
  const { t } = useTranslation('write');
  return (
    <Screen title={t('title')}>
      <Empty
        icon="write"
        title={t('notAllowed.title')}
        action={
          <ButtonLink kind="main" to="/">
            {t('notAllowed.board')}
          </ButtonLink>
        }
      >
        {t('notAllowed.text')}
      </Empty>
    </Screen>
  );
}

export function DraftsScreen() {
  const { t } = useTranslation('write');
  const { db } = useDevice();
  const navigate = useNavigate();
  const writer = useWriter();
  const [search] = useSearchParams();
  const drafts = useLiveQuery(() => db.drafts.orderBy('updatedAt').reverse().toArray(), [db]);
  if (writer === undefined || drafts === undefined) return <Splash />;
  if (writer === null) return <NotAllowed />;

  const unit = search.get('unit') ?? writer.units[0]?.id ?? '';
  if (!writer.units.some((one) => one.id === unit)) return <NotAllowed />;
  const correct = search.get('correct');
  if (correct !== null || search.has('new'))
    return <Begin unit={unit} notice={correct} revision={search.get('from')} />;

  const begun = drafts.filter((draft) => draft.change !== null || !isBlank(draft));
  if (begun.length === 0 && search.has('unit')) return <Navigate to={`?new&unit=${unit}`} replace />;
  const several = writer.units.length > 1;
  return (
    <Screen title={t('title')}>
      <div className="stack">
        <Button kind="main" icon="plus" className="draft-new" onClick={() => void navigate('?new')}>
          {t('list.new')}
        </Button>
        <MineLine />
        <ButtonLink icon="check" to="/review">
          {t('list.review')}
        </ButtonLink>
        <InboxLinkLater />
        <h2>{t('list.drafts')}</h2>
        {begun.length === 0 && <p className="second">{t('list.none')}</p>}
        <ul className="stack-tight">
          {begun.map((draft) => (
            <DraftLine
              key={draft.id}
              draft={draft}
              unit={several ? (writer.registry.units[draft.unit]?.name ?? '') : ''}
            />
          ))}
        </ul>
      </div>
    </Screen>
  );
}

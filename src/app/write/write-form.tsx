/** The form of one draft. Everything in it is kept as it is typed. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import type { Problem } from '../../domain/kind/problems.ts';
import { NOTICE_LIMITS, type NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';
import {
  Button,
  Confirm,
  Mark,
  Message,
  Screen,
  SelectField,
  TextField,
  useDevice,
  useNow,
} from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { isBlank } from './draft-check.ts';
import { EntryField } from './entry-field.tsx';
import { FilesField } from './files-field.tsx';
import { PhotosField } from './photos-field.tsx';
import { KindChoice, KindFieldsForm } from './kind-fields.tsx';
import { kindsFor, reusedContent, withField, withKind } from './kind-state.ts';
import type { FieldErrors } from './problems.ts';
import { ProjectField } from './project-field.tsx';
import { OfficerField, SectionsField } from './text-fields.tsx';
import { UrgentField } from './urgent-field.tsx';
import type { OpenDraft } from './use-draft.ts';
import { officersOf, type Writer } from './writer.ts';

interface FormProps {
  open: OpenDraft;
  draft: DraftRow;
  writer: Writer;
  entries: CatalogueEntry[];
  board: LightNotice[];
  errors: FieldErrors;
  problems: Problem[];
  /** The person has tried to publish. */
  tried: boolean;
  footer: ReactNode;
  /** Messages at the top. */
  children?: ReactNode;
}

/** When the draft was last written to the table: read from the table. */
function SavedAt({ open, draft }: { open: OpenDraft; draft: DraftRow }) {
  const { t } = useTranslation('write');
  const { db } = useDevice();
  const when = useWhen();
  const kept = useLiveQuery(async () => (await db.drafts.get(draft.id))?.updatedAt ?? null, [db, draft.id]);
  if (open.fault) return <Mark tone="red">{t('draft.failed')}</Mark>;
  if (!kept) return open.dirty ? t('draft.unsaved') : null;
  return <time dateTime={kept}>{t('draft.saved', { time: when.short(kept) })}</time>;
}

/** For whom it is published. */
function UnitField({ draft, writer, open }: Pick<FormProps, 'draft' | 'writer' | 'open'>) {
  const { t } = useTranslation('write');
  const { units, member, registry } = writer;
  const unit = registry.units[draft.unit];
  return (
    <>
      {units.length > 1 && !draft.change && (
        <SelectField
          label={t('unit')}
          value={draft.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => open.change({ unit: next })}
        />
      )}
      {unit && member.unit !== unit.id && (
        <Message tone="blue" title={t('onBehalfMark')}>
          {t('onBehalf', { own: registry.units[member.unit]?.name ?? '', unit: unit.name })}
        </Message>
      )}
    </>
  );
}

/** A correction shows what it corrects, and asks why. */
function CorrectionField({ draft, open, errors }: Pick<FormProps, 'draft' | 'open' | 'errors'>) {
  const { t } = useTranslation('write');
  const device = useDevice();
  const { change, unit } = draft;
  const original = useLiveQuery(
    async () => (change ? await device.details(unit, change.notice) : null),
    [device, unit, change?.notice],
  );
  if (!change) return null;
  const content = original ? currentRevision(original.notice).content : null;
  return (
    <>
      <Message tone="blue" title={t('correcting.title')}>
        <p>{t('correcting.text')}</p>
        {content && (
          <details className="write-original">
            <summary>{t('correcting.show')}</summary>
            <p className="draft-title">{content.title}</p>
            {content.sections.map((section, index) => (
              <p key={index} className="plain-text">
                {[section.heading, section.text].filter(Boolean).join('\n')}
              </p>
            ))}
          </details>
        )}
      </Message>
      <TextField
        id="write-reason"
        label={t('field.reason')}
        hint={t('field.reasonHint')}
        required
        value={draft.reason}
        maxLength={NOTICE_LIMITS.reason}
        error={errors.reason ?? null}
        onChange={(reason) => open.change({ reason })}
      />
    </>
  );
}

function RemoveDraft({ draft, open }: Pick<FormProps, 'draft' | 'open'>) {
  const { t } = useTranslation('write');
  const device = useDevice();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    open.close();
    await device.deleteDraft(draft.id);
    void navigate('/write', { replace: true });
  };
  return (
    <div className="write-remove">
      <Button kind="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t('remove.button')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('remove.title')}
        confirm={t('remove.confirm')}
        cancel={t('remove.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        {t('remove.text', {
          title: draft.content.title || t('list.untitled'),
          n: draft.content.photos.length + draft.content.attachments.length,
        })}
      </Confirm>
    </div>
  );
}

/** How it is written: the choice of the kind, and the fields of the one that was chosen. */
function KindPart({
  open,
  draft,
  entries,
  board,
  problems,
  tried,
}: Pick<FormProps, 'open' | 'draft' | 'entries' | 'board' | 'problems' | 'tried'>) {
  const { t } = useTranslation('write');
  const today = localDateOf(instantOf(useNow()));
  const { content } = draft;
  const kind = kindOf(content.kind);
  const entry = entries.find((one) => one.id === content.entry.id);
  if (!kind) return <Message tone="amber" title={t('kind.unknown')} />;
  return (
    <>
      {content.entry.id !== '' && (
        <KindChoice
          kind={kind}
          kinds={kindsFor(entry, content.kind)}
          onChoose={(next) => open.change((now) => withKind(now, next, entry, today))}
        />
      )}
      <ProjectField
        unit={draft.unit}
        kind={kind}
        fields={content.fields}
        board={board}
        onFields={(change) =>
          open.change((now) => ({ content: { ...now.content, fields: change(now.content.fields) } }))
        }
      />
      <KindFieldsForm
        kind={kind}
        fields={content.fields}
        typed={draft.typed ?? {}}
        problems={problems}
        tried={tried}
        today={today}
        onChange={(field, value, typed) => open.change((now) => withField(now, field, value, typed))}
      />
    </>
  );
}

export function WriteForm(props: FormProps) {
  const { open, draft, writer, entries, board, errors, footer, children } = props;
  const { t } = useTranslation('write');
  const device = useDevice();
  const { content } = draft;
  const unit = writer.registry.units[draft.unit];
  const set = (part: (content: NoticeContent) => Partial<NoticeContent>): void =>
    open.change((now) => ({ content: { ...now.content, ...part(now.content) } }));
  const useLast = async (light: LightNotice): Promise<void> => {
    const details = await device.details(draft.unit, light.id);
    if (!details) return;
    const last = currentRevision(details.notice).content;
    set(() => reusedContent(last));
  };
  return (
    <Screen
      title={t(draft.change ? 'correctTitle' : 'title')}
      back="/write"
      aside={<SavedAt open={open} draft={draft} />}
      footer={footer}
    >
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        {children}
        <UnitField draft={draft} writer={writer} open={open} />
        <CorrectionField draft={draft} open={open} errors={errors} />
        <EntryField
          chosen={content.entry}
          entries={entries}
          board={board}
          error={errors.entry ?? null}
          onUseLast={isBlank(draft) ? (notice) => void useLast(notice) : null}
        />
        <TextField
          id="write-title"
          label={t('field.title')}
          hint={t('field.titleHint')}
          required
          value={content.title}
          maxLength={NOTICE_LIMITS.title}
          error={errors.title ?? null}
          autoComplete="off"
          onChange={(title) => set(() => ({ title }))}
        />
        <KindPart {...props} />
        <SectionsField
          content={content}
          error={errors.text ?? null}
          onChange={(part) => set(({ sections }) => ({ sections: part(sections) }))}
        />
        <PhotosField
          draft={draft.id}
          photos={content.photos}
          keep={open.keep}
          onChange={(part) => set(({ photos }) => ({ photos: part(photos) }))}
        />
        <FilesField
          draft={draft.id}
          files={content.attachments}
          lifted={(draft.lifted ?? []).map(({ original }) => original)}
          keep={open.keep}
          onChange={(part) => set(({ attachments }) => ({ attachments: part(attachments) }))}
        />
        <OfficerField
          value={content.officer}
          people={unit ? officersOf(unit, NOTICE_LIMITS.officer) : []}
          error={errors.officer ?? null}
          onChange={(officer) => set(() => ({ officer }))}
        />
        <UrgentField
          urgent={draft.outward.urgent}
          onChange={(urgent) => open.change((now) => ({ outward: { ...now.outward, urgent } }))}
        />
      </form>
      <RemoveDraft draft={draft} open={open} />
    </Screen>
  );
}

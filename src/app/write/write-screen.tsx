/** One draft: the form, the list of what it may be about, the look that residents will see, and 'publish'. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { tableFieldOf } from '../../domain/kind/kind.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { valueOf } from '../../domain/kind/values.ts';
import { reviewerOf } from '../../domain/registry/rights.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { fullTable } from '../tables/table-edit.ts';
import { TableScreen } from '../tables/table-screen.tsx';
import { Button, ButtonLink, Empty, Message, Screen, Splash, useDevice, useNow } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useGoBack } from '../ui/use-go-back.ts';
import { draftProblems } from './draft-check.ts';
import { NotAllowed } from './drafts-screen.tsx';
import { entriesFor, recentEntries } from './entries.ts';
import { EntryPicker } from './entry-field.tsx';
import { inputId } from './kind-inputs.tsx';
import { namedProblem, useLanguage } from './kind-problems.ts';
import { kindProblems, withEntry, withField } from './kind-state.ts';
import { Look } from './look.tsx';
import { fieldElement, fieldErrors } from './problems.ts';
import { signedContent, unreadFields } from './signed-content.ts';
import { tidy } from './tidy.ts';
import { ReviewHint } from './review-hint.tsx';
import { type OpenDraft, useDraft } from './use-draft.ts';
import { WriteForm } from './write-form.tsx';
import { useWriter, type Writer } from './writer.ts';
import './write.css';

function Gone() {
  const { t } = useTranslation('write');
  return (
    <Screen title={t('title')} back="/write">
      <Empty
        icon="write"
        title={t('gone.title')}
        action={
          <ButtonLink kind="main" to="/sent">
            {t('gone.sent')}
          </ButtonLink>
        }
      >
        <p>{t('gone.text')}</p>
        <ButtonLink kind="quiet" to="/write">
          {t('gone.list')}
        </ButtonLink>
      </Empty>
    </Screen>
  );
}

/** The element of the first field that keeps a draft from being published; null: it can go. */
function firstWrong(draft: DraftRow): string | null {
  const own = draftProblems({ ...draft, ...tidy(draft) })[0];
  if (own) return fieldElement(own.field);
  const field =
    unreadFields(draft)[0] ?? kindProblems(draft.content).find(({ severity }) => severity === 'error')?.field;
  return field === undefined ? null : inputId(field);
}

interface Publishing {
  /** Checks, keeps, signs, and goes on; what is missing is marked in the form. */
  publish(): Promise<void>;
  busy: boolean;
  /** The person has tried: problems are shown from now on. */
  tried: boolean;
  fault: SaveFault | null;
}

function usePublishing(open: OpenDraft, draft: DraftRow, toForm: () => void): Publishing {
  const device = useDevice();
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SaveFault | null>(null);

  const sign = async (): Promise<SaveFault | null> => {
    const { reason } = tidy(draft);
    const signed = signedContent(draft).content;
    open.change({ reason, signed });
    const notKept = await open.keep();
    if (notKept) return notKept;
    // What is signed is read from the table: it must be the masked content of this moment, and nothing older.
    const kept = await device.db.drafts.get(draft.id);
    if (JSON.stringify(kept?.signed) !== JSON.stringify(signed)) return kept ? 'storage-failed' : 'gone';
    const outcome = await device.publish(draft.id);
    if (!outcome.ok) return outcome.code;
    open.close();
    void navigate(`/write/saved/${outcome.value.id}`, { replace: true });
    return null;
  };
  const publish = async (): Promise<void> => {
    setTried(true);
    setFault(null);
    const first = firstWrong(draft);
    if (first) {
      toForm();
      // After the form is drawn with its errors.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${first}`)?.focus());
      return;
    }
    setBusy(true);
    const failed = await sign();
    setFault(failed);
    setBusy(false);
    if (failed) toForm();
  };
  return { publish, busy, tried, fault };
}

function OpenWriteScreen({ open, draft, writer }: { open: OpenDraft; draft: DraftRow; writer: Writer }) {
  const { t } = useTranslation('write');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const goBack = useGoBack(`/write/${draft.id}`);
  const board = useBoards([draft.unit])?.get(draft.unit) ?? [];
  const toForm = (): void => {
    if (search.has('look')) void navigate(`/write/${draft.id}`, { replace: true });
  };
  const { publish, busy, tried, fault } = usePublishing(open, draft, toForm);
  const unit = writer.registry.units[draft.unit];
  const entries = useMemo(
    () => (unit ? entriesFor(writer.registry.catalogue, unit.kind) : []),
    [writer.registry.catalogue, unit],
  );
  const today = localDateOf(instantOf(useNow()));
  const language = useLanguage();
  const { kind: kindId, fields } = draft.content;
  const problems = useMemo(() => kindProblems({ kind: kindId, fields }), [kindId, fields]);
  const kind = kindOf(kindId);
  const errors = tried ? fieldErrors(t, draftProblems({ ...draft, ...tidy(draft) })) : {};
  const wrong = [
    ...Object.values(errors),
    ...(kind ? problems.filter(({ severity }) => severity === 'error') : [])
      .slice(0, 6)
      .flatMap((problem) => (kind ? [namedProblem(t, kind, problem, language)] : [])),
  ];
  const reviewer = reviewerOf(writer.registry, draft.content.entry.id, draft.outward);
  const publishButton = (
    <Button kind="main" busy={busy} onClick={() => void publish()}>
      {t(
        busy ? 'publishing' : reviewer !== 'none' ? 'submit' : draft.change ? 'publishCorrection' : 'publish',
      )}
    </Button>
  );

  if (search.has('pick')) {
    const recent = recentEntries(entries, board, writer.key);
    return (
      <EntryPicker
        entries={entries}
        recent={recent}
        chosen={draft.content.entry.id}
        onBack={goBack}
        onPick={(entry) => {
          open.change((one) => withEntry(one, entry, today));
          goBack();
        }}
      />
    );
  }
  const table = kind && tableFieldOf(kind, search.get('table') ?? '');
  if (table) {
    return (
      <TableScreen
        field={table}
        value={valueOf(fields, table.id, 'table')}
        problems={problems.filter(({ field }) => field === table.id)}
        language={language}
        onBack={goBack}
        onChange={(change) =>
          open.change((one) => {
            const now = fullTable(table, valueOf(one.content.fields, table.id, 'table'));
            return withField(one, table.id, change(now), '');
          })
        }
      />
    );
  }
  if (search.has('look')) {
    return <Look open={open} draft={draft} writer={writer} onBack={goBack} publish={publishButton} />;
  }
  return (
    <WriteForm
      open={open}
      draft={draft}
      writer={writer}
      entries={entries}
      board={board}
      errors={errors}
      problems={problems}
      tried={tried}
      footer={
        <>
          <ButtonLink to="?look">{t('look.button')}</ButtonLink>
          {publishButton}
        </>
      }
    >
      {reviewer !== 'none' && <ReviewHint writer={writer} draft={draft} reviewer={reviewer} />}
      {fault && (
        <Message
          tone="red"
          title={t('fault.title')}
          action={<Button onClick={() => void publish()}>{t('fault.again')}</Button>}
        >
          {t(`fault.${fault}`)}
        </Message>
      )}
      {tried && wrong.length > 0 && (
        <Message tone="amber" title={t('problem.title')}>
          {wrong.join('；')}
        </Message>
      )}
    </WriteForm>
  );
}

function WriteDraft({ id }: { id: string }) {
  const device = useDevice();
  const open = useDraft(device, id);
  const writer = useWriter();
  if (writer === undefined || open.draft === undefined) return <Splash />;
  if (open.draft === null) return <Gone />;
  if (writer === null) return <NotAllowed />;
  return <OpenWriteScreen open={open} draft={open.draft} writer={writer} />;
}

export function WriteScreen() {
  const { draft = '' } = useParams();
  return <WriteDraft key={draft} id={draft} />;
}

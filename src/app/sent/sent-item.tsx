/** One item of the outbox: what it is, how far it has come, and what can be done with it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutboxRow } from '../../store/device/db.ts';
import { Button, ButtonLink, Card, Mark, Message, useDevice } from '../ui/index.ts';
import { DeleteItem } from './delete-item.tsx';
import { because, type Words } from './ladder-words.ts';
import { OutboxLadder } from './outbox-ladder.tsx';
import { isFolded, isUnsent, type Surroundings, unitOfStream } from './standing.ts';
import { canTakeBack, takeBack } from './take-back.ts';
import { fileName, handOver } from './to-file.ts';
import type { zh } from './messages.ts';

type Kind = keyof (typeof zh)['kind'];
/** Types that have a word of their own; the word for a plain notice is left out. */
const KINDS: readonly string[] = [
  'notice.corrected',
  'notice.withdrawn',
  'unit.set',
  'member.set',
  'invitation.made',
  'device.revoked',
  'catalogue.set',
  'catalogue.entry-set',
  'place.set',
  'outing.made',
  'outing.ended',
  'submission.made',
  'submission.returned',
  'submission.taken-back',
  'mask.lifted',
  'objection.made',
  'objection.answered',
  'comment.published',
  'comment.refused',
  'comment.answer-corrected',
  'comment.clear-counted',
  'comment.counted',
  'score.rules-set',
  'year.closed',
  'unit.handed-over',
  'score.objected',
  'score.answered',
  'lesson.finished',
  'round.opened',
  'round.checked',
  'round.closed',
  'finding.made',
  'finding.answered',
  'finding.rechecked',
  'finding.dropped',
  'notice.reviewed',
  'notice.publicity-closed',
] satisfies Kind[];

function KindMark({ type }: { type: string }) {
  const { t } = useTranslation('sent');
  if (!KINDS.includes(type)) return null;
  return (
    <Mark tone={type.startsWith('notice.') ? 'blue' : 'plain'}>
      {t('kind', { returnObjects: true })[type as Kind]}
    </Mark>
  );
}

function ToFile({ row, onFault }: { row: OutboxRow; onFault: () => void }) {
  const { t } = useTranslation('sent');
  const device = useDevice();
  const save = async (): Promise<void> => {
    const blob = await device.exportItem(row.id);
    if (blob) await handOver(blob, t('fileName', { title: fileName(row.title) }));
    else onFault();
  };
  return (
    <Button kind="quiet" onClick={() => void save()}>
      {t('toFile')}
    </Button>
  );
}

function TakeBack({ row, onFault }: { row: OutboxRow; onFault: () => void }) {
  const { t } = useTranslation('sent');
  const device = useDevice();
  const navigate = useNavigate();
  const take = async (): Promise<void> => {
    const draft = await takeBack(device, row);
    if (draft.ok) void navigate(`/write/${draft.value}`);
    else onFault();
  };
  return (
    <Button kind="main" icon="write" onClick={() => void take()}>
      {t('takeBack')}
    </Button>
  );
}

function Actions({ row }: { row: OutboxRow }) {
  const { t } = useTranslation('sent');
  const device = useDevice();
  const [fault, setFault] = useState<'toFileFailed' | 'takeBackFailed' | null>(null);
  const unit = unitOfStream(row.stream);
  const onBoard = row.receipt !== null && row.notice !== '' && unit !== null;
  return (
    <fieldset className="sent-actions">
      <legend className="only-read">{t('more')}</legend>
      {fault && <Message tone="red" title={t(fault)} />}
      {canTakeBack(row) && <TakeBack row={row} onFault={() => setFault('takeBackFailed')} />}
      {onBoard && (
        <ButtonLink kind="quiet" to={`/b/${unit}/n/${row.notice}`}>
          {t('open')}
        </ButtonLink>
      )}
      {unit !== null && row.notice !== '' && (
        <ButtonLink kind="quiet" to={`/b/${unit}/n/${row.notice}/out`}>
          {t('out')}
        </ButtonLink>
      )}
      {row.phase !== 'complete' && (
        <Button kind="quiet" onClick={() => void device.retry(row.id)}>
          {t('again')}
        </Button>
      )}
      <ToFile row={row} onFault={() => setFault('toFileFailed')} />
      <DeleteItem row={row} />
    </fieldset>
  );
}

/** An invitation is listed by its unit's id; people know the unit by its name. */
const titleOf = ({ row, around }: ItemProps): string =>
  (row.type === 'invitation.made' && around.registry?.units[row.title]?.name) || row.title;

interface ItemProps {
  row: OutboxRow;
  around: Surroundings;
  words: Words;
}

function Body({ row, around, words }: ItemProps) {
  const { t } = useTranslation('sent');
  return (
    <>
      {row.phase === 'refused' && (
        <Message tone="red" title={t('step.network.refused')}>
          {because(t, row.problem?.code ?? 'other')}
        </Message>
      )}
      <OutboxLadder row={row} around={around} words={words} />
      <Actions row={row} />
    </>
  );
}

/** What arrived whole a day ago: one line, opened by a press. */
function FoldedItem(props: ItemProps) {
  const { t } = useTranslation('sent');
  const { row, words } = props;
  return (
    <details className="sent-folded card">
      <summary>
        <span className="sent-folded-title">{titleOf(props)}</span>
        <span className="second figures">
          {words.when.short(row.receipt?.acceptedAt ?? row.savedAt)} ·{' '}
          {t('step.takenIn', { n: (row.receipt?.number ?? 0) + 1 })}
        </span>
      </summary>
      <Body {...props} />
    </details>
  );
}

export function SentItem(props: ItemProps) {
  const { row, around } = props;
  const { t } = useTranslation('sent');
  if (isFolded(row, around.now)) return <FoldedItem {...props} />;
  return (
    <Card className="sent-item" data-phase={row.phase}>
      <h2 className="sent-title">
        {titleOf(props)} <KindMark type={row.type} />
        {!isUnsent(row) && row.phase === 'complete' && <Mark tone="green">{t('complete')}</Mark>}
      </h2>
      <Body {...props} />
    </Card>
  );
}

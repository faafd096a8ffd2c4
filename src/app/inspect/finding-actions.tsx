/** What can be done with a finding: the unit answers; whoever inspects checks again or drops it; either may publish it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { INSPECTION_LIMITS } from '../../domain/inspection/events.ts';
import { type Finding, findingState } from '../../domain/inspection/records.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { Button, Card, TextField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { Fault } from './fault.tsx';
import { ANSWER_DAYS } from './finding-form.tsx';
import { useHalfWritten } from './half-written.ts';
import { type TakenPhotos, TakePhotos } from './photos-taken.tsx';
import { draftOfFinding } from './publish-finding.ts';
import { useKeeping } from '../ui/use-keeping.ts';
import type { Viewer } from './viewer.ts';

interface Of {
  viewer: Viewer;
  unit: string;
  finding: Finding;
}

function Answer({ unit, finding }: Of) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const keeping = useKeeping();
  const [said, say, forget] = useHalfWritten(`answer:${finding.id}:${finding.answers.length}`, {
    text: '',
    photos: [] as TakenPhotos,
  });
  const [tried, setTried] = useState(false);
  const send = async (): Promise<void> => {
    setTried(true);
    const text = said.text.trim();
    if (text === '') return;
    const content = { finding: finding.id, text, photos: said.photos };
    if (await keeping.keep(() => device.record(unit, 'finding.answered', content, finding.title))) forget();
  };
  return (
    <Card className="stack">
      <Fault keeping={keeping} />
      <TextField
        label={t('one.answer')}
        hint={t('one.answerHint')}
        multiline
        required
        value={said.text}
        maxLength={INSPECTION_LIMITS.text}
        error={tried && said.text.trim() === '' ? t('one.answerMissing') : null}
        onChange={(text) => say({ text })}
      />
      <TakePhotos photos={said.photos} keeping={keeping} onPhotos={(photos) => say({ photos })} />
      <Button kind="main" icon="send" busy={keeping.busy} onClick={() => void send()}>
        {t('one.answerSend')}
      </Button>
    </Card>
  );
}

function Recheck({ unit, finding }: Of) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const keeping = useKeeping();
  const today = localDateOf(instantOf(useWhen().now));
  const [said, say, forget] = useHalfWritten(`recheck:${finding.id}:${finding.rechecks.length}`, {
    text: '',
  });
  const [tried, setTried] = useState(false);
  const decide = async (done: boolean): Promise<void> => {
    setTried(true);
    const text = said.text.trim();
    if (text === '') return;
    const due = done ? null : addWorkingDays(today, ANSWER_DAYS);
    const content = { finding: finding.id, done, text, due };
    if (await keeping.keep(() => device.record(unit, 'finding.rechecked', content, finding.title))) forget();
  };
  return (
    <Card className="stack">
      <h2>{t('one.recheck')}</h2>
      <Fault keeping={keeping} />
      <TextField
        label={t('one.recheckText')}
        multiline
        required
        value={said.text}
        maxLength={INSPECTION_LIMITS.text}
        error={tried && said.text.trim() === '' ? t('one.recheckMissing') : null}
        onChange={(text) => say({ text })}
      />
      <div className="inspect-buttons">
        <Button busy={keeping.busy} onClick={() => void decide(false)}>
          {t('one.notDone', { days: ANSWER_DAYS })}
        </Button>
        <Button kind="main" icon="check" busy={keeping.busy} onClick={() => void decide(true)}>
          {t('one.done')}
        </Button>
      </div>
    </Card>
  );
}

function Drop({ unit, finding }: Of) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const keeping = useKeeping();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (!open)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('one.drop')}
      </Button>
    );
  const drop = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const content = { finding: finding.id, reason: reason.trim() };
    await keeping.keep(() => device.record(unit, 'finding.dropped', content, finding.title));
  };
  return (
    <Card className="stack">
      <Fault keeping={keeping} />
      <TextField
        label={t('one.dropReason')}
        multiline
        rows={2}
        required
        value={reason}
        maxLength={INSPECTION_LIMITS.text}
        error={tried && reason.trim() === '' ? t('one.dropMissing') : null}
        onChange={setReason}
      />
      <div className="inspect-buttons">
        <Button onClick={() => setOpen(false)}>{t('one.cancel')}</Button>
        <Button kind="danger" busy={keeping.busy} onClick={() => void drop()}>
          {t('one.dropNow')}
        </Button>
      </div>
    </Card>
  );
}

/** A draft on the unit's own board, or by the office on the township's; it goes the way of any notice from there. */
function Publish({ viewer, unit, finding }: Of) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const navigate = useNavigate();
  const keeping = useKeeping();
  const board = viewer.answersFor.includes(unit) ? unit : TOWNSHIP_UNIT;
  if (!viewer.answersFor.includes(board)) return null;
  const publish = async (): Promise<void> => {
    const words = {
      title: t('one.publishTitle', { title: finding.title }),
      parts: t('one.publishParts', { returnObjects: true }),
      who: t('one.publishWho'),
    };
    const made = await keeping.keep(() => draftOfFinding(device, board, finding, words));
    if (made) void navigate(`/write/${made.id}`);
  };
  return (
    <div className="stack-tight">
      <Fault keeping={keeping} />
      <Button icon="board" busy={keeping.busy} onClick={() => void publish()}>
        {t('one.publish')}
      </Button>
      <p className="second">{t('one.publishText')}</p>
    </div>
  );
}

export function FindingActions(of: Of) {
  const { viewer, unit, finding } = of;
  const state = findingState(finding);
  const answers = viewer.answersFor.includes(unit);
  const isOpen = state === 'open' || state === 'answered';
  const ownAnswer = finding.answers.some(({ author }) => author === viewer.key);
  return (
    <>
      {state === 'open' && answers && <Answer {...of} />}
      {isOpen && viewer.inspects && !ownAnswer && <Recheck {...of} />}
      {state !== 'dropped' && (viewer.inspects || state !== 'open') && <Publish {...of} />}
      {isOpen && viewer.inspects && <Drop {...of} />}
    </>
  );
}

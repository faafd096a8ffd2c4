/** One submission: what residents will see, what it changes, and the decision. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { currentRevision } from '../../domain/notice/notice.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { reviewsFor } from '../../domain/registry/rights.ts';
import { REVIEW_LIMITS } from '../../domain/review/events.ts';
import { submissionState } from '../../domain/review/queue.ts';
import { useDetails } from '../board/board-data.ts';
import Changes from '../board/changes.tsx';
import { NoticeBody } from '../board/notice-body.tsx';
import { NoticeFacts } from '../board/notice-facts.tsx';
import '../board/notice-screen.css';
import type { SubmissionDetails } from '../../sync/client/review.ts';
import {
  Button,
  ButtonLink,
  Confirm,
  Empty,
  Message,
  Screen,
  Splash,
  TextField,
  useDevice,
  useNow,
} from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { StateMark } from './queue-screen.tsx';
import { type Queued, type Reader, reviewerFor, useQueue, useSubmission } from './review-data.ts';
import { useDeciding, type Deciding } from './use-decision.ts';

interface Shown {
  reader: Reader;
  unit: string;
  found: SubmissionDetails;
}

function Fault({ deciding: { fault } }: { deciding: Deciding }) {
  const { t } = useTranslation('review');
  if (!fault) return null;
  return (
    <Message tone="red" title={t('fault.title')}>
      {t(`fault.${fault}`)}
    </Message>
  );
}

/** Approve, or return with what is to be mended. */
function Decide({ unit, id, deciding }: { unit: string; id: string; deciding: Deciding }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const close = (): void => setAsked(null);
  const approve = async (): Promise<void> => {
    await deciding.decide(() => device.approve(unit, id));
    close();
  };
  const giveBack = async (): Promise<void> => {
    setTried(true);
    if (comment.trim() === '') return;
    await deciding.decide(() => device.returnSubmission(unit, id, comment));
    close();
  };
  return (
    <>
      <Button onClick={() => setAsked('return')}>{t('one.return')}</Button>
      <Button kind="main" onClick={() => setAsked('approve')}>
        {t('one.approve')}
      </Button>
      <Confirm
        open={asked === 'approve'}
        busy={deciding.busy}
        title={t('one.approveTitle')}
        confirm={t('one.approveNow')}
        cancel={t('one.cancel')}
        onCancel={close}
        onConfirm={() => void approve()}
      >
        <p>{t('one.approveText')}</p>
      </Confirm>
      <Confirm
        open={asked === 'return'}
        busy={deciding.busy}
        title={t('one.returnTitle')}
        confirm={t('one.returnNow')}
        cancel={t('one.cancel')}
        onCancel={close}
        onConfirm={() => void giveBack()}
      >
        <p>{t('one.returnText')}</p>
        <TextField
          label={t('one.comment')}
          required
          multiline
          value={comment}
          maxLength={REVIEW_LIMITS.comment}
          error={tried && comment.trim() === '' ? t('one.commentMissing') : null}
          onChange={setComment}
        />
      </Confirm>
    </>
  );
}

function TakeBack({ unit, id, deciding }: { unit: string; id: string; deciding: Deciding }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const take = async (): Promise<void> => {
    const taken = await deciding.decide(async () => {
      const back = await device.takeSubmissionBack(unit, id);
      return back.ok ? device.redraft(unit, id) : back;
    });
    setAsked(false);
    if (taken) void navigate('/write');
  };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('one.takeBack')}</Button>
      <Confirm
        open={asked}
        busy={deciding.busy}
        title={t('one.takeBackTitle')}
        confirm={t('one.takeBackNow')}
        cancel={t('one.cancel')}
        onCancel={() => setAsked(false)}
        onConfirm={() => void take()}
      >
        <p>{t('one.takeBackText')}</p>
      </Confirm>
    </>
  );
}

function Mend({ unit, id, deciding }: { unit: string; id: string; deciding: Deciding }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const navigate = useNavigate();
  const mend = async (): Promise<void> => {
    let draft = '';
    const begun = await deciding.decide(async () => {
      const made = await device.redraft(unit, id);
      if (made.ok) draft = made.value.id;
      return made;
    });
    if (begun) void navigate(`/write/${draft}`);
  };
  return (
    <Button kind="main" busy={deciding.busy} onClick={() => void mend()}>
      {t('one.mend')}
    </Button>
  );
}

/** What can be done with it now, at the foot; null: nothing. */
function useFoot({ reader, unit, found }: Shown, queued: Queued | undefined, deciding: Deciding) {
  const { t } = useTranslation('review');
  const { record, published } = found;
  const { id } = record;
  if (published)
    return (
      <ButtonLink kind="main" to={`/b/${unit}/n/${published.notice}`}>
        {t('one.see')}
      </ButtonLink>
    );
  // Until it is known whose it is, nothing can be pressed.
  if (!queued || queued.decision || record.takenBack) return null;
  if (record.returned)
    return queued.mine && !record.mended ? <Mend unit={unit} id={id} deciding={deciding} /> : null;
  if (queued.mine) return <TakeBack unit={unit} id={id} deciding={deciding} />;
  return reviewsFor(reader.registry, reader.key, unit, record.entry) ? (
    <Decide unit={unit} id={id} deciding={deciding} />
  ) : null;
}

/** Who handed it in, what was said of it before, and why nothing can be done here. */
function Standing({ reader, found, queued }: Shown & { queued: Queued | undefined }) {
  const { t } = useTranslation('review');
  const when = useWhen();
  const { record, content } = found;
  const person = (key: string): { name: string; post: string } =>
    memberOf(reader.registry, key) ?? { name: '?', post: '?' };
  const before = useSubmission(found.record.mends ? (queued?.unit ?? '') : '', found.record.mends ?? '');
  const reviewer = reviewerFor(reader.registry, record.entry);
  const waits = queued?.state === 'waiting' && queued.decision === null;
  return (
    <div className="stack-tight">
      <p>
        {queued && <StateMark queued={queued} />}{' '}
        {t('one.from', { ...person(record.author), time: when.moment(record.acceptedAt) })}
      </p>
      {record.returned && (
        <Message
          tone="amber"
          title={t('one.returned', { ...person(record.returned.author), comment: record.returned.comment })}
        >
          {record.mended ? t('one.mended') : undefined}
        </Message>
      )}
      {before?.record.returned && <p>{t('one.mends', { comment: before.record.returned.comment })}</p>}
      {content.change && <p>{t('one.reason', { reason: content.change.reason })}</p>}
      {waits && queued.mine && <p className="second">{t('one.own')}</p>}
      {waits && !queued.mine && !queued.forMe && (
        <p className="second">{t('one.not', { who: t(`one.who.${reviewer}`) })}</p>
      )}
    </div>
  );
}

function WhatChanges({ unit, found }: { unit: string; found: SubmissionDetails }) {
  const { t } = useTranslation('review');
  const { change, notice } = found.content;
  const details = useDetails(unit, change?.notice ?? '');
  if (!change || !details) return null;
  return (
    <section>
      <h2>{t('one.changes')}</h2>
      <Changes before={currentRevision(details.notice).content} after={notice} />
    </section>
  );
}

function Found(shown: Shown) {
  const { reader, unit, found } = shown;
  const { t } = useTranslation('review');
  const now = useNow();
  const deciding = useDeciding();
  const queued = useQueue(reader)?.find((one) => one.submission.id === found.record.id);
  const foot = useFoot(shown, queued, deciding);
  const { notice } = found.content;
  return (
    <Screen title={t('one.title')} back="/review" footer={foot ?? undefined}>
      <div className="stack">
        <Fault deciding={deciding} />
        <Standing {...shown} queued={queued} />
        {submissionState(found.record, found.published !== null) === 'waiting' && (
          <p className="second">{t('one.note')}</p>
        )}
        <article className="notice-main card">
          <h2 className="notice-title">{notice.title}</h2>
          <NoticeFacts
            unit={reader.registry.units[unit]?.name ?? unit}
            published={now}
            officer={notice.officer}
            entry={notice.entry.name}
          />
          <NoticeBody id="submission" content={notice} />
        </article>
        <WhatChanges unit={unit} found={found} />
      </div>
    </Screen>
  );
}

export function SubmissionScreen({ reader, unit, id }: { reader: Reader; unit: string; id: string }) {
  const { t } = useTranslation('review');
  const found = useSubmission(unit, id);
  if (found === undefined) return <Splash label={t('loading')} />;
  if (found) return <Found reader={reader} unit={unit} found={found} />;
  return (
    <Screen title={t('title')} back="/review">
      <Empty
        icon="search"
        title={t('one.gone')}
        action={<ButtonLink to="/review">{t('one.back')}</ButtonLink>}
      >
        {t('one.goneText')}
      </Empty>
    </Screen>
  );
}

/** Under a notice: what people said about it and what was answered, by whom and when; and the way to say something. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusedInAll } from '../../domain/talk/talk.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Masked } from '../board/masked.tsx';
import { signerOf } from '../board/people.ts';
import { useReader } from '../kiosk/reader.ts';
import { Button, ButtonLink, Card, useIdentity } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { ClearQuestion } from './clear-question.tsx';
import { refusedByReason, type ShownComment, type Talk, useNoticeTalk } from './talk-data.ts';
import './talk.css';

export interface NoticeTalkProps {
  unit: string;
  notice: string;
  registry: Registry | null | undefined;
}

/** Comments shown at first, and more with each press. */
const PORTION = 10;

/** One comment with its answer, as residents see it. */
export function CommentCard({
  comment,
  registry,
  reading = false,
}: {
  comment: ShownComment;
  registry: Registry | null | undefined;
  reading?: boolean;
}) {
  const { t } = useTranslation('talk');
  const when = useWhen();
  const day = when.fullDay(comment.acceptedAt);
  const by = signerOf(registry, comment.author);
  return (
    <Card className={`talk-comment ${reading ? 'reading' : ''}`}>
      <p className="talk-who">{t('one.says', { who: comment.name || t('someone') })}</p>
      <p className="talk-words">
        <Masked text={comment.text} />
      </p>
      <div className="talk-answer">
        <p className="talk-words">
          <Masked text={comment.answer} />
        </p>
        <p className="second">{by ? t('by', { ...by, day }) : t('byUnknown', { day })}</p>
        {comment.corrections > 0 && <p className="second">{t('corrected', { n: comment.corrections })}</p>}
      </div>
    </Card>
  );
}

function useSentences(comments: ShownComment[]): string[] {
  const { t } = useTranslation('talk');
  return useMemo(
    () =>
      comments.map(
        ({ name, text, answer }) =>
          `${t('someoneSays', { who: name || t('someone'), text })}。${t('answers', { text: answer })}`,
      ),
    [comments, t],
  );
}

function Comments({ talk: { talk, comments }, registry, onMore }: Shown) {
  const { t } = useTranslation('talk');
  const sentences = useSentences(comments);
  const reader = useReader(sentences);
  const reading = reader.state === 'reading';
  const left = talk.answered.length - comments.length;
  return (
    <>
      <div className="talk-head">
        <h3 id="talk-title" className="talk-title serif">
          {t('title')}
        </h3>
        {comments.length > 0 && (
          <Button icon={reading ? 'pause' : 'speaker'} onClick={reading ? reader.stop : reader.start}>
            {t(reading ? 'stop' : 'read')}
          </Button>
        )}
      </div>
      {talk.answered.length === 0 && <p className="second">{t('none')}</p>}
      {reader.state === 'no-voice' && <p className="second">{t('noVoice')}</p>}
      <ul className="stack-tight">
        {comments.map((comment, at) => (
          <li key={comment.envelope}>
            <CommentCard comment={comment} registry={registry} reading={reading && reader.index === at} />
          </li>
        ))}
      </ul>
      {left > 0 && <Button onClick={onMore}>{t('more', { n: Math.min(left, PORTION) })}</Button>}
    </>
  );
}

interface Shown {
  talk: Talk;
  registry: Registry | null | undefined;
  onMore: () => void;
}

/** How many are not shown, and why. */
function Refused({ talk: { refused } }: Talk) {
  const { t } = useTranslation('talk');
  const n = refusedInAll(refused);
  if (n === 0) return null;
  const why = refusedByReason(refused)
    .map((one) => t('refusedOne', { reason: t(`reason.${one.reason}`), n: one.n }))
    .join(t('comma'));
  return <p className="second">{t('refused', { n, why })}</p>;
}

function Clear({ talk: { clear } }: Talk) {
  const { t } = useTranslation('talk');
  const when = useWhen();
  if (!clear || clear.yes + clear.no === 0) return null;
  const { yes, no, acceptedAt } = clear;
  return <p>{t('clear.counted', { yes, no, day: when.day(acceptedAt) })}</p>;
}

export function NoticeTalk({ unit, notice, registry }: NoticeTalkProps) {
  const { t } = useTranslation('talk');
  const identity = useIdentity();
  const [most, setMost] = useState(PORTION);
  const talk = useNoticeTalk(unit, notice, most);
  const canAsk = registry?.desks[unit] !== undefined;
  // Whoever works at a desk has it on his own screens.
  const isResident = identity === null || identity?.kind === 'tablet';
  if (!talk) return null;
  return (
    <section className="talk stack-tight" aria-labelledby="talk-title">
      <Comments talk={talk} registry={registry} onMore={() => setMost((n) => n + PORTION)} />
      <Refused {...talk} />
      <Clear {...talk} />
      {isResident && canAsk && <ClearQuestion unit={unit} notice={notice} />}
      {isResident && (
        <div className="talk-say">
          <ButtonLink kind="main" icon="message" to={`/b/${unit}/n/${notice}/say`}>
            {t('say')}
          </ButtonLink>
          <p className="second">{t('sayHint')}</p>
        </div>
      )}
    </section>
  );
}

/** `/talk/:unit/:envelope`: one comment, and what becomes of it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TALK_LIMITS } from '../../../domain/talk/events.ts';
import { covered, type Cover, NO_COVER } from '../../../domain/talk/hide.ts';
import type { ArrivedComment } from '../../../sync/client/talk.ts';
import { repeatsOf } from '../../../domain/talk/repeats.ts';
import { isWaiting } from '../../../sync/client/talk-waiting.ts';
import { useDeciding } from '../../review/use-decision.ts';
import {
  Button,
  ButtonLink,
  Card,
  Empty,
  Message,
  Screen,
  Splash,
  TextField,
  useDevice,
} from '../../ui/index.ts';
import { useWhen } from '../../ui/use-when.ts';
import { CommentCard } from '../notice-talk.tsx';
import { CoverFields } from './cover.tsx';
import { type DeskReader, dueNoon, useDesks } from './inbox-data.ts';
import { CommentMark } from './inbox-screen.tsx';
import { Refuse } from './refuse.tsx';
import { Repeats } from './repeats.tsx';

interface Shown {
  reader: DeskReader;
  unit: string;
  one: ArrivedComment;
}

/** The comment as it came, with what it is about. */
function Said({ unit, one }: Omit<Shown, 'reader'>) {
  const { t } = useTranslation('talk');
  const when = useWhen();
  const { acceptedAt } = one.envelope;
  return (
    <Card className="stack-tight">
      <p>
        <CommentMark one={one} />
      </p>
      <p className="talk-who">{t('one.says', { who: one.name || t('someone') })}</p>
      <p className="talk-words talk-said">{one.text}</p>
      <p className="second">
        {t('one.came', { day: when.fullDay(acceptedAt), due: when.day(dueNoon(acceptedAt)) })}
      </p>
      <p>
        {t('one.about')} <strong>{one.about?.title ?? t('inbox.gone')}</strong>
      </p>
      {one.about && (
        <ButtonLink icon="board" to={`/b/${unit}/n/${one.notice}`}>
          {t('one.open')}
        </ButtonLink>
      )}
    </Card>
  );
}

function Fault({ deciding }: { deciding: ReturnType<typeof useDeciding> }) {
  const { t } = useTranslation('talk');
  const { fault } = deciding;
  if (!fault) return null;
  return (
    <Message tone="red" title={t('one.fault.title')}>
      {t(`one.fault.${fault === 'own' ? 'not-valid' : fault}`)}
    </Message>
  );
}

/** The answer in public, with what is covered and how it will look. */
function Answer({ reader, unit, one }: Shown) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const deciding = useDeciding();
  const [answer, setAnswer] = useState('');
  const [cover, setCover] = useState<Cover>(NO_COVER);
  const [tried, setTried] = useState(false);
  const { now } = useWhen();
  const title = one.about?.title ?? '';
  const [said, answered, name] = [covered(one.text, cover), covered(answer, cover), covered(one.name, cover)];
  const found = new Map([...said.found, ...answered.found, ...name.found].map((f) => [f.original, f]));
  const shown = { text: said.text, answer: answered.text, name: name.text.slice(0, TALK_LIMITS.name) };
  const publish = (): void => {
    setTried(true);
    if (answer.trim() === '' || answer.length > TALK_LIMITS.answer) return;
    void deciding.decide(() => device.publishComment(unit, one, { ...shown, title }));
  };
  return (
    <>
      <TextField
        label={t('one.answer')}
        hint={t('one.answerHint')}
        multiline
        required
        rows={5}
        value={answer}
        maxLength={TALK_LIMITS.answer}
        error={tried && answer.trim() === '' ? t('one.answerMissing') : null}
        onChange={setAnswer}
      />
      <CoverFields
        text={`${one.text}\n${one.name}\n${answer}`}
        found={[...found.values()]}
        cover={cover}
        onChange={setCover}
      />
      <h3>{t('one.look')}</h3>
      <CommentCard
        registry={reader.registry}
        comment={{
          is: 'answered',
          envelope: one.envelope.id,
          ...shown,
          answer: shown.answer || t('one.answerHere'),
          corrections: 0,
          author: reader.key,
          acceptedAt: new Date(now).toISOString(),
        }}
      />
      <Fault deciding={deciding} />
      <Button kind="main" icon="send" busy={deciding.busy} onClick={publish}>
        {t('one.publish')}
      </Button>
    </>
  );
}

/** For a notice that is not shown any more: a word to the sender alone. */
function Alone({ unit, one }: Omit<Shown, 'reader'>) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const deciding = useDeciding();
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  const answer = (): void => {
    setTried(true);
    if (word.trim() !== '') void deciding.decide(() => device.answerAlone(unit, one, word));
  };
  return (
    <>
      <Message tone="blue" title={t('one.withdrawn')} />
      <TextField
        label={t('one.answer')}
        multiline
        required
        value={word}
        maxLength={TALK_LIMITS.answer}
        error={tried && word.trim() === '' ? t('one.answerMissing') : null}
        onChange={setWord}
      />
      <Fault deciding={deciding} />
      <Button kind="main" icon="send" busy={deciding.busy} onClick={answer}>
        {t('one.alone')}
      </Button>
    </>
  );
}

function NotShown({ unit, one, again }: Omit<Shown, 'reader'> & { again: boolean }) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const deciding = useDeciding();
  const title = one.about?.title ?? '';
  return (
    <>
      <Fault deciding={deciding} />
      <Refuse
        label={t(again ? 'one.takeDown' : 'one.refuse')}
        now={t(again ? 'one.takeDownNow' : 'one.refuseNow')}
        busy={deciding.busy}
        onRefuse={(reason, word) =>
          void deciding.decide(() => device.refuseComment(unit, one, { reason, word, title }))
        }
      />
    </>
  );
}

/** Already answered: as residents see it; the answer can be changed, and all of it taken down. */
function Answered({ reader, unit, one }: Shown) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const deciding = useDeciding();
  const decision = one.decision?.is === 'answered' ? one.decision : null;
  const [answer, setAnswer] = useState<string | null>(null);
  if (!decision) return null;
  const correct = async (): Promise<void> => {
    if (answer === null || answer.trim() === '') return;
    const said = { answer: covered(answer, NO_COVER).text, title: one.about?.title ?? '' };
    if (await deciding.decide(() => device.correctCommentAnswer(unit, one, said))) setAnswer(null);
  };
  return (
    <>
      <CommentCard registry={reader.registry} comment={{ ...decision, envelope: one.envelope.id }} />
      <Fault deciding={deciding} />
      {answer === null ? (
        <Button icon="write" onClick={() => setAnswer(decision.answer)}>
          {t('one.correct')}
        </Button>
      ) : (
        <>
          <TextField
            label={t('one.answer')}
            hint={t('one.answerHint')}
            multiline
            required
            rows={5}
            value={answer}
            maxLength={TALK_LIMITS.answer}
            error={answer.trim() === '' ? t('one.answerMissing') : null}
            onChange={setAnswer}
          />
          <Button kind="main" icon="send" busy={deciding.busy} onClick={() => void correct()}>
            {t('one.correctNow')}
          </Button>
        </>
      )}
      <NotShown unit={unit} one={one} again />
    </>
  );
}

function Next(shown: Shown) {
  const { t } = useTranslation('talk');
  const { one } = shown;
  if (one.onItsWay) {
    return (
      <Message tone="amber" title={t('one.kept')}>
        {t('one.keptText')}
      </Message>
    );
  }
  if (one.decision?.is === 'answered') return <Answered {...shown} />;
  const isShown = one.about !== null && !one.about.withdrawn;
  return (
    <>
      {isShown ? <Answer {...shown} /> : <Alone {...shown} />}
      {one.decision === null && isWaiting(one) && <NotShown {...shown} again={false} />}
    </>
  );
}

export function CommentScreen({ reader, unit, id }: { reader: DeskReader; unit: string; id: string }) {
  const { t } = useTranslation('talk');
  const desks = useDesks(reader.units.includes(unit) ? [unit] : []);
  if (desks === undefined) return <Splash label={t('inbox.loading')} />;
  const comments = desks.get(unit)?.comments ?? [];
  const one = comments.find(({ envelope }) => envelope.id === id);
  return (
    <Screen title={t('one.title')} back="/talk">
      {one ? (
        <div className="stack">
          <Said unit={unit} one={one} />
          <Repeats unit={unit} repeats={repeatsOf(comments, one).filter(isWaiting)} />
          <Next reader={reader} unit={unit} one={one} />
        </div>
      ) : (
        <Empty icon="search" title={t('one.gone')}>
          {t('one.goneText')}
        </Empty>
      )}
    </Screen>
  );
}

/** A notice's publicity period from the counter's side: objections taken down, answered, and the result published. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { REVIEW_LIMITS } from '../../domain/review/events.ts';
import type { Objection } from '../../domain/review/queue.ts';
import { useDetails } from '../board/board-data.ts';
import { PublicityCard, usePublicity } from '../board/publicity-card.tsx';
import { ButtonLink, Card, Empty, Mark, Message, Screen, Splash, TextField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { AnswerForm } from './answer-form.tsx';
import { Foldout } from './foldout.tsx';
import { type Reader, useObjections } from './review-data.ts';
import { ReviewAfter } from './review-after.tsx';
import { SealedObjections, useSealedObjections } from './sealed-objections.tsx';
import { useDeciding } from './use-decision.ts';

interface Shown {
  reader: Reader;
  unit: string;
  notice: Notice;
}

const EMPTY = { name: '', contact: '', text: '' };

function Take({ unit, notice }: Shown) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const deciding = useDeciding();
  const [said, setSaid] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (said.text.trim() === '') return false;
    const kept = await deciding.decide(() => device.makeObjection(unit, notice.id, said));
    if (!kept) return false;
    setSaid(EMPTY);
    setTried(false);
    return true;
  };
  const field = (key: keyof typeof EMPTY) => ({
    label: t(`objections.${key}`),
    value: said[key],
    onChange: (text: string) => setSaid((now) => ({ ...now, [key]: text })),
  });
  return (
    <Foldout
      title={t('objections.take')}
      hint={t('objections.takeHint')}
      save={t('objections.save')}
      deciding={deciding}
      onSave={save}
    >
      <TextField
        {...field('text')}
        multiline
        required
        maxLength={REVIEW_LIMITS.objection}
        error={tried && said.text.trim() === '' ? t('objections.textMissing') : null}
      />
      <TextField {...field('name')} maxLength={REVIEW_LIMITS.name} />
      <TextField {...field('contact')} maxLength={REVIEW_LIMITS.contact} inputMode="tel" />
    </Foldout>
  );
}

function One({ reader, unit, objection }: { reader: Reader; unit: string; objection: Objection }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const when = useWhen();
  const { answer, envelope } = objection;
  const name = (key: string): string => memberOf(reader.registry, key)?.name ?? '?';
  return (
    <li>
      <Card className="stack-tight">
        <p>
          <strong>{objection.name || t('objections.anonymous')}</strong>
          {objection.contact && ` · ${objection.contact}`}
        </p>
        <p className="second">
          {t(envelope === null ? 'objections.at' : 'objections.takenAt', {
            time: when.moment(objection.at),
            name: name(objection.author),
          })}
        </p>
        <p className="review-words">{objection.text}</p>
        {answer ? (
          <>
            <p>
              <Mark tone={answer.upheld ? 'red' : 'plain'}>
                {t(answer.upheld ? 'objections.upheld' : 'objections.refused')}
              </Mark>{' '}
              {t('objections.answered', { name: name(answer.author) })}
            </p>
            <p className="review-words">{answer.text}</p>
          </>
        ) : (
          <>
            <p>
              <Mark tone="amber">{t('objections.waiting')}</Mark>
            </p>
            <AnswerForm onAnswer={(said) => device.answerObjection(unit, objection.id, said)} />
          </>
        )}
      </Card>
    </li>
  );
}

function Close({ unit, notice }: Shown) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const when = useWhen();
  const period = usePublicity(unit, notice);
  const deciding = useDeciding();
  const [result, setResult] = useState('');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (result.trim() === '') return false;
    return deciding.decide(() => device.closePublicity(unit, notice.id, result));
  };
  return (
    <Foldout
      title={t('objections.close')}
      hint={t('objections.closeHint')}
      save={t('objections.closeNow')}
      deciding={deciding}
      onSave={save}
    >
      {period?.state === 'running' && period.lastDay && (
        <Message tone="amber" title={t('objections.early', { day: when.fullDay(period.lastDay) })} />
      )}
      {period?.state === 'not-up' && <Message tone="amber" title={t('objections.notUp')} />}
      <TextField
        label={t('objections.result')}
        multiline
        required
        value={result}
        maxLength={REVIEW_LIMITS.objection}
        error={tried && result.trim() === '' ? t('objections.resultMissing') : null}
        onChange={setResult}
      />
    </Foldout>
  );
}

function NoticeObjections(shown: Shown) {
  const { reader, unit, notice } = shown;
  const { t } = useTranslation('review');
  const objections = useObjections(unit, notice.id) ?? [];
  const sealed = useSealedObjections(unit, notice.id) ?? [];
  const posts = postsFor(reader.registry, reader.key).includes(unit);
  const { content, outward } = currentRevision(notice);
  const open = objections.filter(({ answer }) => !answer).length + sealed.length;
  const count = objections.length + sealed.length;
  const upheld = objections.some(({ answer }) => answer?.upheld);
  const closes = posts && outward.publicity !== null && !notice.publicityResult && !notice.withdrawal;
  return (
    <Screen title={t('objections.title')} back={`/b/${unit}/n/${notice.id}`}>
      <div className="stack">
        <p>
          {t('objections.about')} <strong>{content.title}</strong>
        </p>
        <ReviewAfter {...shown} />
        <PublicityCard unit={unit} notice={notice} />
        <h2>{count === 0 ? t('objections.none') : t('objections.count', { count })}</h2>
        {sealed.length > 0 && <SealedObjections unit={unit} notice={notice.id} sealed={sealed} />}
        {objections.length > 0 && (
          <ul className="stack">
            {objections.map((one) => (
              <One key={one.id} reader={reader} unit={unit} objection={one} />
            ))}
          </ul>
        )}
        {upheld && posts && (
          <Message
            tone="amber"
            title={t('objections.upheldNext')}
            action={
              <ButtonLink to={`/write?unit=${unit}&correct=${notice.id}`}>
                {t('objections.correct')}
              </ButtonLink>
            }
          />
        )}
        {!notice.publicityResult && <Take {...shown} />}
        {closes &&
          (open > 0 ? (
            <p className="second">{t('objections.open', { count: open })}</p>
          ) : (
            <Close {...shown} />
          ))}
      </div>
    </Screen>
  );
}

export function ObjectionsScreen({ reader, unit, id }: { reader: Reader; unit: string; id: string }) {
  const { t } = useTranslation('review');
  const details = useDetails(unit, id);
  if (details === undefined) return <Splash label={t('loading')} />;
  if (details) return <NoticeObjections reader={reader} unit={unit} notice={details.notice} />;
  return (
    <Screen title={t('objections.title')} back={`/b/${unit}`}>
      <Empty icon="search" title={t('one.gone')}>
        {t('one.goneText')}
      </Empty>
    </Screen>
  );
}

/** One report with what was added to it and what was answered: opened in memory, gone with the screen. */
import { useTranslation } from 'react-i18next';
import type { ReadAnswer } from '../../../sync/client/envelopes.ts';
import { Card, Empty, Mark, Screen, Splash } from '../../ui/index.ts';
import { useWhen } from '../../ui/use-when.ts';
import { shortMark, TERM } from '../box-data.ts';
import { AnswerForm } from './answer-form.tsx';
import {
  type Inspector,
  type InspectorCase,
  type OpenedEnvelope,
  useCases,
  useOpened,
} from './inspector-data.ts';
import { KeysMessage } from './list-screen.tsx';

/** What somebody wrote, as it is: plain text, and nothing in it is a link, a tag or a change of direction of its surroundings. */
function Said({ said }: Pick<OpenedEnvelope, 'said'>) {
  const { t } = useTranslation('inspector');
  if (typeof said === 'string') return <p className="second">{t(`one.${said}`)}</p>;
  return (
    <>
      <p className="inspect-said" dir="auto">
        {said.text}
      </p>
      {said.photos.map((photo, index) => (
        <img
          key={index}
          className="inspect-photo"
          src={`data:image/jpeg;base64,${photo}`}
          alt={t('one.photo', { n: index + 1 })}
        />
      ))}
    </>
  );
}

function Answer({ answer }: { answer: ReadAnswer }) {
  const { t } = useTranslation('inspector');
  const when = useWhen();
  return (
    <Card className="stack-tight inspect-answer">
      <p className="second">
        {t('one.answer', { name: answer.by?.name ?? '?', day: when.fullDay(answer.acceptedAt) })}{' '}
        {answer.closes && (
          <Mark tone="green">{answer.result ? t(`answer.kinds.${answer.result}`) : t('mark.closed')}</Mark>
        )}
      </p>
      <p className="inspect-said">{answer.text}</p>
    </Card>
  );
}

function One({ opened, first }: { opened: OpenedEnvelope; first: boolean }) {
  const { t } = useTranslation('inspector');
  const when = useWhen();
  const { envelope, said, answers } = opened;
  const at = {
    day: when.fullDay(envelope.acceptedAt),
    time: when.short(envelope.acceptedAt).split(' ').pop(),
  };
  return (
    <li className="stack-tight">
      <Card className="stack-tight">
        <h2>{t(first ? 'one.first' : 'one.more', at)}</h2>
        <Said said={said} />
        <p className="second">
          {t('one.mark')} <span className="figures">{shortMark(envelope.id)}</span>
        </p>
      </Card>
      {answers?.map((answer) => (
        <Answer key={answer.acceptedAt} answer={answer} />
      ))}
      {answers === null &&
        envelope.answers.map(({ number, acceptedAt }) => (
          <p key={number} className="second">
            {t('one.answerLocked', { day: when.fullDay(acceptedAt) })}
          </p>
        ))}
    </li>
  );
}

function CaseView({ one }: { one: InspectorCase }) {
  const { t } = useTranslation('inspector');
  const when = useWhen();
  const opened = useOpened(one);
  if (opened === undefined) return <Splash label={t('loading')} />;
  const readable = opened.filter(({ said }) => said !== 'locked');
  const last = readable[readable.length - 1];
  return (
    <div className="stack">
      {one.answers === 0 && (
        <p>
          {one.overdue && <Mark tone="red">{t('mark.overdue')}</Mark>}{' '}
          {t('one.due', { day: when.day(`${one.due}T12:00:00+08:00`), n: TERM })}
        </p>
      )}
      <ol className="stack">
        {opened.map((each, index) => (
          <One key={each.envelope.id} opened={each} first={index === 0} />
        ))}
      </ol>
      <p className="second">{t('one.memory')}</p>
      {last && <AnswerForm envelope={last.envelope} closed={one.closed} sending={one.sending} />}
    </div>
  );
}

export function CaseScreen({ inspector, number }: { inspector: Inspector; number: number }) {
  const { t } = useTranslation('inspector');
  const one = useCases()?.find(({ envelopes }) => envelopes[0].number === number);
  const loading = useCases() === undefined;
  return (
    <Screen title={t('one.title')} back="/inspect/box">
      <div className="stack">
        <KeysMessage keys={inspector.keys} />
        {one && <CaseView one={one} />}
        {!one && !loading && (
          <Empty icon="search" title={t('one.gone')}>
            {t('one.goneText')}
          </Empty>
        )}
      </div>
    </Screen>
  );
}

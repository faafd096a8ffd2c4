/** `/b/:unit/n/:notice/say`: something said or asked about a notice. In this screen's memory alone until it is sealed. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { findPersonalData } from '../../domain/personal-data/find.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { surnameOnly } from '../../domain/talk/hide.ts';
import { plainWords } from '../../domain/talk/plain.ts';
import { useDetails, useFollow } from '../board/board-data.ts';
import { BoardFrame } from '../board/frame.tsx';
import { CodeShown } from '../receipt/code-shown.tsx';
import { Button, ButtonLink, Empty, Message, Splash, TextField, useRegistry } from '../ui/index.ts';
import { TERM } from './talk-data.ts';
import './talk.css';
import { type Handing, useHanding } from './use-handing.ts';

interface Said {
  text: string;
  name: string;
  shown: 'whole' | 'surname';
}

/** Says what will be covered, while it is typed. */
function Found({ text }: { text: string }) {
  const { t } = useTranslation('talk');
  const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  const names = kinds.map((kind) => t(`form.kinds.${kind}`)).join(t('comma'));
  return <Message tone="amber" title={t('form.found', { kinds: names })} />;
}

function ShownName({
  name,
  shown,
  onChange,
}: Omit<Said, 'text'> & { onChange: (shown: Said['shown']) => void }) {
  const { t } = useTranslation('talk');
  const typed = name.trim();
  if (typed === '') return null;
  return (
    <fieldset className="talk-names">
      <legend>{t('form.shown')}</legend>
      {(['whole', 'surname'] as const).map((one) => (
        <label key={one} className="talk-name">
          <input type="radio" name="shown" checked={shown === one} onChange={() => onChange(one)} />
          <span>{t(`form.${one}`, { name: one === 'whole' ? typed : surnameOnly(typed) })}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Written {
  said: Said;
  put(part: Partial<Said>): void;
}

function Form({
  notice,
  title,
  handing,
  said,
  put,
}: { notice: string; title: string; handing: Handing } & Written) {
  const { t } = useTranslation('talk');
  const [tried, setTried] = useState(false);
  const missing = plainWords(said.text) === '';
  const send = (): void => {
    setTried(true);
    if (missing || said.text.length > MATTER_LIMITS.text || said.name.length > MATTER_LIMITS.name) return;
    const name = plainWords(said.shown === 'surname' ? surnameOnly(said.name) : said.name);
    void handing.hand({ kind: 'comment', notice, text: plainWords(said.text), name });
  };
  const quiet = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false };
  return (
    <form
      className="talk-form stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        {t('form.about')} <strong>{title}</strong>
      </p>
      <TextField
        {...quiet}
        label={t('form.text')}
        hint={t('form.hint')}
        multiline
        rows={6}
        required
        value={said.text}
        maxLength={MATTER_LIMITS.text}
        error={tried && missing ? t('form.missing') : null}
        onChange={(text) => put({ text })}
      />
      <Found text={said.text} />
      <TextField
        {...quiet}
        label={t('form.name')}
        value={said.name}
        maxLength={MATTER_LIMITS.name}
        onChange={(name) => put({ name })}
      />
      <ShownName name={said.name} shown={said.shown} onChange={(shown) => put({ shown })} />
      {handing.fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${handing.fault.code}`, { minutes: handing.fault.minutes })}
        </Message>
      )}
      <Button kind="main" icon="letter" type="submit" busy={handing.busy}>
        {t(handing.busy ? 'form.sending' : 'form.send')}
      </Button>
      <p className="second">{t('form.memory')}</p>
    </form>
  );
}

function HandedIn({ code, back }: { code: string; back: string }) {
  const { t } = useTranslation('talk');
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="talk-form stack">
      <Message tone="green" title={t('done.title')}>
        <p>{t('done.text', { n: TERM })}</p>
        <p>{t('done.why')}</p>
      </Message>
      <CodeShown code={code} what={t('done.what')} />
      <ButtonLink kind="main" icon="check" to={back} replace>
        {t('done.back')}
      </ButtonLink>
    </div>
  );
}

/** Nobody could open it yet: said before anything is written. */
function NoDesk({ unit, back }: { unit: Unit | null; back: string }) {
  const { t } = useTranslation('talk');
  const { phone = '', office = '' } = unit ?? {};
  return (
    <Empty
      icon="message"
      title={t('noDesk.title')}
      action={<ButtonLink to={back}>{t('toNotice')}</ButtonLink>}
    >
      <p>{t('noDesk.text', { unit: unit?.name ?? '' })}</p>
      <p>{office ? t('noDesk.where', { office }) : t('noDesk.otherwise')}</p>
      {phone && (
        <p>
          <a className="button button-plain" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {t('noDesk.phone', { phone })}
          </a>
        </p>
      )}
    </Empty>
  );
}

function Say({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('talk');
  const registry = useRegistry();
  const details = useDetails(unit, notice);
  const handing = useHanding(unit);
  // Held above the frame, which is made anew when the screen is turned.
  const [said, setSaid] = useState<Said>({ text: '', name: '', shown: 'whole' });
  const put = (part: Partial<Said>): void => setSaid((now) => ({ ...now, ...part }));
  useFollow(unit);
  if (registry === undefined || details === undefined) return <Splash />;
  const to = `/b/${unit}/n/${notice}`;
  const isThere = details !== null && details.notice.withdrawal === null;
  return (
    <BoardFrame unit={unit} title={t('form.title')} back={{ to, label: t('toNotice') }}>
      {!isThere ? (
        <Empty icon="search" title={t('notHere.title')}>
          {t('notHere.text')}
        </Empty>
      ) : handing.code !== null ? (
        <HandedIn code={handing.code} back={to} />
      ) : registry?.desks[unit] === undefined ? (
        <NoDesk unit={registry?.units[unit] ?? null} back={to} />
      ) : (
        <Form
          notice={notice}
          title={currentRevision(details.notice).content.title}
          handing={handing}
          said={said}
          put={put}
        />
      )}
    </BoardFrame>
  );
}

export function SayScreen() {
  const { unit = '', notice = '' } = useParams();
  return <Say key={`${unit}/${notice}`} unit={unit} notice={notice} />;
}

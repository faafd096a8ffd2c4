/**
 * `/b/:unit/n/:notice/object`: an objection to a notice in its publicity period, sealed to the unit's desk. What is written is in
 * this screen's memory alone until then.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { REVIEW_LIMITS } from '../../domain/review/events.ts';
import { useDetails, useFollow } from '../board/board-data.ts';
import { BoardFrame } from '../board/frame.tsx';
import { addMessages } from '../i18n/i18n.ts';
import { CodeShown } from '../receipt/code-shown.tsx';
import * as receipt from '../receipt/messages.ts';
import { type Handing, useHanding } from '../talk/use-handing.ts';
import { Button, ButtonLink, Empty, Message, Splash, TextField, useRegistry } from '../ui/index.ts';
import './object.css';

addMessages('receipt', receipt);

const EMPTY = { text: '', name: '', contact: '' };
type Said = typeof EMPTY;

function Form({ notice, title, handing }: { notice: string; title: string; handing: Handing }) {
  const { t } = useTranslation('object');
  const [said, setSaid] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const missing = said.text.trim() === '';
  const send = (): void => {
    setTried(true);
    const isLong = said.text.length > REVIEW_LIMITS.objection || said.name.length > MATTER_LIMITS.name;
    if (missing || isLong || said.contact.length > MATTER_LIMITS.contact) return;
    const [text, name, contact] = [said.text.trim(), said.name.trim(), said.contact.trim()];
    void handing.hand({ kind: 'objection', notice, text, name, contact });
  };
  const field = (key: keyof Said) => ({
    label: t(key),
    value: said[key],
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    onChange: (words: string) => setSaid((now) => ({ ...now, [key]: words })),
  });
  return (
    <form
      className="object-form stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        {t('about')} <strong>{title}</strong>
      </p>
      <p>{t('who')}</p>
      <TextField
        {...field('text')}
        hint={t('hint')}
        multiline
        rows={6}
        required
        maxLength={REVIEW_LIMITS.objection}
        error={tried && missing ? t('missing') : null}
      />
      <TextField {...field('name')} maxLength={MATTER_LIMITS.name} />
      <TextField {...field('contact')} hint={t('contactHint')} maxLength={MATTER_LIMITS.contact} />
      {handing.fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${handing.fault.code}`, { minutes: handing.fault.minutes })}
        </Message>
      )}
      <Button kind="main" icon="letter" type="submit" busy={handing.busy}>
        {t(handing.busy ? 'sending' : 'send')}
      </Button>
      <p className="second">{t('memory')}</p>
    </form>
  );
}

function HandedIn({ code, back }: { code: string; back: string }) {
  const { t } = useTranslation('object');
  return (
    <div className="object-form stack">
      <Message tone="green" title={t('done.title')}>
        <p>{t('done.text')}</p>
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
  const { t } = useTranslation('object');
  const phone = unit?.phone ?? '';
  return (
    <Empty
      icon="message"
      title={t('noDesk.title')}
      action={<ButtonLink to={back}>{t('toNotice')}</ButtonLink>}
    >
      <p>{t('noDesk.text', { unit: unit?.name ?? '' })}</p>
      {phone && <p>{t('noDesk.phone', { phone })}</p>}
    </Empty>
  );
}

function Objecting({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('object');
  const registry = useRegistry();
  const details = useDetails(unit, notice);
  const handing = useHanding(unit);
  useFollow(unit);
  if (registry === undefined || details === undefined) return <Splash />;
  const to = `/b/${unit}/n/${notice}`;
  const own = details?.notice.withdrawal ? null : details?.notice;
  const isOpen = own && currentRevision(own).outward.publicity !== null && !own.publicityResult;
  const missing = own ? 'closed' : 'notHere';
  return (
    <BoardFrame unit={unit} title={t('title')} back={{ to, label: t('toNotice') }}>
      {handing.code !== null ? (
        <HandedIn code={handing.code} back={to} />
      ) : !own || !isOpen ? (
        <Empty icon="search" title={t(`${missing}.title`)}>
          {t(`${missing}.text`)}
        </Empty>
      ) : registry?.desks[unit] === undefined ? (
        <NoDesk unit={registry?.units[unit] ?? null} back={to} />
      ) : (
        <Form notice={notice} title={currentRevision(own).content.title} handing={handing} />
      )}
    </BoardFrame>
  );
}

export default function ObjectScreen() {
  const { unit = '', notice = '' } = useParams();
  return <Objecting key={`${unit}/${notice}`} unit={unit} notice={notice} />;
}

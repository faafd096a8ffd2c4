/**
 * A text message made from the notice, counted as the network counts. The township's server sends it to groups of receivers,
 * also when it is ordered offline; where it cannot, it goes from the phone's own app, and is recorded here.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fitMessage, measureMessage } from '../../domain/forms/text-message.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { Button, Message, SelectField, TextField } from '../ui/index.ts';
import { exposedIn } from './exposed.ts';
import { groupsFor, MessageGroups, peopleIn } from './message-groups.tsx';
import { messageOf, withCode } from './forms-of.ts';
import type { Shown } from './gate.tsx';
import { RecordScreen } from './record-screen.tsx';
import { useMessageGroups } from './text-messages.ts';
import { countOf, useRecord } from './use-record.ts';

const CHOICES = ['1', '2', '3', '4', '5'];
const USUAL = '2';

function HandOver({ text }: { text: string }) {
  const { t } = useTranslation('outings');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="stack-tight">
      {'clipboard' in navigator && (
        <Button icon={copied ? 'check' : 'share'} onClick={() => void copy().catch(() => setCopied(false))}>
          {t(copied ? 'message.copied' : 'message.copy')}
        </Button>
      )}
      <a className="button button-plain" href={`sms:?body=${encodeURIComponent(text)}`}>
        {t('message.open')}
      </a>
    </div>
  );
}

function Segments({ segments }: { segments: string[] }) {
  const { t } = useTranslation('outings');
  if (segments.length < 2) return null;
  return (
    <ol className="outing-segments">
      {segments.map((segment, index) => (
        <li key={index}>
          <span className="second">{t('message.part', { n: index + 1 })}</span>
          <p>{segment}</p>
        </li>
      ))}
    </ol>
  );
}

/** The text as the notice gives it, until somebody changes it. */
function useText({ unit, own, registry }: Shown) {
  const name = registry.units[unit]?.name ?? '';
  const revision = currentRevision(own.notice);
  const whole = messageOf(revision.content, name);
  const [most, setMost] = useState(USUAL);
  const [typed, setTyped] = useState<string | null>(null);
  const fitted = fitMessage(whole, Number(most), name);
  const text = typed ?? withCode(fitted.message, Number(most), revision);
  const { segments } = measureMessage(text.trim());
  const tooLong = segments.length > Number(most);
  const exposed = typed === null ? [] : exposedIn(typed, revision.content);
  const cut = typed === null && fitted.left !== '';
  return { most, setMost, setTyped, text, segments, tooLong, exposed, cut };
}

function TextPart({ text: about }: { text: ReturnType<typeof useText> }) {
  const { t } = useTranslation('outings');
  const { most, text, segments, tooLong, exposed, cut } = about;
  return (
    <>
      <SelectField
        label={t('message.segments')}
        value={most}
        options={CHOICES.map((value) => ({ value, label: t('message.segmentsOption', { n: value }) }))}
        onChange={about.setMost}
      />
      <TextField
        label={t('message.text')}
        multiline
        rows={6}
        value={text}
        hint={cut ? t('message.left') : undefined}
        error={tooLong ? t('message.tooLong', { n: segments.length, max: most }) : null}
        onChange={about.setTyped}
      />
      {exposed.length > 0 && (
        <Message tone="red" title={t('message.exposed')}>
          {exposed.join('、')}
        </Message>
      )}
      <p className="figures" aria-live="polite">
        {t('message.counted', { chars: [...text].length, n: segments.length })}
      </p>
      <Segments segments={segments} />
    </>
  );
}

/** How it goes out: by the township where it can, else by hand; the cadre may choose. */
function useWay(unit: string) {
  const kept = useMessageGroups();
  const [byHand, setByHand] = useState(false);
  const can = kept !== undefined && kept !== null && kept.mode !== 'off' && groupsFor(kept, unit).length > 0;
  return { kept, can, byTownship: can && !byHand, setByHand };
}

function Standing({ way, unit }: { way: ReturnType<typeof useWay>; unit: string }) {
  const { t } = useTranslation('outings');
  const { kept, byTownship } = way;
  if (kept === undefined) return null;
  if (kept === null) return <Message tone="blue" title={t('sending.unknown')} />;
  if (kept.mode === 'off') return <Message tone="blue" title={t('sending.off')} />;
  if (groupsFor(kept, unit).length === 0) return <Message tone="amber" title={t('sending.noGroups')} />;
  return byTownship && kept.mode === 'dry' ? <Message tone="amber" title={t('sending.dry')} /> : null;
}

export function MessageForm(shown: Shown) {
  const { unit, own } = shown;
  const { t } = useTranslation('outings');
  const recording = useRecord(unit, own.notice.id);
  const about = useText(shown);
  const way = useWay(unit);
  const [groups, setGroups] = useState<string[]>([]);
  const [receivers, setReceivers] = useState('');
  const [tried, setTried] = useState(false);
  const { text, segments, tooLong, exposed } = about;
  const people = peopleIn(groupsFor(way.kept, unit), groups);
  const count = way.byTownship ? people || null : countOf(receivers);
  const save = (): void => {
    setTried(true);
    if (count === null || tooLong || segments.length === 0 || exposed.length > 0) return;
    const sent = { form: 'message' as const, place: null, count, segments: segments.length };
    void recording.record({ ...sent, note: text.trim(), ...(way.byTownship ? { groups } : {}) });
  };
  return (
    <RecordScreen
      shown={shown}
      title={t('message.title')}
      save={t(way.byTownship ? 'sending.save' : 'message.save')}
      recording={recording}
      onSave={save}
    >
      <Standing way={way} unit={unit} />
      <TextPart text={about} />
      {way.byTownship && way.kept ? (
        <MessageGroups
          kept={way.kept}
          unit={unit}
          chosen={groups}
          segments={segments.length}
          missing={tried && count === null}
          onChange={setGroups}
        />
      ) : (
        <>
          <HandOver text={text} />
          <TextField
            label={t('message.receivers')}
            inputMode="numeric"
            required
            value={receivers}
            error={tried && count === null ? t('message.receiversMissing') : null}
            onChange={setReceivers}
          />
        </>
      )}
      {way.can && (
        <Button kind="quiet" onClick={() => way.setByHand(way.byTownship)}>
          {t(way.byTownship ? 'sending.byHand' : 'sending.byTownship')}
        </Button>
      )}
    </RecordScreen>
  );
}

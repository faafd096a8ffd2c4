/** The loudspeaker: a script made from the notice, read aloud by the phone where it can, and the record of it. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readingSeconds } from '../../domain/forms/loudspeaker.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { useReader } from '../kiosk/reader.ts';
import { sentencesOf } from '../kiosk/sentences.ts';
import { Button, SelectField, TextField } from '../ui/index.ts';
import { BROADCAST_SECONDS, scriptOf } from './forms-of.ts';
import type { Shown } from './gate.tsx';
import { placesOf } from './notice-data.ts';
import { RecordScreen } from './record-screen.tsx';
import { countOf, useRecord } from './use-record.ts';

/** Characters: what a record's note holds. */
const LONGEST = 2_000;
const MOST_TIMES = 99;

function ReadAloud({ script }: { script: string }) {
  const { t } = useTranslation('outings');
  const reader = useReader(useMemo(() => sentencesOf(script.replace(/\n/g, '')), [script]));
  const reading = reader.state === 'reading';
  return (
    <>
      <Button icon={reading ? 'stop' : 'speaker'} onClick={reading ? reader.stop : reader.start}>
        {t(reading ? 'broadcast.stop' : 'broadcast.read')}
      </Button>
      {reader.state === 'no-voice' && (
        <p className="second" aria-live="polite">
          {t('broadcast.noVoice')}
        </p>
      )}
    </>
  );
}

export function BroadcastForm(shown: Shown) {
  const { unit, own, registry } = shown;
  const { t } = useTranslation('outings');
  const recording = useRecord(unit, own.notice.id);
  const revision = currentRevision(own.notice);
  const speakers = placesOf(registry, unit).filter(({ kind }) => kind === 'loudspeaker');
  const [script, setScript] = useState(() => scriptOf(revision, registry.units[unit]?.name ?? '').text);
  const [place, setPlace] = useState(speakers.length === 1 ? speakers[0]!.id : '');
  const [times, setTimes] = useState('');
  const [tried, setTried] = useState(false);
  const seconds = readingSeconds(script);
  const count = countOf(times, 1, MOST_TIMES);
  const save = (): void => {
    setTried(true);
    if (count === null || script.length > LONGEST) return;
    void recording.record({ form: 'broadcast', place: place || null, count, note: script });
  };
  const long = seconds > BROADCAST_SECONDS;
  return (
    <RecordScreen
      shown={shown}
      title={t('broadcast.title')}
      save={t('broadcast.save')}
      recording={recording}
      onSave={save}
    >
      <TextField
        label={t('broadcast.script')}
        hint={t('broadcast.hint')}
        multiline
        rows={8}
        value={script}
        maxLength={LONGEST}
        error={long ? t('broadcast.tooLong', { n: seconds, max: BROADCAST_SECONDS }) : null}
        onChange={setScript}
      />
      {!long && <p className="figures">{t('broadcast.seconds', { n: seconds })}</p>}
      <ReadAloud script={script} />
      {speakers.length > 0 && (
        <SelectField
          label={t('broadcast.speaker')}
          placeholder={t('broadcast.noSpeaker')}
          value={place}
          options={speakers.map(({ id, name, where }) => ({
            value: id,
            label: where ? `${name}（${where}）` : name,
          }))}
          onChange={setPlace}
        />
      )}
      <TextField
        label={t('broadcast.times')}
        inputMode="numeric"
        required
        value={times}
        error={tried && count === null ? t('broadcast.timesMissing') : null}
        onChange={setTimes}
      />
    </RecordScreen>
  );
}

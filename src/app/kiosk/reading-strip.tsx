/** While something is read: stop here, a sentence back or on, slower or faster. */
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PACES, type Pace, setPace, usePace } from './pace.ts';
import type { Reader } from './reader.ts';
import './reading-strip.css';
import { move, sayAgain } from './speaker.ts';

function Act({ icon, words, onPress }: { icon: IconName; words: string; onPress: () => void }) {
  return (
    <button type="button" className="strip-key" onClick={onPress}>
      <Icon name={icon} />
      <span>{words}</span>
    </button>
  );
}

function Paces() {
  const { t } = useTranslation('kiosk');
  const pace = usePace();
  const choose = (next: Pace): void => {
    setPace(next);
    sayAgain();
  };
  return (
    <fieldset className="strip-paces">
      <legend className="only-read">{t('read.pace')}</legend>
      {PACES.map((one) => (
        <button
          key={one}
          type="button"
          className="strip-key"
          aria-pressed={one === pace}
          onClick={() => choose(one)}
        >
          {t(`read.paces.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Draws nothing while nothing is read. @param ends whether it has the button to stop for good. */
export function ReadingStrip({ reader, ends = false }: { reader: Reader; ends?: boolean }) {
  const { t } = useTranslation('kiosk');
  const { state } = reader;
  if (state !== 'reading' && state !== 'paused') return null;
  return (
    <section className="reading-strip" aria-label={t('read.strip')} data-no-numbers>
      <Act icon="up" words={t('read.before')} onPress={() => move(-1)} />
      {state === 'reading' ? (
        <Act icon="pause" words={t('read.pause')} onPress={reader.pause} />
      ) : (
        <Act icon="play" words={t('read.goOn')} onPress={reader.start} />
      )}
      <Act icon="down" words={t('read.after')} onPress={() => move(1)} />
      <Paces />
      {ends && <Act icon="stop" words={t('read.stop')} onPress={reader.stop} />}
    </section>
  );
}

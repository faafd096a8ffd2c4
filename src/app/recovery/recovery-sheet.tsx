/**
 * A desk's key on paper, for the day when every device is lost; and back from paper. The words are the desk's own:
 * `sheet` of the namespace `words`.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import { Button, Card, Message, TextField, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import './sheet.css';

export interface Recovered {
  words: 'inspector' | 'desk';
  /** Whose key: the unit of the desk. */
  desk: string;
  registry: Registry;
  /** Who prints it. */
  name: string;
}

const LETTERS = 64;
const inGroups = (letters: string): string[] => letters.match(/.{1,4}/g) ?? [];

/** The first letters of a public key, to compare by eye. */
const shortMark = (key: string): string => (key.slice(2, 18).match(/.{4}/g) ?? []).join(' ');

function Paper({
  letters,
  of: { words, desk, registry, name },
  children,
}: {
  letters: string;
  of: Recovered;
  children: ReactNode;
}) {
  const { t } = useTranslation(words);
  const when = useWhen();
  const key = registry.desks[desk]?.key ?? '';
  return (
    <article className="recovery-sheet">
      <p className="recovery-sheet-head serif">{t('sheet.head')}</p>
      <p>{t('sheet.desk', { township: registry.name })}</p>
      <p className="second">{t('sheet.made', { day: when.fullDay(when.now), name })}</p>
      <p>{t('sheet.how')}</p>
      <p className="recovery-letters figures">
        {inGroups(letters).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className="second">{t('sheet.key', { mark: shortMark(key) })}</p>
      <p>
        <strong>{t('sheet.keep')}</strong>
      </p>
      {children}
    </article>
  );
}

function Make({ of }: { of: Recovered }) {
  const { t } = useTranslation(of.words);
  const device = useDevice();
  const [letters, setLetters] = useState<string | null>();
  const show = async (): Promise<void> => setLetters(await device.deskRecovery(of.desk));
  return (
    <Card className="stack">
      <h2 className="no-print">{t('sheet.make')}</h2>
      <p className="no-print">{t('sheet.why')}</p>
      {letters === null && <Message tone="amber" title={t('sheet.none')} />}
      {letters ? (
        <Paper letters={letters} of={of}>
          <div className="recovery-doors no-print">
            <Button kind="main" icon="print" onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
            <Button onClick={() => setLetters(undefined)}>{t('sheet.hide')}</Button>
          </div>
        </Paper>
      ) : (
        <Button icon="key" onClick={() => void show()}>
          {t('sheet.show')}
        </Button>
      )}
    </Card>
  );
}

function Restore({ of }: { of: Recovered }) {
  const { t } = useTranslation(of.words);
  const device = useDevice();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'idle' | 'short' | 'busy' | 'wrong' | 'right'>('idle');
  const letters = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const restore = async (): Promise<void> => {
    if (letters.length !== LETTERS) return setState('short');
    setState('busy');
    const fits = await device.restoreDesk(of.desk, letters);
    if (fits) setTyped('');
    setState(fits ? 'right' : 'wrong');
  };
  const error =
    state === 'short' ? t('sheet.short', { n: letters.length }) : state === 'wrong' ? t('sheet.wrong') : null;
  return (
    <Card className="stack no-print">
      <h2>{t('sheet.restore')}</h2>
      {state === 'right' && <Message tone="green" title={t('sheet.right')} />}
      <TextField
        label={t('sheet.letters')}
        hint={t('sheet.restoreHint')}
        multiline
        rows={3}
        value={typed}
        error={error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(text) => {
          setTyped(text);
          setState('idle');
        }}
      />
      <Button busy={state === 'busy'} onClick={() => void restore()}>
        {t(state === 'busy' ? 'sheet.going' : 'sheet.go')}
      </Button>
    </Card>
  );
}

export function RecoverySheet(of: Recovered) {
  return (
    <div className="stack recovery">
      <Make of={of} />
      <Restore of={of} />
    </div>
  );
}

/** The key of the box on paper, for the day when every device is lost; and back from paper. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSPECTOR_DESK } from '../../../domain/desk/events.ts';
import { Button, Card, Message, Screen, TextField, useDevice } from '../../ui/index.ts';
import { useWhen } from '../../ui/use-when.ts';
import { shortMark } from '../box-data.ts';
import type { Inspector } from './inspector-data.ts';

const LETTERS = 64;
const inGroups = (letters: string): string[] => letters.match(/.{1,4}/g) ?? [];

function Paper({
  letters,
  inspector,
  children,
}: {
  letters: string;
  inspector: Inspector;
  children: ReactNode;
}) {
  const { t } = useTranslation('inspector');
  const when = useWhen();
  const { registry, name } = inspector;
  const key = registry.desks[INSPECTOR_DESK]?.key.slice(2) ?? '';
  return (
    <article className="inspect-sheet">
      <p className="inspect-sheet-head serif">{t('sheet.head')}</p>
      <p>{t('sheet.desk', { township: registry.name })}</p>
      <p className="second">{t('sheet.made', { day: when.fullDay(when.now), name })}</p>
      <p>{t('sheet.how')}</p>
      <p className="inspect-letters figures">
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

function Make({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('inspector');
  const device = useDevice();
  const [letters, setLetters] = useState<string | null>();
  const show = async (): Promise<void> => setLetters(await device.deskRecovery(INSPECTOR_DESK));
  return (
    <Card className="stack">
      <h2 className="no-print">{t('sheet.make')}</h2>
      <p className="no-print">{t('sheet.why')}</p>
      {letters === null && <Message tone="amber" title={t('sheet.none')} />}
      {letters ? (
        <Paper letters={letters} inspector={inspector}>
          <div className="box-doors no-print">
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

function Restore() {
  const { t } = useTranslation('inspector');
  const device = useDevice();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'idle' | 'short' | 'busy' | 'wrong' | 'right'>('idle');
  const letters = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const restore = async (): Promise<void> => {
    if (letters.length !== LETTERS) return setState('short');
    setState('busy');
    const fits = await device.restoreDesk(INSPECTOR_DESK, letters);
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

export function SheetScreen({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('inspector');
  return (
    <Screen title={t('sheet.title')} back="/inspect/box">
      <div className="stack">
        <Make inspector={inspector} />
        <Restore />
      </div>
    </Screen>
  );
}

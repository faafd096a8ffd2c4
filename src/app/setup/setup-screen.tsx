/** First run: founds a township on an empty server, and gives the recovery sheet to print. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  useIdentity,
} from '../ui/index.ts';
import { RecoveryScreen } from './recovery-screen.tsx';
import './setup.css';
import {
  EMPTY,
  type Founded,
  type Founding,
  foundingOf,
  LIMITS,
  type SetupField,
  setupProblems,
  type SetupValues,
  valuesOf,
} from './setup-form.ts';

const PARTS = [
  ['server', ['code']],
  ['township', ['township', 'region', 'office']],
  ['person', ['name', 'post', 'deviceName']],
] as const satisfies [string, readonly SetupField[]][];

function AlreadySetUp({ enrolled }: { enrolled: boolean }) {
  const { t } = useTranslation('setup');
  return (
    <Screen title={t('title')} tabs={false}>
      <Empty
        icon="check"
        title={t('already.title')}
        action={
          <ButtonLink kind="main" to={enrolled ? '/office' : '/units'}>
            {t(enrolled ? 'already.office' : 'already.board')}
          </ButtonLink>
        }
      >
        {t(enrolled ? 'already.enrolled' : 'already.text')}
      </Empty>
    </Screen>
  );
}

function Fields({
  values,
  wrong,
  onChange,
}: {
  values: SetupValues;
  wrong: SetupField[];
  onChange: (part: Partial<SetupValues>) => void;
}) {
  const { t } = useTranslation('setup');
  return PARTS.map(([part, fields]) => (
    <Card key={part} className="setup-part stack">
      <h2>{t(`part.${part}`)}</h2>
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(`field.${field}`)}
          hint={field === 'name' || field === 'post' ? undefined : t(`field.${field}Hint`)}
          required={field !== 'region'}
          value={values[field]}
          maxLength={LIMITS[field]}
          error={wrong.includes(field) && values[field].trim() === '' ? t('field.missing') : null}
          autoComplete="off"
          autoCapitalize={field === 'code' ? 'characters' : undefined}
          spellCheck={false}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </Card>
  ));
}

type Fault = 'wrong-code' | 'no-network' | 'not-secure' | 'not-valid' | 'storage-failed';

function SetupForm({
  first,
  busy,
  onBusy,
  onFounded,
  onAlready,
}: {
  /** What was filled in before, when the answer to it was lost. */
  first: SetupValues;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onFounded: (founded: Founded) => void;
  onAlready: () => void;
}) {
  const { t } = useTranslation('setup');
  const device = useDevice();
  const [values, setValues] = useState(first);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const wrong = tried ? setupProblems(values) : [];
  const found = async (): Promise<void> => {
    setTried(true);
    if (setupProblems(values).length > 0) return;
    onBusy(true);
    setFault(null);
    const founding = foundingOf(values);
    const outcome = await device.found(founding);
    if (outcome.ok) onFounded({ ...outcome.value, name: founding.township, person: founding.person.name });
    onBusy(false);
    if (outcome.ok) return;
    if (outcome.code === 'already-set-up') onAlready();
    else setFault(outcome.code);
  };
  return (
    <Screen
      title={t('title')}
      footer={
        <Button kind="main" busy={busy} onClick={() => void found()}>
          {t(busy ? 'founding' : 'found')}
        </Button>
      }
    >
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        <p>{t('lead')}</p>
        <Fields
          values={values}
          wrong={wrong}
          onChange={(part) => setValues((now) => ({ ...now, ...part }))}
        />
        {fault && (
          <Message tone="red" title={t('fault.title')}>
            {t(`fault.${fault}`)}
          </Message>
        )}
        <ButtonLink icon="write" to="/lessons">
          {t('practise')}
        </ButtonLink>
      </form>
    </Screen>
  );
}

/** What this device knows of the server: whose it is, and a founding whose answer has not come. */
function useKnown() {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const pending = (await db.meta.get('founding'))?.value as { setup: string } | undefined;
    const pinned = (await db.meta.get('township')) !== undefined;
    return { pinned, first: pending ? valuesOf(JSON.parse(pending.setup) as Founding) : null };
  }, [db]);
}

export function SetupScreen() {
  const identity = useIdentity();
  const known = useKnown();
  const [founded, setFounded] = useState<Founded | null>(null);
  const [already, setAlready] = useState(false);
  const [busy, setBusy] = useState(false);
  // The sheet comes before everything else: it is shown only once.
  if (founded) return <RecoveryScreen founded={founded} />;
  if (identity === undefined || known === undefined) return <Splash />;
  const taken = identity !== null || already || (known.pinned && !known.first);
  // While it is being founded this device becomes the office's first; the form stays until the sheet is there.
  if (taken && !busy) return <AlreadySetUp enrolled={identity !== null} />;
  return (
    <SetupForm
      first={known.first ?? EMPTY}
      busy={busy}
      onBusy={setBusy}
      onFounded={setFounded}
      onAlready={() => setAlready(true)}
    />
  );
}

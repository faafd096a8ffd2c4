/** An invitation as a sheet: a code to scan, an address, letters to type, how to use it. Fit to print on A4. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceKind } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { Button, Message, Qr, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import './invitation-sheet.css';

export interface MadeInvitation {
  link: string;
  /** Public key of the invitation, hex. */
  key: string;
  expires: string;
  device: DeviceKind;
  /** For whom, and of which unit. */
  name: string;
  unitName: string;
}

const DIGITS_A_GROUP = 4;

/** What stands behind `#`, in groups that can be read out and typed. */
export function typedCode(link: string): string {
  const code = link.slice(link.lastIndexOf('#') + 1);
  return code
    .split('.')
    .map((part) => (part.match(new RegExp(`.{1,${DIGITS_A_GROUP}}`, 'g')) ?? []).join(' '))
    .join(' . ');
}

/** The address without the secret code. */
const addressOf = (link: string): string => link.slice(0, link.lastIndexOf('#'));

const isOf =
  (key: string) =>
  (row: OutboxRow): boolean =>
    row.type === 'invitation.made' && (JSON.parse(row.body) as { key?: string }).key === key;

type State = 'waiting' | 'received' | 'used' | 'refused';
const TONES = { waiting: 'amber', received: 'green', used: 'blue', refused: 'red' } as const;

/** How far the invitation has come: it works from 'received' on. */
function useInvitationState(registry: Registry, key: string): State {
  const { db } = useDevice();
  const row = useLiveQuery(() => db.outbox.filter(isOf(key)).first(), [db, key]);
  const known = registry.invitations[key];
  if (known?.usedBy) return 'used';
  if (known || row?.receipt) return 'received';
  return row?.phase === 'refused' ? 'refused' : 'waiting';
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation('office');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  // Pages without HTTPS have no clipboard; the address can be marked by hand there.
  if (!navigator.clipboard) return null;
  return (
    <Button icon={copied ? 'check' : 'share'} onClick={() => void copy()}>
      {t(copied ? 'invite.copied' : 'invite.copy')}
    </Button>
  );
}

function Steps({ device }: { device: DeviceKind }) {
  const { t } = useTranslation('office');
  const steps = t(`invite.steps.${device}`, { returnObjects: true }) as string[];
  return (
    <section>
      <h3>{t('invite.steps.title')}</h3>
      <ol className="sheet-steps">
        {steps.map((step, index) => (
          <li key={step}>
            {index + 1}. {step}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sheet({ made, township }: { made: MadeInvitation; township: string }) {
  const { t } = useTranslation('office');
  const when = useWhen();
  return (
    <article className="sheet office-panel">
      <header className="sheet-head">
        <span className="serif">{t('invite.sheetTitle')}</span>
        <span>{township}</span>
      </header>
      <h2 className="serif">{t('invite.madeFor', { name: made.name })}</h2>
      <p className="second">
        {made.unitName} · {t(`invite.device.${made.device}`)}
      </p>
      <div className="sheet-body">
        <Qr text={made.link} label={t('invite.qr')} />
        <Steps device={made.device} />
      </div>
      <p className="sheet-expires">{t('invite.expires', { time: when.moment(made.expires) })}</p>
      <section className="sheet-code">
        <h3>{t('invite.code')}</h3>
        <p>{t('invite.codeAt', { url: addressOf(made.link) })}</p>
        <p className="figures sheet-letters">{typedCode(made.link)}</p>
      </section>
      <p className="sheet-keep">{t('invite.keep')}</p>
    </article>
  );
}

export function InvitationSheet({
  made,
  registry,
  onAnother,
}: {
  made: MadeInvitation;
  registry: Registry;
  onAnother: () => void;
}) {
  const { t } = useTranslation('office');
  const state = useInvitationState(registry, made.key);
  return (
    <div className="stack invite-made">
      <Message tone={TONES[state]} title={t(`invite.state.${state}`)}>
        {state !== 'used' && t('invite.onlyNow')}
      </Message>
      <Sheet made={made} township={registry.name} />
      <div className="office-form-actions no-print">
        <Button kind="main" icon="print" onClick={() => window.print()}>
          {t('invite.print')}
        </Button>
        <Copy text={made.link} />
        <Button kind="quiet" icon="plus" onClick={onAnother}>
          {t('invite.another')}
        </Button>
      </div>
    </div>
  );
}

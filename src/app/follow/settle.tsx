/** Two versions made at the same time, side by side, for the unit's own people: a new version settles it. */
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import type { Notice, Revision } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { NoticeBody } from '../board/notice-body.tsx';
import { signerOf } from '../board/people.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useIdentity } from '../ui/device-context.tsx';
import { Message } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import './settle.css';

const Changes = lazy(() => import('../board/changes.tsx'));

export interface SettleProps {
  unit: string;
  notice: Notice;
  registry: Registry | null | undefined;
}

interface VersionProps extends SettleProps {
  revision: Revision;
  current: boolean;
}

function Version({ unit, notice, registry, revision, current }: VersionProps) {
  const { t } = useTranslation('follow');
  const when = useWhen();
  const [open, setOpen] = useState(false);
  const { content, reason } = revision;
  const who = signerOf(registry, revision.author)?.name ?? t('settle.unknown');
  return (
    <section className="settle-version">
      <h3>{t(current ? 'settle.later' : 'settle.earlier')}</h3>
      <p className="serif strong">{content.title}</p>
      <p className="second">
        {t('settle.byWhen', { who, at: when.moment(revision.at) })} ·{' '}
        {t('settle.code', { code: fingerprint(revision.id) })}
      </p>
      {reason !== null && <p>{t('settle.reason', { reason })}</p>}
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'settle.close' : 'settle.open')}
      </Button>
      {open && <NoticeBody id={`settle-${revision.number}`} content={content} />}
      <ButtonLink
        kind={current ? 'main' : undefined}
        icon="write"
        to={`/write?unit=${unit}&correct=${notice.id}&from=${revision.id}`}
      >
        {t(current ? 'settle.keep' : 'settle.use')}
      </ButtonLink>
    </section>
  );
}

/** The last version that was made on an older one, and what the board said when it came. */
function pairOf({ revisions }: Notice): [Revision, Revision] | null {
  const at = revisions.map(({ onOlder }) => onOlder).lastIndexOf(true);
  const [earlier, later] = [revisions[at - 1], revisions[at]];
  return earlier && later ? [earlier, later] : null;
}

/** Draws nothing for anybody else. */
export function Settle({ unit, notice, registry }: SettleProps) {
  const { t } = useTranslation('follow');
  const identity = useIdentity();
  const may = identity && registry ? postsFor(registry, identity.key).includes(unit) : false;
  const pair = pairOf(notice);
  if (!may || identity?.kind === 'tablet' || !pair) return null;
  const [earlier, later] = pair;
  return (
    <Message tone="amber" title={t('settle.title')}>
      <p>{t('settle.text')}</p>
      <div className="settle-pair">
        <Version {...{ unit, notice, registry }} revision={earlier} current={false} />
        <Version {...{ unit, notice, registry }} revision={later} current />
      </div>
      <h3>{t('settle.differ')}</h3>
      <Suspense fallback={null}>
        <Changes before={earlier.content} after={later.content} />
      </Suspense>
    </Message>
  );
}

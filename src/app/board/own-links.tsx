/** On a cadre's own screens: what waits here, and where to go. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { postsFor } from '../../domain/registry/rights.ts';
import { InboxLinkLater } from '../talk/later.tsx';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card, Message } from '../ui/surfaces.tsx';
import { useKept } from '../ui/updates.ts';
import { signerOf } from './people.ts';

/** For a wide window of an enrolled person: it has the tablet's bar, and so these instead of the tabs. */
export function OwnLinks() {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  const registry = useRegistry();
  if (!identity || !registry || identity.kind === 'tablet') return null;
  const me = signerOf(registry, identity.key);
  return (
    <Card className="stack-tight">
      {me && <p>{t('person', me)}</p>}
      {postsFor(registry, identity.key).length > 0 && (
        <ButtonLink kind="main" to="/write" icon="write">
          {t('write')}
        </ButtonLink>
      )}
      <ButtonLink to="/review" icon="check">
        {t('review')}
      </ButtonLink>
      <InboxLinkLater />
      <ButtonLink
        to={identity.kind === 'office' ? '/office' : '/sent'}
        icon={identity.kind === 'office' ? 'computer' : 'send'}
      >
        {identity.kind === 'office' ? t('office') : t('sent')}
      </ButtonLink>
    </Card>
  );
}

/**
 * Just joined: what now. Goes with a tap, and by itself with the next visit. That it works without a network is said when
 * it is so, and not before.
 */
export function Joined() {
  const { t } = useTranslation('board');
  const kept = useKept();
  const identity = useIdentity();
  const registry = useRegistry();
  const navigate = useNavigate();
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const understood = (): void => {
    setGone(true);
    void navigate('.', { replace: true, state: null });
  };
  // Who reviews writes nothing: he is led to what waits for him.
  const posts = !identity || !registry || postsFor(registry, identity.key).length > 0;
  return (
    <div className="warnings">
      <Message
        tone="green"
        title={t(posts ? 'joined.title' : 'joined.titleReview')}
        action={
          <div className="stack-tight">
            <ButtonLink kind="main" to={posts ? '/write' : '/review'} icon={posts ? 'write' : 'check'}>
              {t(posts ? 'joined.write' : 'joined.review')}
            </ButtonLink>
            <Button onClick={understood}>{t('joined.understood')}</Button>
          </div>
        }
      >
        <p aria-live="polite">{t(posts || kept !== 'kept' ? `joined.${kept}` : 'joined.keptReview')}</p>
      </Message>
    </div>
  );
}

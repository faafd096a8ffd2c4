/** `/inspect`: for the discipline commission, and for the office to read. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberOf } from '../../domain/registry/registry.ts';
import '../figures/figures.css';
import * as figuresMessages from '../figures/messages.ts';
import { addMessages } from '../i18n/i18n.ts';
import { Empty, Screen, Splash, useIdentity, useRegistry } from '../ui/index.ts';
import { InspectScreen } from './inspect-screen.tsx';

export default function InspectRoutes() {
  // The choice of unit and time is that of the figures.
  useState(() => addMessages('figures', figuresMessages));
  const { t } = useTranslation('inspect');
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return <Splash label={t('loading')} />;
  const device = identity && registry?.devices[identity.key];
  const role = device && !device.revoked ? memberOf(registry, device.key)?.role : undefined;
  if (registry && (role === 'inspector' || role === 'office'))
    return (
      <InspectScreen
        registry={registry}
        back={role === 'office' ? '/office' : '/'}
        box={role === 'inspector'}
      />
    );
  return (
    <Screen title={t('title')} back="/">
      <Empty icon="key" title={t('closed')}>
        {t('closedText')}
      </Empty>
    </Screen>
  );
}

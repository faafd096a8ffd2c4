/** Only the unit's own people record, and only about a notice that is here. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import { ButtonLink, Empty, Screen, Splash, useRegistry } from '../ui/index.ts';
import { type OwnNotice, useMayRecord, useOwnNotice } from './notice-data.ts';

/** What every screen about one notice is given. */
export interface Shown {
  unit: string;
  own: OwnNotice;
  registry: Registry;
}

export function UnitGate({ unit, children }: { unit: string; children: (registry: Registry) => ReactNode }) {
  const { t } = useTranslation('outings');
  const registry = useRegistry();
  const may = useMayRecord(unit);
  if (may === undefined) return <Splash label={t('loading')} />;
  if (may && registry) return children(registry);
  return (
    <Screen title={t('title')} back={`/b/${unit}`}>
      <Empty icon="key" title={t('closed.title')}>
        {t('closed.text')}
      </Empty>
    </Screen>
  );
}

export function NoticeGate({
  unit,
  notice,
  children,
}: {
  unit: string;
  notice: string;
  children: (own: OwnNotice) => ReactNode;
}) {
  const { t } = useTranslation('outings');
  const own = useOwnNotice(unit, notice);
  if (own === undefined) return <Splash label={t('loading')} />;
  if (own) return children(own);
  return (
    <Screen title={t('title')} back={`/b/${unit}`}>
      <Empty
        icon="search"
        title={t('gone.title')}
        action={<ButtonLink to={`/b/${unit}`}>{t('back')}</ButtonLink>}
      >
        {t('gone.text')}
      </Empty>
    </Screen>
  );
}

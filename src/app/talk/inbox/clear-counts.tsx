/** 'Was this clear?': what arrived against what is public, and one tap that signs the new count. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivedClear, DeskTalk } from '../../../sync/client/talk.ts';
import { Button, Card, useDevice } from '../../ui/index.ts';

interface Changed extends ArrivedClear {
  unit: string;
  notice: string;
  title: string;
}

/** Notices whose public count is no longer what arrived. */
const changedIn = (desks: Map<string, DeskTalk>): Changed[] =>
  [...desks].flatMap(([unit, { clear }]) =>
    [...clear].flatMap(([notice, one]): Changed[] => {
      const isSame = one.published?.yes === one.yes && one.published.no === one.no;
      return isSame || one.title === null ? [] : [{ ...one, title: one.title, unit, notice }];
    }),
  );

function Line({ changed }: { changed: Changed }) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const { unit, notice, title, yes, no, published } = changed;
  const update = async (): Promise<void> => {
    setBusy(true);
    setFailed(!(await device.countTalk(unit, { notice, title })).ok);
    setBusy(false);
  };
  return (
    <li className="talk-count">
      <span className="talk-line-text">
        <strong className="talk-line-words">{title}</strong>
        {t('counts.line', { yes, no })}{' '}
        {published && t('counts.before', { yes: published.yes, no: published.no })}
        {failed && <span role="alert"> {t('one.fault.storage-failed')}</span>}
      </span>
      <Button busy={busy} onClick={() => void update()}>
        {t('counts.update')}
      </Button>
    </li>
  );
}

export function ClearCounts({ desks }: { desks: Map<string, DeskTalk> }) {
  const { t } = useTranslation('talk');
  const changed = changedIn(desks);
  if (changed.length === 0) return null;
  return (
    <Card className="stack-tight">
      <h2>{t('counts.title')}</h2>
      <p className="second">{t('counts.text')}</p>
      <ul>
        {changed.map((one) => (
          <Line key={`${one.unit}/${one.notice}`} changed={one} />
        ))}
      </ul>
    </Card>
  );
}

/** Others said just the same: not shown together, with one reason, after a second tap. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, SaveFault } from '../../../sync/client/device.ts';
import type { ArrivedComment } from '../../../sync/client/talk.ts';
import { useDeciding } from '../../review/use-decision.ts';
import { Button, Card, Message, useDevice } from '../../ui/index.ts';

/** @param repeats comments that wait, with the same words as the one on the screen. */
export function Repeats({ unit, repeats }: { unit: string; repeats: ArrivedComment[] }) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const deciding = useDeciding();
  const [sure, setSure] = useState(false);
  if (repeats.length === 0) return null;
  /** One after the other: what was kept stays kept when the storage fills up. */
  const refuse = async (): Promise<Outcome<void, SaveFault>> => {
    const said = { reason: 'repeated' as const, word: t('one.wordsFor.repeated') };
    for (const one of repeats) {
      const kept = await device.refuseComment(unit, one, { ...said, title: one.about?.title ?? '' });
      if (!kept.ok) return kept;
    }
    return { ok: true, value: undefined };
  };
  return (
    <Card tone="amber" className="stack-tight">
      <h2>{t('one.repeats.title', { count: repeats.length })}</h2>
      <p>{t('one.repeats.text')}</p>
      {deciding.fault && (
        <Message tone="red" title={t('one.fault.title')}>
          {t(`one.fault.${deciding.fault === 'own' ? 'not-valid' : deciding.fault}`)}
        </Message>
      )}
      {sure ? (
        <div className="own-buttons">
          <Button onClick={() => setSure(false)}>{t('one.cancel')}</Button>
          <Button kind="danger" busy={deciding.busy} onClick={() => void deciding.decide(refuse)}>
            {t('one.repeats.now', { count: repeats.length })}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setSure(true)}>{t('one.repeats.refuse')}</Button>
      )}
    </Card>
  );
}

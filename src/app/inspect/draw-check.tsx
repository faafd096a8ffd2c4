/** How the items were drawn, and drawing again from the boards on this device. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkDraw } from '../../domain/inspection/draw.ts';
import type { Draw } from '../../domain/inspection/events.ts';
import type { Round } from '../../domain/inspection/records.ts';
import { sha256Hex } from '../../sync/client/hashing.ts';
import { Button, Card, Message } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';

export function DrawCheck({ round, draw }: { round: Round; draw: Draw }) {
  const { t } = useTranslation('inspect');
  const boards = useBoards(draw.units);
  const [found, setFound] = useState<ReturnType<typeof checkDraw> | null>(null);
  const check = (): void => {
    if (boards) setFound(checkDraw(boards, { draw, items: round.items }, sha256Hex));
  };
  return (
    <Card className="stack-tight">
      <h2>{t('round.draw')}</h2>
      <p>{t('round.drawText', { ...draw, units: draw.units.length })}</p>
      <p className="second">{t('round.how')}</p>
      <p className="second inspect-hash figures">{t('round.hash', { hash: draw.candidates })}</p>
      <Button icon="refresh" busy={!boards} onClick={check}>
        {t('round.again')}
      </Button>
      {found && (
        <Message
          tone={found === 'same' ? 'green' : found === 'others' ? 'red' : 'amber'}
          title={t(`round.${found}`)}
        >
          {t(`round.${found}Text`, { n: round.items.length })}
        </Message>
      )}
    </Card>
  );
}

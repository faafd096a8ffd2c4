/** A receipt code, large: to be written down, heard, or taken along on a printed slip. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../kiosk/reader.ts';
import { Button, useRegistry } from '../ui/index.ts';
import { Printed } from '../ui/printed.tsx';
import { useWhen } from '../ui/use-when.ts';
import { grouped, groupsOf, spokenGroups } from './digits.ts';
import './receipt.css';

function ReadCode({ code }: { code: string }) {
  const { t } = useTranslation('receipt');
  const sentences = useMemo(
    () => [t('code.spoken'), ...spokenGroups(code), ...spokenGroups(code)],
    [code, t],
  );
  const reader = useReader(sentences);
  const reading = reader.state === 'reading';
  return (
    <>
      <Button icon={reading ? 'pause' : 'speaker'} onClick={reading ? reader.stop : reader.start}>
        {t(reading ? 'code.stop' : 'code.read')}
      </Button>
      {reader.state === 'no-voice' && <p className="second">{t('code.noVoice')}</p>}
    </>
  );
}

/** The slip that is taken along. */
function Slip({ code, what, children }: { code: string; what: string; children?: ReactNode }) {
  const { t } = useTranslation('receipt');
  const registry = useRegistry();
  const when = useWhen();
  return (
    <Printed>
      <div className="slip">
        <p className="slip-name">{registry?.name}</p>
        <p>{what}</p>
        <p className="slip-code figures">{grouped(code)}</p>
        <p>{t('slip.day', { day: when.fullDay(when.now) })}</p>
        <p>{t('slip.how')}</p>
        {children}
      </div>
    </Printed>
  );
}

/**
 * @param what what was handed in, in a few words that give nothing away: they stand on the slip.
 * @param children more lines of the slip.
 */
export function CodeShown({ code, what, children }: { code: string; what: string; children?: ReactNode }) {
  const { t } = useTranslation('receipt');
  return (
    <section className="receipt-code card" aria-label={t('code.label')}>
      <p className="second">{t('code.label')}</p>
      <p className="receipt-groups figures" data-say={spokenGroups(code).join('。')}>
        {groupsOf(code).map((group, at) => (
          <span key={at}>{group} </span>
        ))}
      </p>
      <p>{t('code.note')}</p>
      <div className="receipt-actions">
        <ReadCode code={code} />
        {'print' in window && (
          <Button icon="print" onClick={() => window.print()}>
            {t('code.print')}
          </Button>
        )}
      </div>
      <Slip code={code} what={what}>
        {children}
      </Slip>
    </section>
  );
}

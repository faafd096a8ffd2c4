/** The archive of a year, to be kept where the township keeps its papers. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver } from '../sent/to-file.ts';
import { Button, Card, Message, useDevice } from '../ui/index.ts';

const MEGABYTE = 1_000_000;
const FAULTS = ['no-network', 'not-found', 'too-many-requests'] as const;
type Fault = (typeof FAULTS)[number] | 'other';

const faultOf = (code: string): Fault => FAULTS.find((one) => one === code) ?? 'other';

export function ArchiveCard({ year }: { year: number }) {
  const { t } = useTranslation('closing');
  const device = useDevice();
  /** Bytes that have come; null: nothing is being made. */
  const [come, setCome] = useState<number | null>(null);
  const [end, setEnd] = useState<Fault | 'done' | null>(null);
  const fetchIt = async (): Promise<void> => {
    setEnd(null);
    setCome(0);
    const made = await device.archive(year, setCome);
    if (made.ok) await handOver(made.value, `gongkailan-${year}.zip`);
    setCome(null);
    setEnd(made.ok ? 'done' : faultOf(made.code));
  };
  return (
    <Card className="stack">
      <h2>{t('archive.title')}</h2>
      <p>{t('archive.text', { year })}</p>
      <p className="second">{t('archive.sealed')}</p>
      <div>
        <Button icon="save" busy={come !== null} onClick={() => void fetchIt()}>
          {come === null
            ? t('archive.make', { year })
            : t('archive.making', { n: (come / MEGABYTE).toFixed(1) })}
        </Button>
      </div>
      {end === 'done' && <Message tone="green" title={t('archive.done')} />}
      {end !== null && end !== 'done' && <Message tone="red" title={t(`archive.fault.${end}`)} />}
    </Card>
  );
}

/** Who else confirms the log in which a notice stands, and the proof as a file for whoever does not believe a screen. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import type { NoticeDetails } from '../../sync/client/device.ts';
import type { Confirmation } from '../../sync/client/witness.ts';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, useDevice, useIdentity } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { currentRevision } from '../../domain/notice/notice.ts';

/** Shown by name; the rest is counted. */
const NAMED = 3;

/** Undefined: being asked; null: nobody can be asked now. */
function useConfirmations(unit: string, number: number): Confirmation[] | null | undefined {
  const device = useDevice();
  const [found, setFound] = useState<Confirmation[] | null | undefined>();
  useEffect(() => {
    let gone = false;
    device.confirmations(unit).then(
      // Only who saw the log with this notice in it confirms the notice.
      (asked) => gone || setFound(asked.ok ? asked.value.filter(({ size }) => size > number) : null),
      () => gone || setFound(null),
    );
    return () => {
      gone = true;
    };
  }, [device, unit, number]);
  return found;
}

export function ProofMore({
  unit,
  details,
  registry,
}: {
  unit: string;
  details: NoticeDetails;
  registry: Registry | null | undefined;
}) {
  const { t } = useTranslation('board');
  const device = useDevice();
  const when = useWhen();
  const found = useConfirmations(unit, details.number);
  const shared = useIdentity()?.kind === 'tablet';
  const [missing, setMissing] = useState(false);
  const revision = currentRevision(details.notice);
  const save = async (): Promise<void> => {
    const file = await device.proofOf(unit, revision.id).catch(() => null);
    setMissing(file === null);
    if (!file) return;
    const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
    await handOver(blob, `${fileName(`${t('proof.file')} ${revision.content.title}`)}.json`);
  };
  const others = found?.filter((one) => one.unit !== unit) ?? [];
  const names = others
    .slice(0, NAMED)
    .map((one) =>
      t('proof.confirmer', { unit: registry?.units[one.unit]?.name ?? one.unit, day: when.short(one.at) }),
    );
  return (
    <>
      {found === null && <p className="second">{t('proof.cannotAsk')}</p>}
      {found && others.length === 0 && <p className="second">{t('proof.nobodyYet')}</p>}
      {others.length > 0 && (
        <p className="second">
          {t('proof.confirmedBy', { count: others.length, names: names.join(t('comma')) })}
        </p>
      )}
      {/* A shared tablet is nobody's to keep files on. */}
      {!shared && (
        <Button kind="quiet" icon="save" onClick={() => void save()}>
          {t('proof.save')}
        </Button>
      )}
      {missing && <p role="alert">{t('proof.notHere')}</p>}
    </>
  );
}

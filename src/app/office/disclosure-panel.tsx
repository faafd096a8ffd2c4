/** The guide and the catalogue as notices: what was published last, what changed since, and a button that makes it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { catalogueChanges, catalogueTable, changesText } from '../../domain/catalogue/disclosure.ts';
import { type TableValue, valueOf } from '../../domain/kind/values.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { Button, useDevice, useNow } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { ChangeFault } from './change-state.tsx';
import {
  DISCLOSURE_KINDS,
  disclosureDraft,
  disclosureEntry,
  type DisclosureKind,
} from './disclosure-draft.ts';

const latestOf = (board: LightNotice[], kind: DisclosureKind): LightNotice | null =>
  [...board].reverse().find((notice) => notice.kind === kind && !notice.withdrawn) ?? null;

/** The table of the catalogue that was published last; null: none, or not on this device. */
function usePublishedTable(notice: LightNotice | null): TableValue | null {
  const device = useDevice();
  const [read, setRead] = useState<{ of: string; table: TableValue | null } | null>(null);
  const id = notice?.id ?? '';
  const of = `${id}/${notice?.latest ?? ''}`;
  useEffect(() => {
    let left = false;
    const open = async (): Promise<void> => {
      const details = id === '' ? null : await device.details(TOWNSHIP_UNIT, id);
      if (left || !details) return;
      const { fields } = currentRevision(details.notice).content;
      setRead({ of, table: valueOf(fields, 'rows', 'table') });
    };
    void open();
    return () => {
      left = true;
    };
  }, [device, id, of]);
  return read?.of === of ? read.table : null;
}

export function DisclosurePanel({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const device = useDevice();
  const navigate = useNavigate();
  const when = useWhen();
  const today = localDateOf(instantOf(useNow()));
  const [fault, setFault] = useState<SaveFault | null>(null);
  const board = useBoards([TOWNSHIP_UNIT])?.get(TOWNSHIP_UNIT) ?? [];
  const before = usePublishedTable(latestOf(board, 'disclosure-catalogue'));
  const entry = disclosureEntry(registry.catalogue, today);
  const changes = before
    ? changesText(catalogueChanges(before, catalogueTable(registry.catalogue, today)))
    : null;
  const make = async (kind: DisclosureKind): Promise<void> => {
    if (!entry) return;
    setFault(null);
    const made = await device.newDraft(TOWNSHIP_UNIT);
    if (!made.ok) return setFault(made.code);
    const parts = { registry, entry, today, before: kind === 'disclosure-catalogue' ? before : null };
    const kept = await device.saveDraft(disclosureDraft(made.value, kind, parts));
    if (!kept.ok) return setFault(kept.code);
    void navigate(`/write/${made.value.id}`);
  };
  return (
    <section className="office-panel disclosure-panel">
      <h2>{t('disclosure.title')}</h2>
      <p className="second">{t(entry ? 'disclosure.lead' : 'disclosure.noEntry')}</p>
      <ChangeFault fault={fault} />
      {DISCLOSURE_KINDS.map((kind) => {
        const latest = latestOf(board, kind);
        const isSupplement = kind === 'disclosure-catalogue' && before !== null;
        return (
          <div key={kind} className="disclosure-line">
            <div>
              <strong>{t(`disclosure.kind.${kind}`)}</strong>
              <span className="office-note">
                {latest
                  ? t('disclosure.last', { day: when.fullDay(latest.acceptedAt), title: latest.title })
                  : t('disclosure.never')}
              </span>
              {isSupplement && (
                <span className="office-note disclosure-changes">
                  {changes ? `${t('disclosure.since')}\n${changes}` : t('disclosure.noChange')}
                </span>
              )}
            </div>
            <Button
              icon="write"
              disabled={!entry || (isSupplement && !changes)}
              onClick={() => void make(kind)}
            >
              {t(isSupplement ? 'disclosure.makeSupplement' : `disclosure.make.${kind}`)}
            </Button>
          </div>
        );
      })}
    </section>
  );
}

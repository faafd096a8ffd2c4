/** Signs old records one after another, and says how far it is. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OldRecord } from '../../domain/brought-in/read.ts';
import { NOTICE_LIMITS, PLAIN } from '../../domain/notice/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { useDevice } from '../ui/index.ts';
import { maskContent } from '../write/masking.ts';

/** On its way, done, or stopped at a record that could not be kept. */
export type Work = { at: number; n: number } | { done: number } | { stopped: number; title: string };

export interface Told {
  /** Of the table's file; empty: there is none. */
  name: string;
  files: File[];
  /** Who answers for a record that names nobody. */
  officer: string;
}

export function useBringing(registry: Registry) {
  const { t } = useTranslation('bring-in');
  const device = useDevice();
  const [work, setWork] = useState<Work | null>(null);
  const bringOne = async (record: OldRecord, { name, files, officer }: Told): Promise<boolean> => {
    const own = registry.catalogue.find(({ id }) => id === record.entry);
    if (!own) return false;
    const { content } = maskContent({
      ...PLAIN,
      entry: { id: own.id, name: own.name },
      title: record.title,
      officer: record.officer || officer.trim(),
      sections: [{ heading: '', text: record.text }],
      photos: [],
    });
    const words = t('source', { name: name || record.files[0] || '', row: record.row });
    const kept = await device.bringIn({
      unit: record.unit,
      content,
      broughtIn: { day: record.day, source: words.slice(0, NOTICE_LIMITS.source) },
      files: files
        .filter((file) => record.files.includes(file.name))
        .map((bytes) => ({ name: bytes.name, bytes })),
    });
    return kept.ok;
  };
  const bring = async (records: OldRecord[], told: Told): Promise<void> => {
    for (const [at, record] of records.entries()) {
      setWork({ at: at + 1, n: records.length });
      if (!(await bringOne(record, told))) return setWork({ stopped: at + 1, title: record.title });
    }
    setWork({ done: records.length });
  };
  return { work, bring, forget: () => setWork(null) };
}

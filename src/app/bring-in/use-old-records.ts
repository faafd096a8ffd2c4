/** A table or the names of files as old records: read again when what it depends on changes, and not with every key typed. */
import { useMemo } from 'react';
import { OLD_COLUMNS } from '../../domain/brought-in/columns.ts';
import { sheetOfFiles } from '../../domain/brought-in/from-files.ts';
import { type OldRecords, readOldRecords } from '../../domain/brought-in/read.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { RawSheet } from '../../domain/table/cells.ts';
import { findHeader, mapColumns, type Mapping } from '../../domain/table/header.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { useNow } from '../ui/index.ts';
import { useHere } from './use-here.ts';

/** A table that was chosen. */
export interface Table {
  /** Of its file. */
  name: string;
  sheet: RawSheet;
  /** What the columns mean; null: what their headings say. */
  mapping: Mapping | null;
}

export interface Chosen {
  table: Table | null;
  files: File[];
  /** Where a row belongs that says nothing of it. */
  unit: string;
  entry: string;
}

export interface ReadSheet {
  /** Headings of the columns, and what they mean. */
  names: string[];
  mapping: Mapping;
  /** Null: no line of headings was found. */
  found: OldRecords | null;
}

/** Null: nothing is chosen. */
export function useOldRecords(registry: Registry, { table, files, unit, entry }: Chosen): ReadSheet | null {
  const today = localDateOf(instantOf(useNow()));
  const here = useHere();
  const sheet = useMemo(
    () => table?.sheet ?? (files.length > 0 ? sheetOfFiles(files.map(({ name }) => name)) : null),
    [table, files],
  );
  return useMemo(() => {
    if (!sheet) return null;
    const header = findHeader(sheet.rows, OLD_COLUMNS);
    const names = header?.names ?? [];
    const mapping = table?.mapping ?? mapColumns(names, OLD_COLUMNS);
    const found =
      header &&
      readOldRecords(sheet, header, mapping, {
        unit,
        entry,
        units: Object.values(registry.units),
        entries: registry.catalogue,
        files: new Set(files.map(({ name }) => name)),
        today,
        here,
      });
    return { names, mapping, found };
  }, [sheet, table, files, unit, entry, registry, today, here]);
}

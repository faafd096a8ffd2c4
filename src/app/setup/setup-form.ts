/** The first-run form as plain values, and what is wrong with them. The limits are those of the registry's events. */

import type { Device } from '../../sync/client/device.ts';

export const FIELDS = ['code', 'township', 'region', 'office', 'name', 'post', 'deviceName'] as const;
export type SetupField = (typeof FIELDS)[number];
export type SetupValues = Record<SetupField, string>;

/** Characters. */
export const LIMITS: Record<SetupField, number> = {
  code: 40,
  township: 60,
  region: 60,
  office: 60,
  name: 40,
  post: 60,
  deviceName: 60,
};
const OPTIONAL: readonly SetupField[] = ['region'];

export const EMPTY: SetupValues = {
  code: '',
  township: '',
  region: '',
  office: '',
  name: '',
  post: '',
  deviceName: '',
};

/** Fields that keep the township from being founded. */
export const setupProblems = (values: SetupValues): SetupField[] =>
  FIELDS.filter((field) => {
    const { length } = values[field].trim();
    return length > LIMITS[field] || (length === 0 && !OPTIONAL.includes(field));
  });

/** What the device is asked to found. */
export type Founding = Parameters<Device['found']>[0];

export const foundingOf = (values: SetupValues): Founding => {
  const line = (field: SetupField): string => values[field].trim();
  return {
    code: line('code'),
    township: line('township'),
    region: line('region'),
    office: line('office'),
    person: { name: line('name'), post: line('post') },
    deviceName: line('deviceName'),
  };
};

/** The form as it was when this was asked for. */
export const valuesOf = ({ person, ...rest }: Founding): SetupValues => ({ ...rest, ...person });

/** A key in groups of four hex digits, four groups a line, as it is read out and typed. */
export function groupsOf(hex: string): string[][] {
  const groups = hex.match(/.{1,4}/g) ?? [];
  const lines: string[][] = [];
  for (let at = 0; at < groups.length; at += 4) lines.push(groups.slice(at, at + 4));
  return lines;
}

/** What the recovery sheet shows. */
export interface Founded {
  township: string;
  /** The log key's seed, hex. */
  recovery: string;
  name: string;
  person: string;
}

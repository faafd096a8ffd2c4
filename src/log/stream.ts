/**
 * Names of streams. A stream is one append-only log; its name says whose it is and who may read it.
 *
 * ```
 * new/registry                the name in the very first header of a township (it has no id yet)
 * <township>/registry         units, people, device keys, catalogue: public
 * <township>/<unit>/public    notices, corrections, withdrawals: public
 * <township>/<unit>/office    submissions and reviews: the unit and the township
 * <township>/<unit>/inspection  rounds and findings: inspector, office, and the unit itself
 * <township>/<unit>/desk      envelopes sealed to the unit's desk, and the answers: its holders
 * <township>/township/box     envelopes sealed to the inspector: his devices alone
 * ```
 * A township's id is the first 32 hex digits of the id (SHA-256 of the header) of its founding event.
 * A unit's id is 1 to 24 of `a-z 0-9 -`, chosen when the unit is set up, never reused.
 */
export type StreamName = string & { readonly __stream: unique symbol };
export type TownshipId = string & { readonly __township: unique symbol };

/** The stream named in a founding event, which is stored as number 0 of the township's registry. */
export const FOUNDING_STREAM = 'new/registry' as StreamName;

const NAME = /^([0-9a-f]{32})\/(?:registry|([a-z0-9-]{1,24})\/(public|office|desk|box|inspection))$/;

export type StreamKind = 'registry' | 'public' | 'office' | 'desk' | 'box' | 'inspection';
export interface StreamParts {
  township: TownshipId;
  kind: StreamKind;
  /** The unit, or null for the registry. */
  unit: string | null;
}

/** Takes a stream name apart; null when it is not one. */
export function parseStream(name: string): StreamParts | null {
  const match = NAME.exec(name);
  if (!match) return null;
  return {
    township: match[1] as TownshipId,
    kind: (match[3] ?? 'registry') as StreamKind,
    unit: match[2] ?? null,
  };
}

export const registryOf = (township: TownshipId): StreamName => `${township}/registry` as StreamName;
export const publicStream = (township: TownshipId, unit: string): StreamName =>
  `${township}/${unit}/public` as StreamName;
export const officeStream = (township: TownshipId, unit: string): StreamName =>
  `${township}/${unit}/office` as StreamName;
export const deskStream = (township: TownshipId, unit: string): StreamName =>
  `${township}/${unit}/desk` as StreamName;
export const boxStream = (township: TownshipId): StreamName => `${township}/township/box` as StreamName;

export const inspectionStream = (township: TownshipId, unit: string): StreamName =>
  `${township}/${unit}/inspection` as StreamName;

/** Whether anybody may read a stream of this kind. */
export const isPublicKind = (kind: StreamKind | undefined): boolean =>
  kind === 'registry' || kind === 'public';

/** The township id that a founding event with this event id gives. */
export const townshipIdOf = (foundingEventId: string): TownshipId =>
  foundingEventId.slice(0, 32) as TownshipId;

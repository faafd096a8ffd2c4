/**
 * What witnesses have cosigned of the public streams (log/cosignature.ts): the latest by each, kept as a row beside the
 * stream. They are no part of the log: when they are lost, the witnesses cosign again.
 *
 * A witness is an enrolled device that is not revoked. Its name says whose it is: `gongkailan/<township>/<unit>/<key>`.
 */
import type { Registry } from '../domain/registry/registry.ts';
import { deviceWitness } from '../domain/registry/witness.ts';
import { openCheckpoint } from '../log/checkpoint.ts';
import { cosignedAt } from '../log/cosignature.ts';
import type { LogStore } from '../store/log-store.ts';
import type { Cosigned } from '../sync/witness-protocol.ts';
import { Serial } from './serial.ts';
import { checkpointAt } from './township/border.ts';
import type { TownshipContext } from './township/plan.ts';

const KEY = 'cosigned';
/** Devices whose cosignature is kept for a stream; beyond it the oldest goes. */
const MAX_KEPT = 32;

/** Why a cosignature is not taken: not of a device here; not over what this log signed at that size; or a wrong one. */
export type CosignatureFault = 'unknown-witness' | 'not-this-log' | 'bad-cosignature';

export class Cosignatures {
  readonly #context: TownshipContext;
  readonly #serial = new Serial();

  constructor(context: TownshipContext) {
    this.#context = context;
  }

  /** The latest notes by each witness, each with his line and no other, the newest first. */
  async of(stream: string): Promise<Cosigned[]> {
    return ((await this.#context.store.row(stream, KEY)) as Cosigned[] | null | undefined) ?? [];
  }

  /**
   * Keeps a cosignature.
   * @param key public key of the device, hex.
   * @param note the checkpoint as this log signed it, with the device's line under it.
   */
  async take(
    registry: Registry,
    stream: string,
    key: string,
    note: string,
  ): Promise<CosignatureFault | null> {
    const witness = deviceWitness(this.#context.id, registry, key);
    if (!witness) return 'unknown-witness';
    const { store, signer } = this.#context;
    const [head, claimed] = await Promise.all([
      store.head(stream),
      openCheckpoint(note, stream, signer.publicKey),
    ]);
    if (!head || !claimed || claimed.size > head.size) return 'not-this-log';
    const own = await checkpointAt(store, head, claimed.size, signer);
    const mine = own && (await openCheckpoint(own, stream, signer.publicKey));
    if (!mine || mine.root !== claimed.root) return 'not-this-log';
    const at = await cosignedAt(note, witness);
    if (at === null) return 'bad-cosignature';
    await this.#keep(store, stream, { key, size: claimed.size, at, note });
    return null;
  }

  #keep(store: LogStore, stream: string, cosigned: Cosigned): Promise<void> {
    return this.#serial.run(stream, async () => {
      const before = await this.of(stream);
      const older = before.find(({ key }) => key === cosigned.key);
      if (older && older.size >= cosigned.size) return;
      const others = before.filter(({ key }) => key !== cosigned.key);
      const value = [cosigned, ...others].slice(0, MAX_KEPT);
      await store.putRows([{ stream, key: KEY, value }]);
    });
  }
}

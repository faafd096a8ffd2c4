import { beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../../src/log/checkpoint.ts';
import {
  cosign,
  cosignedAt,
  formatWitness,
  parseWitness,
  type Witness,
} from '../../../src/log/cosignature.ts';
import { type Signer, softwareSigner } from '../../../src/log/signature.ts';

const STREAM = `${'ab'.repeat(16)}/v1/public`;
const SECONDS = 1_800_000_000;

describe('a cosigned checkpoint', () => {
  let log: Signer;
  let other: Signer;
  let witness: Witness;
  let note: string;
  let cosigned: string;

  beforeAll(async () => {
    log = await softwareSigner(new Uint8Array(32).fill(1));
    other = await softwareSigner(new Uint8Array(32).fill(2));
    note = await signCheckpoint({ origin: `gongkailan/${STREAM}`, size: 3, root: 'cd'.repeat(32) }, log);
    witness = { name: 'county.example/archive', key: other.publicKey };
    cosigned = note + (await cosign(note, other, witness.name, SECONDS));
  });

  it('says when the witness saw it, and is still the log’s', async () => {
    expect(await cosignedAt(cosigned, witness)).toBe(SECONDS);
    expect(await openCheckpoint(cosigned, STREAM, log.publicKey)).toMatchObject({ size: 3 });
  });

  it('is not cosigned by somebody of the same name, or by the log itself', async () => {
    expect(await cosignedAt(cosigned, { ...witness, key: log.publicKey })).toBeNull();
    expect(await cosignedAt(cosigned, { ...witness, name: 'another' })).toBeNull();
    expect(await cosignedAt(note, witness)).toBeNull();
  });

  it('does not hold for another size, root or time', async () => {
    expect(await cosignedAt(cosigned.replace('\n3\n', '\n4\n'), witness)).toBeNull();
    const line = await cosign(note.replace('\n3\n', '\n4\n'), other, witness.name, SECONDS);
    expect(await cosignedAt(note + line, witness)).toBeNull();
  });

  it('does not let two sign under one name by a blank', async () => {
    await expect(cosign(note, other, 'county archive', SECONDS)).rejects.toThrow(RangeError);
    await expect(cosign('nonsense', other, 'county', SECONDS)).rejects.toThrow(RangeError);
  });
});

describe('a witness’s key on one line', () => {
  it('is read back, and refused when it was mistyped', async () => {
    const { publicKey } = await softwareSigner(new Uint8Array(32).fill(7));
    const line = formatWitness({ name: 'inspector', key: publicKey });
    expect(parseWitness(`${line}\n`)).toEqual({ name: 'inspector', key: publicKey });
    expect(parseWitness(line.replace('inspector', 'inspectors'))).toBeNull();
    expect(parseWitness(line.slice(0, -2))).toBeNull();
    expect(parseWitness('')).toBeNull();
  });
});

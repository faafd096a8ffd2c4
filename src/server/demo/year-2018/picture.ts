/** A picture of a board with sheets on it, drawn: the proof of posting of the sample year. No camera was there in 2018. */
import { crc32, deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';

const [WIDTH, HEIGHT] = [240, 160] as const;

type Colour = readonly [number, number, number];
const WALL: Colour = [214, 205, 188];
const FRAME: Colour = [122, 31, 31];
const FELT: Colour = [46, 84, 66];
const SHEET: Colour = [250, 249, 244];
const INK: Colour = [90, 90, 90];

/** Which colour a point has; `seed` moves the sheets and the light. */
function colourAt(x: number, y: number, seed: number): Colour {
  const inFrame = x > 20 && x < 220 && y > 20 && y < 140;
  if (!inFrame) return WALL.map((value) => value - ((seed * 7) % 30)) as unknown as Colour;
  if (x < 26 || x > 214 || y < 26 || y > 134) return FRAME;
  const column = Math.floor((x - 34) / 44);
  const [left, top] = [34 + column * 44, 36 + ((seed + column) % 4) * 3];
  const isSheet = column >= 0 && column < 4 && x >= left && x < left + 34 && y >= top && y < top + 72;
  if (!isSheet) return FELT;
  const line = (y - top) % 8 === 6 && x > left + 4 && x < left + 30 - ((y * 5 + seed) % 9);
  return line ? INK : SHEET;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** A PNG, the same for the same seed. */
function png(seed: number): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y, seed), y * (1 + WIDTH * 3) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

export interface Picture {
  bytes: Uint8Array;
  /** SHA-256, hex. */
  hash: string;
  width: number;
  height: number;
}

export function picture(seed: number): Picture {
  const bytes = png(seed);
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), width: WIDTH, height: HEIGHT };
}

/** What anybody may fetch: tiles of events and bodies, and heads, as an auditor reads them from a server or a plain file host. */
import { utf8 } from '../../../src/log/hex.ts';
import { encodeBodies } from '../../../src/log/segment.ts';
import { decodeEntries, encodeEntries, tilePath } from '../../../src/log/tile.ts';
import { audit } from '../../../src/server/audit/audit.ts';
import { TextSource } from '../../../src/server/archive/text-source.ts';
import { type StreamText, streamText } from '../../../src/server/archive/stream-text.ts';
import { WebSource } from '../../../src/server/audit/web-source.ts';
import { LOG_PATH } from '../../../src/sync/witness-protocol.ts';
import type { Random } from '../sim/random.ts';
import type { Kind } from './kind.ts';
import { type Tampered, tamperBytes, tamperLines, tamperList, tamperText, type Way } from './mutate.ts';
import type { Sample } from './sample.ts';

/** Answers by their paths. */
type Site = Map<string, Uint8Array>;

const HOST = 'http://static.test';

async function siteOf(sample: Sample): Promise<Site> {
  const site: Site = new Map([['/api/township', utf8(JSON.stringify({ id: sample.township }))]]);
  for (const log of [sample.registry, ...sample.boards]) {
    const at = `${LOG_PATH}/${log.stream}`;
    const width = log.entries.length;
    site.set(`${at}/checkpoint`, utf8(await sample.noteAt(log, width)));
    site.set(
      `${at}/${tilePath({ level: 'entries', index: 0, width })}`,
      encodeEntries(log.entries.map(({ leaf }) => utf8(leaf))),
    );
    site.set(
      `${at}/${tilePath({ level: 'bodies', index: 0, width })}`,
      utf8(encodeBodies(log.entries.map(({ body }) => body))),
    );
  }
  for (const [hash, bytes] of sample.files) site.set(`/files/${hash}`, bytes);
  return site;
}

/** Runs with a network of this one site. */
async function served<Value>(site: Site, work: () => Promise<Value>): Promise<Value> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const bytes = site.get(String(input).slice(HOST.length));
    return new Response((bytes as BodyInit | undefined) ?? null, { status: bytes ? 200 : 404 });
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}

/** A tile's leaves exchanged and put together again, or its bytes. */
function tamperTile(random: Random, path: string, bytes: Uint8Array, way: Way): Tampered<Uint8Array> {
  const width = Number(/entries\/000\.p\/(\d+)$/.exec(path)?.[1] ?? 0);
  const leaves = decodeEntries(bytes, width);
  if (!leaves || random.chance(0.5)) return tamperBytes(random, bytes, way);
  const { thing, place } = tamperList(random, leaves, way);
  return { thing: encodeEntries(thing), place: `leaves: ${place}` };
}

async function tiles(sample: Sample): Promise<Kind<Site>> {
  const whole = await siteOf(sample);
  // A file that no event names is nobody's to miss.
  const named = JSON.stringify(sample.boards);
  const paths = [...whole.keys()].filter(
    (path) => !path.startsWith('/files/') || named.includes(path.slice(7)),
  );
  return {
    name: 'tile',
    weight: 7,
    honest: async () => whole,
    tamper: (random, site, way) => {
      const path = random.pick(paths);
      const { thing, place } = tamperTile(random, path, site.get(path)!, way);
      return { thing: new Map(site).set(path, thing), place: `${path}: ${place}` };
    },
    check: (site) =>
      served(site, async () => {
        const source = new WebSource(HOST);
        return (await audit(source, { township: sample.township })).findings[0]?.code ?? null;
      }),
    meaning: (site) => [...site].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
  };
}

/** The registry as texts, by whoever knows which township it must be: nobody may become somebody unseen. */
async function registries(sample: Sample): Promise<Kind<StreamText>> {
  const { stream, entries } = sample.registry;
  return {
    name: 'registry',
    weight: 7,
    honest: async (random) => {
      const size = 1 + random.below(entries.length);
      return streamText(stream, entries.slice(0, size), await sample.noteAt(sample.registry, size));
    },
    tamper: (random, text, way) => {
      const part = random.pick(['leaves', 'bodies', 'checkpoint'] as const);
      const { thing, place } = random.chance(0.5)
        ? tamperLines(random, text[part], way)
        : tamperText(random, text[part], way);
      return { thing: { ...text, [part]: thing }, place: `${part}: ${place}` };
    },
    check: async (text) => {
      const source = new TextSource([text], async () => null);
      return (await audit(source, { township: sample.township })).findings[0]?.code ?? null;
    },
    meaning: (text) => text,
  };
}

export const webKinds = async (sample: Sample) => [await tiles(sample), await registries(sample)] as const;

/**
 * Faults planted on purpose: each is a small change of one of the product's files, made while it is loaded, so that the
 * product itself has no switch. A simulation that does not find them proves nothing. A plant whose place has gone is an
 * error, never a plant that does nothing.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

export interface Plant {
  /** The mistake, in words. */
  what: string;
  /** Path below `src`. */
  file: string;
  /** Texts that must each stand there once, and what they become. */
  edits: [from: string, to: string][];
}

export const PLANTS: Record<string, Plant> = {
  'acknowledged-without-receipt': {
    what: 'any answer of the server counts as a receipt',
    file: 'sync/client/contact.ts',
    edits: [
      [
        '    await findAccepted(ports, answer.results);',
        "    for (const { seq } of items) await ports.db.outbox.update(seq!, { phase: 'complete' });",
      ],
    ],
  },
  'cursor-before-write': {
    what: 'the head is kept before the events that it stands for',
    file: 'store/device/device-log-store.ts',
    edits: [
      [
        "    return guarded(() =>\n      this.#db.transaction('rw', tables, async () => {\n        const held = (await heads.get(batch.stream))?.size ?? 0;",
        "    return guarded(async () => {\n      await heads.put(batch.head);\n      return this.#db.transaction('rw', tables, async () => {\n        const held: number = batch.from;",
      ],
      ["        return 'stored';\n      }),\n    );", "        return 'stored';\n      });\n    });"],
    ],
  },
  'dedupe-by-position': {
    what: 'an event counts as known when something stands at its place',
    file: 'server/township/township.ts',
    edits: [
      [
        'const found = await this.context.store.find(author.id);',
        "const { stream, seen } = author.header;\n    const size = (await this.context.store.head(stream))?.size ?? 0;\n    const found = stream.endsWith('/public') && seen < size ? { stream, number: seen } : null;",
      ],
    ],
  },
  'outbox-backwards': {
    what: 'what was made last is sent first',
    file: 'sync/client/sending.ts',
    edits: [
      [
        'for (const row of waiting.slice(0, MAX_SYNC_EVENTS)) {',
        "for (const row of waiting[0]?.type.startsWith('notice.') ? [...waiting].reverse() : waiting) {",
      ],
    ],
  },
  'retry-not-idempotent': {
    what: 'what is sent once more is signed once more, and is another event',
    file: 'sync/client/contact.ts',
    edits: [
      [
        "import type { SignedEvent } from '../../log/event.ts';",
        "import { makeEvent, type SignedEvent } from '../../log/event.ts';",
      ],
      [
        '...items.map(signedEvent)],',
        '...(await Promise.all(items.map((row) => (row.problem ? makeEvent(session.signer!, { ...JSON.parse(row.header), content: (({ salt: _, ...content }) => content)(JSON.parse(row.body)) }, ports.random) : signedEvent(row)))))],',
      ],
    ],
  },
  'fold-by-arrival': {
    what: 'the board depends on what arrived together',
    file: 'sync/client/fold.ts',
    edits: [['const notices = events.filter(', 'const notices = [...events].reverse().filter(']],
  },
  'file-without-hash': {
    what: 'a file counts as arrived whatever its receipt is of',
    file: 'sync/client/uploads.ts',
    edits: [
      [
        'return opened !== null && opened.hash === file.hash && opened.bytes === file.bytes;',
        'return opened !== null || file.hash !== null;',
      ],
    ],
  },
  'unknown-dropped': {
    what: 'events of a later version are left out',
    file: 'store/device/device-log-store.ts',
    edits: [
      [
        'await chunks.bulkPut(chunksOf(batch.stream, batch.from, batch));',
        "const known = batch.leaves.filter((leaf) => !leaf.includes('future.'));\n        const bodies = batch.bodies.filter((_, i) => !batch.leaves[i]!.includes('future.'));\n        await chunks.bulkPut(chunksOf(batch.stream, batch.from, { leaves: known, bodies }));",
      ],
    ],
  },
  'refused-for-ever': {
    what: 'what was refused is tried again for ever',
    file: 'sync/client/sending.ts',
    edits: [['{ code, at }, !goesOn);', '{ code, at }, goesOn && false);']],
  },
  'revoked-accepted': {
    what: 'a revoked key may go on',
    file: 'domain/registry/rights.ts',
    edits: [
      ["return device.revoked ? 'revoked' : device;", 'return device;'],
      ['if (!member || registry.devices[key]?.revoked) return [];', 'if (!member) return [];'],
    ],
  },
  'stale-checkpoint': {
    what: 'an older checkpoint is as good as the newest',
    file: 'sync/client/verify.ts',
    edits: [["if (signed.size < held.size) return 'behind';", "if (signed.size < held.size) return 'same';"]],
  },
  'portal-parsed': {
    what: 'a page of somebody else is read as an answer',
    file: 'sync/client/http.ts',
    edits: [
      [
        "return no(isNewer(value) ? 'update-needed' : 'no-network');",
        "return value === undefined ? { ok: true, value: { v: 1, township: '', now: '', results: [], streams: {}, contacts: [], received: 0, receipt: null } as never } : no('no-network');",
      ],
    ],
  },
  'draft-gone-first': {
    what: 'the draft goes before the item is kept',
    file: 'sync/client/publishing.ts',
    edits: [
      [
        "  return blobs.withRoom(() =>\n    db.transaction('rw', [db.drafts, db.outbox, db.meta], async () => {",
        '  return blobs.withRoom(async () => {',
      ],
      [
        '      await db.outbox.bulkAdd(rows);\n      await db.drafts.delete(draft.id);',
        '      await db.drafts.delete(draft.id);\n      await db.outbox.bulkAdd(rows);',
      ],
      ["      return 'moved';\n    }),\n  );", "      return 'moved';\n  });"],
    ],
  },
  'envelope-unproved': {
    what: 'an envelope leaves the tablet at any answer',
    file: 'sync/client/envelope-outbox.ts',
    edits: [
      [
        'if (pinned && result && (await isProved(row, result, pinned.logKey)))',
        'if (pinned || (result && (await isProved(row, result, pinned!.logKey))))',
      ],
    ],
  },
};

function edited(source: string, { file, edits }: Plant): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2)
      throw new Error(`sim: the place of a plant in src/${file} has gone: ${from}`);
    return text.replace(from, () => to);
  }, source);
}

/** Plants a fault in what is loaded from now on. */
export function plant(name: string): void {
  const found = PLANTS[name];
  if (!found) throw new Error(`sim: no such plant: ${name}`);
  const url = new URL(`../../../src/${found.file}`, import.meta.url);
  const source = edited(readFileSync(url, 'utf8'), found);
  registerHooks({
    load: (asked, context, next) =>
      asked === url.href ? { format: 'module-typescript', source, shortCircuit: true } : next(asked, context),
  });
}

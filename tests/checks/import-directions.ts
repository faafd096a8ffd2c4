/** Which room may import what: the table 'Rooms' of the design, and no cycles. */
import type { Import, Module } from './modules.ts';

interface Room {
  /** Paths that belong to it; the first room that matches counts. */
  is: RegExp;
  /** What it may import, by path. */
  may: RegExp;
  /** What it may name in types only, beside that. */
  mayInTypes?: RegExp;
  /** Packages that it may import; Node's own begin with `node:`. */
  packages: RegExp;
}

const NOTHING = /^$/;
const NODE = /^node:/;

export const ROOMS: Record<string, Room> = {
  domain: { is: /^src\/domain\//, may: /^src\/domain\//, packages: /^(zod\/mini|chinese-days)$/ },
  log: { is: /^src\/log\//, may: /^src\/log\//, packages: /^(@noble\/.+|@hpke\/core|fflate|zod\/mini)$/ },
  'store on the device': {
    is: /^src\/store\/device\//,
    may: /^src\/(store(?!\/sqlite)|log|domain)\//,
    mayInTypes: /^src\/sync\/protocol\.ts$/,
    packages: /^(dexie|zod\/mini|@noble\/.+)$/,
  },
  store: {
    is: /^src\/store\//,
    may: /^src\/(store|log|domain)\//,
    packages: /^(node:.+|zod\/mini|@noble\/.+)$/,
  },
  sync: {
    is: /^src\/sync\//,
    may: /^src\/(sync|log|store(?!\/sqlite)|domain)\//,
    packages: /^(dexie|zod\/mini|@noble\/.+)$/,
  },
  // The server's heart, in a browser: it may have no more of the server than runs there.
  practice: {
    is: /^src\/practice\//,
    may: /^src\/(practice|log|store(?!\/(sqlite|files))|domain|sync)\/|^src\/server\/(township\/|pull\.ts$)/,
    packages: /^(dexie|zod\/mini|@noble\/.+)$/,
  },
  export: {
    is: /^src\/export\//,
    may: /^src\/(export|domain)\//,
    packages: /^(docx|write-excel-file\/universal)$/,
  },
  server: { is: /^src\/server\//, may: /^src\/(?!app\/|sw\/)/, packages: /^/ },
  app: {
    is: /^src\/app\//,
    may: /^src\/(app|domain|docs|export|practice|sync\/client|store\/device)\//,
    mayInTypes: /^src\/(sync|store)\//,
    packages: /^(?!node:|@fastify\/|fastify|pino)/,
  },
  sw: {
    is: /^src\/sw\//,
    may: /^src\/(sw|domain|sync\/client)\//,
    mayInTypes: /^src\/(sync|store)\//,
    packages: /^workbox-/,
  },
  docs: { is: /^src\/docs\//, may: NOTHING, packages: NOTHING },
};

const roomOf = (path: string): [string, Room] | undefined =>
  Object.entries(ROOMS).find(([, room]) => room.is.test(path));

const isOwn = (to: string): boolean => /^(src|tests|public|\.\.)\b/.test(to);

function allowed(room: Room, one: Import): boolean {
  if (one.to.endsWith('.css')) return isOwn(one.to);
  if (!isOwn(one.to)) return room.packages.test(one.to) || (one.typeOnly && !NODE.test(one.to));
  return room.may.test(one.to) || (one.typeOnly && (room.mayInTypes?.test(one.to) ?? false));
}

/** Every import that goes where its room may not. */
export function wrongDirections(modules: Module[]): string[] {
  return modules.flatMap((module) => {
    const found = roomOf(module.path);
    if (!found) return [`${module.path} is in no room`];
    const [name, room] = found;
    return module.imports
      .filter((one) => !allowed(room, one))
      .map((one) => `${module.path} imports ${one.to}: ${name} may not`);
  });
}

/** Cycles among modules as they are at run time: type-only and dynamic imports are left out. */
export function cycles(modules: Module[]): string[] {
  const graph = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((one) => !one.typeOnly && !one.dynamic).map((one) => one.to),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

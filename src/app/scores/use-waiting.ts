/** Objections and answers that are signed here and still on their way. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useDevice } from '../ui/index.ts';

export interface Waiting {
  /** Reasons by `<unit> <item>`. */
  objected: Map<string, string>;
  /** Ids of objections. */
  answered: Set<string>;
}

const NOTHING: Waiting = { objected: new Map(), answered: new Set() };

export function useWaiting(): Waiting {
  const { db } = useDevice();
  return (
    useLiveQuery(async () => {
      const found: Waiting = { objected: new Map(), answered: new Set() };
      const rows = await db.outbox.where('phase').anyOf('waiting', 'refused', 'received').toArray();
      for (const { type, stream, body } of rows) {
        const { item, reason, objection } = JSON.parse(body) as Record<string, string | undefined>;
        if (type === 'score.objected' && item)
          found.objected.set(`${stream.split('/')[1]} ${item}`, reason ?? '');
        if (type === 'score.answered' && objection) found.answered.add(objection);
      }
      return found;
    }, [db]) ?? NOTHING
  );
}

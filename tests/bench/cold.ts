/** Cold sync: a new device reads a whole board, against the floor of one compressed fetch and one bulkPut. */
import { UNIT } from './filling.ts';
import { type Row, rowOf } from './rows.ts';
import { FLOOR_PATH, type Stage } from './stage.ts';

export async function coldSync(stage: Stage, count: number, runs: number): Promise<Row[]> {
  const server = await stage.filled(count);
  const ours: number[] = [];
  const floor: number[] = [];
  const { checkpoint } = await server.sync([]);
  const measureFloor = async (): Promise<void> => {
    floor.push(
      await stage.freshPage(server.origin, (page) =>
        page.evaluate((path) => window.bench.floor(path), FLOOR_PATH),
      ),
    );
  };
  const measureOurs = async (): Promise<void> => {
    const held = await stage.freshPage(server.origin, (page) =>
      page.evaluate((unit) => window.bench.cold(unit), UNIT),
    );
    // The device verified the root against this checkpoint before it stored it.
    if (held.size !== count || held.notices !== count || held.checkpoint !== checkpoint) {
      throw new Error(`bench: the device holds ${held.size} events and ${held.notices} notices of ${count}`);
    }
    ours.push(held.took);
  };
  for (let run = 0; run < runs; run++) {
    for (const measure of run % 2 === 0 ? [measureFloor, measureOurs] : [measureOurs, measureFloor])
      await measure();
  }
  await server.close();
  return [rowOf({ name: `cold-sync-${count}`, unit: 'ms', ours, floor, aim: 0.4 })];
}

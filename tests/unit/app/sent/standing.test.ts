import { describe, expect, it } from 'vitest';
import { isFolded, type Step, stepsOf, type Surroundings } from '../../../../src/app/sent/standing.ts';
import type { ContactState } from '../../../../src/sync/client/device.ts';
import { sampleRegistry, TABLET } from '../../domain/samples.ts';
import { hash, item, received, STREAM } from './items.ts';

const contact = (part: Partial<ContactState>): ContactState => ({
  state: 'connected',
  lastContact: null,
  sending: null,
  pulling: null,
  ...part,
});

const around = (part: Partial<Surroundings> = {}): Surroundings => ({
  registry: sampleRegistry(),
  contact: contact({}),
  contacts: [],
  now: '2026-11-24T02:10:00.000Z',
  ...part,
});

const step = <Name extends Step['step']>(steps: Step[], name: Name): Extract<Step, { step: Name }> =>
  steps.find((one) => one.step === name) as Extract<Step, { step: Name }>;

describe('where an item stands', () => {
  it('is kept here and waits for a network, from the moment it was saved', () => {
    const steps = stepsOf(item(), around({ contact: contact({ state: 'no-network' }) }));
    expect(steps.map((one) => [one.step, one.state])).toEqual([
      ['kept', 'done'],
      ['network', 'now'],
      ['taken-in', 'todo'],
      ['tablet', 'todo'],
    ]);
    expect(step(steps, 'network')).toMatchObject({ way: 'no-network', since: item().savedAt, reason: null });
  });

  it('takes a lack of network for a fact and not for a fault', () => {
    const row = item({ problem: { code: 'no-network', at: '2026-11-24T02:05:00.000Z' } });
    const offline = stepsOf(row, around({ contact: contact({ state: 'no-network' }) }));
    expect(step(offline, 'network')).toMatchObject({ way: 'no-network', reason: null });
    expect(step(stepsOf(row, around()), 'network')).toMatchObject({ way: 'in-line', reason: null });
  });

  it('is being sent for a minute; without an answer it then counts as not sent', () => {
    const sending = (since: string) =>
      step(
        stepsOf(item(), around({ contact: contact({ sending: { ids: [item().id], since } }) })),
        'network',
      );
    expect(sending('2026-11-24T02:09:30.000Z')).toMatchObject({ way: 'sending', reason: null });
    expect(sending('2026-11-24T02:08:59.000Z')).toMatchObject({ way: 'not-sent', reason: 'no-answer' });
  });

  it('says why it did not go, and since when', () => {
    const row = item({ problem: { code: 'wrong-clock', at: '2026-11-24T02:05:00.000Z' } });
    expect(step(stepsOf(row, around()), 'network')).toMatchObject({
      way: 'not-sent',
      reason: 'wrong-clock',
      since: '2026-11-24T02:05:00.000Z',
    });
  });

  it('stops with a cause that would hit every item', () => {
    const steps = stepsOf(item(), around({ contact: contact({ state: 'contradiction' }) }));
    expect(step(steps, 'network')).toMatchObject({ way: 'not-sent', reason: 'contradiction' });
  });

  it('is refused with the code that the township gave', () => {
    const row = item({ phase: 'refused', problem: { code: 'not-allowed', at: '2026-11-24T02:05:00.000Z' } });
    expect(step(stepsOf(row, around()), 'network')).toMatchObject({ way: 'refused', reason: 'not-allowed' });
  });

  it('is taken in by its receipt alone, numbered from one', () => {
    const steps = stepsOf(received({ phase: 'complete' }), around());
    expect(step(steps, 'taken-in')).toMatchObject({ state: 'done', number: 8 });
    expect(step(steps, 'network')).toMatchObject({ state: 'done', way: 'gone' });
  });

  it('counts the photos that have a receipt, and the bytes of those under way', () => {
    const files = [
      { hash: hash(1), bytes: 300, sent: 0, receipt: 'note' },
      { hash: hash(2), bytes: 100, sent: 50, receipt: null },
    ];
    const photos = step(stepsOf(received({ files }), around()), 'photos');
    expect(photos).toMatchObject({ state: 'now', arrived: 1, all: 2, percent: 87, reason: null });
    const stuck = received({ files, problem: { code: 'file-gone', at: '2026-11-24T02:05:00.000Z' } });
    expect(step(stepsOf(stuck, around()), 'photos')).toMatchObject({ reason: 'file-gone' });
  });

  it('is on the tablet only when a tablet of that unit reports that it holds it', () => {
    const heard = (key: string, held: number) => [
      { key, at: '2026-11-24T02:06:00.000Z', held: { [STREAM]: held }, report: null },
    ];
    const at = (contacts: Surroundings['contacts']) =>
      step(stepsOf(received(), around({ contacts })), 'tablet');
    expect(at([])).toMatchObject({ state: 'now', tablets: 1 });
    expect(at(heard(TABLET, 7))).toMatchObject({ state: 'now', at: null });
    expect(at(heard(TABLET, 8))).toMatchObject({ state: 'done', at: '2026-11-24T02:06:00.000Z' });
    expect(at(heard(hash('cad'), 8))).toMatchObject({ state: 'now', at: null });
  });

  it('does not wait for a tablet where a unit has none', () => {
    const row = received({ stream: STREAM.replace('v1', 'v2') });
    expect(step(stepsOf(row, around()), 'tablet')).toMatchObject({ state: 'todo', tablets: 0 });
  });

  it('has no tablet step for a change of the register', () => {
    const row = item({ type: 'unit.set', stream: STREAM.replace('v1/public', 'registry') });
    expect(stepsOf(row, around()).map((one) => one.step)).toEqual(['kept', 'network', 'taken-in']);
  });

  it('folds a day after everything has arrived, and not before', () => {
    const done = received({ phase: 'complete', completedAt: '2026-11-24T02:01:00.000Z' });
    expect(isFolded(done, '2026-11-25T02:00:00.000Z')).toBe(false);
    expect(isFolded(done, '2026-11-25T02:01:01.000Z')).toBe(true);
    expect(isFolded(item(), '2027-11-25T02:01:01.000Z')).toBe(false);
  });
});

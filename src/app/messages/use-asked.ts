/** Something that only the server has: asked for when the screen is opened, and again when told. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Device, Outcome } from '../../sync/client/device.ts';
import { useDevice } from '../ui/index.ts';

export type Asked<Value> =
  { state: 'asking' } | { state: 'here'; value: Value } | { state: 'failed'; code: string };

/** What is on the screen stays when the network goes. */
function next<Value>(before: Asked<Value>, answer: Outcome<Value>): Asked<Value> {
  if (answer.ok) return { state: 'here', value: answer.value };
  const stays = before.state === 'here' && answer.code === 'no-network';
  return stays ? before : { state: 'failed', code: answer.code };
}

/** @param ask must keep its identity. @param every asks again after so many ms, while the screen is open. */
export function useAsked<Value>(
  ask: (device: Device) => Promise<Outcome<Value>>,
  every?: number,
): { asked: Asked<Value>; again: () => void } {
  const device = useDevice();
  const [asked, setAsked] = useState<Asked<Value>>({ state: 'asking' });
  const open = useRef(true);
  const again = useCallback(() => {
    const run = async (): Promise<void> => {
      const answer = await ask(device);
      if (open.current) setAsked((before) => next(before, answer));
    };
    void run();
  }, [ask, device]);
  useEffect(() => {
    open.current = true;
    again();
    return () => {
      open.current = false;
    };
  }, [again]);
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(again, every);
    return () => clearInterval(timer);
  }, [every, again]);
  return { asked, again };
}

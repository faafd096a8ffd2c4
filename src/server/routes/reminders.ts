/** Reminders by text message: settings and numbers for the office, one's own wish for who posts. */
import type { FastifyInstance } from 'fastify';
import { memberOf } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import {
  type MyReminders,
  myReminderWish,
  type ReminderChange,
  reminderChange,
  type RemindersResponse,
} from '../../sync/reminders-protocol.ts';
import { refuse } from '../http/errors.ts';
import { masked } from '../messages/numbers.ts';
import type { Reminders } from '../messages/reminders.ts';
import { type RouteContext } from './context.ts';
import { type Asking, office, poster } from './messages.ts';

function statusOf({ messages }: Asking, { store, rules }: Reminders, now: number): RemindersResponse {
  const day = localDateOf(instantOf(now));
  return {
    mode: messages.mode,
    rules,
    people: store.people().map(({ member, number, off }) => ({ member, number: masked(number), off })),
    today: store.since(Date.parse(`${day}T00:00:00+08:00`)),
  };
}

/** False: it names nobody of the registry. */
function change({ registry }: Asking, { store }: Reminders, wish: ReminderChange): boolean {
  if (wish.do === 'rules') {
    store.setRules(wish.rules);
    return true;
  }
  if (!Object.hasOwn(registry.members, wish.member)) return false;
  if (wish.do === 'number') store.setNumber(wish.member, wish.number);
  else store.setOff(wish.member, wish.off);
  return true;
}

function mine({ registry, device, messages }: Asking, { store, rules }: Reminders): MyReminders {
  const id = memberOf(registry, device.key)?.id;
  const own = store.people().find(({ member }) => member === id);
  return { wanted: own && rules.on && messages.mode !== 'off' ? !own.off : null };
}

export async function reminderRoutes(app: FastifyInstance, context: RouteContext): Promise<void> {
  const { reminders } = context.host;
  app.get('/api/reminders', async (request, reply): Promise<RemindersResponse | undefined> => {
    const asking = await office(context, request, reply);
    return asking ? statusOf(asking, reminders, context.now()) : reply;
  });
  app.post('/api/reminders', async (request, reply) => {
    const asking = await office(context, request, reply);
    if (!asking) return reply;
    const parsed = reminderChange.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not a change of the reminders');
    if (!change(asking, reminders, parsed.data)) return refuse(reply, 'not-found', 'no such person');
    void reminders.changed();
    return { ok: true };
  });
  app.get('/api/reminders/mine', async (request, reply): Promise<MyReminders | undefined> => {
    const asking = await poster(context, request, reply);
    return asking ? mine(asking, reminders) : reply;
  });
  app.post('/api/reminders/mine', async (request, reply): Promise<MyReminders | undefined> => {
    const asking = await poster(context, request, reply);
    if (!asking) return reply;
    const parsed = myReminderWish.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not a wish');
    const id = memberOf(asking.registry, asking.device.key)?.id;
    if (id !== undefined) reminders.store.setOff(id, !parsed.data.wanted);
    return mine(asking, reminders);
  });
}

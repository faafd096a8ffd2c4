import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { codeOf, member, notice, signerNamed, TestServer, unit } from './harness.ts';

/** Everybody who may come to the server's door. */
const ROLES = [
  'anybody',
  'stranger',
  'tablet of v1',
  'cadre of v1',
  'assigned to v1',
  'committee of v1',
  'office',
  'revoked',
] as const;
type Role = (typeof ROLES)[number];
type Answers = Record<Role, string | number>;

const same = (answer: string | number, but: Partial<Answers> = {}): Answers => ({
  ...(Object.fromEntries(ROLES.map((role) => [role, answer])) as Answers),
  ...but,
});

describe('who may do what', () => {
  const village = new TestServer();
  const signers = new Map<Role, Signer | undefined>();
  const file = { hash: 'cd'.repeat(32), bytes: 500, type: 'image/jpeg' };

  beforeAll(async () => {
    await (await village.start()).found();
    signers.set('anybody', undefined);
    signers.set('stranger', await signerNamed('stranger'));
    signers.set('tablet of v1', await village.device('tablet', 'tablet', 'v1', null));
    signers.set('cadre of v1', await village.device('cadre', 'phone', 'v1', member('clerk', 'v1')));
    signers.set(
      'assigned to v1',
      await village.device('assigned', 'phone', 'township', member('assigned', 'township', ['v1'])),
    );
    signers.set(
      'committee of v1',
      await village.device('committee', 'phone', 'v1', member('committee', 'v1', [], 'supervisor')),
    );
    signers.set('office', village.office);
    const lost = await village.device('lost', 'phone', 'v1', member('loser', 'v1'));
    signers.set('revoked', lost);
    await village.mustAccept(
      await village.sign(village.office, village.registry, 'device.revoked', {
        key: lost.publicKey,
        reason: '丢了',
      }),
      await village.publish(village.office, 'township', '有附件', [file]),
    );
  });
  afterAll(() => village.stop());

  /** Which streams, and what each role may append there. */
  const APPEND: [string, (village: TestServer) => string, string, object, Answers][] = [
    [
      'a notice of v1',
      (v) => v.public('v1'),
      'notice.published',
      notice('一'),
      same('accepted', {
        stranger: 'not-enrolled',
        'tablet of v1': 'not-allowed',
        'committee of v1': 'not-allowed',
        office: 'not-allowed',
        revoked: 'revoked',
      }),
    ],
    [
      'something to be reviewed in v1',
      (v) => `${v.township}/v1/office`,
      'submission.made',
      { notice: { ...notice('一') }, change: null, mends: null },
      same('not-allowed', {
        stranger: 'not-enrolled',
        'cadre of v1': 'accepted',
        'assigned to v1': 'accepted',
        revoked: 'revoked',
      }),
    ],
    [
      'an objection to a notice of v1',
      (v) => `${v.township}/v1/office`,
      'objection.made',
      { notice: '0'.repeat(64), name: '', contact: '', text: '有意见' },
      same('accepted', { stranger: 'not-enrolled', 'tablet of v1': 'not-allowed', revoked: 'revoked' }),
    ],
    [
      'what a tablet showed in v1',
      (v) => v.public('v1'),
      'display.reported',
      {
        day: '2026-11-24',
        spans: [{ from: '2026-11-24T00:00:00.000Z', to: '2026-11-24T01:00:00.000Z', held: 1 }],
      },
      same('not-allowed', { stranger: 'not-enrolled', 'tablet of v1': 'accepted', revoked: 'revoked' }),
    ],
    [
      'a comment with its answer in v1',
      (v) => v.public('v1'),
      'comment.published',
      { notice: '0'.repeat(64), envelope: '1'.repeat(64), text: '问', name: '', answer: '答' },
      same('accepted', {
        stranger: 'not-enrolled',
        'tablet of v1': 'not-allowed',
        office: 'not-allowed',
        revoked: 'revoked',
      }),
    ],
    [
      'the refusal of a comment in v2',
      (v) => v.public('v2'),
      'comment.refused',
      { notice: '0'.repeat(64), envelope: '1'.repeat(64), reason: 'insult' },
      same('not-allowed', { stranger: 'not-enrolled', revoked: 'revoked' }),
    ],
    [
      'the counts of the township’s own comments',
      (v) => v.public('township'),
      'comment.counted',
      { received: 1, waiting: 0, overdue: 0, upTo: 3 },
      same('not-allowed', { stranger: 'not-enrolled', office: 'accepted', revoked: 'revoked' }),
    ],
    [
      'a comment in the desk of v1 unsealed',
      (v) => `${v.township}/v1/desk`,
      'comment.refused',
      { notice: '0'.repeat(64), envelope: '1'.repeat(64), reason: 'insult' },
      same('not-allowed'),
    ],
    [
      'a notice of v2',
      (v) => v.public('v2'),
      'notice.published',
      notice('一'),
      same('not-allowed', { stranger: 'not-enrolled', revoked: 'revoked' }),
    ],
    [
      'a notice of the township',
      (v) => v.public('township'),
      'notice.published',
      notice('一'),
      same('not-allowed', {
        stranger: 'not-enrolled',
        'assigned to v1': 'accepted',
        office: 'accepted',
        revoked: 'revoked',
      }),
    ],
    [
      'a notice in the office stream of v1',
      (v) => `${v.township}/v1/office`,
      'notice.published',
      notice('一'),
      same('not-allowed', { stranger: 'not-enrolled', revoked: 'revoked' }),
    ],
    [
      'a unit in the registry',
      (v) => v.registry,
      'unit.set',
      unit('v3', 'village'),
      same('not-allowed', { stranger: 'not-enrolled', office: 'accepted', revoked: 'revoked' }),
    ],
    [
      'a member in the registry',
      (v) => v.registry,
      'member.set',
      member('new', 'v1'),
      same('not-allowed', { stranger: 'not-enrolled', office: 'accepted', revoked: 'revoked' }),
    ],
    [
      'a catalogue in the registry',
      (v) => v.registry,
      'catalogue.set',
      { entries: [] },
      same('not-allowed', { stranger: 'not-enrolled', office: 'accepted', revoked: 'revoked' }),
    ],
    [
      'a registry event in a public stream',
      (v) => v.public('v1'),
      'unit.set',
      unit('v3', 'village'),
      same('not-allowed'),
    ],
  ];

  for (const [name, stream, type, content, expected] of APPEND) {
    for (const role of ROLES.filter((one) => one !== 'anybody')) {
      it(`${role} handing in ${name}: ${expected[role]}`, async () => {
        const signer = signers.get(role)!;
        const event = await village.sign(signer, stream(village), type, content);
        const [result] = (await village.sync({ events: [event] }, signer)).results;
        expect(result?.status === 'accepted' ? 'accepted' : result?.code).toBe(expected[role]);
      });
    }
  }

  it('lets anybody carry what somebody with the right has signed', async () => {
    const event = await village.publish(signers.get('cadre of v1')!, 'v1', '别人捎来的');
    for (const role of ROLES) {
      expect((await village.sync({ events: [event] }, signers.get(role))).results).toMatchObject([
        { status: 'accepted' },
      ]);
    }
  });

  /** What each role may read by a sync. 'denied' says nothing of whether there is such a stream. */
  const READ: [string, (village: TestServer) => string, Answers][] = [
    ['the registry', (v) => v.registry, same('open')],
    ['the public stream of v1', (v) => v.public('v1'), same('open')],
    ['the public stream of v2', (v) => v.public('v2'), same('open')],
    [
      'the office stream of v1',
      (v) => `${v.township}/v1/office`,
      same('denied', {
        'cadre of v1': 'open',
        'assigned to v1': 'open',
        'committee of v1': 'open',
        office: 'open',
      }),
    ],
    [
      'the desk of v1',
      (v) => `${v.township}/v1/desk`,
      same('denied', { 'cadre of v1': 'open', 'assigned to v1': 'open', 'committee of v1': 'open' }),
    ],
    ['the desk of the township', (v) => `${v.township}/township/desk`, same('denied', { office: 'open' })],
    ['the report box', (v) => `${v.township}/township/box`, same('denied')],
    ['a box that is none', (v) => `${v.township}/v1/box`, same('denied')],
    ['the office stream of v2', (v) => `${v.township}/v2/office`, same('denied', { office: 'open' })],
    ['another township’s stream', () => `${'0'.repeat(32)}/v1/public`, same('denied')],
    ['what is no stream', () => '../../etc/passwd', same('denied')],
  ];
  for (const [name, stream, expected] of READ) {
    for (const role of ROLES) {
      it(`${role} reading ${name}: ${expected[role]}`, async () => {
        const answer = await village.sync({ held: { [stream(village)]: 0 } }, signers.get(role));
        const part = answer.streams[stream(village)]!;
        expect('denied' in part ? 'denied' : 'open').toBe(expected[role]);
      });
    }
  }

  const FOR_OFFICE = same(403, { anybody: 401, office: 200 });
  const FOR_POSTERS: Answers = { ...FOR_OFFICE, 'cadre of v1': 200, 'assigned to v1': 200 };
  /** What each role gets from the other routes. */
  type RouteRow = [string, string, (village: TestServer) => string, Answers];
  const ROUTES: RouteRow[] = [
    ['GET', 'the township', () => '/api/township', same(200)],
    ['GET', 'the health', () => '/health', same(200)],
    [
      'GET',
      'a segment of a public stream that has none yet',
      (v) => `/api/segments/${v.public('v1')}/0/leaves`,
      same(404),
    ],
    [
      'GET',
      'a segment of an office stream',
      (v) => `/api/segments/${v.township}/v1/office/0/leaves`,
      same(403, { 'cadre of v1': 404, 'assigned to v1': 404, 'committee of v1': 404, office: 404 }),
    ],
    [
      'HEAD',
      'an upload',
      () => `/api/files/${file.hash}`,
      same(200, { anybody: 401, stranger: 403, revoked: 403 }),
    ],
    [
      'PATCH',
      'an upload, without bytes',
      () => `/api/files/${file.hash}`,
      same(400, { anybody: 401, stranger: 403, revoked: 403 }),
    ],
    ['GET', 'a file that has not come yet', () => `/files/${file.hash}`, same(404)],
    ...['groups', `progress/${'ab'.repeat(32)}`].map((what): RouteRow => [
      'GET',
      `text messages: ${what.slice(0, 8)}`,
      () => `/api/messages/${what}`,
      FOR_POSTERS,
    ]),
    ...['status', 'receivers/g1'].map((what): RouteRow => [
      'GET',
      `text messages: ${what}`,
      () => `/api/messages/${what}`,
      FOR_OFFICE,
    ]),
    ...['groups', 'again'].map((what): RouteRow => [
      'POST',
      `text messages: a change of ${what}`,
      () => `/api/messages/${what}`,
      { ...FOR_OFFICE, office: 400 },
    ]),
    ['GET', 'the gateway’s callback', () => '/api/messages/report/a-guessed-secret-1', same(404)],
    ['GET', 'the visits of v1', () => '/api/visits?unit=v1', FOR_POSTERS],
    ['GET', 'the visits of all units', () => '/api/visits', FOR_OFFICE],
    ['GET', 'the visits of nowhere', () => '/api/visits?unit=constructor', FOR_OFFICE],
    ['GET', 'the months of visits', () => '/api/visits/months?year=2026', FOR_OFFICE],
    ['GET', 'the visits of no year', () => '/api/visits/months?year=now', { ...FOR_OFFICE, office: 400 }],
    [
      'GET',
      'the archive of a year before the township',
      () => '/api/archive/2009',
      { ...FOR_OFFICE, office: 404 },
    ],
    ['GET', 'the archive of a year to come', () => '/api/archive/2099', { ...FOR_OFFICE, office: 400 }],
    ['POST', 'a scan of nothing', () => '/api/visits', same(400)],
    ['GET', 'the page of a board', () => '/b/v1', same(200)],
    ['GET', 'the figures of the report box', () => '/api/box', same(200)],
    ['GET', 'a feed', () => '/b/v1/feed.atom', same(200)],
    ['POST', 'the setup', () => '/api/setup', same(400)],
  ];
  for (const [method, name, path, expected] of ROUTES) {
    for (const role of ROLES) {
      it(`${role} asking by ${method} for ${name}: ${expected[role]}`, async () => {
        const answer = await village.call(method, path(village), { signer: signers.get(role) });
        expect(answer.status).toBe(expected[role]);
      });
    }
  }

  it.each(ROLES.filter((role) => role !== 'anybody'))('%s with a wrong signature is nobody', async (role) => {
    const authorization = `Gongkailan key=${signers.get(role)!.publicKey},at=${new Date(village.clock.ms).toISOString()},sig=${'1'.repeat(128)}`;
    const answer = await village.post(
      '/api/sync',
      { v: 1, held: {}, events: [], report: null },
      { headers: { authorization } },
    );
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorised']);
  });
});

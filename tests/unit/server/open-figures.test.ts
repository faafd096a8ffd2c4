import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFigures } from '../../../src/domain/counting/open.ts';
import { member, notice, TestServer } from './harness.ts';

describe('the figures of a year, for whoever asks', () => {
  const village = new TestServer();
  beforeAll(async () => {
    await (await village.start()).found();
    const cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    await village.mustAccept(
      await village.sign(cadre, village.public('v1'), 'notice.published', notice('张三的低保')),
    );
  });
  afterAll(() => village.stop());

  const get = async (path: string) => {
    const answer = await village.call('GET', path);
    return { status: answer.status, text: answer.body.toString(), headers: answer.headers };
  };

  it('are counted from the boards, with no word of what stands on them', async () => {
    const { status, text, headers } = await get('/open/figures/2026.json');
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const file = openFigures.parse(JSON.parse(text));
    expect(file.total.year?.platform).toBe(1);
    expect(text).not.toContain('张三');
  });

  it('are there for one unit, and as a table', async () => {
    const one = openFigures.parse(JSON.parse((await get('/open/figures/v1/2026.json')).text));
    expect(one.units.map(({ id }) => id)).toEqual(['v1']);
    const { text, headers } = await get('/open/figures/v1/2026.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n')[1]).toMatch(/^v1,[^,]*,2026,1,0,/);
  });

  it('come with a schema that any program can check them by', async () => {
    const schema = JSON.parse((await get('/open/figures/schema.json')).text) as { properties: object };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(openFigures.def.shape));
    expect((await get('/open/report/schema.json')).text).toContain('gongkailan-annual-report/1');
  });

  it('are not there for another year, unit or kind of file', async () => {
    for (const path of ['2007.json', '2027.json', '2026.xml', 'nowhere/2026.json', 'v1/x'])
      expect((await get(`/open/figures/${path}`)).status, path).toBe(404);
  });
});

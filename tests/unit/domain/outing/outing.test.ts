import { describe, expect, it } from 'vitest';
import { applyToBoard } from '../../../../src/domain/board/board.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { foldNotice, type NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { formsOf } from '../../../../src/domain/outing/outing.ts';
import { event, hex, published } from '../samples.ts';

const made = (number: number, form: string, part: object = {}): NoticeEvent =>
  event(number, 'outing.made', {
    notice: hex(1),
    revision: hex(1),
    form,
    place: null,
    at: '2026-11-24T16:05:00.000+08:00',
    photo: null,
    position: null,
    count: null,
    segments: null,
    note: '',
    ...part,
  }) as NoticeEvent;
const ended = (number: number, outing: string, part: object = {}): NoticeEvent =>
  event(number, 'outing.ended', {
    notice: hex(1),
    outing,
    at: '2026-11-25T09:00:00.000+08:00',
    reason: '下雨淋湿了',
    ...part,
  }) as NoticeEvent;

const lightOf = (events: NoticeEvent[]) =>
  applyToBoard(new Map(), events, (id) => (id === hex(1) ? 0 : undefined)).changed.get(0)?.notices[0];

describe('a notice going out by other forms', () => {
  const log = [published(0), made(1, 'paper', { place: 'wall-2' }), made(2, 'broadcast', { count: 3 })];

  it('keeps every record with its notice, and counts each form once', () => {
    const notice = foldNotice([...log, made(3, 'paper', { place: 'wall-3' })]);
    expect(notice?.outings.map(({ place }) => place)).toEqual(['wall-2', null, 'wall-3']);
    expect(formsOf(notice?.outings ?? [])).toEqual(['paper', 'broadcast']);
  });

  it('ends a sheet that was taken down, once, and keeps that it hung', () => {
    const notice = foldNotice([...log, ended(3, hex(2)), ended(4, hex(2))]);
    expect(notice?.outings[0]?.ended?.reason).toBe('下雨淋湿了');
    expect(notice?.outings).toHaveLength(2);
  });

  it('leaves text, corrections and the base of the next change as they were', () => {
    const notice = foldNotice(log);
    expect(notice?.revisions).toHaveLength(1);
    expect(lightOf(log)).toMatchObject({ corrections: 0, latest: hex(1), conflict: false });
  });

  it('shows in the list by which forms it went, and since when the first sheet is up', () => {
    expect(lightOf(log)).toMatchObject({
      forms: ['paper', 'broadcast'],
      firstUp: '2026-11-24T16:05:00.000+08:00',
      history: [0, 1, 2],
    });
  });

  it('takes a record back that was made by mistake: it is told, and counts for nothing', () => {
    const mistaken = [...log, ended(3, hex(2), { mistake: true })];
    const notice = foldNotice(mistaken);
    expect(notice?.outings).toHaveLength(2);
    expect(notice?.outings[0]?.ended?.mistake).toBe(true);
    expect(formsOf(notice?.outings ?? [])).toEqual(['broadcast']);
    expect(lightOf(mistaken)).toMatchObject({ forms: ['broadcast'], firstUp: null });
  });

  it('keeps the form and the day of another sheet when one was a mistake', () => {
    const other = made(3, 'paper', { place: 'wall-3', at: '2026-11-25T08:00:00.000+08:00' });
    expect(lightOf([...log, other, ended(4, hex(2), { mistake: true })])).toMatchObject({
      forms: ['broadcast', 'paper'],
      firstUp: '2026-11-25T08:00:00.000+08:00',
    });
  });

  it('says a mistake also of a sheet that was taken down before', () => {
    const both = [...log, ended(3, hex(2)), ended(4, hex(2), { mistake: true })];
    expect(foldNotice(both)?.outings[0]?.ended?.mistake).toBe(true);
    expect(lightOf(both)).toMatchObject({ forms: ['broadcast'], firstUp: null });
  });

  it.each([
    ['a form that nobody knows', { form: 'balloon' }],
    ['a place on no map', { position: { latitude: 91, longitude: 0, accuracy: 1 } }],
    ['a sheet without a photo', { place: 'wall-1' }],
    ['a sheet that hangs nowhere', { photo: { hash: hex(9), width: 4, height: 3, caption: '' } }],
    ['a count below nothing', { count: -1 }],
  ])('refuses %s', (_, part) => {
    expect(parseContent('outing.made', made(1, 'paper', part).content).status).toBe('bad-content');
  });
});

describe('the end of a publicity period', () => {
  const closed = (number: number, result: string): NoticeEvent =>
    event(number, 'notice.publicity-closed', {
      notice: hex(1),
      objections: 1,
      upheld: 0,
      result,
    }) as NoticeEvent;

  it('is said once: the first result counts', () => {
    const notice = foldNotice([published(0), closed(1, '无异议成立'), closed(2, '另一个')]);
    expect(notice?.publicityResult).toMatchObject({ result: '无异议成立', objections: 1 });
    expect(lightOf([published(0), closed(1, '无异议成立')])?.publicityClosed).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { balances, projectKey, projectOf } from '../../../../src/domain/kind/listed.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { FieldValue, KindFields } from '../../../../src/domain/kind/values.ts';
import { courseOf, projectsOf } from '../../../../src/domain/project/course.ts';

const money = (value: number): FieldValue => ({ type: 'money', value });
const stage = (value: string): FieldValue => ({ type: 'choice', value });
const notice = (id: string, fields: KindFields) => ({ id, acceptedAt: id, title: id, fields });

describe('a project over time', () => {
  it('is told in the order of its steps, and says which is missing', () => {
    const { steps } = courseOf([
      notice('a', { stage: stage('预算'), budget: money(100) }),
      notice('b', { stage: stage('招标') }),
      notice('c', { stage: stage('进度'), paid: money(40) }),
    ]);
    expect(steps.map((step) => [step.stage, step.notice?.id ?? null])).toEqual([
      ['招标', 'b'],
      ['预算', 'a'],
      ['进度', 'c'],
      ['验收', null],
      ['决算', null],
    ]);
  });

  it('adds up to the latest that was said: budget, paid, done', () => {
    const course = courseOf([
      notice('a', { stage: stage('预算'), budget: money(100), due: { type: 'date', value: '2026-11-30' } }),
      notice('b', {
        stage: stage('进度'),
        paid: money(40),
        percent: { type: 'quantity', value: '50', unit: '%' },
      }),
      notice('c', { invested: money(70) }),
    ]);
    expect(course).toMatchObject({ budget: 100, paid: 70, percent: '50', due: '2026-11-30', final: null });
    expect(course.steps.find((step) => step.notice?.id === 'c')?.stage).toBeNull();
  });

  it('is the same project however its number was typed', () => {
    expect(projectKey(' ｆｘ－2026-03')).toBe('FX-2026-03');
    expect(projectOf({ projectId: { type: 'text', value: 'fx-2026-03' } })?.key).toBe('FX-2026-03');
    expect(projectOf({})).toBeNull();
  });

  it('stands in the list with its name, the one with the newest notice first, without what was withdrawn', () => {
    const light = (id: string, key: string, name: string, withdrawn = false) =>
      ({
        id,
        project: { key, name, stage: '' },
        withdrawn: withdrawn ? { acceptedAt: '', reason: '' } : null,
      }) as LightNotice;
    const found = projectsOf([
      light('a', 'X1', '村道'),
      light('b', 'X2', '水渠'),
      light('c', 'X1', 'X1'),
      light('d', 'X3', '桥', true),
    ]);
    expect(found.map(({ key, name, notices }) => [key, name, notices.length])).toEqual([
      ['X1', '村道', 2],
      ['X2', '水渠', 1],
    ]);
  });
});

describe('an account in a list', () => {
  const { fields } = SAMPLES.accounts!.content;

  it('is marked when its signed figures agree to the fen', () => {
    expect(balances('accounts', fields)).toBe(true);
  });

  it('is told when one fen is missing, in the balance or in the entries', () => {
    const closing = fields.closing as { type: 'money'; value: number };
    expect(balances('accounts', { ...fields, closing: { ...closing, value: closing.value + 1 } })).toBe(
      false,
    );
    const income = fields.income as { type: 'money'; value: number };
    const moved = { ...fields, income: { ...income, value: income.value + 1 } };
    expect(balances('accounts', { ...moved, closing: { ...closing, value: closing.value + 1 } })).toBe(false);
  });

  it('says nothing of other kinds, and of an account without figures', () => {
    expect(balances('plain', fields)).toBeNull();
    expect(balances('accounts', {})).toBeNull();
  });
});

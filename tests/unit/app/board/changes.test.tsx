// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import Changes from '../../../../src/app/board/changes.tsx';
import type { TableValue } from '../../../../src/domain/kind/values.ts';
import type { NoticeContent } from '../../../../src/domain/notice/events.ts';
import { content } from '../../domain/samples.ts';

afterEach(cleanup);

const table = (...rows: [string, number][]): TableValue => ({
  type: 'table',
  label: '名单',
  columns: [
    { id: 'person', name: '户主', type: 'person' },
    { id: 'amount', name: '金额', type: 'money' },
  ],
  rows,
});
const compared = (before: Partial<NoticeContent>, after: Partial<NoticeContent>) =>
  renderScreen(
    <Changes before={{ ...content('标题'), ...before }} after={{ ...content('标题'), ...after }} />,
    { device: fakeDevice() },
  );
const marked = (tag: 'DEL' | 'INS') =>
  [...document.querySelectorAll(tag)].map(({ textContent }) => textContent);

describe('what a correction changed', () => {
  it('is shown word by word', async () => {
    const words = (hour: string) => [{ heading: '', text: `上午 ${hour} 点到 12 点有人值班。` }];
    compared({ sections: words('8') }, { sections: words('9') });
    await screen.findByText('内容');
    expect(marked('DEL')).toEqual(['8']);
    expect(marked('INS')).toEqual(['9']);
  });

  it('is shown row by row in a table, with what went and what came', async () => {
    compared(
      { fields: { rows: table(['王某', 20_500], ['李某', 10_000]) } },
      { fields: { rows: table(['王某', 25_000], ['赵某', 10_000]) } },
    );
    await screen.findByText('改了 1 行，新增 1 行，减少 1 行，没变 0 行');
    expect(marked('DEL')).toContain('金额 205.00');
    expect(marked('INS')).toContain('250.00');
    expect(screen.getByText('李某')).toBeTruthy();
  });

  it('is a figure before and after', async () => {
    const money = (value: number) => ({ closing: { type: 'money' as const, label: '本期结余', value } });
    compared({ fields: money(2_070_420) }, { fields: money(2_070_240) });
    await screen.findByText('本期结余');
    expect(marked('DEL')[0]).toMatch(/20\s704\.20/);
    expect(marked('INS')[0]).toMatch(/20\s702\.40/);
  });

  it('is said plainly when nothing in it changed', async () => {
    compared({}, {});
    await screen.findByText('文字和数字都没有变。');
  });
});

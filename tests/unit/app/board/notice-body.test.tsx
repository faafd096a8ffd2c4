// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { NoticeBody } from '../../../../src/app/board/notice-body.tsx';
import { rowForEar } from '../../../../src/app/kiosk/row-for-ear.ts';
import { screenBlocks } from '../../../../src/domain/kind/blocks.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { KindFields } from '../../../../src/domain/kind/values.ts';
import { content } from '../../domain/samples.ts';

const sample = (kind: string): KindFields => SAMPLES[kind]?.content.fields ?? {};

const open = (kind: string, fields = sample(kind)) =>
  renderScreen(<NoticeBody id="body" content={{ ...content('公告'), kind, fields }} />, {
    device: fakeDevice(),
    path: '/',
  });

const page = (): string => (document.body.textContent ?? '').replace(/\u202f/g, ' ');

describe('the body of a notice', () => {
  it.each(Object.keys(SAMPLES))('shows all that a notice of the kind %s says', async (id) => {
    open(id);
    const blocks = screenBlocks(kindOf(id), sample(id), 'zh');
    const texts = blocks.flatMap((block) => {
      if (block.type === 'facts') return block.facts.flatMap(({ label, value }) => [label, value]);
      if (block.type === 'table') return block.columns.map(({ name }) => name);
      return block.type === 'heading' ? [block.text] : [];
    });
    const plain = texts.map((text) => text.replace(/\u202f/g, ' '));
    await waitFor(() => expect(plain.filter((text) => !page().includes(text))).toEqual([]));
  });

  it('shows accounts as a sum that ends in the closing balance', async () => {
    open('accounts');
    await screen.findByText('=');
    expect(page()).toContain(
      '上期结余18 250.40 元+本期收入12 300.00 元−本期支出9 846.20 元=本期结余20 704.20 元',
    );
  });

  it('draws a list of 2,000 rows a part at a time, with its total from the start', async () => {
    const fields = sample('benefit-list');
    const rows = fields['rows'];
    if (rows?.type !== 'table') throw new Error('no table');
    const many = Array.from({ length: 2_000 }, (_, at) => rows.rows[at % rows.rows.length] ?? []);
    open('benefit-list', { rows: { ...rows, rows: many } });
    expect(await screen.findByText('合计')).toBeTruthy();
    const table = screen.getByRole('table');
    expect(table.getAttribute('aria-rowcount')).toBe('2002');
    const before = within(table).getAllByRole('row').length;
    expect(before).toBeLessThan(200);
    await userEvent.click(screen.getByRole('button', { name: /共 2000 行/ }));
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(before);
  });

  it('lets hidden figures look hidden', async () => {
    open('plain', { phone: { type: 'phone', label: '电话', value: '139****1234' } });
    expect((await screen.findByText('****')).className).toBe('masked');
  });
});

describe('fields for the ear', () => {
  it('says a row of a table as a sentence, with amounts in words', () => {
    const block = screenBlocks(kindOf('benefit-list'), sample('benefit-list'), 'zh').find(
      (one) => one.type === 'table',
    );
    if (block?.type !== 'table') throw new Error('no table');
    expect(rowForEar(block.columns, block.rows[0]!, 'zh')).toMatch(
      /^一社，李某，数量十二点五，标准一百零二元五角，金额一千二百八十一元二角五分。$/,
    );
  });
});

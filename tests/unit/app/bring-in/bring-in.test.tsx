// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import BringInRoutes from '../../../../src/app/bring-in/routes.tsx';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { EMPTY_REGISTRY, type Registry } from '../../../../src/domain/registry/registry.ts';
import { UNITS } from '../../../../src/server/demo/sample.ts';
import { WithWords } from '../with-words.tsx';

const registry: Registry = {
  ...EMPTY_REGISTRY,
  catalogue: READY_MADE,
  units: Object.fromEntries(UNITS.map((unit) => [unit.id, unit])),
};
const LIST = [
  '公开日期,标题,单位,金额',
  '2016-05-04,低保名单,示范一村,1200',
  '2016-13-04,没有这一天,示范一村,',
].join('\n');

describe('bringing in old records', () => {
  it('says what is wrong in which row, and signs the rest as what it is', async () => {
    const { device } = renderScreen(
      <WithWords>
        <BringInRoutes registry={registry} />
      </WithWords>,
      { device: fakeDevice() },
    );
    const file = new File([LIST], '台账.csv', { type: 'text/csv' });
    fireEvent.change(screen.getByLabelText(/选表格/), { target: { files: [file] } });
    expect(await screen.findByText(/第 3 行，公开日期/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '补录 1 条' }));
    expect(await screen.findByText(/补录了 1 条/)).toBeTruthy();
    const [call] = device.calls.filter(({ name }) => name === 'bringIn');
    expect(call?.args[0]).toMatchObject({
      unit: 'v1',
      broughtIn: { day: '2016-05-04', source: '台账.csv 第 2 行' },
      content: { title: '低保名单', officer: '原件没有写', sections: [{ text: '金额：1200' }] },
    });
  });
});

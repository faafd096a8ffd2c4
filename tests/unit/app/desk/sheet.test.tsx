// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import DeskRoutes from '../../../../src/app/desk/routes.tsx';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as office from '../../../../src/app/office/messages.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';

const KEY = 'ab12'.repeat(16);
const registry = {
  name: '复兴乡',
  units: {},
  members: {},
  devices: {},
  catalogue: [],
  desks: {},
} as unknown as Registry;

function Desk() {
  useState(() => addMessages('office', office));
  return (
    <Routes>
      <Route path="/office/desk/*" element={<DeskRoutes registry={registry} />} />
    </Routes>
  );
}

it('prints the key of the township’s desk in groups, and takes it back only when it fits', async () => {
  const asked: string[] = [];
  const device = fakeDevice({
    deskRecovery: async (desk: string) => (desk === 'township' ? KEY : null),
    restoreDesk: async (desk: string, letters: string) => {
      asked.push(`${desk} ${letters}`);
      return letters === KEY;
    },
  });
  renderScreen(<Desk />, { device, path: '/office/desk/sheet' });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '显示恢复单' }));
  expect(await screen.findAllByText('ab12')).toHaveLength(16);
  await user.click(screen.getByRole('button', { name: '收起来' }));
  expect(screen.queryByText('ab12')).toBeNull();

  const field = screen.getByRole('textbox', { name: /恢复单上的字/ });
  const restore = screen.getByRole('button', { name: '恢复' });
  await user.type(field, 'ab12');
  await user.click(restore);
  expect(await screen.findByText(/现在是 4 个/)).toBeTruthy();
  await user.clear(field);
  await user.click(field);
  await user.paste('0'.repeat(64));
  await user.click(restore);
  expect(await screen.findByText(/^对不上/)).toBeTruthy();
  await user.clear(field);
  await user.click(field);
  await user.paste(KEY.toUpperCase().match(/.{4}/g)!.join(' '));
  await user.click(restore);
  expect(await screen.findByText(/^对上了/)).toBeTruthy();
  expect(asked).toEqual([`township ${'0'.repeat(64)}`, `township ${KEY}`]);
});

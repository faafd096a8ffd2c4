// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import * as messages from '../../../../src/app/answers/messages.ts';
import PeopleScreen from '../../../../src/app/answers/routes.tsx';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

it('says who answers for a village, since when, who did before and until when', async () => {
  const device = fakeDevice();
  const state = registry();
  const leader = { name: '李某', post: '村委会主任', since: '2026-03-01' };
  state.units['v1']!.leadingGroup.leader = leader;
  state.former = {
    v1: [
      {
        name: '王某',
        post: '村委会主任',
        since: '2021-01-05',
        place: 'leader',
        until: '2026-02-28T10:00:00.000Z',
      },
    ],
  };
  await device.setRegistry(state);
  await device.setContact({});
  renderScreen(
    <Routes>
      <Route path="/b/:unit/people" element={<PeopleScreen />} />
    </Routes>,
    { device, path: '/b/v1/people' },
  );
  addMessages('answers', messages);
  const now = (await screen.findByText('李某')).closest('li')!;
  expect(now.textContent).toContain('组长');
  expect(now.textContent).toContain('2026年3月1日 起');
  const before = screen.getByText('王某').closest('li')!;
  expect(before.textContent).toContain('2021年1月5日 到 2026年2月28日');
  expect(screen.getByRole('link', { name: /示范二村/ }).getAttribute('href')).toBe('/b/v2/people');
});

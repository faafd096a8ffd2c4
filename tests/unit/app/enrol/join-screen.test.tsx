// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, identity, renderScreen } from '../fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { JoinScreen } from '../../../../src/app/enrol/join-screen.tsx';
import { codeIn } from '../../../../src/app/enrol/code-form.tsx';
import { obstacleOf } from '../../../../src/app/enrol/surroundings.ts';
import type { InvitationPreview } from '../../../../src/sync/client/device.ts';

const CODE = 'ABCDEF.GHJKMN.PQRST';
const INVITED: InvitationPreview = {
  ok: true,
  township: 'a'.repeat(32),
  townshipName: '复兴乡',
  unitName: '示范一村',
  kind: 'phone',
  memberName: '马某',
  memberPost: '村文书',
};

function Elsewhere() {
  const { pathname, state } = useLocation();
  return <p data-testid="where">{`${pathname} ${JSON.stringify(state)}`}</p>;
}

const open = (device: FakeDevice, path = `/join#${CODE}`) =>
  renderScreen(
    <Routes>
      <Route path="/join" element={<JoinScreen />} />
      <Route path="*" element={<Elsewhere />} />
    </Routes>,
    { device, path },
  );

describe('an invitation', () => {
  it('shows whose it is, and joins with one tap', async () => {
    const device = fakeDevice({
      previewInvitation: async () => INVITED,
      enrol: async () => ({ ok: true, value: identity() }),
    });
    open(device);
    await screen.findByText('马某');
    expect(screen.getByText('村文书')).toBeTruthy();
    expect(screen.getByText('示范一村')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '这是我，加入' }));
    expect((await screen.findByTestId('where')).textContent).toBe('/ {"joined":true}');
    const call = device.calls.find(({ name }) => name === 'enrol');
    expect(call?.args).toEqual([`${window.location.origin}/join#${CODE}`, '马某的手机']);
  });

  it.each([
    ['mistyped', '邀请码抄错了'],
    ['used', '这张邀请已经用过了'],
    ['expired', '这张邀请过期了'],
    ['unknown', '乡里没有这张邀请'],
    ['no-network', '没有网，加入不了'],
    ['already-enrolled', '这部手机已经加入过了'],
  ] as const)('that cannot be used says so and what to do: %s', async (code, words) => {
    open(fakeDevice({ previewInvitation: async () => ({ ok: false, code }) }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('这是我，加入')).toBeNull();
  });

  it('is looked at again by a button when the network was away', async () => {
    let network = false;
    open(
      fakeDevice({ previewInvitation: async () => (network ? INVITED : { ok: false, code: 'no-network' }) }),
    );
    await screen.findByText('没有网，加入不了');
    network = true;
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText('马某')).toBeTruthy();
  });

  it('that somebody used in the meantime says so after the tap', async () => {
    open(
      fakeDevice({
        previewInvitation: async () => INVITED,
        enrol: async () => ({ ok: false, code: 'used' }),
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: '这是我，加入' }));
    expect(await screen.findByText('这张邀请已经用过了')).toBeTruthy();
  });

  it('can be typed or pasted', async () => {
    const device = fakeDevice({ previewInvitation: async () => INVITED });
    open(device, '/join');
    await userEvent.click(screen.getByRole('button', { name: '看这张邀请' }));
    expect(screen.getByText('请先粘贴或打上邀请码。')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('邀请码'), `http://x/join#${CODE}`);
    await userEvent.click(screen.getByRole('button', { name: '看这张邀请' }));
    await screen.findByText('马某');
    await waitFor(() =>
      expect(device.calls.find(({ name }) => name === 'previewInvitation')?.args).toEqual([
        `${window.location.origin}/join#${CODE}`,
      ]),
    );
  });

  it('is found in a whole link, and without the spaces of a paper', () => {
    expect(codeIn('https://gongkai.example/join#ABC.DEF')).toBe('ABC.DEF');
    expect(codeIn(' ABC DEF\nGH ')).toBe('ABCDEFGH');
  });
});

describe('a browser that cannot be somebody’s own', () => {
  const fine = { userAgent: 'Mozilla/5.0 (Linux; Android 11) Chrome/87', secure: true, storage: true };

  it('is told by what it says of itself', () => {
    expect(obstacleOf(fine)).toBeNull();
    expect(obstacleOf({ ...fine, userAgent: `${fine.userAgent} MicroMessenger/8.0` })).toBe('in-app');
    expect(obstacleOf({ ...fine, secure: false })).toBe('not-secure');
    expect(obstacleOf({ ...fine, storage: false })).toBe('no-storage');
  });
});

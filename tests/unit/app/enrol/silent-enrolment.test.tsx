// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, identity, renderScreen } from '../fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { SilentEnrolment } from '../../../../src/app/enrol/silent-enrolment.tsx';

const CODE = '0123456789ABCDEFGHJKMNPQRS.0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKM.ABCDE';

function Where() {
  const { pathname, hash } = useLocation();
  return <p data-testid="where">{pathname + hash}</p>;
}
const where = (): string | null => screen.getByTestId('where').textContent;

const open = (device: FakeDevice, path = `/b/v1#${CODE}`) =>
  renderScreen(
    <>
      <SilentEnrolment />
      <Where />
    </>,
    { device, path },
  );
const enrolments = (device: FakeDevice): unknown[][] =>
  device.calls.filter(({ name }) => name === 'enrol').map(({ args }) => args);

describe('a board opened with an invitation', () => {
  it('makes the browser the village’s tablet, once, and takes the code out of the address', async () => {
    const device = fakeDevice({
      previewInvitation: async () => ({
        ok: true,
        township: 'a'.repeat(32),
        townshipName: '复兴乡',
        unitName: '示范一村',
        kind: 'tablet',
        memberName: null,
        memberPost: null,
      }),
      enrol: async () => ({ ok: true, value: identity({ kind: 'tablet' }) }),
    });
    open(device);
    await waitFor(() => expect(where()).toBe('/b/v1'));
    expect(enrolments(device)).toEqual([[`${window.location.origin}/join#${CODE}`, '示范一村的平板']]);
  });

  it('says why it failed, tries again by a button, and can be read meanwhile', async () => {
    const device = fakeDevice({ enrol: async () => ({ ok: false, code: 'no-network' }) });
    open(device);
    await screen.findByText('这台平板还没有加入：没有网，加入不了');
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await screen.findByText('这台平板还没有加入：没有网，加入不了');
    expect(enrolments(device)).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: '先不加入，只看' }));
    expect(where()).toBe('/b/v1');
  });

  it('does nothing on a device that has joined', async () => {
    const device = fakeDevice();
    await device.setIdentity({});
    open(device);
    await waitFor(() => expect(where()).toBe('/b/v1'));
    expect(enrolments(device)).toEqual([]);
  });

  it('leaves a heading in the address alone', async () => {
    const device = fakeDevice();
    open(device, '/b/v1#text-2');
    await device.setContact({});
    expect(where()).toBe('/b/v1#text-2');
    expect(enrolments(device)).toEqual([]);
  });
});

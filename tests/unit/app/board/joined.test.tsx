// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Joined } from '../../../../src/app/board/own-links.tsx';
import { renderScreen } from '../fake-device.tsx';

const updates = vi.hoisted(() => ({ kept: 'keeping' }));
vi.mock('../../../../src/app/ui/updates.ts', () => ({ useKept: () => updates.kept, useUpdate: () => null }));

afterEach(() => {
  updates.kept = 'keeping';
});

it('promises writing without a network only when the app is kept on the phone', async () => {
  const { rerender, queryByText } = renderScreen(<Joined />);
  expect(queryByText(/没有网也能写/)).toBeNull();
  expect(queryByText(/先别断网/)).not.toBeNull();
  updates.kept = 'kept';
  rerender(<></>);
  const after = renderScreen(<Joined />);
  await act(async () => {});
  expect(after.queryByText(/没有网也能写/)).not.toBeNull();
});

it('says so where the browser keeps no app', () => {
  updates.kept = 'never';
  const { queryByText } = renderScreen(<Joined />);
  expect(queryByText(/要有网才能打开/)).not.toBeNull();
});

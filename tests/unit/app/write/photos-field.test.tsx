// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { moved } from '../../../../src/app/write/order-tools.tsx';
import { PhotosField } from '../../../../src/app/write/photos-field.tsx';
import type { Photo } from '../../../../src/domain/notice/events.ts';
import type { PhotoFault } from '../../../../src/sync/client/device.ts';
import { WithWords } from '../with-words.tsx';

const photo = (n: number, caption = ''): Photo => ({
  hash: String(n).padStart(64, '0'),
  width: 10,
  height: 10,
  caption,
});

let current: Photo[] = [];

function Field({ first }: { first: Photo[] }) {
  const [photos, setPhotos] = useState(first);
  useEffect(() => {
    current = photos;
  });
  return (
    <PhotosField
      draft="d1"
      photos={photos}
      keep={async () => undefined}
      onChange={(change) => setPhotos(change)}
    />
  );
}

const open = (device: FakeDevice, first: Photo[] = []) =>
  renderScreen(
    <WithWords>
      <Field first={first} />
    </WithWords>,
    { device },
  );

const choose = (label: string, ...names: string[]): void => {
  const files = names.map((name) => new File(['x'], name));
  fireEvent.change(screen.getByLabelText(label), { target: { files } });
};

afterEach(cleanup);

describe('photos of a draft', () => {
  it('come one after another, from the camera or the album', async () => {
    let n = 0;
    const device = fakeDevice({
      addPhoto: async () => ({ ok: true, value: { ...photo((n += 1)) } }),
    });
    open(device);
    expect(screen.getByLabelText('拍照').getAttribute('capture')).toBe('environment');
    choose('从相册选', 'a.jpg', 'b.jpg');
    await waitFor(() => expect(current).toEqual([photo(1), photo(2)]));
    choose('拍照', 'c.jpg');
    await waitFor(() => expect(current).toHaveLength(3));
  });

  const faults: [PhotoFault, RegExp][] = [
    ['unreadable', /“坏.jpg”打不开/],
    ['too-large', /“坏.jpg”太大了/],
    ['too-many', /最多 9 张照片/],
    ['storage-full', /手机存不下“坏.jpg”了/],
    ['storage-failed', /“坏.jpg”没有存上/],
  ];
  for (const [code, words] of faults) {
    it(`says what to do about one that is ${code}, and takes the others`, async () => {
      const device = fakeDevice({
        addPhoto: async (_, file) =>
          (file as File).name === '坏.jpg' ? { ok: false, code } : { ok: true, value: photo(2) },
      });
      open(device);
      choose('从相册选', '坏.jpg', '好.jpg');
      await screen.findByText(words);
      await waitFor(() => expect(current).toEqual([photo(2)]));
      fireEvent.click(screen.getByRole('button', { name: '知道了' }));
      expect(screen.queryByText(words)).toBeNull();
    });
  }

  it('are named, put in order and removed', async () => {
    open(fakeDevice(), [photo(1), photo(2)]);
    fireEvent.change(screen.getByLabelText('第 2 张照片的说明'), { target: { value: '梯田' } });
    expect(current[1]?.caption).toBe('梯田');
    fireEvent.click(screen.getByRole('button', { name: '往前挪第 2 张' }));
    expect(current.map(({ caption }) => caption)).toEqual(['梯田', '']);
    fireEvent.click(screen.getByRole('button', { name: '去掉第 1 张' }));
    expect(current).toEqual([photo(1)]);
    fireEvent.click(screen.getByRole('button', { name: '放回来' }));
    expect(current.map(({ caption }) => caption)).toEqual(['梯田', '']);
  });

  it('keep their place when there is no further one to change with', () => {
    expect(moved([photo(1), photo(2)], 0, 1)).toEqual([photo(2), photo(1)]);
  });
});

// @vitest-environment jsdom
import { fakeDevice, renderScreen, type FakeDevice } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { FilesField } from '../../../../src/app/write/files-field.tsx';
import { WithWords } from '../with-words.tsx';
import type { Attachment } from '../../../../src/domain/notice/events.ts';
import type { AttachmentFault } from '../../../../src/sync/client/device.ts';

const file = (n: number, name = `第${n}份.pdf`): Attachment => ({
  hash: String(n).repeat(64),
  name,
  bytes: 1_234_567,
});

let current: Attachment[] = [];

function Field({ start }: { start: Attachment[] }) {
  const [files, setFiles] = useState(start);
  useEffect(() => {
    current = files;
  });
  return (
    <FilesField
      draft="d"
      files={files}
      lifted={[]}
      keep={async () => null}
      onChange={(part) => setFiles(part)}
    />
  );
}

const open = (device: FakeDevice, start: Attachment[] = []) =>
  renderScreen(
    <WithWords>
      <Field start={start} />
    </WithWords>,
    { device },
  );

const choose = (...names: string[]): void => {
  const files = names.map((name) => new File(['x'], name));
  fireEvent.change(screen.getByLabelText('加文件'), { target: { files } });
};

afterEach(cleanup);

describe('files of a draft', () => {
  it('come one after another, and say how large they are', async () => {
    let n = 0;
    open(fakeDevice({ addAttachment: async () => ({ ok: true, value: file((n += 1)) }) }));
    choose('a.pdf', 'b.pdf');
    await waitFor(() => expect(current).toEqual([file(1), file(2)]));
    expect(screen.getAllByText('.pdf · 1.2 MB')).toHaveLength(2);
  });

  const faults: [AttachmentFault, RegExp][] = [
    ['program', /“坏.pdf”是程序/],
    ['page', /“坏.pdf”是网页/],
    ['macros', /“坏.pdf”里带着宏/],
    ['unknown', /看的是里面，不是名字/],
    ['too-large', /超过 20 MB/],
    ['too-many', /最多 6 个附件/],
    ['storage-full', /写好的都在/],
  ];
  for (const [code, words] of faults) {
    it(`says what to do about one that is ${code}, and takes the others`, async () => {
      const device = fakeDevice({
        addAttachment: async (_draft, _file, name) =>
          name === '坏.pdf' ? { ok: false, code } : { ok: true, value: file(2) },
      });
      open(device);
      choose('坏.pdf', '好.pdf');
      await screen.findByText(words);
      await waitFor(() => expect(current).toEqual([file(2)]));
    });
  }

  it('are renamed without losing what they are, put in order, taken out and put back', () => {
    open(fakeDevice(), [file(1), file(2, '表.xlsx')]);
    const name = screen.getByLabelText<HTMLInputElement>('第 2 个附件的名字');
    expect(name.value).toBe('表');
    fireEvent.change(name, { target: { value: '低保/名单.exe' } });
    expect(current[1]?.name).toBe('低保名单.exe.xlsx');
    fireEvent.click(screen.getByRole('button', { name: '往前挪第 2 个附件' }));
    expect(current.map(({ hash }) => hash[0])).toEqual(['2', '1']);
    fireEvent.click(screen.getByRole('button', { name: '去掉第 1 个附件' }));
    expect(current).toEqual([file(1)]);
    fireEvent.click(screen.getByRole('button', { name: '放回来' }));
    expect(current.map(({ hash }) => hash[0])).toEqual(['2', '1']);
  });

  it('show beside a name with personal data what residents will read', () => {
    open(fakeDevice(), [file(1, '张三13812345678申请.pdf')]);
    expect(screen.getByText('群众看到的名字：张三138****5678申请.pdf')).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { renderScreen } from '../fake-device.tsx';
import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Button } from '../../../../src/app/ui/button.tsx';
import { Confirm } from '../../../../src/app/ui/confirm.tsx';

function Asking() {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>删除</Button>
      <p>{done ? '删了' : '还在'}</p>
      <Confirm
        open={open}
        title="真的删除？"
        confirm="删"
        cancel="不删"
        danger
        onCancel={() => setOpen(false)}
        onConfirm={() => {
          setDone(true);
          setOpen(false);
        }}
      >
        <p>删了就没有了。</p>
      </Confirm>
    </>
  );
}

describe('a question before something hard to take back', () => {
  it('has its question as name and its text as description, and stands on the harmless answer', async () => {
    renderScreen(<Asking />);
    await userEvent.click(screen.getByText('删除'));
    const dialog = screen.getByRole('alertdialog', { name: '真的删除？' });
    expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '删了就没有了。',
    );
    expect(document.activeElement?.textContent).toBe('不删');
  });

  it('keeps the keyboard inside', async () => {
    renderScreen(<Asking />);
    await userEvent.click(screen.getByText('删除'));
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('删');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('不删');
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.textContent).toBe('删');
  });

  it('takes Escape for no, and gives the keyboard back to where it was', async () => {
    renderScreen(<Asking />);
    await userEvent.click(screen.getByText('删除'));
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('删除');
    expect(screen.getByText('还在')).toBeTruthy();
  });

  it('does it after yes', async () => {
    renderScreen(<Asking />);
    await userEvent.click(screen.getByText('删除'));
    await userEvent.click(screen.getByText('删'));
    expect(screen.getByText('删了')).toBeTruthy();
  });
});

describe('a button', () => {
  it('does nothing while it is busy, and keeps the keyboard', async () => {
    let clicks = 0;
    renderScreen(
      <Button busy onClick={() => (clicks += 1)}>
        公开
      </Button>,
    );
    const button = screen.getByRole('button', { name: '公开' });
    await userEvent.click(button);
    expect(clicks).toBe(0);
    expect(document.activeElement).toBe(button);
  });
});

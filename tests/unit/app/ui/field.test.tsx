// @vitest-environment jsdom
import { renderScreen } from '../fake-device.tsx';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { SelectField, TextField } from '../../../../src/app/ui/field.tsx';

function Title({ error = null }: { error?: string | null }) {
  const [text, setText] = useState('');
  return (
    <TextField
      label="标题"
      hint="一句话"
      error={error}
      value={text}
      onChange={setText}
      maxLength={10}
      required
    />
  );
}

const describedBy = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('a field', () => {
  it('is named by its label and explained by its hint', () => {
    renderScreen(<Title />);
    expect(describedBy(screen.getByLabelText('标题'))).toBe('一句话');
  });

  it('ties its error to the field, for those who hear the screen', () => {
    renderScreen(<Title error="请写标题" />);
    const field = screen.getByLabelText('标题');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(field)).toContain('请写标题');
    expect(screen.getByRole('alert').textContent).toBe('请写标题');
  });

  it('cuts nothing off what is too long, and says by how much', () => {
    renderScreen(<Title />);
    const field = screen.getByLabelText<HTMLInputElement>('标题');
    fireEvent.change(field, { target: { value: '字'.repeat(12) } });
    expect(field.value).toHaveLength(12);
    expect(screen.getByRole('alert').textContent).toContain('多了 2 字');
  });

  it('says how much room is left near the end', () => {
    renderScreen(<Title />);
    fireEvent.change(screen.getByLabelText('标题'), { target: { value: '字'.repeat(9) } });
    expect(screen.getByText('还能写 1 字')).toBeTruthy();
  });
});

describe('a choice from a list', () => {
  const options = [
    { value: 'a', label: '低保', group: '社会保障' },
    { value: 'b', label: '救灾', group: '社会保障' },
    { value: 'c', label: '账目', group: '三资' },
  ];

  it('keeps what belongs together together', () => {
    let chosen = '';
    renderScreen(
      <SelectField
        label="公开什么"
        placeholder="请选"
        value=""
        options={options}
        onChange={(one) => (chosen = one)}
      />,
    );
    const groups = screen.getAllByRole('group').map((group) => group.getAttribute('label'));
    expect(groups).toEqual(['社会保障', '三资']);
    fireEvent.change(screen.getByLabelText('公开什么'), { target: { value: 'c' } });
    expect(chosen).toBe('c');
  });
});

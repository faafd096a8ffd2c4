// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KioskBar } from '../../../../src/app/kiosk/bar.tsx';
import { keypadNow } from '../../../../src/app/kiosk/keypad-state.ts';
import { choicesOf, numbered } from '../../../../src/app/kiosk/numbers.ts';
import { resetReading, useScreenReader } from '../../../../src/app/kiosk/screen-reader.ts';
import { fakeVoice, type FakeVoice } from './voice.ts';

let voice: FakeVoice;

const Where = () => <p data-testid="where">{useLocation().pathname}</p>;
const where = (): string => screen.getByTestId('where').textContent ?? '';

function Board() {
  const reader = useScreenReader();
  return (
    <>
      <h1>示范一村</h1>
      <main>
        <Link to="/b/v1/n/1">修路公告</Link>
        <nav>
          <Link to="/b/v1/c/subsidy">我的补贴</Link>
          <Link to="/b/v1/c/relief">低保救助</Link>
        </nav>
        <label>
          姓名
          <input />
        </label>
        <p>负责人李某。</p>
      </main>
      <KioskBar unit="v1" reader={reader} />
    </>
  );
}

function Notice() {
  const reader = useScreenReader();
  return (
    <>
      <header>
        <Link className="page-back" to="/b/v1">
          回首页
        </Link>
        <h1>公告</h1>
      </header>
      <main>
        <article>
          <p>正文在这里。</p>
          <button type="button">放大看</button>
        </article>
      </main>
      <KioskBar unit="v1" reader={reader} />
    </>
  );
}

async function open(): Promise<void> {
  renderScreen(
    <>
      <Where />
      <Routes>
        <Route path="/b/v1" element={<Board />} />
        <Route path="*" element={<Notice />} />
      </Routes>
    </>,
    { device: fakeDevice(), path: '/b/v1' },
  );
  fireEvent.click(screen.getByText('按数字'));
  await screen.findByText('按号码选');
}

/** All that is said until the voice has nothing more. */
async function hears(first: string): Promise<string[]> {
  await waitFor(() => expect(voice.spoken[voice.spoken.length - 1]).toBe(first), { timeout: 3000 });
  const from = voice.spoken.length - 1;
  for (let said = 0; said < voice.spoken.length;) {
    said = voice.spoken.length;
    act(() => voice.end());
  }
  return voice.spoken.slice(from);
}
const key = (one: string): boolean => fireEvent.keyDown(window, { key: one });

beforeEach(() => {
  voice = fakeVoice(['zh-CN']);
});
afterEach(() => {
  act(resetReading);
  voice.remove();
});

describe('choosing by number', () => {
  it('says each thing with its number, ways first, then what the keys do, then the rest', async () => {
    await open();
    expect(await hears('示范一村')).toEqual([
      '示范一村',
      '一，我的补贴。',
      '二，低保救助。',
      '三，修路公告。',
      '四，姓名。',
      '按零返回，按星号回首页，按井号再听一遍。',
      '负责人李某。',
    ]);
  });

  it('opens what has the number, reads it first, and goes back with 0 and home with *', async () => {
    await open();
    key('3');
    expect(where()).toBe('/b/v1/n/1');
    expect(await hears('正文在这里。')).toEqual([
      '正文在这里。',
      '一，放大看。',
      '按零返回，按星号回首页，按井号再听一遍。',
    ]);
    key('0');
    expect(where()).toBe('/b/v1');
    key('1');
    expect(where()).toBe('/b/v1/c/subsidy');
    key('*');
    expect(where()).toBe('/b/v1');
  });

  it('works by its own keys too, and says when nothing has the number', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: '8' }));
    expect(await screen.findByText('没有这个号')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '2' }));
    expect(where()).toBe('/b/v1/c/relief');
  });

  it('says it again with #', async () => {
    await open();
    await hears('示范一村');
    key('#');
    await waitFor(() => expect(voice.spoken[voice.spoken.length - 1]).toBe('示范一村'));
  });

  it('leaves figures alone that somebody types', async () => {
    await open();
    fireEvent.keyDown(screen.getByLabelText('姓名'), { key: '1' });
    expect(where()).toBe('/b/v1');
  });

  it('is over for the next person, and the keys do nothing any more', async () => {
    await open();
    act(resetReading);
    expect(keypadNow().on).toBe(false);
    expect(screen.queryByText('按号码选')).toBeNull();
    key('1');
    expect(where()).toBe('/b/v1');
  });
});

describe('numbers', () => {
  const things = (count: number): HTMLElement[] =>
    Array.from({ length: count }, () => document.createElement('button'));

  it('are 1 to 9 where that is enough', () => {
    expect(numbered(things(9), 0)).toMatchObject({ more: false, shown: { length: 9 } });
  });

  it('reach everything, eight at a time, and begin again', () => {
    const all = things(18);
    const groups = [0, 1, 2].map((group) => numbered(all, group));
    expect(groups.every(({ more }) => more)).toBe(true);
    expect(groups.flatMap(({ shown }) => shown)).toEqual(all);
    expect(numbered(all, 3).shown).toEqual(numbered(all, 0).shown);
  });

  it('pass over what cannot be pressed or has its own figures', () => {
    const main = document.createElement('main');
    main.innerHTML =
      '<button>a</button><button aria-disabled="true">b</button><button disabled>c</button>' +
      '<div data-no-numbers><button>7</button></div><button style="display:none">d</button>';
    document.body.append(main);
    expect(choicesOf([main]).map((one) => one.textContent)).toEqual(['a']);
    main.remove();
  });
});

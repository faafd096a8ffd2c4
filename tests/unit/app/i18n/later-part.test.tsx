// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTranslation } from 'react-i18next';
import { startI18n } from '../../../../src/app/i18n/i18n.ts';
import { laterPart } from '../../../../src/app/i18n/later-part.tsx';

afterEach(cleanup);

describe('a part that loads later', () => {
  it('is drawn with the words of its folder', async () => {
    startI18n('zh-CN');
    const Part = laterPart<object>(
      async () =>
        function Line() {
          const { t } = useTranslation('sample' as 'ui');
          return <p>{t('line' as never)}</p>;
        },
      async () => ({ sample: { zh: { line: '一句话' }, en: { line: 'a line' } } }),
    );
    render(<Part />);
    expect(await screen.findByText('一句话')).toBeTruthy();
  });

  it('is left out when it cannot be loaded, and the rest of the screen stands', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = vi.fn(async () =>
      Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    );
    const Part = laterPart<object>(load, async () => ({}));
    render(
      <>
        <h1>这一屏</h1>
        <Part />
      </>,
    );
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(screen.getByRole('heading', { name: '这一屏' })).toBeTruthy();
    told.mockRestore();
  });
});

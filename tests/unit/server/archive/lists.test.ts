import { describe, expect, it } from 'vitest';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';
import { currentRevision, foldNotice } from '../../../../src/domain/notice/notice.ts';
import { afterClosing, changedOf } from '../../../../src/domain/closing/after.ts';
import { indexCsv } from '../../../../src/server/archive/lists.ts';
import { noticeHtml } from '../../../../src/server/archive/notice-html.ts';
import { corrected, event, hex, OFFICE, published, sampleRegistry, withdrawn } from '../../domain/samples.ts';

describe('what came after a year was closed', () => {
  const closing = event(90, 'year.closed', { year: 2025, missing: 0, heads: [] }, OFFICE);
  const registry = evolveRegistry(sampleRegistry(), closing);
  const first = {
    ...published(0, '补贴名单'),
    content: { ...(published(0, '补贴名单').content as object), period: '2025-12' },
  } as ReturnType<typeof published>;
  const archived = (events: Parameters<typeof foldNotice>[0], acceptedAt?: string) => {
    const notice = foldNotice(
      events.map((one, at) => (at === 0 && acceptedAt ? { ...one, acceptedAt } : one)),
    )!;
    const after = afterClosing(registry.closings, changedOf(notice));
    return { unit: 'v1', unitName: '示范一村', day: '2026-11-25', notice, after };
  };
  const late = '2026-11-25T02:00:00.000Z';

  it('says so in the index and on its page', () => {
    const one = archived([first], late);
    expect(indexCsv([one])).toContain(',2025年结账后公开,');
    expect(noticeHtml(one, registry, new Map())).toContain('2025年结账后公开');
    expect(currentRevision(one.notice).content.period).toBe('2025-12');
  });

  it('says what else happened to it beside', () => {
    const change = { ...corrected(1, hex(1), hex(1)), acceptedAt: late };
    expect(indexCsv([archived([first, change])])).toContain(',更改 1 次，2025年结账后改过,');
    const gone = { ...withdrawn(1, hex(1), hex(1)), acceptedAt: late };
    expect(indexCsv([archived([first, gone])])).toContain('已撤回，2025年结账后改过');
    expect(indexCsv([archived([first])])).not.toContain('结账');
  });
});

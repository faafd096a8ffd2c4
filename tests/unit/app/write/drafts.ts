/** Drafts, and a township around them, for tests. */
import { type NoticeContent, ORDINARY, PLAIN } from '../../../../src/domain/notice/events.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import type { DraftRow } from '../../../../src/store/device/db.ts';
import { sampleRegistry } from '../../domain/samples.ts';

export const content = (part: Partial<NoticeContent> = {}): NoticeContent => ({
  ...PLAIN,
  entry: { id: 'works-progress', name: '重点工作进展' },
  title: '三社机修梯田进展',
  officer: '李某',
  sections: [{ heading: '', text: '修好 86 亩。' }],
  photos: [],
  ...part,
});

export const EMPTY: NoticeContent = content({
  entry: { id: '', name: '' },
  title: '',
  officer: '',
  sections: [{ heading: '', text: '' }],
});

export const draft = (part: Partial<DraftRow> = {}, of: Partial<NoticeContent> = {}): DraftRow => ({
  id: 'd1',
  unit: 'v1',
  outward: ORDINARY,
  change: null,
  content: content(of),
  reason: '',
  createdAt: '2026-11-24T01:00:00.000Z',
  updatedAt: '2026-11-24T01:41:00.000Z',
  ...part,
});

/** The sample township with its catalogue; v1 is led by 李某. */
export function registry(): Registry {
  const sample = sampleRegistry();
  const v1 = sample.units['v1'];
  if (!v1) throw new Error('the sample has a village v1');
  const leader = { name: '李某', post: '村委会主任' };
  return {
    ...sample,
    catalogue: READY_MADE,
    units: {
      ...sample.units,
      v1: {
        ...v1,
        name: '示范一村',
        leadingGroup: { leader, deputies: [], members: [{ name: '马某', post: '村文书' }] },
      },
      v2: { ...sample.units['v2']!, name: '示范二村' },
      township: { ...sample.units['township']!, name: '复兴乡人民政府' },
    },
  };
}

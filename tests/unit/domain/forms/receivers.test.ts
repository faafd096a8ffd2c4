import { describe, expect, it } from 'vitest';
import { readReceivers } from '../../../../src/domain/forms/receivers.ts';

describe('receivers of text messages', () => {
  it.each([
    [['张三', '13812345678'], '张三'],
    [['1', '张三', '１３８１２３４５６７８', '一组'], '张三'],
    [['张三 138 1234 5678'], '张三'],
    [['138-1234-5678', '张三'], '张三'],
    [['+86 13812345678'], ''],
    [['张三，8613812345678'], '张三'],
    [['13812345678', '620402196001011234'], ''],
  ])('are found in %o', (cells, name) => {
    expect(readReceivers([cells])).toEqual({
      receivers: [{ number: '13812345678', name }],
      bad: [],
      repeated: 0,
    });
  });

  it.each([['固定电话', '0943-6621234'], ['张三', '1381234567'], ['张三', '138123456789'], ['12812345678']])(
    'are not made of %o %o',
    (...cells) => {
      expect(readReceivers([['x'], cells]).receivers).toEqual([]);
    },
  );

  it('are merged when they come twice, named by whichever line has a name; a heading is no mistake', () => {
    const rows = [['姓名', '手机'], ['', '13812345678'], ['张三', '13812345678'], [], ['李四', '没有']];
    expect(readReceivers(rows)).toEqual({
      receivers: [{ number: '13812345678', name: '张三' }],
      bad: [5],
      repeated: 1,
    });
  });
});

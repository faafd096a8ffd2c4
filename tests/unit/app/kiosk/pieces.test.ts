// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../../src/app/kiosk/pieces.ts';
import { wordBoxes } from '../../../../src/app/kiosk/places.ts';

function page(html: string): Element {
  const main = document.createElement('main');
  main.innerHTML = html;
  document.body.replaceChildren(main);
  return main;
}
const said = (html: string): string[] => piecesOf([page(html)], 'zh').map((one) => one.said);

describe('what a screen says', () => {
  it('is its headings and sentences, in order', () => {
    expect(said('<h2>补贴</h2><p>每亩一百。<b>请</b>核对！</p>')).toEqual(['补贴', '每亩一百。', '请核对！']);
  });

  it('says a control and a line of facts in one breath', () => {
    expect(
      said(
        '<a href="/x"><div>修路</div><div>更正过</div></a><dl><div><dt>经办人</dt><dd>李某</dd></div></dl>',
      ),
    ).toEqual(['修路，更正过', '经办人：李某']);
  });

  it('says amounts in words, and that figures are hidden', () => {
    expect(said('<p>共 1,281.25 元，电话 139****1234</p>')).toEqual([
      '共 一千二百八十一元二角五分，电话 139，隐去几位，1234',
    ]);
  });

  it('says a row of a table as the sentence it stands for', () => {
    expect(said('<table><tr data-say="李某，一亩。"><td>李某</td><td>1</td></tr></table>')).toEqual([
      '李某，一亩。',
    ]);
  });

  it('never says what somebody typed, nor what is only for the eye', () => {
    expect(
      said(
        '<label for="a">姓名</label><input id="a" value="张某"><textarea>我家的事</textarea>' +
          '<p aria-hidden="true">★</p><p data-hush>24</p><p style="display:none">隐藏</p><p>——</p>',
      ),
    ).toEqual(['姓名']);
  });

  it('says a picture by its description, and nothing of one without', () => {
    expect(said('<img alt="修好的路"><img alt="">')).toEqual(['修好的路']);
  });

  it('does not keep what stands after a long list waiting', () => {
    expect(
      said('<div data-read-first="2"><ul><li>一</li><li>二</li><li>三</li></ul></div><p>后面</p>'),
    ).toEqual(['一', '二', '后面']);
  });

  it('knows for each word where it stands', () => {
    const main = page('<p>共 <b>10.00 元</b>整。</p>');
    const [piece] = piecesOf([main], 'zh');
    expect(piece?.said).toBe('共 十元整。');
    const shown = (from: number, to: number): string =>
      piece!.stretches
        .filter((one) => one.at < to && from < one.end)
        .map((one) => one.node.data.slice(one.from, one.to))
        .join('|');
    expect(shown(0, 1)).toBe('共 ');
    expect(shown(2, 4)).toBe('10.00 元');
    expect(shown(4, 5)).toBe('整。');
    // Without a layout nothing is measured, and nothing breaks.
    expect(wordBoxes(piece!, { from: 0, to: 1 })).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html } from '../../../../src/server/public/html.ts';

/** Texts that like to break out, among others. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</p><script>alert(1)</script>',
    '" onload="x',
    "' x='",
    '&lt;',
    '<!--',
    ']]>',
    '\u202egpj.exe',
  ),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', ' ', '\0'), { maxLength: 20 })
    .map((all) => all.join('')),
);

describe('what goes into a page', () => {
  it('never becomes markup, as text or in an attribute', () => {
    fc.assert(
      fc.property(texts, texts, (text, attribute) => {
        const made = html`<p title="${attribute}">${text}</p>`.text;
        expect(made.match(/[<>]/g)).toHaveLength(4);
        expect(made.match(/"/g)).toHaveLength(2);
        expect(made).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });

  it('reads as what was written, but for signs that no page knows', () => {
    const back = (text: string): string =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(back(escapeText(text))).toBe(text);
      }),
    );
    expect(escapeText('字\0\u202e\ud800节😀')).toBe('字节😀');
  });

  it('is left out when it is nothing, and joined when it is a list', () => {
    expect(html`${null}${false}${undefined}${0}${['a', html`<b>b</b>`]}`.text).toBe('0a<b>b</b>');
  });
});

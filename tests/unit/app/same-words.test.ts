import { describe, expect, it } from 'vitest';
import * as answers from '../../../src/app/answers/messages.ts';
import * as ask from '../../../src/app/ask/messages.ts';
import * as board from '../../../src/app/board/messages.ts';
import * as box from '../../../src/app/box/messages.ts';
import * as inspector from '../../../src/app/box/inspector/messages.ts';
import * as desk from '../../../src/app/desk/messages.ts';
import * as due from '../../../src/app/due/messages.ts';
import * as enrol from '../../../src/app/enrol/messages.ts';
import * as inspect from '../../../src/app/inspect/messages.ts';
import * as kiosk from '../../../src/app/kiosk/messages.ts';
import * as me from '../../../src/app/me/messages.ts';
import * as textMessages from '../../../src/app/messages/messages.ts';
import * as object from '../../../src/app/object/messages.ts';
import * as office from '../../../src/app/office/messages.ts';
import * as outings from '../../../src/app/outings/messages.ts';
import * as paper from '../../../src/app/paper/messages.ts';
import * as poster from '../../../src/app/poster/messages.ts';
import * as review from '../../../src/app/review/messages.ts';
import * as receipt from '../../../src/app/receipt/messages.ts';
import * as scores from '../../../src/app/scores/messages.ts';
import * as sent from '../../../src/app/sent/messages.ts';
import * as setup from '../../../src/app/setup/messages.ts';
import * as talk from '../../../src/app/talk/messages.ts';
import * as tablet from '../../../src/app/tablet/messages.ts';
import * as ui from '../../../src/app/ui/messages.ts';
import * as write from '../../../src/app/write/messages.ts';

type Words = { [key: string]: string | string[] | Words };

/** `a.b.c` and the values put into its text, for each text. */
function texts(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && !Array.isArray(value)) return texts(value, at);
    const text = Array.isArray(value) ? value.join(' ') : value;
    const values = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    return `${at} ${[...new Set(values)].join(' ')} ${text.trim() === '' ? 'empty' : ''}`.trim();
  });
}

describe('words in two languages', () => {
  for (const [folder, messages] of Object.entries({
    answers,
    ask,
    board,
    box,
    desk,
    due,
    enrol,
    inspect,
    inspector,
    kiosk,
    me,
    messages: textMessages,
    object,
    office,
    outings,
    paper,
    poster,
    receipt,
    review,
    scores,
    sent,
    setup,
    tablet,
    talk,
    ui,
    write,
  })) {
    it(`${folder} says the same things, with the same values in them, in Chinese and English`, () => {
      const zh = texts(messages.zh as unknown as Words).sort();
      expect(texts(messages.en as unknown as Words).sort()).toEqual(zh);
      expect(zh.filter((one) => one.endsWith(' empty'))).toEqual([]);
    });
  }
});

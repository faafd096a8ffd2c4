/** Ties each `useTranslation('folder')` to the words in that folder: a key that is not there fails the type check. */
import type * as answers from '../answers/messages.ts';
import type * as ask from '../ask/messages.ts';
import type * as board from '../board/messages.ts';
import type * as box from '../box/messages.ts';
import type * as carry from '../carry/messages.ts';
import type * as desk from '../desk/messages.ts';
import type * as due from '../due/messages.ts';
import type * as enrol from '../enrol/messages.ts';
import type * as follow from '../follow/messages.ts';
import type * as help from '../help/messages.ts';
import type * as find from '../find/messages.ts';
import type * as figures from '../figures/messages.ts';
import type * as files from '../files/messages.ts';
import type * as inspector from '../box/inspector/messages.ts';
import type * as inspect from '../inspect/messages.ts';
import type * as lessons from '../lessons/messages.ts';
import type * as kiosk from '../kiosk/messages.ts';
import type * as me from '../me/messages.ts';
import type * as messages from '../messages/messages.ts';
import type * as object from '../object/messages.ts';
import type * as office from '../office/messages.ts';
import type * as outings from '../outings/messages.ts';
import type * as paper from '../paper/messages.ts';
import type * as poster from '../poster/messages.ts';
import type * as practice from '../practice/messages.ts';
import type * as receipt from '../receipt/messages.ts';
import type * as report from '../report/messages.ts';
import type * as review from '../review/messages.ts';
import type * as scores from '../scores/messages.ts';
import type * as sent from '../sent/messages.ts';
import type * as setup from '../setup/messages.ts';
import type * as talk from '../talk/messages.ts';
import type * as tablet from '../tablet/messages.ts';
import type * as ui from '../ui/messages.ts';
import type * as write from '../write/messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: typeof ui.zh;
      answers: typeof answers.zh;
      ask: typeof ask.zh;
      board: typeof board.zh;
      box: typeof box.zh;
      carry: typeof carry.zh;
      desk: typeof desk.zh;
      due: typeof due.zh;
      enrol: typeof enrol.zh;
      follow: typeof follow.zh;
      help: typeof help.zh;
      find: typeof find.zh;
      figures: typeof figures.zh;
      files: typeof files.zh;
      inspector: typeof inspector.zh;
      inspect: typeof inspect.zh;
      lessons: typeof lessons.zh;
      kiosk: typeof kiosk.zh;
      me: typeof me.zh;
      messages: typeof messages.zh;
      write: typeof write.zh;
      outings: typeof outings.zh;
      paper: typeof paper.zh;
      poster: typeof poster.zh;
      practice: typeof practice.zh;
      receipt: typeof receipt.zh;
      report: typeof report.zh;
      review: typeof review.zh;
      scores: typeof scores.zh;
      sent: typeof sent.zh;
      object: typeof object.zh;
      office: typeof office.zh;
      setup: typeof setup.zh;
      tablet: typeof tablet.zh;
      talk: typeof talk.zh;
    };
  }
}

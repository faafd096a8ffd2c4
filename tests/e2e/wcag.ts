/**
 * WCAG 2.2, every criterion of levels A and AA, and those of AAA that we hold ourselves to: how the residents' screens
 * meet each, and what shows it: a test (file and words of its name), or nothing yet, and then what is to be looked at by hand.
 * A unit test checks that none is missing and that each named test exists.
 */
export type Shown = { by: 'test'; file: string; name: string } | { by: 'nothing'; lookAt: string };

export interface Criterion {
  id: string;
  level: 'A' | 'AA' | 'AAA';
  name: string;
  how: string;
  shown: Shown;
}

const SCREENS = 'tests/e2e/wcag.test.ts';
const axe: Shown = { by: 'test', file: SCREENS, name: 'breaks no rule that axe knows' };
const narrow: Shown = { by: 'test', file: SCREENS, name: 'needs no scrolling to the side' };
const keyboard: Shown = { by: 'test', file: SCREENS, name: 'by keyboard alone' };
const spacing: Shown = { by: 'test', file: SCREENS, name: 'bears wider spacing' };
const tokens: Shown = { by: 'test', file: 'tests/unit/app/ui/tokens.test.ts', name: 'is at least 7:1' };
const pressed: Shown = { by: 'test', file: 'tests/e2e/looks.test.ts', name: 'shows anything too small' };
const aloud: Shown = { by: 'test', file: 'tests/unit/app/kiosk/pieces.test.ts', name: 'say' };
const tree: Shown = { by: 'test', file: SCREENS, name: 'by its accessibility tree' };
const live: Shown = { by: 'test', file: SCREENS, name: 'hears what changes' };
const SOURCE = 'tests/unit/app/wcag.test.ts';
const still: Shown = { by: 'test', file: SOURCE, name: 'holds no film, no sound' };
const plain: Shown = { by: 'test', file: SOURCE, name: 'asks for no dragging' };
const quiet: Shown = { by: 'test', file: SOURCE, name: 'lets no browser remember' };
const ways: Shown = { by: 'test', file: SCREENS, name: 'a resident’s screen $name' };
/** Nobody has looked, or nothing is kept of it. */
const open = (lookAt: string): Shown => ({ by: 'nothing', lookAt });

type Row = [id: string, level: Criterion['level'], name: string, how: string, shown: Shown];

const ROWS: Row[] = [
  [
    '1.1.1',
    'A',
    'Non-text Content',
    'Icons stand beside words and are hidden; photos have captions as alt.',
    axe,
  ],
  [
    '1.2.1',
    'A',
    'Audio-only and Video-only',
    'Nothing is recorded: speech is made of text on the screen.',
    aloud,
  ],
  ['1.2.2', 'A', 'Captions (Prerecorded)', 'There is no video.', still],
  ['1.2.3', 'A', 'Audio Description or Alternative', 'There is no video.', still],
  ['1.2.4', 'AA', 'Captions (Live)', 'There is no live sound.', still],
  ['1.2.5', 'AA', 'Audio Description', 'There is no video.', still],
  [
    '1.3.1',
    'A',
    'Info and Relationships',
    'Headings, lists, dl, tables with roles, labels tied to fields.',
    tree,
  ],
  ['1.3.2', 'A', 'Meaningful Sequence', 'Order in the document is the order of reading aloud.', aloud],
  [
    '1.3.3',
    'A',
    'Sensory Characteristics',
    'Words name things by what they say, not where they stand.',
    open('words files'),
  ],
  ['1.3.4', 'AA', 'Orientation', 'Tablet lies or stands; nothing is locked.', ways],
  [
    '1.3.5',
    'AA',
    'Identify Input Purpose',
    'Off by intent: on a shared device a browser must not remember or offer what somebody typed; what is asked is in the label.',
    quiet,
  ],
  [
    '1.4.1',
    'A',
    'Use of Color',
    'Marks are words; the word that is read is underlined; numbers beside colours.',
    open('grey pictures'),
  ],
  [
    '1.4.2',
    'A',
    'Audio Control',
    'What speaks by itself has a button that stops it.',
    open('own row, keypad'),
  ],
  ['1.4.3', 'AA', 'Contrast (Minimum)', 'Tokens are at least 7:1, edges 3:1.', tokens],
  ['1.4.4', 'AA', 'Resize Text', 'Three sizes, and the browser’s zoom to 400 %.', narrow],
  [
    '1.4.5',
    'AA',
    'Images of Text',
    'Text is text; scanned paper is beside it as an attachment.',
    open('notices of each kind'),
  ],
  ['1.4.6', 'AAA', 'Contrast (Enhanced)', 'All text at least 7:1, in both contrasts and at night.', axe],
  [
    '1.4.10',
    'AA',
    'Reflow',
    'At 320 px everything is one column; only tables move inside their own frame.',
    narrow,
  ],
  ['1.4.11', 'AA', 'Non-text Contrast', 'Edges of controls are at least 3:1.', tokens],
  ['1.4.12', 'AA', 'Text Spacing', 'Boxes grow with their text.', spacing],
  ['1.4.13', 'AA', 'Content on Hover or Focus', 'Nothing appears by hovering.', plain],
  ['2.1.1', 'A', 'Keyboard', 'Links, buttons and fields of the platform.', keyboard],
  ['2.1.2', 'A', 'No Keyboard Trap', 'Dialogs keep Tab inside and end with Escape.', keyboard],
  [
    '2.1.4',
    'A',
    'Character Key Shortcuts',
    'Digits act only while somebody has switched the keypad on.',
    {
      by: 'test',
      file: 'tests/unit/app/kiosk/number-pad.test.tsx',
      name: 'leaves figures alone that somebody types',
    },
  ],
  [
    '2.2.1',
    'A',
    'Timing Adjustable',
    'The shared tablet forgets whoever was here; without it the next person would read it. Each touch begins the time anew, listening counts as being there, and the unit can make it longer. On one’s own device there is no limit.',
    { by: 'test', file: 'tests/unit/app/kiosk/idle.test.tsx', name: 'stays while somebody touches it' },
  ],
  [
    '2.2.2',
    'A',
    'Pause, Stop, Hide',
    'The slow show runs only when nobody is there, and ends with a touch; reading pauses.',
    open('show'),
  ],
  ['2.3.1', 'A', 'Three Flashes', 'Nothing flashes.', open('all screens')],
  [
    '2.4.1',
    'A',
    'Bypass Blocks',
    'Landmarks: header, main, nav; the heading has the keyboard on a new screen.',
    axe,
  ],
  [
    '2.4.2',
    'A',
    'Page Titled',
    'The window is named after the screen; the box’s says nothing, for whoever looks later.',
    axe,
  ],
  ['2.4.3', 'A', 'Focus Order', 'The order of the document.', keyboard],
  ['2.4.4', 'A', 'Link Purpose', 'Links say where they lead.', axe],
  ['2.4.5', 'AA', 'Multiple Ways', 'By subject, by search, by number on paper, in the list.', open('board')],
  ['2.4.6', 'AA', 'Headings and Labels', 'Plain words on each.', tree],
  ['2.4.7', 'AA', 'Focus Visible', 'One ring of 3 px on all that takes the keyboard.', keyboard],
  [
    '2.4.11',
    'AA',
    'Focus Not Obscured',
    'Room is kept for head and bar when the page scrolls to what has the keyboard.',
    keyboard,
  ],
  ['2.5.1', 'A', 'Pointer Gestures', 'One finger and a tap do everything.', open('photos, keypad, tables')],
  ['2.5.2', 'A', 'Pointer Cancellation', 'All acts by click, on lifting the finger.', plain],
  ['2.5.3', 'A', 'Label in Name', 'Names are the words shown.', axe],
  ['2.5.4', 'A', 'Motion Actuation', 'Nothing by shaking or tilting.', plain],
  ['2.5.5', 'AAA', 'Target Size (Enhanced)', 'Phone 48 px, tablet 60 px and more.', pressed],
  ['2.5.7', 'AA', 'Dragging Movements', 'Nothing is dragged.', plain],
  ['2.5.8', 'AA', 'Target Size (Minimum)', 'As 2.5.5: never under 48 px.', pressed],
  ['3.1.1', 'A', 'Language of Page', 'lang follows the chosen language.', axe],
  ['3.1.2', 'AA', 'Language of Parts', 'Names of languages carry their own lang.', open('me')],
  ['3.2.1', 'A', 'On Focus', 'Focus changes nothing.', keyboard],
  [
    '3.2.2',
    'A',
    'On Input',
    'Typing finds; only a whole right number from paper opens its notice, as is said beside the field.',
    open('find'),
  ],
  [
    '3.2.3',
    'AA',
    'Consistent Navigation',
    'One bar for all screens, always in the same order; the report box has a short one without ways out.',
    tree,
  ],
  [
    '3.2.4',
    'AA',
    'Consistent Identification',
    'Shared parts of src/app/ui with their words.',
    open('tablet, phone'),
  ],
  [
    '3.2.6',
    'A',
    'Consistent Help',
    'Reading, larger type and numbers in the bar; who answers for it in the notice.',
    tree,
  ],
  ['3.3.1', 'A', 'Error Identification', 'The field says in words what is wrong.', axe],
  ['3.3.2', 'A', 'Labels or Instructions', 'Each field has a label, and a hint where one helps.', axe],
  ['3.3.3', 'AA', 'Error Suggestion', 'An error says the next step.', open('ask, find, receipt')],
  [
    '3.3.4',
    'AA',
    'Error Prevention',
    'All answers once more before they are sealed, each can be changed.',
    open('ask: check'),
  ],
  [
    '3.3.7',
    'A',
    'Redundant Entry',
    'Nothing is asked twice but the receipt code, to know that it was noted.',
    open('box'),
  ],
  [
    '3.3.8',
    'AA',
    'Accessible Authentication',
    'Residents have no password; a code can be pasted.',
    open('receipt, join'),
  ],
  [
    '4.1.2',
    'A',
    'Name, Role, Value',
    'Platform’s controls; aria-pressed and aria-expanded where a state is.',
    tree,
  ],
  ['4.1.3', 'AA', 'Status Messages', 'Counts, states and what was chosen by number are live.', live],
];

export const CRITERIA: Criterion[] = ROWS.map(([id, level, name, how, shown]) => ({
  id,
  level,
  name,
  how,
  shown,
}));

/** Cuts text into sentences for reading aloud. Nothing is lost: the pieces of a paragraph, joined, are the paragraph. */
/** Ends of sentences, with the closing quotes and brackets that belong to them; a full stop only before a space. */
const SENTENCE = /[^。！？!?；;…]*?(?:[。！？!?；;…]+["”’」』）)]*|\.(?=\s)|$)/g;
/** Places to breathe in a long sentence. */
const BREATH = /[^，,、：: ]+[，,、：: ]?|[，,、：: ]/g;
/** Beats. Some browsers fall silent after some 15 seconds of one piece; a slow voice says this many in them. */
const LONGEST = 40;
const WIDE = /[\u2e80-\uffff]/g;

/** A Chinese character is a beat, two letters or figures are one. */
const beats = (text: string): number => {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + (text.length - wide) / 2;
};

function breathe(sentence: string): string[] {
  if (beats(sentence) <= LONGEST) return [sentence];
  const pieces: string[] = [''];
  for (const part of sentence.match(BREATH) ?? [sentence]) {
    const last = pieces[pieces.length - 1] ?? '';
    if (beats(last) + beats(part) > LONGEST && last) pieces.push(part);
    else pieces[pieces.length - 1] = last + part;
  }
  return pieces;
}

/** The sentences of one paragraph. */
export function sentencesOf(paragraph: string): string[] {
  return (paragraph.match(SENTENCE) ?? []).filter((piece) => piece !== '').flatMap(breathe);
}

/** Cuts text into sentences for reading aloud. Nothing is lost: the pieces of a paragraph, joined, are the paragraph. */
import type { Block } from '../../domain/kind/blocks.ts';

/** Ends of sentences, with the closing quotes and brackets that belong to them; a full stop only before a space. */
const SENTENCE = /[^。！？!?；;…]*?(?:[。！？!?；;…]+["”’」』）)]*|\.(?=\s)|$)/g;
/** Places to breathe in a long sentence. */
const BREATH = /[^，,、：:]+[，,、：:]?|[，,、：:]/g;
/** Characters. Voices of some browsers fall silent in longer ones. */
const LONGEST = 80;

function breathe(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const pieces: string[] = [''];
  for (const part of sentence.match(BREATH) ?? [sentence]) {
    const last = pieces[pieces.length - 1] ?? '';
    if (last.length + part.length > LONGEST && last) pieces.push(part);
    else pieces[pieces.length - 1] = last + part;
  }
  return pieces;
}

/** The sentences of one paragraph. */
export function sentencesOf(paragraph: string): string[] {
  return (paragraph.match(SENTENCE) ?? []).filter((piece) => piece !== '').flatMap(breathe);
}

/** A sentence with its place in the whole that is read. */
export interface Sentence {
  text: string;
  index: number;
}
export interface ReadableSection {
  heading: Sentence | null;
  paragraphs: Sentence[][];
}
export interface Readable {
  title: Sentence;
  sections: ReadableSection[];
  /** The notice's fields, after its own words. */
  blocks: ReadableBlock[];
  /** All in order: `sentences[index]`. */
  sentences: string[];
}

/** A block with what is read of each of its parts. */
export interface ReadableBlock {
  block: Block;
  parts: Sentence[][];
}

const isEmpty = ({ heading, text }: { heading: string; text: string }): boolean =>
  heading === '' && text.trim() === '';

/**
 * A notice's title, sections and fields as numbered sentences. Empty paragraphs are left out.
 * @param fields its fields as blocks, each with the sentences of its parts.
 */
export function readableOf(
  content: { title: string; sections: { heading: string; text: string }[] },
  fields: { block: Block; parts: string[][] }[] = [],
): Readable {
  const sentences: string[] = [];
  const add = (text: string): Sentence => ({ text, index: sentences.push(text) - 1 });
  const title = add(content.title);
  const sections = content.sections
    .filter((section) => !isEmpty(section))
    .map((section) => ({
      heading: section.heading ? add(section.heading) : null,
      paragraphs: section.text
        .split('\n')
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => sentencesOf(paragraph).map(add)),
    }));
  const blocks = fields.map(({ block, parts }) => ({
    block,
    parts: parts.map((part) => part.map(add)),
  }));
  return { title, sections, blocks, sentences };
}

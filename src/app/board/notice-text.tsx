/** The text of a notice: plain paragraphs with headings, never markup. */
import { useTranslation } from 'react-i18next';
import type { Block } from '../../domain/kind/blocks.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { Blocks } from './blocks.tsx';
import './notice-text.css';

export interface Section {
  heading: string;
  paragraphs: string[];
}

/** A notice's own words, without what is empty. */
export const sectionsOf = ({ sections }: Pick<NoticeContent, 'sections'>): Section[] =>
  sections
    .filter(({ heading, text }) => heading !== '' || text.trim() !== '')
    .map(({ heading, text }) => ({
      heading,
      paragraphs: text.split('\n').filter((paragraph) => paragraph.trim() !== ''),
    }));

/** What is drawn of a notice: its own words, then its fields. */
export interface NoticeBlocks {
  sections: Section[];
  blocks: Block[];
}

/** Sections from which a contents list helps more than it takes. */
const LONG = 4;

/** Names of the headings in the page, for links from the contents. */
const anchor = (id: string, index: number): string => `${id}-${index}`;

function Contents({ id, text }: { id: string; text: NoticeBlocks }) {
  const { t } = useTranslation('board');
  const headed = text.sections.flatMap(({ heading }, index) => (heading ? [{ heading, index }] : []));
  if (headed.length < LONG) return null;
  return (
    <nav className="contents" aria-label={t('contents')}>
      <p className="contents-title">{t('contents')}</p>
      <ol>
        {headed.map(({ heading, index }) => (
          <li key={index}>
            <a href={`#${anchor(id, index)}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface NoticeTextProps {
  /** Begins the names of its headings; one of a kind on the page. */
  id: string;
  text: NoticeBlocks;
}

/** Its own words, then its fields. */
export function NoticeText({ id, text }: NoticeTextProps) {
  return (
    <>
      <Contents id={id} text={text} />
      {text.sections.map((section, index) => (
        <section className="notice-section" key={index}>
          {section.heading && <h3 id={anchor(id, index)}>{section.heading}</h3>}
          {section.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </section>
      ))}
      <Blocks blocks={text.blocks} />
    </>
  );
}

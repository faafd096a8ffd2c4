/** The text of a notice: plain paragraphs with headings, never markup. The sentence that is being read is marked. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Readable, Sentence } from '../kiosk/sentences.ts';
import { Blocks } from './blocks.tsx';
import './notice-text.css';

function One({ sentence, reading }: { sentence: Sentence; reading: number | null }) {
  const now = sentence.index === reading;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (now) element.current?.scrollIntoView({ block: 'nearest' });
  }, [now]);
  return now ? (
    <mark className="reading" ref={element}>
      {sentence.text}
    </mark>
  ) : (
    sentence.text
  );
}

/** Sections from which a contents list helps more than it takes. */
const LONG = 4;

/** Names of the headings in the page, for links from the contents. */
const anchor = (id: string, index: number): string => `${id}-${index}`;

function Contents({ id, text }: { id: string; text: Readable }) {
  const { t } = useTranslation('board');
  const headed = text.sections.flatMap(({ heading }, index) => (heading ? [{ heading, index }] : []));
  if (headed.length < LONG) return null;
  return (
    <nav className="contents" aria-label={t('contents')}>
      <p className="contents-title">{t('contents')}</p>
      <ol>
        {headed.map(({ heading, index }) => (
          <li key={index}>
            <a href={`#${anchor(id, index)}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface NoticeTextProps {
  /** Begins the names of its headings; one of a kind on the page. */
  id: string;
  text: Readable;
  reading?: number | null;
}

/** Its own words, then its fields. */
export function NoticeText({ id, text, reading = null }: NoticeTextProps) {
  return (
    <>
      <Contents id={id} text={text} />
      {text.sections.map((section, index) => (
        <section className="notice-section" key={index}>
          {section.heading && (
            <h3 id={anchor(id, index)}>
              <One sentence={section.heading} reading={reading} />
            </h3>
          )}
          {section.paragraphs.map((paragraph, at) => (
            <p key={at}>
              {paragraph.map((sentence) => (
                <One key={sentence.index} sentence={sentence} reading={reading} />
              ))}
            </p>
          ))}
        </section>
      ))}
      <Blocks blocks={text.blocks} reading={reading} />
    </>
  );
}

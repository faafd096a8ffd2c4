/** The fields of a draft as the board shows them. */
import { useMemo } from 'react';
import { type Block, screenBlocks } from '../../domain/kind/blocks.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { useLanguage } from './kind-problems.ts';
import './look-fields.css';

/** A preview needs no more rows than one looks through. */
const ROWS = 100;

function Facts({ facts }: Extract<Block, { type: 'facts' }>) {
  return (
    <dl className="look-facts">
      {facts.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ name, columns, rows, totals }: Extract<Block, { type: 'table' }>) {
  const side = (at: number): string => (columns[at]?.align === 'end' ? 'look-figure' : '');
  const cells = (texts: string[]) =>
    texts.map((text, at) => (
      <td key={at} className={side(at)}>
        {/\*{3}/.test(text) ? <mark className="hidden-mark">{text}</mark> : text}
      </td>
    ));
  return (
    <section className="look-table" aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, name: heading }, at) => (
              <th key={id} scope="col" className={side(at)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, index) => (
            <tr key={index}>{cells(row)}</tr>
          ))}
          {rows.length > ROWS && (
            <tr>
              <td colSpan={columns.length}>… {rows.length}</td>
            </tr>
          )}
        </tbody>
        {totals && (
          <tfoot>
            <tr>{cells(totals)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function One({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'note':
      return <p className="second">{block.text}</p>;
    case 'facts':
      return <Facts {...block} />;
    case 'steps':
      return (
        <ol className="look-list">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ol>
      );
    case 'list':
      return (
        <ul className="look-list">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'sum':
      return (
        <Facts
          type="facts"
          facts={[
            ...block.parts.map(({ sign, label, value }) => ({ label: `${sign} ${label}`.trim(), value })),
            { label: `= ${block.result.label}`, value: block.result.value },
          ]}
        />
      );
    case 'table':
      return <Table {...block} />;
  }
}

export function LookFields({ content }: { content: NoticeContent }) {
  const language = useLanguage();
  const blocks = useMemo(
    () => screenBlocks(kindOf(content.kind), content.fields, language),
    [content.kind, content.fields, language],
  );
  if (blocks.length === 0) return null;
  return (
    <div className="stack look-fields">
      {blocks.map((block, index) => (
        <One key={index} block={block} />
      ))}
    </div>
  );
}

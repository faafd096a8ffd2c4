/** A notice's fields for the eye: facts, steps, lists, sums and tables. */
import { useEffect, useRef } from 'react';
import type { Block } from '../../domain/kind/blocks.ts';
import type { ReadableBlock, Sentence } from '../kiosk/sentences.ts';
import { BlockTable } from './block-table.tsx';
import './blocks.css';
import { Masked } from './masked.tsx';

/** Whether the part is being read, and its place brought into sight. */
export const isRead = (part: Sentence[] | undefined, reading: number | null): boolean =>
  reading !== null && (part ?? []).some(({ index }) => index === reading);

function Line({ read, children }: { read: boolean; children: string }) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (read) element.current?.scrollIntoView({ block: 'nearest' });
  }, [read]);
  return read ? (
    <mark className="reading" ref={element}>
      {children}
    </mark>
  ) : (
    <Masked text={children} />
  );
}

interface PartsProps<Type extends Block['type']> {
  block: Extract<Block, { type: Type }>;
  parts: Sentence[][];
  reading: number | null;
}

function Facts({ block, parts, reading }: PartsProps<'facts'>) {
  return (
    <dl className="block-facts">
      {block.facts.map(({ label, value }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <Line read={isRead(parts[at], reading)}>{value}</Line>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** opening + income − spending = closing, a line each. */
function Sum({ block, parts, reading }: PartsProps<'sum'>) {
  return (
    <dl className="block-sum">
      {[...block.parts, { ...block.result, sign: '=' }].map(({ label, value, sign }, at) => (
        <div key={at}>
          <dt>
            <span className="sum-sign">{sign}</span>
            {label}
          </dt>
          <dd>
            <Line read={isRead(parts[at], reading)}>{value}</Line>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Items({ block, parts, reading }: PartsProps<'steps' | 'list'>) {
  const List = block.type === 'steps' ? 'ol' : 'ul';
  return (
    <List className={`block-${block.type}`}>
      {block.items.map((item, at) => (
        <li key={at}>
          <Line read={isRead(parts[at], reading)}>{item}</Line>
        </li>
      ))}
    </List>
  );
}

function One({ block, parts, reading }: ReadableBlock & { reading: number | null }) {
  switch (block.type) {
    case 'heading':
      return (
        <h3 className="block-heading">
          <Line read={isRead(parts[0], reading)}>{block.text}</Line>
        </h3>
      );
    case 'paragraph':
    case 'note':
      return (
        <p className="block-paragraph">
          <Line read={isRead(parts[0], reading)}>{block.text}</Line>
        </p>
      );
    case 'facts':
      return <Facts block={block} parts={parts} reading={reading} />;
    case 'steps':
    case 'list':
      return <Items block={block} parts={parts} reading={reading} />;
    case 'sum':
      return <Sum block={block} parts={parts} reading={reading} />;
    case 'table':
      return <BlockTable block={block} parts={parts} reading={reading} />;
  }
}

export function Blocks({ blocks, reading }: { blocks: ReadableBlock[]; reading: number | null }) {
  if (blocks.length === 0) return null;
  return (
    <div className="blocks">
      {blocks.map((one, at) => (
        <One key={at} {...one} reading={reading} />
      ))}
    </div>
  );
}

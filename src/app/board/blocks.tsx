/** A notice's fields for the eye: facts, steps, lists, sums and tables. */
import type { Block } from '../../domain/kind/blocks.ts';
import { BlockTable } from './block-table.tsx';
import './blocks.css';
import { Masked } from './masked.tsx';

interface PartsProps<Type extends Block['type']> {
  block: Extract<Block, { type: Type }>;
}

function Facts({ block }: PartsProps<'facts'>) {
  return (
    <dl className="block-facts">
      {block.facts.map(({ label, value }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <Masked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** opening + income − spending = closing, a line each. */
function Sum({ block }: PartsProps<'sum'>) {
  return (
    <dl className="block-sum">
      {[...block.parts, { ...block.result, sign: '=' }].map(({ label, value, sign }, at) => (
        <div key={at}>
          <dt>
            <span className="sum-sign" data-hush>
              {sign}
            </span>
            {label}
          </dt>
          <dd>
            <Masked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Items({ block }: PartsProps<'steps' | 'list'>) {
  const List = block.type === 'steps' ? 'ol' : 'ul';
  return (
    <List className={`block-${block.type}`}>
      {block.items.map((item, at) => (
        <li key={at}>
          <Masked text={item} />
        </li>
      ))}
    </List>
  );
}

function One({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return (
        <h3 className="block-heading">
          <Masked text={block.text} />
        </h3>
      );
    case 'paragraph':
    case 'note':
      return (
        <p className="block-paragraph">
          <Masked text={block.text} />
        </p>
      );
    case 'facts':
      return <Facts block={block} />;
    case 'steps':
    case 'list':
      return <Items block={block} />;
    case 'sum':
      return <Sum block={block} />;
    case 'table':
      return <BlockTable block={block} />;
  }
}

export function Blocks({ blocks }: { blocks: Block[] }) {
  if (blocks.length === 0) return null;
  return (
    <div className="blocks">
      {blocks.map((block, at) => (
        <One key={at} block={block} />
      ))}
    </div>
  );
}

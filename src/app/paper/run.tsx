/** Parts as they stand on paper. `data-part` is how the measuring finds them. */
import { useTranslation } from 'react-i18next';
import { Photo } from '../ui/media.tsx';
import type { Columns } from './columns.ts';
import { type Cut, type Group, groupsOf, type Placed } from './cuts.ts';
import type { Part, Sum, Table } from './parts.ts';

/** How each table's columns are set, the same on all pages. */
export type Layouts = ReadonlyMap<Table, Columns>;

function Cells({ table, cells }: { table: Table; cells: string[] }) {
  return table.columns.map((column, at) => (
    <td key={column.id} className={column.align === 'end' ? 'figure' : ''}>
      {cells[at] ?? ''}
    </td>
  ));
}

function Rows({ table, items, layouts }: { table: Table; items: Placed<'row'>[]; layouts: Layouts }) {
  const layout = layouts.get(table);
  return (
    <table className="paper-table" style={{ fontSize: `${layout?.scale ?? 1}em` }}>
      <colgroup>
        {table.columns.map((column, at) => (
          <col key={column.id} style={{ width: `${layout?.widths[at] ?? 0}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.id} scope="col" className={column.align === 'end' ? 'figure' : ''}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ index, part }) => (
          <tr key={index} data-part={index} className={part.isTotal ? 'total' : ''}>
            <Cells table={table} cells={part.cells} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SumLines({ index, sum }: { index: number; sum: Sum }) {
  return (
    <dl className="paper-sum" data-part={index}>
      {[...sum.parts, { ...sum.result, sign: '=' }].map(({ label, value, sign }, at) => (
        <div key={at}>
          <dt>
            <span className="paper-sign">{sign}</span>
            {label}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Photos({ index, part }: Placed<'photos'>) {
  const { t } = useTranslation('paper');
  return (
    <div className="paper-photos" data-part={index}>
      {part.photos.map(({ hash, caption, width, height }) => (
        <figure key={hash}>
          <Photo hash={hash} alt={caption || t('photo')} width={width} height={height} />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Signatures({ index, part }: Placed<'signatures'>) {
  return (
    <dl className="paper-signatures" data-part={index}>
      {part.labels.map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}

const pick = <Type extends Part['type']>({ index, part }: Placed, type: Type): Placed<Type> | null =>
  part.type === type ? ({ index, part } as Placed<Type>) : null;

function One({ placed, cut }: { placed: Placed; cut: Cut }) {
  const { index, part } = placed;
  const photos = pick(placed, 'photos');
  const signatures = pick(placed, 'signatures');
  if (photos) return <Photos {...photos} />;
  if (signatures) return <Signatures {...signatures} />;
  switch (part.type) {
    case 'title':
      return (
        <h2 className="paper-title" data-part={index}>
          {part.text}
        </h2>
      );
    case 'line':
      return (
        <p className="paper-line" data-part={index}>
          {part.items.map((item) => (
            <span key={item}>{item}</span>
          ))}
        </p>
      );
    case 'stamp':
      return (
        <p className="paper-stamp" data-part={index}>
          <strong>{part.title}</strong>
          {part.text}
        </p>
      );
    case 'heading':
      return (
        <h3 className="paper-heading" data-part={index}>
          {part.text}
        </h3>
      );
    case 'paragraph': {
      const place = `${cut.begins ? '' : 'goes-on'} ${cut.ends ? '' : 'is-cut'}`;
      return (
        <p className={`paper-paragraph ${part.look} ${place}`} data-part={index}>
          {cut.text ?? part.text}
        </p>
      );
    }
    case 'sum':
      return <SumLines index={index} sum={part.sum} />;
    default:
      return null;
  }
}

function Set({ group, layouts }: { group: Group; layouts: Layouts }) {
  switch (group.type) {
    case 'rows':
      return <Rows table={group.table} items={group.items} layouts={layouts} />;
    case 'facts':
      return (
        <dl className="paper-facts">
          {group.items.map(({ index, part }) => (
            <div key={index} data-part={index}>
              <dt>{part.label}</dt>
              <dd>{part.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'items':
      return (
        <ul className="paper-items">
          {group.items.map(({ index, part }) => (
            <li key={index} data-part={index}>
              <span className="paper-number">{part.number === null ? '·' : `${part.number}.`}</span>
              {part.text}
            </li>
          ))}
        </ul>
      );
    case 'one':
      return <One placed={group.placed} cut={group.cut} />;
  }
}

export function Run({ parts, cuts, layouts }: { parts: Part[]; cuts: Cut[]; layouts: Layouts }) {
  return groupsOf(parts, cuts).map((group, at) => <Set key={at} group={group} layouts={layouts} />);
}

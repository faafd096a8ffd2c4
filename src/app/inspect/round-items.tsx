/** Items of a round: as lines, and chosen by hand from the boards. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type LightNotice, publishedHere } from '../../domain/board/board.ts';
import type { RoundItem } from '../../domain/inspection/events.ts';
import { localDateOf } from '../../domain/time.ts';
import { unitName, type Viewer } from './viewer.ts';

/** Where an item can be looked at; null: it is a unit as a whole. */
export const itemPath = ({ unit, about }: RoundItem): string =>
  about.kind === 'notice' ? `/b/${unit}/n/${about.id}` : `/b/${unit}`;

export function ItemLines({ viewer, items }: { viewer: Viewer; items: RoundItem[] }) {
  return (
    <ol className="inspect-lines">
      {items.map((item, at) => (
        <li key={at}>
          <Link to={itemPath(item)}>{item.title}</Link>
          <span className="second inspect-note">{unitName(viewer.registry, item.unit)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Notices shown of one unit, the newest. */
const SHOWN = 40;

export function HandItems({
  viewer,
  units,
  boards,
  first,
  last,
  chosen,
  onChange,
}: {
  viewer: Viewer;
  units: string[];
  boards: ReadonlyMap<string, readonly LightNotice[]>;
  first: string;
  last: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslation('inspect');
  const tick = (key: string, title: string) => (
    <label key={key}>
      <input
        type="checkbox"
        checked={chosen.includes(key)}
        onChange={({ target }) =>
          onChange(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
        }
      />
      <span>{title}</span>
    </label>
  );
  return (
    <>
      {units.map((unit) => {
        const notices = publishedHere(boards.get(unit) ?? [])
          .filter(({ acceptedAt }) => localDateOf(acceptedAt) >= first && localDateOf(acceptedAt) <= last)
          .slice(-SHOWN)
          .reverse();
        return (
          <fieldset key={unit} className="inspect-choice">
            <legend className="field-label">{unitName(viewer.registry, unit)}</legend>
            <div className="inspect-ticks">
              {tick(unit, t('open.whole'))}
              {notices.map(({ id, title }) => tick(`${unit} ${id}`, title))}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

/** One notice that was found: its title, whose it is, and the place in its text, with the words marked. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { isOnBehalf } from '../../domain/registry/rights.ts';
import type { Word } from '../../domain/search/query.ts';
import type { Found } from '../../store/device/search/finder-protocol.ts';
import { Leaf, NoticeMarks } from '../board/notice-row.tsx';
import { unitOf } from '../board/people.ts';
import { isUrgent } from '../../domain/board/standing.ts';
import { ClosingMark, PublicityMark } from '../board/row-marks.tsx';
import { Marked } from './marked.tsx';

export interface FoundRowProps {
  found: Found;
  words: Word[];
  /** Undefined: not here yet, or it was found by its title. */
  excerpt: string | undefined;
  registry: Registry | null;
  now: number;
}

export function FoundRow({ found: { unit, notice, inText }, words, excerpt, registry, now }: FoundRowProps) {
  const { t } = useTranslation('find');
  const { withdrawn } = notice;
  const name = unitOf(registry, unit)?.name ?? unit;
  const beside = t('beside', { unit: name, entry: notice.entryName, officer: notice.officer });
  return (
    <li className={`row ${withdrawn ? 'row-withdrawn' : ''}`}>
      <Link className="row-link" to={`/b/${unit}/n/${notice.id}`}>
        <Leaf at={notice.acceptedAt} now={now} />
        <span className="row-text">
          <span className="row-title">
            <Marked text={notice.title} words={words} sounds />
          </span>
          <span className="row-second">
            <Marked text={beside} words={words} sounds={!inText} />
          </span>
          {withdrawn && <span className="row-second">{t('withdrawn', { reason: withdrawn.reason })}</span>}
          {excerpt && (
            <span className="found-excerpt">
              <Marked text={excerpt} words={words} />
            </span>
          )}
        </span>
        <NoticeMarks
          corrections={notice.corrections}
          withdrawn={withdrawn !== null}
          conflict={notice.conflict}
          onBehalf={registry ? isOnBehalf(registry, unit, notice.author) : false}
          urgent={isUrgent(notice, now)}
          balance={notice.balance}
          broughtIn={notice.broughtIn?.day}
        >
          <PublicityMark unit={unit} notice={notice} now={now} />
          <ClosingMark notice={notice} registry={registry} />
        </NoticeMarks>
      </Link>
    </li>
  );
}

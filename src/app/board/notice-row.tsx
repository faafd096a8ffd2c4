import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { isUrgent } from '../../domain/board/standing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { isOnBehalf } from '../../domain/registry/rights.ts';
import { Photo } from '../ui/media.tsx';
import { Mark } from '../ui/surfaces.tsx';
import { leaf } from '../ui/time.ts';
import './notice-row.css';
import { ClosingMark, FormPictures, PublicityMark } from './row-marks.tsx';

/** The day, set large like a leaf of a calendar. */
export function Leaf({ at, now }: { at: string; now: number }) {
  const { i18n } = useTranslation('board');
  const { day, month } = leaf(at, now, i18n.language);
  return (
    <time className="leaf" dateTime={at} data-hush>
      <span className="leaf-day">{day}</span>
      <span className="leaf-month">{month}</span>
    </time>
  );
}

/** States of a notice, in words. */
export function NoticeMarks({
  corrections,
  withdrawn,
  conflict,
  onBehalf,
  urgent = false,
  balance = null,
  late = 0,
  broughtIn = null,
  children,
}: {
  corrections: number;
  withdrawn: boolean;
  conflict: boolean;
  onBehalf: boolean;
  /** Still pinned. */
  urgent?: boolean;
  /** An account: whether its signed figures agree to the fen; null: it is none. */
  balance?: boolean | null;
  /** Days after the last one in time; 0: in time, or without one. */
  late?: number;
  /** An old record that was brought in: the day that stands on it; null: published here. */
  broughtIn?: string | null;
  /** Further marks, after the most pressing. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('board');
  return (
    <span className="marks">
      {withdrawn && <Mark tone="red">{t('mark.withdrawn')}</Mark>}
      {broughtIn !== null && <Mark tone="amber">{t('mark.broughtIn', { day: broughtIn })}</Mark>}
      {urgent && <Mark tone="red">{t('mark.urgent')}</Mark>}
      {children}
      {balance !== null && !withdrawn && (
        <Mark tone={balance ? 'green' : 'red'}>{t(balance ? 'mark.balanced' : 'mark.unbalanced')}</Mark>
      )}
      {corrections > 0 && <Mark tone="blue">{t('mark.corrected', { count: corrections })}</Mark>}
      {late > 0 && !withdrawn && <Mark tone="red">{t('mark.late', { count: late })}</Mark>}
      {conflict && <Mark tone="amber">{t('mark.conflict')}</Mark>}
      {onBehalf && <Mark tone="plain">{t('mark.onBehalf')}</Mark>}
    </span>
  );
}

export interface NoticeRowProps {
  unit: string;
  notice: LightNotice;
  registry: Registry | null | undefined;
  now: number;
  /** Photos are fetched for the tablet's list; a phone pays for its data. */
  photos: boolean;
  /** Days that it came late. */
  late?: number;
}

/** One line of a board. A withdrawn notice keeps its place, with the reason. */
export function NoticeRow({ unit, notice, registry, now, photos, late = 0 }: NoticeRowProps) {
  const { t } = useTranslation('board');
  const { withdrawn } = notice;
  return (
    <li className={`row ${withdrawn ? 'row-withdrawn' : ''}`}>
      <Link className="row-link" to={`/b/${unit}/n/${notice.id}`}>
        <Leaf at={notice.acceptedAt} now={now} />
        <span className="row-text">
          <span className="row-title">{notice.title}</span>
          <span className="row-second" data-hush={withdrawn ? undefined : true}>
            {withdrawn
              ? t('withdrawnLine', { reason: withdrawn.reason })
              : t('rowSecond', { entry: notice.entryName, officer: notice.officer })}
          </span>
        </span>
        <NoticeMarks
          corrections={notice.corrections}
          withdrawn={withdrawn !== null}
          conflict={notice.conflict}
          onBehalf={registry ? isOnBehalf(registry, unit, notice.author) : false}
          urgent={isUrgent(notice, now)}
          balance={notice.balance}
          late={late}
          broughtIn={notice.broughtIn?.day}
        >
          <PublicityMark unit={unit} notice={notice} now={now} />
          <ClosingMark notice={notice} registry={registry} />
          {!withdrawn && <FormPictures forms={notice.forms} />}
        </NoticeMarks>
        {photos && notice.photo && !withdrawn && (
          <span className="row-photo">
            <Photo hash={notice.photo} alt="" />
          </span>
        )}
      </Link>
    </li>
  );
}

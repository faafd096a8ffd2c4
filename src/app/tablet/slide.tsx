/** One notice, as large as the screen: what the slow show and urgent notices are made of. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import { levelOf } from '../../domain/kiosk/levels.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { useBoardTime, useDetails } from '../board/board-data.ts';
import { Leaf } from '../board/notice-row.tsx';
import { PublicityMark } from '../board/row-marks.tsx';
import { Photo } from '../ui/media.tsx';
import { Mark } from '../ui/surfaces.tsx';

/** Characters of its text that a wall would show. */
const LEAD = 110;
const LEAD_URGENT = 400;

/** The beginning of a notice's own words, cut at the end of a sentence where there is one. */
export function leadOf(sections: { text: string }[], most: number): string {
  const text = sections
    .map((one) => one.text.trim())
    .filter(Boolean)
    .join('\n');
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'), cut.lastIndexOf('. '));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut}…`;
}

/** The words of a notice for a wall; empty while they are being read. */
export function useLead(unit: string, notice: LightNotice, urgent: boolean): string {
  const details = useDetails(unit, notice.id);
  const content = details && currentRevision(details.notice).content;
  return content ? leadOf(content.sections, urgent ? LEAD_URGENT : LEAD) : '';
}

export function Slide({
  unit,
  notice,
  children,
}: {
  unit: string;
  notice: LightNotice;
  children?: ReactNode;
}) {
  const { t } = useTranslation('tablet');
  const time = useBoardTime();
  const level = levelOf(notice, time);
  const lead = useLead(unit, notice, level === 'urgent');
  return (
    <article className={notice.photo ? 'slide slide-photo' : 'slide'}>
      <div className="slide-words">
        <p className="slide-facts">
          <Leaf at={notice.acceptedAt} now={time} />
          <span>
            <span className="slide-level">
              {level !== 'urgent' && (
                <Mark tone={level === 'publicity' ? 'amber' : 'plain'}>{t(`level.${level}`)}</Mark>
              )}
              <PublicityMark unit={unit} notice={notice} now={time} />
            </span>
            <span className="slide-entry">{notice.entryName}</span>
          </span>
        </p>
        <h2 className="slide-title serif">{notice.title}</h2>
        {lead && <p className="slide-lead">{lead}</p>}
        <p className="slide-officer">{t('show.officer', { name: notice.officer })}</p>
        {children}
      </div>
      {notice.photo && (
        <div className="slide-picture">
          <Photo hash={notice.photo} alt="" />
        </div>
      )}
    </article>
  );
}

/** One notice, as large as the screen: what the slow show and urgent notices are made of. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import type { Block } from '../../domain/kind/blocks.ts';
import { levelOf } from '../../domain/kiosk/levels.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { useBoardTime, useDetails } from '../board/board-data.ts';
import { useNoticeBlocks } from '../board/notice-body.tsx';
import { Leaf } from '../board/notice-row.tsx';
import { PublicityMark } from '../board/row-marks.tsx';
import { Photo } from '../ui/media.tsx';
import { Qr } from '../ui/qr.tsx';
import { leadOf } from './lead.ts';

/** Facts that a wall shows of a form's fields. */
const FACTS = 4;

/** What a notice says now; null while it is being read. */
export function useContent(unit: string, notice: LightNotice): NoticeContent | null {
  const details = useDetails(unit, notice.id);
  return details ? currentRevision(details.notice).content : null;
}

const factsOf = (block: Block): { label: string; value: string }[] => {
  if (block.type === 'facts') return block.facts;
  return block.type === 'sum' ? [...block.parts, block.result] : [];
};

/** The first lines of the fields, for notices that say more in these than in words. */
function Facts({ content }: { content: NoticeContent }) {
  const { blocks } = useNoticeBlocks(content);
  const facts = blocks.flatMap(factsOf).slice(0, FACTS);
  if (facts.length === 0) return null;
  return (
    <dl className="slide-list">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its photo; without one, the way to read it on one's own phone. */
function Picture({ unit, notice }: { unit: string; notice: LightNotice }) {
  const { t } = useTranslation('tablet');
  if (notice.photo)
    return (
      <div className="slide-picture">
        <Photo hash={notice.photo} alt="" />
      </div>
    );
  return (
    <div className="slide-code">
      <Qr text={`${window.location.origin}/b/${unit}/n/${notice.id}`} label={t('show.code')} />
      <p>{t('show.code')}</p>
    </div>
  );
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
  const content = useContent(unit, notice);
  const lead = content ? leadOf(content.sections, level === 'urgent') : '';
  return (
    <article className="slide">
      <div className="slide-words">
        <div className="slide-facts">
          <Leaf at={notice.acceptedAt} now={time} />
          <div>
            <PublicityMark unit={unit} notice={notice} now={time} />
            <p className="slide-entry">{notice.entryName}</p>
          </div>
        </div>
        <h2 className="slide-title serif">{notice.title}</h2>
        {lead && <p className="slide-lead">{lead}</p>}
        {content && level !== 'urgent' && <Facts content={content} />}
        <p className="slide-officer">{t('show.officer', { name: notice.officer })}</p>
        {children}
      </div>
      <Picture unit={unit} notice={notice} />
    </article>
  );
}

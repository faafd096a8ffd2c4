/** Marks of a row that are more than a word: days left of a publicity period, and by which forms a notice has gone out. */
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import { lightRecordOf, publicityWord, ruleOf } from '../../domain/board/standing.ts';
import type { Form } from '../../domain/catalogue/entry.ts';
import type { Instant } from '../../domain/time.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Mark } from '../ui/surfaces.tsx';
import { useLater } from './kinds-later.ts';

/** Where a publicity period is. The days are counted once the calendar is here; until then a word stands for them. */
export function PublicityMark({ notice, now }: { notice: LightNotice; now: number }) {
  const { t } = useTranslation('board');
  const later = useLater();
  const word = publicityWord(notice);
  if (word === null || notice.withdrawn || !notice.publicity) return null;
  const tone = word === 'result' ? 'green' : 'amber';
  if (word !== 'running' || !later) return <Mark tone={tone}>{t(`mark.publicity.${word}`)}</Mark>;
  const at = new Date(now).toISOString() as Instant;
  const { state, daysLeft } = later.publicityAt(ruleOf(notice.publicity), lightRecordOf(notice, now), at);
  return <Mark tone={tone}>{t(`publicity.${state}`, { count: daysLeft })}</Mark>;
}

const PICTURES: Record<Form, IconName> = {
  paper: 'sheet',
  broadcast: 'speaker',
  message: 'message',
  card: 'card',
  meeting: 'people',
  letter: 'letter',
};

/** Small pictures, one for each form; said in words to whoever listens. */
export function FormPictures({ forms }: { forms: Form[] }) {
  const { t } = useTranslation('board');
  if (forms.length === 0) return null;
  return (
    <span className="row-forms">
      <span className="only-read">
        {t('mark.forms', { forms: forms.map((form) => t(`mark.form.${form}`)).join(t('comma')) })}
      </span>
      {forms.map((form) => (
        <span key={form} title={t(`mark.form.${form}`)} aria-hidden="true">
          <Icon name={PICTURES[form]} />
        </span>
      ))}
    </span>
  );
}

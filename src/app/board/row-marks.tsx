/** Marks of a row that are more than a word: days left of a publicity period, and by which forms a notice has gone out. */
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import { lightRecordOf, publicityWord, ruleOf } from '../../domain/board/standing.ts';
import type { Form } from '../../domain/catalogue/entry.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Instant } from '../../domain/time.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Mark } from '../ui/surfaces.tsx';
import { useDisplays } from './display-data.ts';
import { useLater } from './kinds-later.ts';

/** Where a publicity period is. The days are counted once the calendar is here; until then a word stands for them. */
export function PublicityMark({ unit, notice, now }: RowOf) {
  const { t } = useTranslation('board');
  const word = publicityWord(notice);
  if (word === null || notice.withdrawn) return null;
  if (word === 'result') return <Mark tone="green">{t('mark.publicity.result')}</Mark>;
  return <DaysLeft unit={unit} notice={notice} now={now} />;
}

interface RowOf {
  unit: string;
  notice: LightNotice;
  /** ms since 1970. */
  now: number;
}

/** Apart, so that tables are asked for the few notices whose period is open, and for no others. */
function DaysLeft({ unit, notice, now }: RowOf) {
  const { t } = useTranslation('board');
  const later = useLater();
  const displays = useDisplays(unit, notice.acceptedAt);
  if (!later || !notice.publicity)
    return <Mark tone="amber">{t(`mark.publicity.${publicityWord(notice) ?? 'not-up'}`)}</Mark>;
  const record = lightRecordOf(notice, displays, now);
  const at = new Date(now).toISOString() as Instant;
  const { state, daysLeft } = later.publicityAt(ruleOf(notice.publicity), record, at);
  return <Mark tone="amber">{t(`publicity.${state}`, { count: daysLeft })}</Mark>;
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

/** Published or changed after its year had been closed. Of a year that nobody closed, nothing is worked out. */
export function ClosingMark({
  notice,
  registry,
}: {
  notice: LightNotice | Notice;
  registry: Registry | null | undefined;
}) {
  const { t } = useTranslation('board');
  const later = useLater();
  if (!later || !registry) return null;
  const changed = 'revisions' in notice ? later.changedOf(notice) : notice;
  const after = later.afterClosing(registry.closings, changed);
  return after && <Mark tone="red">{t(`mark.afterClosing.${after.what}`, { year: after.year })}</Mark>;
}

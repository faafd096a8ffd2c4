/** What was read, before anything is signed: the records, and row by row what is wrong or was put right. */
import { useTranslation } from 'react-i18next';
import { OLD_COLUMNS } from '../../domain/brought-in/columns.ts';
import type { OldProblem, OldRecords } from '../../domain/brought-in/read.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Message } from '../ui/index.ts';

/** Rows and problems that are listed; the rest is counted. */
const LISTED = 30;

function Problems({ title, tone, all }: { title: string; tone: 'red' | 'amber'; all: OldProblem[] }) {
  const { t, i18n } = useTranslation('bring-in');
  if (all.length === 0) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const nameOf = (field: string): string =>
    OLD_COLUMNS.find(({ id }) => id === field)?.name[language] ?? field;
  return (
    <Message tone={tone} title={title}>
      <ul>
        {all.slice(0, LISTED).map(({ row, field, code, value }, at) => (
          <li key={at}>{t('place', { row, field: nameOf(field), what: t(`problem.${code}`, { value }) })}</li>
        ))}
      </ul>
      {all.length > LISTED && <p>{t('more', { n: all.length - LISTED })}</p>}
    </Message>
  );
}

export function Found({ found, registry }: { found: OldRecords; registry: Registry }) {
  const { t } = useTranslation('bring-in');
  const { rows, records, problems, notes } = found;
  return (
    <>
      <p aria-live="polite">{t('found', { rows, good: records.length, wrong: problems.length })}</p>
      <Problems title={t('wrong')} tone="red" all={problems} />
      <Problems title={t('notes')} tone="amber" all={notes} />
      <h2>{t('preview')}</h2>
      <ul>
        {records.slice(0, LISTED).map((one) => (
          <li key={one.row}>
            {one.day} · {registry.units[one.unit]?.name} · {one.title}
          </li>
        ))}
      </ul>
      {records.length > LISTED && <p>{t('more', { n: records.length - LISTED })}</p>}
    </>
  );
}

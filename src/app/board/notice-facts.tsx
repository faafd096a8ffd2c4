import { useTranslation } from 'react-i18next';
import { useWhen } from '../ui/use-when.ts';

/** What residents ask first, in a line under the title: whose it is, since when, who answers for it, what it is about. */
export function NoticeFacts({
  unit,
  published,
  officer,
  entry,
  isOld = false,
}: {
  /** Name of the unit. */
  unit: string;
  /** When the township took it in; in a preview, now. */
  published: string | number;
  officer: string;
  entry: string;
  /** Brought in, not published then. */
  isOld?: boolean;
}) {
  const { t } = useTranslation('board');
  const when = useWhen();
  return (
    <p className="facts">
      <span>{unit}</span>
      <span>{t(isOld ? 'facts.broughtIn' : 'facts.published', { day: when.fullDay(published) })}</span>
      <span>{t('officer', { officer: officer || '—' })}</span>
      <span>{entry}</span>
    </p>
  );
}

/** Received, answered, overdue: what everybody may know of the box. */
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { useBoxFigures } from './box-data.ts';

const FIGURES = ['received', 'answered', 'overdue'] as const;

export function Counts() {
  const { t } = useTranslation('box');
  const when = useWhen();
  const figures = useBoxFigures();
  if (figures === undefined) return null;
  return (
    <Card className="stack-tight">
      <h2>{t('counts.title')}</h2>
      {figures === null ? (
        <p className="second">{t('counts.none')}</p>
      ) : (
        <>
          <dl className="box-figures">
            {FIGURES.map((name) => (
              <div key={name} className={name === 'overdue' && figures.overdue > 0 ? 'box-late' : ''}>
                <dt>{t(`counts.${name}`)}</dt>
                <dd className="figures">{figures[name]}</dd>
              </div>
            ))}
          </dl>
          <p className="second">
            {t('counts.until', { day: when.day(Date.parse(figures.until) - 1) })} {t('counts.proof')}
          </p>
        </>
      )}
    </Card>
  );
}

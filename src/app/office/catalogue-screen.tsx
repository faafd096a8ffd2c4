/** The disclosure catalogue, group by group: what, who answers for it, when it is due, how it goes out. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type CatalogueEntry, type DayCount, inForce } from '../../domain/catalogue/entry.ts';
import { TO_CONFIRM } from '../../domain/catalogue/ready-made/make.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { Button, ButtonLink, Icon, Mark, useNow } from '../ui/index.ts';
import { fileName, handOver } from '../sent/to-file.ts';
import { byAspect } from '../write/entries.ts';
import { ChangeState } from './change-state.tsx';
import { DisclosurePanel } from './disclosure-panel.tsx';
import './disclosure-panel.css';
import { OfficePage } from './frame.tsx';

/** Words for a rhythm and a number of days. */
function useDueWords() {
  const { t } = useTranslation('office');
  const days = ({ days: n, unit }: DayCount): string => t(`catalogue.count.${unit}`, { n });
  return {
    days,
    due: ({ due }: CatalogueEntry): string => {
      const every = due.every === 'occasion' ? due.occasion : t(`catalogue.every.${due.every}`);
      return t(due.every === 'occasion' ? 'catalogue.dueAfter' : 'catalogue.dueEach', {
        every,
        days: days(due.within),
      });
    },
  };
}

function EntryLine({ entry, today }: { entry: CatalogueEntry; today: string }) {
  const { t } = useTranslation('office');
  const words = useDueWords();
  return (
    <tr>
      <td className="strong">
        <Link to={`/office/catalogue/${entry.id}`}>{entry.name}</Link>
        {!inForce(entry, today) && (
          <Mark tone="plain">
            {entry.from > today
              ? t('catalogue.notYet', { day: entry.from })
              : t('catalogue.retired', { day: entry.until ?? '' })}
          </Mark>
        )}
        {entry.basis.includes(TO_CONFIRM) && <Mark tone="amber">{t('catalogue.toConfirm')}</Mark>}
        <span className="office-note">{entry.hint}</span>
      </td>
      <td>
        {entry.units.map((kind) => t(`units.kind.${kind}`)).join('、')}
        <span className="office-note">{entry.post}</span>
      </td>
      <td>
        {words.due(entry)}
        {entry.publicity && (
          <span className="office-note">
            {t('catalogue.shownFor', { days: words.days(entry.publicity) })}
          </span>
        )}
        {entry.review !== 'none' && (
          <span className="office-note">
            {t('catalogue.reviewedBy', { who: t(`catalogue.review.${entry.review}`) })}
          </span>
        )}
      </td>
      <td>{entry.forms.map((form) => t(`catalogue.form.${form}`)).join('、') || t('catalogue.boardOnly')}</td>
    </tr>
  );
}

function Export({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const [busy, setBusy] = useState(false);
  const hand = async (): Promise<void> => {
    setBusy(true);
    const { catalogueWorkbook } = await import('./catalogue-file.ts');
    const file = await catalogueWorkbook(registry.catalogue);
    await handOver(file, `${fileName(t('exchange.fileName', { name: registry.name }))}.xlsx`);
    setBusy(false);
  };
  return (
    <Button busy={busy} onClick={() => void hand()}>
      {t(busy ? 'exchange.exporting' : 'exchange.export')}
    </Button>
  );
}

export function CatalogueScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation(['office', 'write']);
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(useNow()));
  const { catalogue } = registry;
  const done = search.get('done');
  return (
    <OfficePage
      title={t('catalogue.title')}
      lead={t('catalogue.lead', { n: catalogue.length })}
      aside={
        <div className="catalogue-tools">
          <ButtonLink to="/office/catalogue/new" icon="plus">
            {t('catalogue.add')}
          </ButtonLink>
          <Export registry={registry} />
          <ButtonLink to="/office/catalogue/import">{t('exchange.import')}</ButtonLink>
        </div>
      }
    >
      {done && <ChangeState id={done} />}
      {catalogue.length === 0 && <p>{t('catalogue.none')}</p>}
      <DisclosurePanel registry={registry} />
      {byAspect(catalogue).map(([aspect, entries]) => (
        <section key={aspect} className="office-panel">
          <h2>
            <Icon name={aspect === 'people' ? 'person' : aspect} /> {t(`write:aspect.${aspect}`)}
          </h2>
          <table className="office-table catalogue-table">
            <thead>
              <tr>
                <th scope="col">{t('catalogue.table.name')}</th>
                <th scope="col">{t('catalogue.table.who')}</th>
                <th scope="col">{t('catalogue.table.due')}</th>
                <th scope="col">{t('catalogue.table.forms')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryLine key={entry.id} entry={entry} today={today} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </OfficePage>
  );
}

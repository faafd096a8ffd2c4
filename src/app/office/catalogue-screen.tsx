/** The disclosure catalogue, group by group. */
import { useTranslation } from 'react-i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import { Icon } from '../ui/index.ts';
import { byAspect } from '../write/entries.ts';
import { OfficePage } from './frame.tsx';

export function CatalogueScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation(['office', 'write']);
  const { catalogue } = registry;
  return (
    <OfficePage title={t('catalogue.title')} lead={t('catalogue.lead', { n: catalogue.length })}>
      {catalogue.length === 0 && <p>{t('catalogue.none')}</p>}
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
                <th scope="col">{t('catalogue.table.hint')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td className="strong">{entry.name}</td>
                  <td>{entry.units.map((kind) => t(`units.kind.${kind}`)).join('、')}</td>
                  <td>{entry.hint}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </OfficePage>
  );
}

/** A spreadsheet of the catalogue read in: what would change is shown before anything is signed. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { catalogueAfter, catalogueImportPlan, type CataloguePlan } from '../../domain/catalogue/import.ts';
import { type CatalogueSheet, readCatalogueSheet, type SheetProblem } from '../../domain/catalogue/sheet.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { readTableFile, type TableFileError } from '../tables/table-file.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, useNow } from '../ui/index.ts';
import { ChangeFault, useChange } from './change-state.tsx';
import './disclosure-panel.css';
import { OfficePage } from './frame.tsx';
import { newId } from './ids.ts';
import { useBackTo } from './record-form.tsx';

const MOST_ENTRIES = 500;

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="office-panel">
      <h2>{title}</h2>
      <ul className="import-lines">
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ problems }: { problems: SheetProblem[] }) {
  const { t } = useTranslation('office');
  if (problems.length === 0) return null;
  return (
    <Message tone="amber" title={t('exchange.problems', { n: problems.length })}>
      <ul className="import-lines">
        {problems.map(({ row, column, code, value }, at) => (
          <li key={at}>
            {t('exchange.place', { row, column, what: t(`exchange.problem.${code}`, { value }) })}
          </li>
        ))}
      </ul>
    </Message>
  );
}

function Plan({ plan }: { plan: CataloguePlan }) {
  const { t } = useTranslation('office');
  const names = (entries: { name: string }[]): string[] => entries.map(({ name }) => name);
  const n = (list: unknown[]): { n: number } => ({ n: list.length });
  return (
    <>
      <Lines title={t('exchange.added', n(plan.added))} lines={names(plan.added)} />
      <Lines
        title={t('exchange.changed', n(plan.changed))}
        lines={plan.changed.map(({ entry, columns }) =>
          t('exchange.changedLine', { name: entry.name, columns: columns.join('、') }),
        )}
      />
      <Lines
        title={t('exchange.retired', n(plan.retired))}
        lines={plan.retired.map(({ name, until }) => t('exchange.retiredLine', { name, day: until ?? '' }))}
      />
    </>
  );
}

function Chosen({ registry, sheet, today }: { registry: Registry; sheet: CatalogueSheet; today: LocalDate }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [retire, setRetire] = useState(false);
  const { busy, fault, send } = useChange();
  const { catalogue } = registry;
  const plan = useMemo(() => catalogueImportPlan(catalogue, sheet, today), [catalogue, sheet, today]);
  const after = catalogueAfter(catalogue, sheet.entries, retire ? today : null, plan.absent);
  const n = plan.added.length + plan.changed.length + plan.retired.length + (retire ? plan.absent.length : 0);
  const sign = async (): Promise<void> => {
    const title = t('exchange.signed', { n });
    const id = await send((device) => device.change('catalogue.set', { entries: after }, title));
    if (id) void navigate(`/office/catalogue?done=${id}`);
  };
  return (
    <>
      <Problems problems={sheet.problems} />
      {sheet.ignored.length > 0 && (
        <p className="second">{t('exchange.ignored', { names: sheet.ignored.join('、') })}</p>
      )}
      <p aria-live="polite">{t('exchange.same', { n: plan.same })}</p>
      <Plan plan={plan} />
      <Lines
        title={t('exchange.absent', { n: plan.absent.length })}
        lines={plan.absent.map(({ name }) => name)}
      />
      {plan.absent.length > 0 && sheet.problems.length === 0 && (
        <label className="tick">
          <input type="checkbox" checked={retire} onChange={({ target }) => setRetire(target.checked)} />
          <span>{t('exchange.retireAbsent')}</span>
        </label>
      )}
      {after.length > MOST_ENTRIES && (
        <Message tone="red" title={t('exchange.tooMany', { max: MOST_ENTRIES })} />
      )}
      <ChangeFault fault={fault} />
      <div className="office-form-actions">
        <Button
          kind="main"
          busy={busy}
          disabled={n === 0 || after.length > MOST_ENTRIES}
          onClick={() => void sign()}
        >
          {n === 0 ? t('exchange.nothing') : t('exchange.sign', { n })}
        </Button>
      </div>
    </>
  );
}

export function CatalogueImportScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation(['office', 'write']);
  const back = useBackTo('catalogue');
  const today = localDateOf(instantOf(useNow()));
  const [sheet, setSheet] = useState<CatalogueSheet | null>(null);
  const [fault, setFault] = useState<TableFileError | 'no-heading' | null>(null);
  const read = async (file: File): Promise<void> => {
    setSheet(null);
    setFault(null);
    const found = await readTableFile(file);
    if (!found.ok) return setFault(found.code);
    const own = found.sheets
      .map((one) => readCatalogueSheet(one, registry.catalogue, today, () => newId('e')))
      .find((one) => one !== null);
    if (own) setSheet(own);
    else setFault('no-heading');
  };
  return (
    <OfficePage title={t('exchange.title')} lead={t('exchange.lead')} back={back}>
      <div>
        <FileButton
          label={t('exchange.file')}
          accept=".xlsx,.csv"
          className="photo-pick"
          onFiles={([file]) => void read(file)}
        />
      </div>
      {fault === 'no-heading' && <Message tone="red" title={t('exchange.noHeading')} />}
      {fault && fault !== 'no-heading' && (
        <Message tone="red" title={t(`write:table.import.fault.${fault}`)} />
      )}
      {sheet && <Chosen registry={registry} sheet={sheet} today={today} />}
    </OfficePage>
  );
}

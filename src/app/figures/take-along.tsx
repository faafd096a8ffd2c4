/** A table of the office on paper or as a file. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button } from '../ui/index.ts';
import { type Cell, csvOf, xlsxOf } from './export.ts';

/** @param rows made when asked for, headings first. @param sheet name of the table in the workbook. @param name of the file. */
export function TakeAlong({
  rows,
  sheet,
  name,
  children,
}: {
  rows: () => Cell[][];
  sheet: string;
  name: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation('figures');
  const [failed, setFailed] = useState(false);
  const xlsx = async (): Promise<void> => {
    setFailed(false);
    try {
      await handOver(await xlsxOf(rows(), sheet), `${fileName(name)}.xlsx`);
    } catch {
      // The writer of spreadsheets could not be loaded; the other file needs none.
      setFailed(true);
    }
  };
  return (
    <div className="figures-actions">
      <Button icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon="save" onClick={() => void handOver(csvOf(rows()), `${fileName(name)}.csv`)}>
        .csv
      </Button>
      <Button icon="save" onClick={() => void xlsx()}>
        .xlsx
      </Button>
      {children}
      {failed && <p role="alert">{t('xlsxFailed')}</p>}
    </div>
  );
}

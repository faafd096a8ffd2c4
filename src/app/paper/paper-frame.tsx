/** The screen around every sheet: choices above, the pages as they will be printed, one button below. */
import { type ReactNode, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/index.ts';
import './page.css';
import './run.css';
import './cards.css';
import './paper.css';
import { Advice, PrintButton, usePrinting } from './print-button.tsx';

/** While the screen stands, printing prints its sheets and nothing else. */
function useOnlySheets(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['paper'] = 'on';
    return () => {
      delete dataset['paper'];
    };
  }, []);
}

export function PaperFrame({
  title,
  back,
  controls,
  code,
  pages,
  children,
}: {
  title: string;
  back: string;
  controls: ReactNode;
  /** To be told to somebody who has a printer; null: there is none. */
  code: string | null;
  pages: number | null;
  children: ReactNode;
}) {
  const { t } = useTranslation('paper');
  const { printing, print } = usePrinting();
  useOnlySheets();
  return (
    <Screen title={title} back={back} footer={<PrintButton pages={pages} print={print} />}>
      <div className="paper-controls stack">
        {controls}
        {printing === 'cannot' && <Advice code={code} open />}
      </div>
      <section aria-label={t('preview')}>{children}</section>
      <div className="paper-controls">{printing === 'can' && <Advice code={code} open={false} />}</div>
    </Screen>
  );
}

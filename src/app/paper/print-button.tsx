/** One big button; where a device cannot print, what to do instead, in plain words. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Message } from '../ui/index.ts';

/** Ms after which a browser that opened nothing is taken not to print: some apps have the call and do nothing. */
const SILENT_MS = 2_000;

const canPrint = (): boolean =>
  typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent);

export type Printing = 'can' | 'cannot';

export function usePrinting(): { printing: Printing; print: () => void } {
  const [printing, setPrinting] = useState<Printing>(() => (canPrint() ? 'can' : 'cannot'));
  const print = (): void => {
    if (!canPrint()) return setPrinting('cannot');
    let opened = false;
    const note = (): void => {
      opened = true;
    };
    window.addEventListener('beforeprint', note, { once: true });
    window.print();
    setTimeout(() => {
      window.removeEventListener('beforeprint', note);
      if (!opened) setPrinting('cannot');
    }, SILENT_MS);
  };
  return { printing, print };
}

export function PrintButton({ pages, print }: { pages: number | null; print: () => void }) {
  const { t } = useTranslation('paper');
  return (
    <Button kind="main" icon="print" disabled={pages === null} onClick={print}>
      {pages === null ? t('print.wait') : t('print.button', { count: pages })}
    </Button>
  );
}

/** What always helps: the file, or the number for somebody who has a printer. */
export function Advice({ code, open }: { code: string | null; open: boolean }) {
  const { t } = useTranslation('paper');
  const steps = t('advice.steps', { returnObjects: true }) as string[];
  const body = (
    <>
      <ol className="stack-tight">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {code && (
        <>
          <p>{t('advice.code')}</p>
          <p className="paper-number-line">{code}</p>
        </>
      )}
    </>
  );
  if (open)
    return (
      <Message tone="amber" title={t('advice.cannot')}>
        {body}
      </Message>
    );
  return (
    <details className="paper-advice">
      <summary>{t('advice.title')}</summary>
      {body}
    </details>
  );
}

/** The frame of the box: a title that says nothing to who looks at the window's name, and one way out that erases all. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OneWayFrame } from '../receipt/one-way-frame.tsx';
import './box.css';

/** What would be lost by leaving; null: nothing. */
export type Loss = 'written' | 'note' | null;

export function BoxFrame({
  title,
  loss = null,
  onLeave,
  children,
}: {
  title: string;
  loss?: Loss;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('box');
  const asks = loss && {
    title: t('leaveAsk.title'),
    text: t(`leaveAsk.${loss}`),
    go: t('leaveAsk.go'),
    stay: t('leaveAsk.stay'),
  };
  return (
    <OneWayFrame
      title={title}
      windowTitle={t('neutral')}
      leave={t('leave')}
      asks={asks}
      wide
      onLeave={onLeave}
    >
      {children}
    </OneWayFrame>
  );
}

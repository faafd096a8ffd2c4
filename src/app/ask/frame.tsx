/** The frame of asking: where I am, and one way out that forgets what was typed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OneWayFrame } from '../receipt/one-way-frame.tsx';
import { NetworkLine } from '../ui/index.ts';
import './ask.css';

export function AskFrame({
  title,
  loses = false,
  onLeave,
  children,
}: {
  title: string;
  /** Something typed, or a code, would be gone. */
  loses?: boolean;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ask');
  const asks = {
    title: t('leaveAsk.title'),
    text: t('leaveAsk.text'),
    go: t('leaveAsk.go'),
    stay: t('leaveAsk.stay'),
  };
  return (
    <OneWayFrame
      title={title}
      windowTitle={title}
      leave={t('leave')}
      asks={loses ? asks : null}
      onLeave={onLeave}
      above={<NetworkLine />}
    >
      {children}
    </OneWayFrame>
  );
}

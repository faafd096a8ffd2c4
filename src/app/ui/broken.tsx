/** When a screen fails: plain words, what is safe, and the next step. */
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Message } from './surfaces.tsx';

/** What browsers say when a part of an older version is gone from the server, or the network is. */
const CHUNK_GONE = /dynamically imported module|module script|Unable to preload|error loading dynamically/i;

/** Whether a failure is a part of the program that did not arrive. */
export const isChunkFailure = (error: unknown): boolean =>
  error instanceof Error && CHUNK_GONE.test(error.message);

const reload = (): void => window.location.reload();

function Broken({ error, again }: { error: Error; again: () => void }) {
  const { t } = useTranslation('ui');
  const gone = isChunkFailure(error);
  return (
    <main className="screen-body" data-failed>
      <Message
        tone="red"
        title={gone ? t('broken.chunkTitle') : t('broken.title')}
        action={
          <Button kind="main" icon="refresh" onClick={gone ? reload : again}>
            {gone ? t('broken.reload') : t('broken.again')}
          </Button>
        }
      >
        <p>{gone ? t('broken.chunkText') : t('broken.text')}</p>
        {!gone && (
          <p className="second">
            {t('broken.details')} {error.name}: {error.message.slice(0, 120)}
          </p>
        )}
      </Message>
    </main>
  );
}

interface BoundaryState {
  error: Error | null;
  /** Where it happened. */
  at: string;
}

/**
 * Around each screen: a failure stays in it, can be tried again, and is left behind with its address (`at`). `quiet`: what
 * fails is not drawn, and all else goes on.
 */
export class ScreenBoundary extends Component<
  { at: string; quiet?: boolean; children: ReactNode },
  BoundaryState
> {
  override state: BoundaryState = { error: null, at: '' };

  static getDerivedStateFromProps({ at }: { at: string }, state: BoundaryState): BoundaryState | null {
    return at === state.at ? null : { error: null, at };
  }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error && this.props.quiet) return null;
    return error ? (
      <Broken error={error} again={() => this.setState({ error: null })} />
    ) : (
      this.props.children
    );
  }
}

function Reload({ title, text, press }: { title: string; text: string; press: string }) {
  return (
    <main className="screen-body" data-failed>
      <Message
        tone="red"
        title={title}
        action={
          <Button kind="main" icon="refresh" onClick={reload}>
            {press}
          </Button>
        }
      >
        {text}
      </Message>
    </main>
  );
}

/** When the device's own storage cannot be opened at all. */
export function NotStarted() {
  const { t } = useTranslation('ui');
  return <Reload title={t('notStarted.title')} text={t('notStarted.text')} press={t('broken.again')} />;
}

/** When another window has brought the storage to a newer version: this one can only be loaded anew. */
export function Outdated() {
  const { t } = useTranslation('ui');
  return <Reload title={t('outdated.title')} text={t('outdated.text')} press={t('broken.reload')} />;
}

/** Pictures: photos out of the log, and what stands in while something loads. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from './device-context.tsx';
import { Icon } from './icon.tsx';
import './media.css';

type Loaded = { hash: string; url: string | null } | null;

/** Wait until a photo that was not to be had is looked for again, ms: doubled each time, from the first to the last. */
const FIRST_LOOK_MS = 2_000;
const LAST_LOOK_MS = 60_000;

/** The photo's object URL; null: not to be had now, and looked for again; undefined: still looked for. */
function usePhotoUrl(hash: string): string | null | undefined {
  const device = useDevice();
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (wait: number): Promise<void> => {
      const blob = await device.photo(hash);
      if (gone) return;
      url = blob ? URL.createObjectURL(blob) : null;
      setLoaded({ hash, url });
      // The text of a notice is public before its photos have arrived.
      if (!url) timer = setTimeout(() => void look(Math.min(LAST_LOOK_MS, wait * 2)), wait);
    };
    void look(FIRST_LOOK_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
      if (url) URL.revokeObjectURL(url);
    };
  }, [device, hash]);
  return loaded?.hash === hash ? loaded.url : undefined;
}

/** A photo by its hash. `width` and `height` in pixels keep its place while it is looked for. */
export function Photo({
  hash,
  alt,
  width,
  height,
  className = '',
}: {
  hash: string;
  alt: string;
  width?: number;
  height?: number;
  className?: string;
}) {
  const { t } = useTranslation('ui');
  const url = usePhotoUrl(hash);
  if (url) return <img className={`photo ${className}`} src={url} alt={alt} width={width} height={height} />;
  return (
    <span className={`photo-missing ${className}`}>
      <Icon name="photo" />
      <span className={url === null ? '' : 'only-read'}>
        {url === null ? t('photo.missing') : alt || t('photo.label')}
      </span>
    </span>
  );
}

/** Milliseconds before a wait is put into words: shorter ones are not noticed. */
export const SPLASH_AFTER = 300;

/** What stands there while a screen loads: nothing at first, then words. Never a blank page. */
export function Splash({ label }: { label?: string }) {
  const { t } = useTranslation('ui');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SPLASH_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="splash" aria-live="polite">
      {late && (
        <>
          <p className="splash-name">{t('appName')}</p>
          <p>{label ?? t('splash')}</p>
        </>
      )}
    </div>
  );
}

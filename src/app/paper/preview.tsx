/** Pages scaled to the width of the screen; printed in their own size. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type Look, pixelsOf } from './look.ts';

/** Space between two pages on the screen, CSS pixels of the sheet. */
const GAP = 24;

function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const read = (): void => setWidth(element.current?.clientWidth ?? null);
    read();
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return { element, width };
}

export function Preview({ look, children }: { look: Pick<Look, 'size' | 'turned'>; children: ReactNode[] }) {
  const { element, width } = useWidth();
  const [own, height] = pixelsOf(look);
  const scale = Math.min(1, (width ?? own) / own);
  const whole = children.length * (height + GAP);
  return (
    <div className="paper-preview" ref={element} style={{ height: `${whole * scale}px` }}>
      <div className="paper-scaled" style={{ width: `${own}px`, transform: `scale(${scale})` }}>
        {children}
      </div>
    </div>
  );
}

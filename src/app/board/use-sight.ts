import { useEffect, useRef } from 'react';

/**
 * Calls `onSight` when the element comes near the screen, where the browser can tell.
 * A new `onSight` looks anew, so that an element which stayed in sight is told again.
 */
export function useSight(onSight: () => void) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = element.current;
    if (!own || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onSight();
      },
      { rootMargin: '600px' },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [onSight]);
  return element;
}

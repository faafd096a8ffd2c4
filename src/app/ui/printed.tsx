/** What is printed from a screen that is no sheet itself: while it stands, printing prints it and nothing else. */
import { type ReactNode, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import './printed.css';

export function Printed({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['printed'] = 'on';
    return () => {
      delete dataset['printed'];
    };
  }, []);
  return createPortal(
    <div className="printed" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}

/** Codes for other phones: beside what shows them, and not in the first load. */
import { useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code, black on white in every theme: cameras want it so. `label` says what it opens. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 2 });
    const dots = code.data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
    return { size: code.size, path: dots.join('') };
  }, [text]);
  return (
    <span className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} fill="#000000" />
      </svg>
    </span>
  );
}

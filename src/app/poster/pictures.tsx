/** How to use the code, in three pictures: drawn in strokes, so that they print well in black. */
const HAND = 'M20 92c0-14 6-22 14-26V40M34 66c-7-8-10-14-7-17s8 2 12 8M74 62c6 4 8 12 6 30';
const PHONE = 'M36 10h32a4 4 0 0 1 4 4v66a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4ZM47 77h10';
const CODE = 'M14 16h18v18H14ZM44 16h18v18H44ZM14 46h18v18H14ZM46 48h6v6h-6ZM56 58h6v6h-6Z';

const PICTURES = {
  open: [HAND, PHONE, 'M42 32v-8h8M62 32v-8h-8M42 44v8h8M62 44v8h-8M38 38h28'],
  aim: [
    CODE,
    'M62 44h24a4 4 0 0 1 4 4v36a4 4 0 0 1-4 4H62a4 4 0 0 1-4-4V72M68 58v-4h4M82 58v-4h-4M68 70v4h4M82 70v4h-4',
  ],
  read: [
    PHONE,
    'M39 22h10v8H39ZM53 23h12M53 29h9M39 38h26M39 46h26M39 54h18M80 40c4 4 4 12 0 16M86 34c8 8 8 20 0 28',
  ],
} as const;

export type PictureName = keyof typeof PICTURES;

export function Picture({ name, label }: { name: PictureName; label: string }) {
  return (
    <svg className="poster-picture" viewBox="0 0 104 96" role="img" aria-label={label}>
      {PICTURES[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

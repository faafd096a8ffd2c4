/** A file of pdf.js that comes without types of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.min.js' {
  import type * as Pdfjs from 'pdfjs-dist';
  const pdfjs: typeof Pdfjs;
  export default pdfjs;
}

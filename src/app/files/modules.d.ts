/** A file of pdf.js that comes without types of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.min.js' {
  const pdfjs: typeof import('pdfjs-dist');
  export default pdfjs;
}

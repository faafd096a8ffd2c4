/** Which addresses carry an invitation for a tablet: those of a board, with a code behind. */
const BOARD = /^\/b\/([a-z0-9-]{1,24})$/;
/** Looks like an invitation's code, and not like a heading on the page. */
const CODE = /^#[0-9A-Za-z.\s]{40,}$/;

export const unitOfBoard = (pathname: string): string | undefined => BOARD.exec(pathname)?.[1];

export const isInvited = (pathname: string, hash: string): boolean =>
  unitOfBoard(pathname) !== undefined && CODE.test(hash);

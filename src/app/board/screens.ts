/** The reader's screens beyond the board itself: one chunk, loaded after the board or with the first of them. */
export { CategoryScreen } from './category-screen.tsx';
export { NoticeScreen } from './notice-screen.tsx';
export { UnitsScreen } from './units-screen.tsx';

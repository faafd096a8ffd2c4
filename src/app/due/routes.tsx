/** `/due` and what it needs. */
export { DueScreen as default } from './due-screen.tsx';

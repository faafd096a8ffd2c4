/** `/box`: the report box, for everybody. */
import { addMessages } from '../i18n/i18n.ts';
import * as receipt from '../receipt/messages.ts';
import { BoxScreen } from './box-screen.tsx';

addMessages('receipt', receipt);

export default BoxScreen;

/** `/b/:unit/n/:notice/say`, with the words around receipt codes. */
import { addMessages } from '../i18n/i18n.ts';
import * as receipt from '../receipt/messages.ts';
import { SayScreen } from './say-screen.tsx';

addMessages('receipt', receipt);

export default SayScreen;

/** Brings the words of folders that load later, as the app does when their screens are opened. */
import { type ReactNode, useState } from 'react';
import { addMessages } from '../../../src/app/i18n/i18n.ts';
import * as office from '../../../src/app/office/messages.ts';
import * as outings from '../../../src/app/outings/messages.ts';
import * as sent from '../../../src/app/sent/messages.ts';
import * as setup from '../../../src/app/setup/messages.ts';
import * as write from '../../../src/app/write/messages.ts';

export function WithWords({ children }: { children: ReactNode }) {
  useState(() => {
    for (const [folder, words] of Object.entries({ office, outings, sent, setup, write }))
      addMessages(folder, words);
  });
  return children;
}

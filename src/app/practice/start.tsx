/** Starts the app on the practice device, in its frame. From here on this window has no network. */
import type { Root } from 'react-dom/client';
import { openPractice } from '../../practice/open.ts';
import { App } from '../app.tsx';
import { addMessages } from '../i18n/i18n.ts';
import { AppRouter } from '../kiosk/app-router.tsx';
import { DeviceProvider } from '../ui/device-context.tsx';
import { setCurrentPractice } from './current.ts';
import { NotOpened, PracticeFrame } from './frame.tsx';
import * as words from './messages.ts';

/** Answers what no device asks for with the practice township too: nothing in this window reaches a network. */
function cutOff(practised: typeof fetch): void {
  const browsers = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input), location.href);
    // The app's own parts are on this device already.
    return address.origin === location.origin && address.pathname.startsWith('/assets/')
      ? browsers(input, init)
      : practised(address.href, init);
  };
}

export async function startPractice(root: Root): Promise<void> {
  addMessages('practice', words);
  try {
    const practice = await openPractice({ app: __APP_VERSION__ });
    setCurrentPractice(practice);
    cutOff(practice.fetch);
    practice.device.start();
    root.render(
      <DeviceProvider device={practice.device}>
        <AppRouter>
          <PracticeFrame>
            <App />
          </PracticeFrame>
        </AppRouter>
      </DeviceProvider>,
    );
  } catch {
    root.render(<NotOpened />);
  }
}

/** Where the app begins: settings and words, the device, then the screens. */
import '../sync/client/older-browsers.ts';
import { createRoot } from 'react-dom/client';
import { openDevice } from '../sync/client/open-device.ts';
import { App } from './app.tsx';
import { zh as board } from './board/words-zh.ts';
import { addFirstMessages, addMessages, firstWords, startI18n } from './i18n/i18n.ts';
import { AppRouter } from './kiosk/app-router.tsx';
import * as kiosk from './kiosk/messages.ts';
import { hasPractice, isPractising } from './practice/flag.ts';
import './ui/base.css';
import { takeOver, takePoster } from './plain-page.ts';
import { NotStarted, Outdated } from './ui/broken.tsx';
import { DeviceProvider } from './ui/device-context.tsx';
import { Splash } from './ui/media.tsx';
import { startSettings } from './ui/settings.ts';
import { startUpdates } from './ui/updates.ts';

startSettings();
startI18n();
addFirstMessages('board', board, async () => (await import('./board/words-en.ts')).en);
addMessages('kiosk', kiosk);

// The ring around what has the keyboard is for those who use one.
const { classList } = document.documentElement;
document.addEventListener('pointerdown', () => classList.add('pointer'));
document.addEventListener('keydown', () => classList.remove('pointer'));

const hadPlainPage = takeOver();
// The server counted it when it sent the plain page.
const poster = takePoster();
const root = createRoot(document.getElementById('app') as HTMLElement);
root.render(<Splash />);

async function start(): Promise<void> {
  try {
    await firstWords();
    const practice = hasPractice() ? await import('./practice/later.ts') : null;
    if (practice && isPractising()) return await practice.start(root);
    const device = await openDevice({
      app: __APP_VERSION__,
      onUpgrade: (state) => state === 'closed' && root.render(<Outdated />),
    });
    device.start();
    void practice?.sign(device);
    if (poster !== null && !hadPlainPage) void device.scanned(poster);
    root.render(
      <DeviceProvider device={device}>
        <AppRouter>
          <App />
        </AppRouter>
      </DeviceProvider>,
    );
  } catch {
    root.render(<NotStarted />);
  }
}

void start();
startUpdates();

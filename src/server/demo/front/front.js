// The demo's front page: two devices side by side, each with a switch that cuts its network for real.
const message = document.querySelector('#message');
const frames = Object.fromEntries(
  [...document.querySelectorAll('[data-frame]')].map((frame) => [frame.dataset.frame, frame]),
);
const switches = [...document.querySelectorAll('[data-device]')];

const say = (text) => {
  message.textContent = text;
};

async function call(path, body) {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function show(button, connected) {
  button.setAttribute('aria-checked', String(connected));
  button.querySelector('.words').textContent = connected ? '有网 on' : '断网 off';
}

for (const button of switches) {
  const device = button.dataset.device;
  const name = document.querySelector(`#${device}-title`).firstChild.textContent.trim();
  button.setAttribute('aria-label', `${name}：网络 network`);
  button.addEventListener('click', async () => {
    const connected = button.getAttribute('aria-checked') !== 'true';
    try {
      const state = await call('/network', { device, connected });
      show(button, state[device]);
      say(state[device] ? `${name}：网接上了。` : `${name}：网断了，真的断了：它的连接都被切断。`);
    } catch {
      say(
        '演示程序没有回答。请看启动它的窗口，再运行一次 npm run demo。The demo does not answer: start it again.',
      );
    }
  });
}

const fit = () => {
  const screen = frames.tablet.parentElement;
  screen.style.setProperty('--scale', String(Math.min(1, (screen.clientWidth || 640) / 1280)));
};
addEventListener('resize', fit);
fit();

try {
  const start = await call('/start', {});
  frames.phone.src = start.phone;
  frames.tablet.src = start.tablet;
  document.querySelector('#office').href = start.office;
  for (const button of switches) show(button, start.connected[button.dataset.device]);
} catch {
  say('演示没有准备好，请刷新。The demo is not ready: reload the page.');
}

/** Words of joining by invitation. */
export const zh = {
  title: '加入公开栏',
  from: '{{township}}的邀请',
  tabletOf: '{{unit}}的平板',
  join: '这是我，加入',
  joinTablet: '这就是那台平板，加入',
  joining: '正在加入…',
  onceOnly: {
    phone: '加入以后，这部手机写的公告都带您的名字。邀请只能用一次。',
    office: '加入以后，这台电脑办的事都带您的名字。邀请只能用一次。',
    tablet: '加入以后，这台平板给居民看公告。邀请只能用一次。',
  },
  asking: '正在看这张邀请…',
  toBoard: '去公开栏',
  again: '再试一次',
  read: '先看公开栏',
  onlyRead: '先不加入，只看',
  copy: '复制这个地址',
  copied: '已复制',
  deviceName: { phone: '{{name}}的手机', tablet: '{{name}}的平板', office: '{{name}}的电脑' },
  tabletFailed: '这台平板还没有加入：{{reason}}',
  code: {
    label: '邀请码',
    hint: '粘贴整个链接，或照着纸上打。大小写不要紧。',
    missing: '请先粘贴或打上邀请码。',
    look: '看这张邀请',
  },
  refused: {
    mistyped: { title: '邀请码抄错了', text: '有一个字不对，或没有抄全。请对照原来的再打一遍，或重新扫码。' },
    used: {
      title: '这张邀请已经用过了',
      text: '一张邀请只能用一次。如果不是您用的，请马上告诉乡党政办，并要一张新的。',
    },
    expired: { title: '这张邀请过期了', text: '请乡党政办再发一张，几分钟就好。' },
    unknown: {
      title: '乡里没有这张邀请',
      text: '可能是别处的，或刚发还没到。请隔一会儿再试，或问乡党政办。',
    },
    'no-network': {
      title: '没有网，加入不了',
      text: '只有加入这一步要网。找个有信号的地方再点一次，邀请不会白用。',
    },
    'already-enrolled': {
      title: '这部手机已经加入过了',
      text: '不用再加入。换了人用，请先让乡党政办停用它。',
    },
    'storage-failed': {
      title: '手机里存不下东西',
      text: '可能是无痕窗口，或手机满了。用普通窗口打开，或清理一点空间再试。邀请还能用。',
    },
    'not-secure': {
      title: '这个地址不安全，不能加入',
      text: '地址要以 https 开头。请用邀请上原来的链接打开，或问乡党政办。',
    },
  },
  obstacle: {
    'in-app': {
      title: '请用手机自己的浏览器打开',
      text: '现在是在别的应用里打开的，关掉以后记不住您。点右上角“…”，选“在浏览器打开”。',
    },
    'not-secure': {
      title: '这个地址不安全',
      text: '地址要以 https 开头，手机才肯保管签名。请用邀请上原来的链接打开。',
    },
    'no-storage': {
      title: '这个浏览器不能存东西',
      text: '请换手机自带的浏览器，或关掉无痕窗口再打开。',
    },
  },
};

export const en: typeof zh = {
  title: 'Join the board',
  from: 'An invitation from {{township}}',
  tabletOf: 'Tablet of {{unit}}',
  join: 'This is me: join',
  joinTablet: 'This is that tablet: join',
  joining: 'Joining…',
  onceOnly: {
    phone: 'From then on, notices written on this phone bear your name. The invitation works once.',
    office: 'From then on, what is done on this computer bears your name. The invitation works once.',
    tablet: 'From then on, this tablet shows notices to residents. The invitation works once.',
  },
  asking: 'Looking at the invitation…',
  toBoard: 'To the board',
  again: 'Try again',
  read: 'Read the board meanwhile',
  onlyRead: 'Not now, only read',
  copy: 'Copy this address',
  copied: 'Copied',
  deviceName: { phone: 'Phone of {{name}}', tablet: 'Tablet of {{name}}', office: 'Computer of {{name}}' },
  tabletFailed: 'This tablet has not joined yet: {{reason}}',
  code: {
    label: 'Code of the invitation',
    hint: 'Paste the whole link, or type it from the paper. Capitals do not matter.',
    missing: 'Please paste or type the code first.',
    look: 'Look at the invitation',
  },
  refused: {
    mistyped: {
      title: 'The code is mistyped',
      text: 'A sign is wrong or missing. Compare it and type it again, or scan the code once more.',
    },
    used: {
      title: 'This invitation has been used',
      text: 'It works once. If it was not you, tell the township’s office at once and ask for a new one.',
    },
    expired: {
      title: 'This invitation has expired',
      text: 'Ask the township’s office for another; it takes minutes.',
    },
    unknown: {
      title: 'The township does not know this invitation',
      text: 'Perhaps it is from elsewhere, or just made. Try again in a while, or ask the office.',
    },
    'no-network': {
      title: 'No network: joining needs one',
      text: 'Only this step does. Try again where there is a signal; the invitation is not used up.',
    },
    'already-enrolled': {
      title: 'This phone has joined already',
      text: 'Nothing to do. If it changes hands, let the office stop it first.',
    },
    'storage-failed': {
      title: 'The phone cannot keep anything',
      text: 'Perhaps it is a private window, or the phone is full. Use an ordinary window or make room, and try again. The invitation still works.',
    },
    'not-secure': {
      title: 'This address is not secure',
      text: 'It must begin with https. Open the link of the invitation itself, or ask the office.',
    },
  },
  obstacle: {
    'in-app': {
      title: 'Please open it in the phone’s own browser',
      text: 'It is open inside another app, which will forget you. Press ‘…’ at the top right, then ‘Open in browser’.',
    },
    'not-secure': {
      title: 'This address is not secure',
      text: 'It must begin with https before the phone keeps your signature. Open the link of the invitation itself.',
    },
    'no-storage': {
      title: 'This browser cannot keep anything',
      text: 'Use the phone’s own browser, or leave the private window.',
    },
  },
};

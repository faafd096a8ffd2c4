/** Words of 'me'. */
export const zh = {
  title: '我的',
  titleVisitor: '字号和语言',
  comma: '、',
  noName: '登记簿上还没有名字',
  unit: '单位',
  onBehalf: '可以代办',
  state: {
    title: '这部手机',
    active: '可以写公告',
    revoked: '已停用',
    revokedText: '乡里停用了这部手机，原因：{{reason}}。以前写的还有效。要再用，请找乡党政办要一张新的邀请。',
  },
  storage: {
    title: '存的东西',
    kept: '浏览器答应一直留着',
    notKept: '浏览器没有答应一直留着。手机快满时可能清掉，写好的请早点发出去。',
  },
  files: {
    title: '存着的照片和附件',
    kept: '这部手机里有 {{n}} 个，共 {{size}}。看过的都留着，没网也能看；手机存满时，先腾出最久没看的，没发出去的一个不动。',
    budget: '村里的平板会自己收：新的在前，照片最多 {{photos}}，附件最多 {{attachments}}。',
  },
  size: { title: '字号', normal: '普通', larger: '大', largest: '最大' },
  contrast: { title: '颜色', normal: '普通', high: '黑白分明' },
  language: '语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  tablets: '平板怎么用',
  carry: {
    title: '没有网，当面传',
    text: '把等着送的公告交给别的手机或平板，或者收下别人带来的。',
    open: '当面传',
  },
  practise: {
    title: '练一练',
    text: '在假的村子里随便写，什么都不会发出去。没有网也能练。',
    begin: '练习和课程',
  },
  lost: {
    title: '手机丢了怎么办',
    text: '马上告诉乡党政办，停用这部手机：停用以后，谁拿着它也发不了公告。换新手机，要一张新的邀请就行；以前公开的都还在。',
  },
  visitor: '看公告不用登记。村干部写公告，要先用乡里的邀请加入。',
  haveInvitation: '我有邀请',
  version: '程序版本 {{version}}',
};

export const en: typeof zh = {
  title: 'Me',
  titleVisitor: 'Text size and language',
  comma: ', ',
  noName: 'No name in the register yet',
  unit: 'Unit',
  onBehalf: 'Also for',
  state: {
    title: 'This phone',
    active: 'can write notices',
    revoked: 'stopped',
    revokedText:
      'The township has stopped this phone. Reason: {{reason}}. What it wrote before stays valid. To use it again, ask the office for a new invitation.',
  },
  storage: {
    title: 'What it keeps',
    kept: 'The browser has promised to keep it',
    notKept: 'The browser has not promised to keep it. It may make room when the phone is full: send early.',
  },
  files: {
    title: 'Photos and files kept',
    kept: '{{n}} on this phone, {{size}}. What was looked at stays, also without a network. When the phone is full, those not looked at for longest make room; what has not been sent never does.',
    budget:
      'The village’s tablet fetches by itself, the newest first: photos up to {{photos}}, files up to {{attachments}}.',
  },
  size: { title: 'Text size', normal: 'Usual', larger: 'Large', largest: 'Largest' },
  contrast: { title: 'Colours', normal: 'Usual', high: 'Black on white' },
  language: 'Language',
  languages: { 'zh-CN': '中文', en: 'English' },
  tablets: 'How the tablets work',
  carry: {
    title: 'No network: hand over',
    text: 'Give what waits here to another phone or a tablet, or take what somebody brought.',
    open: 'Hand over',
  },
  practise: {
    title: 'Practise',
    text: 'Write what you like in a made-up village: nothing is sent. It works without a network.',
    begin: 'Practice and lessons',
  },
  lost: {
    title: 'When the phone is lost',
    text: 'Tell the township’s office at once: it stops this phone, and nobody can publish with it. For a new phone, ask for a new invitation; what was published stays.',
  },
  visitor: 'Reading needs no registration. Cadres join by the township’s invitation before they write.',
  haveInvitation: 'I have an invitation',
  version: 'Version {{version}}',
};

/** Words about boards, walls and loudspeakers; and about how devices are. */
const healthZh = {
  storage: '存储 {{used}}，共 {{of}}',
  full: '存满了，存不下新公告',
  clock: '时钟差 {{by}}',
  holds: '存着 {{n}} 条记录',
  tabletSet: '平板怎么用',
};

export const placesZh = {
  /** How devices are. */
  health: healthZh,
  title: '公开栏和公开墙',
  lead: '登记在这里的，村里拍照证明张贴时才能选到。',
  add: '加一处',
  poster: '海报和扫码次数',
  newTitle: '加一处公开栏、公开墙或喇叭',
  editTitle: '改“{{name}}”',
  none: '还没有登记。',
  gone: '没有这一处。',
  count: '公开栏 {{boards}} 块，公开墙 {{walls}} 面，喇叭 {{speakers}} 只',
  kind: { board: '公开栏', wall: '公开墙', loudspeaker: '喇叭' },
  field: {
    unit: '单位',
    kind: '种类',
    name: '名称',
    nameHint: '例如：村口公开墙',
    where: '在哪里',
    whereHint: '例如：小学东墙',
    state: '状态',
  },
  inUse: '在用',
  closed: '不用了',
  close: '还在用吗',
  closeHint: '不用了的，手机上选不到；以前的张贴记录还在。',
  missing: { unit: '请选单位', name: '请写名称' },
};

const healthEn: typeof healthZh = {
  storage: 'Storage {{used}} of {{of}}',
  full: 'Full: it keeps nothing new',
  clock: 'Clock off by {{by}}',
  holds: 'Holds {{n}} records',
  tabletSet: 'How the tablets work',
};

export const placesEn: typeof placesZh = {
  health: healthEn,
  title: 'Boards and walls',
  lead: 'What is registered here can be chosen when a village proves that a notice hangs.',
  add: 'Add one',
  poster: 'Poster and scans',
  newTitle: 'Add a board, wall or loudspeaker',
  editTitle: 'Change “{{name}}”',
  none: 'Nothing is registered yet.',
  gone: 'There is no such place.',
  count: '{{boards}} boards, {{walls}} walls, {{speakers}} loudspeakers',
  kind: { board: 'Board', wall: 'Wall', loudspeaker: 'Loudspeaker' },
  field: {
    unit: 'Unit',
    kind: 'Kind',
    name: 'Name',
    nameHint: 'For example: wall at the village entrance',
    where: 'Where',
    whereHint: 'For example: east wall of the school',
    state: 'State',
  },
  inUse: 'In use',
  closed: 'No longer used',
  close: 'Is it in use?',
  closeHint: 'What is no longer used cannot be chosen on phones; earlier records stay.',
  missing: { unit: 'Please choose the unit', name: 'Please write a name' },
};

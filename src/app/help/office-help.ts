/** Help for the township's office and the discipline commission. */
import type { Help, HelpWords } from './help.ts';

const help = (id: string, at: string[], zh: HelpWords, en: HelpWords): Help => ({ id, at, zh, en });

export const OFFICE_HELP: Help[] = [
  help(
    'office',
    ['/office', '/office/*'],
    {
      title: '党政办',
      what: '全乡一眼看：谁该办没办，哪部设备没联系，要先做什么。',
      jobs: ['照“要办的事”一件一件点。', '左边选单位、人、设备、目录来改。', '发邀请，给新来的人登记手机。'],
      wrong: '改了没生效，看上面“还没到服务器的改动”，有网会自己发。',
    },
    {
      title: 'The office',
      what: 'The township at a glance: what is late, which device is silent, what comes first.',
      jobs: [
        'Go through what needs doing.',
        'Change units, people, devices and catalogue at the left.',
        'Invite a newcomer’s phone.',
      ],
      wrong: 'If a change does not show, look at the line about changes on their way.',
    },
  ),
  help(
    'office-people',
    ['/office/people', '/office/people/:id', '/office/invite', '/office/devices'],
    {
      title: '人、邀请、设备',
      what: '谁能替哪个单位发公告，用哪部手机。',
      jobs: ['新来的人：先加人，再发邀请。', '手机丢了：在设备里停用。', '包村干部：勾上他能代办的村。'],
      wrong: '邀请用过一次就作废，再发一张就行。',
    },
    {
      title: 'People, invitations, devices',
      what: 'Who may publish for which unit, with which phone.',
      jobs: [
        'A newcomer: add, then invite.',
        'A lost phone: stop it under devices.',
        'Assign villages to a township cadre.',
      ],
      wrong: 'An invitation works once: make another.',
    },
  ),
  help(
    'office-units',
    [
      '/office/units',
      '/office/units/:id',
      '/office/units/:id/handover',
      '/office/places',
      '/office/places/:id',
    ],
    {
      title: '单位和公开栏',
      what: '有哪些村和单位，谁负责，公开栏和公开墙在哪里。',
      jobs: ['换了负责人，改领导小组。', '新立一面公开墙，登记名字和地点。', '拍一张墙的照片，大家认得出。'],
      wrong: '不用的墙不要删，标“不用了”，历史还在。',
    },
    {
      title: 'Units and boards',
      what: 'Villages, who answers, and where boards and walls are.',
      jobs: ['Change the leading group.', 'Register a new wall.', 'Add a photo of it.'],
      wrong: 'Close a wall that is no longer used; its history stays.',
    },
  ),
  help(
    'office-catalogue',
    ['/office/catalogue', '/office/catalogue/:id', '/office/catalogue/import'],
    {
      title: '公开目录',
      what: '该公开什么、多久一次、谁负责、要不要先审。',
      jobs: ['改一项的期限或负责人。', '从表格文件导入。', '不再公开的写上截止日。'],
      wrong: '导入前会先给您看要改哪些，不对就不要点确定。',
    },
    {
      title: 'The catalogue',
      what: 'What is due, how often, who answers, and whether it is reviewed.',
      jobs: ['Change a term or a post.', 'Import from a spreadsheet.', 'Give a retired entry its last day.'],
      wrong: 'An import shows what it would change before you confirm.',
    },
  ),
  help(
    'office-desk',
    ['/office/desk/*'],
    {
      title: '依申请公开',
      what: '收到的申请，按期限排好，一步一步办。',
      jobs: [
        '打开最急的一件，看完登记。',
        '补正、延期、征求意见都在这里记。',
        '做好答复书，打印或凭回执号给。',
      ],
      wrong: '打不开，是这台电脑没有密封的钥匙，用恢复表补。',
    },
    {
      title: 'Requests for disclosure',
      what: 'What was asked, by its deadline.',
      jobs: ['Open the most urgent one.', 'Record each step of its course.', 'Make the letter of answer.'],
      wrong: 'If it does not open, this computer lacks the desk’s key: use the recovery sheet.',
    },
  ),
  help(
    'office-figures',
    ['/office/figures', '/office/hanging', '/office/visits', '/office/calendar'],
    {
      title: '数字、墙上、月历',
      what: '各单位公开了多少，墙上贴着什么，多少人来看，哪天该公开什么。',
      jobs: ['点一个数，看是哪些公告。', '存成表格。', '看谁的墙上少了一张。'],
      wrong: '数字和想的不一样，点开看每一条，都有来处。',
    },
    {
      title: 'Figures, walls, calendar',
      what: 'How much each unit published, what hangs, how many came to look, what is due.',
      jobs: ['Tap a figure for its notices.', 'Save it as a table.', 'See which wall lacks a sheet.'],
      wrong: 'Every figure opens the records from which it is made.',
    },
  ),
  help(
    'scores',
    ['/office/scores', '/scores/*', '/inspect/*', '/inspect'],
    {
      title: '考核和检查',
      what: '每个单位的分数从哪来；纪委看晚的、改的、没证明的。',
      jobs: ['点一项，看扣在哪里。', '单位不同意，点“申诉”。', '纪委按名单抽查、记问题。'],
      wrong: '分数不能手改，都从记录里算；记录错了，更正记录。',
    },
    {
      title: 'Scores and inspection',
      what: 'Where each score comes from; what was late, changed or without proof.',
      jobs: ['Open an item to see why.', 'A unit objects to it.', 'Inspect by the lists.'],
      wrong: 'Scores are computed from records and never typed: correct the record.',
    },
  ),
  help(
    'office-report',
    ['/office/report'],
    {
      title: '年度报告',
      what: '一年的数从记录里算好，文字给您起个稿，改好发布。',
      jobs: ['选年份和格式。', '改文字，看每个数的来处。', '发布、存成 Word、打印。'],
      wrong: '合计对不上会提示在哪一格，改好才能发布。',
    },
    {
      title: 'The annual report',
      what: 'Figures from the records and proposed texts, for you to edit and release.',
      jobs: ['Choose year and form.', 'Edit the texts.', 'Release, save as Word, print.'],
      wrong: 'A sum that does not add up names its cell.',
    },
  ),
  help(
    'office-closing',
    ['/office/closing'],
    {
      title: '年终结账',
      what: '一年的事核对完，定下来，打印封面签字存档。',
      jobs: ['先看还有哪些没公开，请单位补上。', '点“结账”。', '打印封面，经办人和负责人签字盖章。'],
      wrong: '结错了也不能打开；漏的照常公开，会标“结账后”。',
    },
    {
      title: 'Yearly closing',
      what: 'A year is checked, closed, and its cover sheet printed and signed.',
      jobs: ['See what is missing, and ask for it.', 'Close the year.', 'Print the cover sheet and sign it.'],
      wrong: 'It cannot be opened again. What was forgotten is published as always, and marked.',
    },
  ),
  help(
    'office-messages',
    ['/office/messages/*'],
    {
      title: '短信',
      what: '哪些人收公告短信，发到了没有。',
      jobs: ['加一组收短信的人。', '从表格导入号码。', '没发到的再发一次。'],
      wrong: '一直发不出，看短信通道有没有设好、有没有欠费。',
    },
    {
      title: 'Text messages',
      what: 'Who gets notices by message, and whether they arrived.',
      jobs: ['Add a group.', 'Import numbers.', 'Send again to whom it failed.'],
      wrong: 'If none goes out, look at the gateway’s settings and balance.',
    },
  ),
  help(
    'office-lessons',
    ['/office/lessons'],
    {
      title: '谁学会了',
      what: '每个人在练习里学完了哪些课。',
      jobs: ['勾“只看没学完的”，提醒他们。', '存成表格交上去。', '新来的人，让他先学“发一条公告”。'],
      wrong: '学完了没显示，请他点“离开练习”，有网时才报上来。',
    },
    {
      title: 'Who has learnt it',
      what: 'Which lessons each person has finished.',
      jobs: [
        'Show only who has not finished.',
        'Save it as a table.',
        'Newcomers begin with ‘Post a notice’.',
      ],
      wrong: 'It arrives after the learner has left practice and has a network.',
    },
  ),
  help(
    'setup',
    ['/setup/*'],
    {
      title: '第一次设置',
      what: '新装的服务器，建起本乡的公开栏。',
      jobs: ['输入服务器上显示的设置码。', '填乡名和您的名字。', '把恢复表打印出来，锁好。'],
      wrong: '设置码不对，重新看服务器上那一行。想先看看样子，可以先去练习。',
    },
    {
      title: 'First setup',
      what: 'Founds your township on a new server.',
      jobs: [
        'Type the code that the server shows.',
        'Give the township’s name and yours.',
        'Print the recovery sheet and lock it away.',
      ],
      wrong: 'If the code is wrong, read it again on the server. You can look around in practice first.',
    },
  ),
];

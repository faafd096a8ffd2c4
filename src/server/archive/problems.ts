/** Why an archive cannot be made or read back. */
export type ArchiveProblem =
  'no-log' | 'no-key' | 'not-empty' | 'no-bag' | 'damaged' | 'no-script' | 'too-large' | 'gone';

const WORDS: Record<ArchiveProblem, string> = {
  'no-log': '这里没有这一年以前的公开簿 · there is no log up to that year here',
  'no-key':
    '这里没有日志密钥，请在服务器的数据文件夹上做 · the log key is not here: run this on the server’s own data',
  'not-empty': '文件夹里已经有东西，请换一个空的 · the folder is not empty, choose an empty one',
  'no-bag': '这不是建档的文件夹 · this is no archive',
  'no-script': '应用还没有构建，做不了网页 · the app is not built, so the page cannot be made',
  'too-large':
    '档案太大，一个压缩包装不下，请在服务器上用命令做 · too large for one zip: make it on the server by command',
  gone: '没有人在收了 · nobody is reading any more',
  damaged: '档案坏了或被改过，没有读入 · the archive is damaged or was changed; nothing was read in',
};

/** With its reason, in words for who typed the command. */
export class ArchiveError extends Error {
  readonly problem: ArchiveProblem;
  constructor(problem: ArchiveProblem, where: string) {
    super(`${WORDS[problem]}: ${where}`);
    this.name = 'ArchiveError';
    this.problem = problem;
  }
}

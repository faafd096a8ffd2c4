/** `gongkailan demo`: the sample township, ready to try. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { ensureBuilt } from '../commands/build.ts';
import { type Demo, type DemoLinks, SAMPLE_YEARS, type SampleYear, startDemo } from './demo.ts';

interface Flags {
  port: string;
  data?: string;
  json?: boolean;
  year?: string;
}

const WORDS = (links: DemoLinks): string => `
公开栏演示准备好了 · the demo is ready

  试一试，手机和平板并排   ${links.url}
    phone and tablet side by side, in five steps

  示范一村公开栏（平板）   ${links.board}
  村干部的邀请（手机）     ${links.cadre}
  乡党政办                 ${links.office}
  村务监督委员会（手机）   ${links.committee}
  纪委，举报箱（手机）     ${links.inspector}

按 Ctrl+C 结束 · Ctrl+C ends it
`;

function stopOnSignal(demo: Demo): void {
  const stop = (): void => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function run(flags: Flags): Promise<void> {
  const distDir = await ensureBuilt({ rebuild: true });
  const dataDir = flags.data ? resolve(flags.data) : mkdtempSync(join(tmpdir(), 'gongkailan-demo-'));
  mkdirSync(dataDir, { recursive: true });
  const year = flags.year === undefined ? null : (Number(flags.year) as SampleYear);
  const demo = await startDemo({ port: Number(flags.port), dataDir, distDir, now: Date.now, year });
  stopOnSignal(demo);
  process.stdout.write(flags.json ? `${JSON.stringify(demo.links)}\n` : WORDS(demo.links));
}

export function demoCommand(): Command {
  return new Command('demo')
    .description(
      '演示：建一个示范乡，打印它的链接 / build the app, set up a sample township, print its links',
    )
    .option('--port <number>', 'port of the front page; the devices take the next five', '4800')
    .option('--data <folder>', 'data folder (default: a new one)')
    .addOption(
      new Option(
        '--year <year>',
        '带上示范乡这一年的全部记录 / with all the sample township’s records of that year',
      ).choices(SAMPLE_YEARS.map(String)),
    )
    .option(
      '--json',
      'print the links as one line of JSON: {"url","board","cadre","office","committee","inspector"}',
    )
    .action(run);
}

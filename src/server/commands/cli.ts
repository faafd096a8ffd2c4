/** The command line of the product. */
import { Command } from 'commander';
import { UnreadableSourceError } from '../audit/source.ts';
import { demoCommand } from '../demo/command.ts';
import { archiveCommand, importCommand } from './archive.ts';
import { districtCommand } from './district.ts';
import { keyCommand } from './key.ts';
import { inPlainWords } from './problems.ts';
import { reportCommand } from './report.ts';
import { serveCommand } from './serve.ts';
import { simCommand } from './sim.ts';
import { verifyCommand } from './verify.ts';
import { witnessCommand } from './witness.ts';

/** Runs the command in `argv`, which is as `process.argv`. */
export async function runCommandLine(argv: string[]): Promise<void> {
  const program = new Command('gongkailan')
    .description('公开栏：离线也能用的村务公开栏 / an offline-first village notice board')
    .addCommand(serveCommand())
    .addCommand(keyCommand())
    .addCommand(reportCommand())
    .addCommand(archiveCommand())
    .addCommand(importCommand())
    .addCommand(districtCommand())
    .addCommand(verifyCommand())
    .addCommand(witnessCommand())
    .addCommand(simCommand())
    .addCommand(demoCommand());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const words = inPlainWords(error);
    if (words === null) throw error;
    process.stderr.write(`${words}\n`);
    // 2: it could not be checked; 1 would say that something was found.
    process.exit(error instanceof UnreadableSourceError ? 2 : 1);
  }
}

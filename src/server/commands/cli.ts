/** The command line of the product. */
import { Command } from 'commander';
import { demoCommand } from '../demo/command.ts';
import { keyCommand } from './key.ts';
import { inPlainWords } from './problems.ts';
import { serveCommand } from './serve.ts';

/** Runs the command in `argv`, which is as `process.argv`. */
export async function runCommandLine(argv: string[]): Promise<void> {
  const program = new Command('gongkailan')
    .description('公开栏：离线也能用的村务公开栏 / an offline-first village notice board')
    .addCommand(serveCommand())
    .addCommand(keyCommand())
    .addCommand(demoCommand());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const words = inPlainWords(error);
    if (words === null) throw error;
    process.stderr.write(`${words}\n`);
    process.exit(1);
  }
}

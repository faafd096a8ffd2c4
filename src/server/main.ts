/** Start of the command line. Nothing that an older Node cannot load is imported before its version is known. */
const OLDEST_NODE = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `Node ${process.versions.node} 太旧，请用 npm start 或 npm run demo（自带 Node）· ` +
      `Node ${process.versions.node} is too old: use npm start or npm run demo, which bring their own\n`,
  );
  process.exit(1);
}
const { runCommandLine } = await import('./commands/cli.ts');
await runCommandLine(process.argv);

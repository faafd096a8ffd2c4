/** The real server in a process of its own, with the page of the benchmarks in place of the app: `server.ts <data> <page>`. */
import { createServer } from '../../src/server/server.ts';

const [dataDir = '', distDir = ''] = process.argv.slice(2);
const server = await createServer({ dataDir, distDir, now: Date.now, printSetupCode: false });
const { port } = await server.listen(0, '127.0.0.1');
process.stdout.write(`${port}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));

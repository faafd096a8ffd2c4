/** Runs a child process to its end. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export interface ChildResult {
  /** Exit code; null when it was ended by a signal. */
  code: number | null;
  /** stdout and stderr in the order they came; empty when they were passed on live. */
  output: string;
  /** It ran past its limit and was ended. */
  timedOut: boolean;
}

export interface ChildOptions {
  /** Pass the output on as it comes, instead of keeping it. */
  live?: boolean;
  /** Milliseconds after which the child and its children are ended. */
  limit: number;
  env?: Record<string, string>;
  /** It takes what other processes leave of the processor. */
  humble?: boolean;
}

/** Starts `command` in a process group of its own, so that a limit ends its children too. */
export function runChild(command: string, args: string[], options: ChildOptions): Promise<ChildResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      detached: true,
    });
    if (options.humble && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    let timedOut = false;
    const keep = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, options.limit);
    const done = (code: number | null, more = ''): void => {
      clearTimeout(timer);
      resolve({ code, output: output + more, timedOut });
    };
    child.on('error', (error) => done(null, String(error)));
    child.on('close', (code) => done(code));
  });
}

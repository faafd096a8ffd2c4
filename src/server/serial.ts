/** Runs tasks that have the same name one after another; others at the same time. */
export class Serial {
  readonly #last = new Map<string, Promise<unknown>>();

  run<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.#last.set(name, mine);
    const tidy = (): void => {
      if (this.#last.get(name) === mine) this.#last.delete(name);
    };
    mine.then(tidy, tidy);
    return mine;
  }

  /** Resolves when everything that was begun has ended, well or not. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}

/** The screen as something that is read: taken anew at each sentence, because rows come while it is read. */
import type { Piece } from './pieces.ts';
import type { Source } from './speaker.ts';

export class ScreenSource implements Source {
  /** Address of the screen. */
  readonly screen: string;
  readonly #take: () => Piece[];
  #pieces: Piece[] = [];

  /** @param take what the screen says at this moment. */
  constructor(screen: string, take: () => Piece[]) {
    this.screen = screen;
    this.#take = take;
  }

  /** What has been read keeps its places; what follows it is what stands there now. */
  said(index: number): string | null {
    const before = this.#pieces[index - 1];
    const fresh = this.#take();
    if (index === 0) this.#pieces = fresh;
    else if (before) {
      const at = fresh.findIndex((one) => one.element === before.element && one.said === before.said);
      if (at >= 0) this.#pieces = [...this.#pieces.slice(0, index), ...fresh.slice(at + 1)];
    }
    return this.#pieces[index]?.said ?? null;
  }

  piece(index: number): Piece | null {
    return this.#pieces[index] ?? null;
  }
}

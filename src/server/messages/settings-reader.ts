/** Reads settings one by one and notes what is wrong with each, so that all is said at once. Values are never quoted: some are secret. */
interface TextRule {
  max?: number;
  /** When it is not given; without it, it must be. */
  or?: string;
}

export class Reader {
  readonly problems: string[] = [];
  /** Full names of all settings that were asked for. */
  readonly asked = new Set<string>();
  readonly #prefix: string;
  readonly #env: Record<string, string | undefined>;

  constructor(prefix: string, env: Record<string, string | undefined>) {
    this.#prefix = prefix;
    this.#env = env;
  }

  #value(name: string): string {
    const full = this.#prefix + name;
    this.asked.add(full);
    return this.#env[full]?.trim() ?? '';
  }

  wrong(name: string, zh: string, en: string): void {
    this.problems.push(`${this.#prefix}${name}: ${zh} · ${en}`);
  }

  text(name: string, { max = 2_000, or }: TextRule = {}): string {
    const value = this.#value(name);
    if (value.length > max) this.wrong(name, `最多 ${max} 个字符`, `at most ${max} characters`);
    if (value !== '') return value;
    if (or === undefined) this.wrong(name, '必须填写', 'is required');
    return or ?? '';
  }

  matching(name: string, pattern: RegExp, or: string): string {
    const value = this.#value(name);
    if (value === '') return or;
    if (!pattern.test(value)) this.wrong(name, '格式不对', 'does not have the right form');
    return value;
  }

  number(name: string, { least, most, or }: { least: number; most: number; or: number }): number {
    const value = this.#value(name);
    if (value === '') return or;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    this.wrong(name, `应是 ${least} 到 ${most} 的整数`, `must be a whole number from ${least} to ${most}`);
    return or;
  }

  flag(name: string): boolean {
    return this.choice(name, ['0', '1', 'false', 'true'], '0') === '1' || this.#value(name) === 'true';
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[], or?: Choice): Choice {
    const value = this.#value(name);
    const found = choices.find((one) => one === value);
    if (found !== undefined) return found;
    if (value !== '' || or === undefined)
      this.wrong(name, `应是 ${choices.join('、')} 之一`, `must be one of ${choices.join(', ')}`);
    return or ?? choices[0]!;
  }

  /** A placeholder stands for a URL that is wrong; the start stops anyway. */
  url(name: string, protocols: string[]): URL {
    const value = this.#value(name);
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && protocols.includes(url.protocol) && url.hostname !== '') return url;
    const forms = protocols.map((one) => `${one}//`).join(' ');
    this.wrong(name, `应是以 ${forms} 开头的网址`, `must be an address that begins with ${forms}`);
    return new URL('http://invalid.invalid');
  }

  /** `a=1&b={number}`: names and texts, in this order. */
  pairs(name: string, or?: string): [string, string][] {
    const value = this.text(name, or === undefined ? {} : { or });
    const pairs = value.split('&').filter(Boolean);
    if (pairs.some((pair) => pair.indexOf('=') < 1))
      this.wrong(name, '应写成 a=1&b=2', 'must look like a=1&b=2');
    return pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  }

  list(name: string, or: string): string[] {
    return this.text(name, { or })
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  }
}

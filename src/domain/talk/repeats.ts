/** The same words said again: a flood is seen as what it is, and answered once. Pure. */

/** What two comments are compared by: signs, blanks and the width of letters say nothing. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');

/** Comments beside `one` that say the same about the same notice, in the order given. */
export function repeatsOf<Said extends { notice: string; text: string }>(
  comments: readonly Said[],
  one: Said,
): Said[] {
  const words = bare(one.text);
  return comments.filter(
    (other) => other !== one && other.notice === one.notice && words !== '' && bare(other.text) === words,
  );
}

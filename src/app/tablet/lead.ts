/** The beginning of a notice's own words, as much as a wall shows of them. */

/** Characters: of a notice among others, and of one that is urgent. */
const LEAD = 110;
const LEAD_URGENT = 400;

/** Cut at the end of a sentence where there is one; else it is said that there is more. */
export function leadOf(sections: { text: string }[], urgent: boolean): string {
  const most = urgent ? LEAD_URGENT : LEAD;
  const text = sections
    .map((one) => one.text.trim())
    .filter(Boolean)
    .join('\n');
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'), cut.lastIndexOf('. '));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut}…`;
}

/** Which kinds of notice go with an entry of the ready-made catalogue: the first is offered, the others are near it. */

/** Every entry may also have a plain notice, a letter, a meeting, or 'nothing in this period'. */
export const FITS_EVERYWHERE = ['plain', 'letter', 'meeting', 'nothing'] as const;

/** By entry id, the fitting kind first. */
export const KINDS_OF_ENTRY: Record<string, string[]> = {
  'poverty-policy': ['policy', 'subsidy-card'],
  'poverty-attendance': ['attendance'],
  'relief-minimum': ['benefit-list', 'service-guide'],
  'relief-support': ['benefit-list', 'service-guide'],
  'relief-veterans': ['benefit-list', 'service-guide'],
  'relief-disaster': ['relief-goods', 'benefit-list'],
  'family-planning': ['service-guide', 'benefit-list'],
  'culture-station': ['activity', 'people-duty'],
  'culture-activity': ['activity'],
  'works-progress': ['progress'],
  'works-project': ['project'],
  'money-accounts': ['accounts'],
  'money-assets': ['assets'],
  'people-election': ['election'],
  'people-duty': ['people-duty'],
  'discipline-case': ['case'],
  'subsidy-land': ['benefit-list', 'subsidy-card'],
  'subsidy-forest': ['benefit-list', 'subsidy-card'],
  'subsidy-machine': ['subsidy-card', 'benefit-list'],
  'subsidy-industry': ['benefit-list', 'subsidy-card'],
  'gov-organisation': ['people-duty'],
  'gov-decision': ['policy'],
  'gov-work': ['progress'],
  'gov-enforcement': ['case'],
  'gov-finance': ['budget'],
  'gov-commitment': ['progress'],
  'gov-annual-report': ['plain', 'policy'],
  'general-affairs': ['plain', 'meeting', 'case'],
  // Guide and catalogue are generated from the catalogue itself.
  'gov-guide': ['disclosure-guide'],
  'gov-catalogue': ['disclosure-catalogue'],
};

/** Ids of the kinds for an entry, the fitting one first; an entry that the office added has the plain ones. */
export function kindsOfEntry(entryId: string): string[] {
  const own = Object.prototype.hasOwnProperty.call(KINDS_OF_ENTRY, entryId)
    ? (KINDS_OF_ENTRY[entryId] ?? [])
    : [];
  return [...new Set([...own, ...FITS_EVERYWHERE])];
}

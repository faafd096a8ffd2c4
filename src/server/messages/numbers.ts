/** Telephone numbers as they leave the server: never whole. */
export const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-4)}`;

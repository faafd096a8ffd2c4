/**
 * What lists say of a notice beyond its title, read from the signed fields alone: whether an account balances, and which
 * project a notice is about. Small, because every device folds its lists with it; the kinds themselves load later.
 */
import { columnTotal } from './figures.ts';
import type { Check } from './kind.ts';
import type { KindFields } from './values.ts';
import { valueOf } from './values.ts';

type Of<Type extends Check['type']> = Extract<Check, { type: Type }>;

/** Opening balance and income less spending make the closing balance. */
export const ACCOUNT_BALANCE: Of<'balance'> = {
  type: 'balance',
  opening: 'opening',
  plus: ['income'],
  minus: ['spending'],
  closing: 'closing',
};
/** The entries make the income and the spending, where they are listed. */
export const ACCOUNT_TOTALS: Of<'column-total'>[] = [
  { type: 'column-total', table: 'incomeRows', column: 'amount', field: 'income' },
  { type: 'column-total', table: 'spendingRows', column: 'amount', field: 'spending' },
];

const fenIn = (fields: KindFields, id: string): number => valueOf(fields, id, 'money')?.value ?? 0;

function totalsAgree(fields: KindFields, { table, column, field }: Of<'column-total'>): boolean {
  const rows = valueOf(fields, table, 'table');
  const said = valueOf(fields, field, 'money');
  return !rows || rows.rows.length === 0 || columnTotal(rows, column)?.amount === said?.value;
}

/** Whether an account is right to the fen, in its balance and in its totals; null: it is no account, or says too little. */
export function balances(kind: string, fields: KindFields): boolean | null {
  const { opening, plus, minus, closing } = ACCOUNT_BALANCE;
  const [from, to] = [valueOf(fields, opening, 'money'), valueOf(fields, closing, 'money')];
  if (kind !== 'accounts' || !from || !to) return null;
  const came = plus.reduce((sum, id) => sum + fenIn(fields, id), 0);
  const went = minus.reduce((sum, id) => sum + fenIn(fields, id), 0);
  return from.value + came - went === to.value && ACCOUNT_TOTALS.every((total) => totalsAgree(fields, total));
}

/** Which project a notice is about, and how far it is. */
export interface ListedProject {
  /** The same in all notices of one project of a unit. */
  key: string;
  name: string;
  /** The step in the words of the notice; empty in a progress report. */
  stage: string;
}

/** Ids of the fields that name a project, in every kind that may belong to one. */
export const PROJECT_FIELDS = { key: 'projectId', name: 'name', stage: 'stage' } as const;

/** The same key however it was typed: full-width letters, spaces and case make no other project. */
export const projectKey = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** The project that the fields name; null: none. */
export function projectOf(fields: KindFields): ListedProject | null {
  const key = projectKey(valueOf(fields, PROJECT_FIELDS.key, 'text')?.value ?? '');
  if (key === '') return null;
  const name = valueOf(fields, PROJECT_FIELDS.name, 'text')?.value ?? key;
  return { key, name, stage: valueOf(fields, PROJECT_FIELDS.stage, 'choice')?.value ?? '' };
}

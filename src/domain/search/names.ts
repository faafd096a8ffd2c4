/** Which columns of a table say who a row is about. */
import type { TableColumn, TableValue } from '../kind/values.ts';

const NAME = /姓名|户主|名字|承包人|受益人|领取人|保障对象/;
/** People who only handled it: nobody looks for himself there. */
const NOT_ONESELF = /经手|经办|审批|批准|审核|负责|保管|登记/;

/** A column with the name of whoever the row is about. */
export const isNames = ({ type, name }: Pick<TableColumn, 'type' | 'name'>): boolean =>
  !NOT_ONESELF.test(name) && (type === 'person' || (type === 'text' && NAME.test(name)));

const NUMBERS = new Set<TableColumn['type']>(['id', 'bank-card', 'phone']);

/** A column with numbers of which the last four figures are shown. */
export const isOwnNumber = ({ type }: Pick<TableColumn, 'type'>): boolean => NUMBERS.has(type);

/** Whether somebody may find himself in a table. */
export const hasNames = (table: Pick<TableValue, 'columns'>): boolean => table.columns.some(isNames);

/** What an applicant is told of each step, to begin with: the clerk changes it as he likes. Letters are in Chinese. */
import { dateText } from '../kind/format.ts';
import type { LocalDate } from '../time.ts';
import { ANSWER_TEXTS, type AnswerKind, APPEAL } from './answers.ts';
import { TERM } from './clock-input.ts';
import type { CaseEventType } from './events.ts';

/** The letter for a kind of answer: its text, the law, and how to appeal. */
export function answerText(kind: AnswerKind): string {
  const { text, law } = ANSWER_TEXTS[kind];
  return `${text}\n\n依据：${law}。\n\n${APPEAL}`;
}

export interface Telling {
  on: LocalDate;
  until: LocalDate;
  days: number;
  approvedBy: string;
  answer: AnswerKind;
  why: 'not-completed' | 'fee-unpaid' | 'withdrawn';
  yuan: string;
}

const TEXTS: Partial<Record<CaseEventType, (told: Telling) => string>> = {
  'case.opened': ({ on }) =>
    `您的政府信息公开申请已于${dateText(on)}收到并登记，我们会在 ${TERM} 个工作日内答复。`,
  'case.unclear': ({ until }) =>
    `您的申请内容不够明确，请在${dateText(until)}以前补正：\n【写明缺什么、怎样补】\n可以到乡政府当面补，也可以请村干部代写。收到补正以后重新计算答复期限；没有正当理由到期不补正的，视为放弃申请。`,
  'case.completed': ({ on }) => `${dateText(on)}收到您的补正，从这一天起重新计算，${TERM} 个工作日内答复。`,
  'case.third-party-asked': () =>
    '您申请的信息涉及第三方或者其他机关，正在书面征求意见。征求意见的时间不计算在答复期限内。',
  'case.third-party-answered': () => '征求意见已有结果，答复期限继续计算。',
  'case.extended': ({ days, approvedBy }) =>
    `因【写明原因】，经${approvedBy || '【负责人】'}同意，答复期限延长 ${days} 个工作日。`,
  'case.transferred': () =>
    '经查，您申请的信息由【机关名称】负责公开，请向该机关申请。联系方式：【地址、电话】。\n\n依据：《中华人民共和国政府信息公开条例》第三十六条第五项。',
  'case.answered': ({ answer }) => answerText(answer),
  'case.given-up': ({ why }) =>
    why === 'withdrawn' ? '按您的要求，这份申请不再办理。' : ANSWER_TEXTS[why].text,
  'case.fee': ({ yuan }) =>
    `您申请的数量、频次超过合理范围，依法收取信息处理费 ${yuan || '【金额】'} 元，请在【日期】以前到【地点】缴纳。\n\n依据：《中华人民共和国政府信息公开条例》第四十二条。`,
};

/** Empty: the applicant is told nothing of it (a reconsideration or lawsuit has its own papers). */
export const toldText = (type: CaseEventType, told: Telling): string => TEXTS[type]?.(told) ?? '';

/** Whether something is still to be filled in. */
export const hasGap = (text: string): boolean => /【[^】]*】/.test(text);

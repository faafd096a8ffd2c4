/**
 * The kinds of answer, as the yearly report counts them (国办公开办函〔2021〕30号, part three), each with its law and a text
 * to begin the letter with. In brackets 【】 stands what the clerk fills in.
 */
export const ANSWERS = [
  'open',
  'part',
  'secret',
  'forbidden',
  'safety',
  'third-party',
  'internal',
  'process',
  'case-file',
  'lookup',
  'not-held',
  'to-be-made',
  'still-unclear',
  'petition',
  'repeated',
  'publication',
  'too-many',
  'confirmed',
  'not-completed',
  'fee-unpaid',
  'other',
] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** Parts of the table: 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理. */
export const ANSWER_PARTS = ['open', 'part', 'refused', 'unable', 'not-dealt', 'other'] as const;
export type AnswerPart = (typeof ANSWER_PARTS)[number];

export interface AnswerText {
  part: AnswerPart;
  /** As the report names it. */
  name: string;
  /** The law on which it rests. */
  law: string;
  /** What the letter says. */
  text: string;
}

const refused = (name: string, article: string, text: string): AnswerText => ({
  part: 'refused',
  name,
  law: `《中华人民共和国政府信息公开条例》${article}`,
  text,
});

const by = (part: AnswerPart, name: string, article: string, text: string): AnswerText => ({
  part,
  name,
  law: `《中华人民共和国政府信息公开条例》${article}`,
  text,
});

export const ANSWER_TEXTS: Record<AnswerKind, AnswerText> = {
  open: by(
    'open',
    '予以公开',
    '第三十六条第二项',
    '经查，您申请的信息可以公开，现提供给您：\n【写明内容，或者写明在哪里取】',
  ),
  part: by(
    'part',
    '部分公开',
    '第三十七条',
    '经查，您申请的信息中，有一部分可以公开，现提供给您：\n【可以公开的内容】\n另有一部分不予公开，理由是：【写明理由】',
  ),
  secret: refused(
    '属于国家秘密',
    '第十四条',
    '经查，您申请的信息依法确定为国家秘密，不予公开。\n【写明依据，不写秘密内容】',
  ),
  forbidden: refused(
    '其他法律行政法规禁止公开',
    '第十四条',
    '经查，您申请的信息属于法律、行政法规禁止公开的信息，不予公开。依据是：【写明哪部法、哪一条】',
  ),
  safety: refused(
    '危及“三安全一稳定”',
    '第十四条',
    '经查，公开您申请的信息可能危及国家安全、公共安全、经济安全、社会稳定，不予公开。理由是：【写明理由】',
  ),
  'third-party': refused(
    '保护第三方合法权益',
    '第十五条、第三十二条',
    '经查，您申请的信息涉及他人的商业秘密或者个人隐私，公开会损害他人的合法权益。经书面征求意见，第三方不同意公开，且有合理理由，不予公开。',
  ),
  internal: refused(
    '属于三类内部事务信息',
    '第十六条第一款',
    '经查，您申请的信息属于本机关人事管理、后勤管理、内部工作流程方面的内部事务信息，不予公开。',
  ),
  process: refused(
    '属于四类过程性信息',
    '第十六条第二款',
    '经查，您申请的信息属于履职过程中形成的讨论记录、过程稿、磋商信函、请示报告，不予公开。',
  ),
  'case-file': refused(
    '属于行政执法案卷',
    '第十六条第二款',
    '经查，您申请的信息属于行政执法案卷信息，不予公开。案件当事人可以依法查阅案卷。',
  ),
  lookup: refused(
    '属于行政查询事项',
    '第三十六条第七项',
    '经查，您申请的信息，法律、行政法规对怎样查询另有规定，请到【单位、地址、电话】办理查询。',
  ),
  'not-held': by(
    'unable',
    '本机关不掌握相关政府信息',
    '第三十六条第四项、第五项',
    '经检索，本机关没有您申请的信息。\n该信息由【机关名称】负责公开，联系方式：【地址、电话】。',
  ),
  'to-be-made': by(
    'unable',
    '没有现成信息需要另行制作',
    '第三十八条',
    '经查，本机关没有现成的您所申请的信息，需要另行加工、分析才能形成，本机关不提供。',
  ),
  'still-unclear': by(
    'unable',
    '补正后申请内容仍不明确',
    '第三十条',
    '您补正以后，申请的内容仍然不明确，本机关无法找到您要的信息。您可以写清楚以后重新申请，本机关愿意帮您写。',
  ),
  petition: by(
    'not-dealt',
    '信访举报投诉类申请',
    '第三十九条第一款',
    '您提出的是信访、投诉、举报方面的事项，不作为政府信息公开申请处理。请通过【渠道、地址、电话】提出，会有人办理。',
  ),
  repeated: by(
    'not-dealt',
    '重复申请',
    '第三十六条第六项',
    '您在【日期】申请过同样的信息，本机关已经答复。同一内容不再重复处理，前一次的答复仍然有效。',
  ),
  publication: by(
    'not-dealt',
    '要求提供公开出版物',
    '第三十九条第二款',
    '您要的是公开出版物，可以通过【书店、图书馆、网站】获取。',
  ),
  'too-many': by(
    'not-dealt',
    '无正当理由大量反复申请',
    '第三十五条',
    '您申请的数量、频次明显超过合理范围，本机关请您说明过理由。您所说的理由不合理，本机关不予处理。',
  ),
  confirmed: by(
    'not-dealt',
    '要求行政机关确认或重新出具已获取信息',
    '第三十六条第六项',
    '您要求确认或者重新出具的信息，您已经取得，本机关不再重复处理。',
  ),
  'not-completed': by(
    'other',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '第三十条',
    '本机关请您在【日期】以前补正申请，到期没有收到，也没有收到不能补正的理由，视为放弃申请，本机关不再处理。您可以重新申请。',
  ),
  'fee-unpaid': by(
    'other',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '第四十二条',
    '本机关请您在【日期】以前缴纳信息处理费，到期没有收到，本机关不再处理这份申请。',
  ),
  other: by('other', '其他', '第三十六条', '【写明怎样处理、为什么】'),
};

/** How to appeal, at the foot of every letter (行政复议法 art. 20, 行政诉讼法 art. 46). */
export const APPEAL =
  '如果您不服本答复，可以在收到之日起 60 日内向上一级人民政府申请行政复议，也可以在收到之日起 6 个月内依法向人民法院提起行政诉讼。';

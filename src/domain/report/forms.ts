/** The forms of the annual report, each with its source and the years for which it holds. */

export const REPORT_FORMS = [
  {
    id: '2018',
    name: '六部分报告（2018年式样）',
    source: '甘肃省贯彻《中华人民共和国政府信息公开条例》实施办法；复兴乡2018年政务公开工作报告',
    from: 2008,
    until: 2018,
  },
  {
    id: '2021',
    name: '年度报告格式（国办公开办函〔2021〕30号）',
    source:
      '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知（国办公开办函〔2021〕30号）',
    from: 2019,
    until: null,
  },
] as const;

export type ReportFormId = (typeof REPORT_FORMS)[number]['id'];

export const isReportForm = (id: string): id is ReportFormId => REPORT_FORMS.some((form) => form.id === id);

/** The form in force for a year's report. */
export const formFor = (year: number): ReportFormId =>
  [...REPORT_FORMS].reverse().find(({ from }) => from <= year)?.id ?? REPORT_FORMS[0].id;

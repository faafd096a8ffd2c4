import { describe, expect, it } from 'vitest';
import { ASPECTS } from '../../../../src/domain/catalogue/entry.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';

describe('the ready-made catalogue', () => {
  it('passes the schema of the event that puts it in force', () => {
    expect(parseContent('catalogue.set', { entries: READY_MADE }).status).toBe('known');
  });
  it('names every entry once', () => {
    expect(new Set(READY_MADE.map((entry) => entry.id)).size).toBe(READY_MADE.length);
    expect(new Set(READY_MADE.map((entry) => entry.name)).size).toBe(READY_MADE.length);
  });
  it('has something under every aspect, and for townships and villages', () => {
    expect(new Set(READY_MADE.map((entry) => entry.aspect))).toEqual(new Set(ASPECTS));
    for (const kind of ['township', 'village'] as const) {
      expect(READY_MADE.some((entry) => entry.units.includes(kind))).toBe(true);
    }
  });
  it('has each of the seven aspects, the ten key contents and what art. 21 asks of a township, with who answers', () => {
    const names = READY_MADE.map(({ name }) => name).join(' ');
    for (const wanted of [
      '机构信息',
      '政府决策',
      '工作信息',
      '行政执法',
      '财政信息',
      '承诺事项',
      '年度报告',
      '精准扶贫',
      '第一书记',
      '大学生村官',
      '低保',
      '五保',
      '优抚',
      '救灾',
      '生殖保健服务证',
      '奖励扶助',
      '社会抚养费',
      '文化站',
      '农家书屋',
      '文化活动',
      '基础设施',
      '梯田',
      '养殖',
      '绿化',
      '重大项目',
      '三资',
      '收支账目',
      '选举',
      '选拔',
      '违纪',
      '退耕还林',
      '地力',
      '农机',
      '产业扶贫',
      '农业农村政策',
      '农田水利',
      '土地承包经营权流转',
      '宅基地',
      '征地',
      '筹资筹劳',
      '社会救助',
    ])
      expect(names).toContain(wanted);
    for (const entry of READY_MADE) expect(entry.post, entry.id).not.toBe('');
  });
  it('asks the office to confirm what rests on a local rule or an article that was renumbered', () => {
    for (const { id, basis } of READY_MADE)
      if (/村民委员会组织法|外地/.test(basis)) expect(basis, id).toContain('由办公室确认');
  });
  it('tells the cadre what belongs in each', () => {
    for (const entry of READY_MADE) expect(entry.hint, entry.id).not.toBe('');
  });
});

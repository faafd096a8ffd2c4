import { describe, expect, it } from 'vitest';
import { maskContent } from '../../../../src/app/write/masking.ts';
import { signedContent, unreadFields } from '../../../../src/app/write/signed-content.ts';
import { content, draft } from './drafts.ts';

const PHONE = '13893201234';
const ID = '622421198001010015';

const full = content({
  title: `电话 ${PHONE}`,
  sections: [{ heading: '', text: `找老李 ${PHONE}` }],
  photos: [{ hash: 'a'.repeat(64), width: 1, height: 1, caption: `拨 ${PHONE}` }],
  attachments: [{ hash: 'b'.repeat(64), name: `李某${PHONE}.pdf`, bytes: 1 }],
  kind: 'benefit-list',
  fields: {
    standard: { type: 'text', label: '标准', value: `问 ${PHONE}` },
    phone: { type: 'phone', value: PHONE },
    rows: {
      type: 'table',
      label: '名单',
      columns: [
        { id: 'person', name: '户主', type: 'person' },
        { id: 'idNumber', name: '身份证号', type: 'id' },
        { id: 'amount', name: '金额', type: 'money' },
      ],
      rows: [
        ['李某', ID, 100],
        ['马某', ID.slice(0, 17), 200],
      ],
    },
  },
});

describe('personal data', () => {
  it('is masked in every text, caption, name of a file, field and table, and counted', () => {
    const { content: masked, found } = maskContent(full);
    const { phone, ...others } = masked.fields;
    expect(JSON.stringify({ ...masked, fields: others })).not.toContain(PHONE);
    expect(JSON.stringify(masked)).not.toContain(ID.slice(0, 17));
    expect(phone).toEqual({ type: 'phone', value: PHONE });
    expect(masked.masked).toBe(found.length);
    expect(found.map(({ where }) => where.part)).toContain('file');
    expect(found.filter(({ where }) => where.row !== undefined)).toHaveLength(2);
  });

  it('is shown in the clear where the cadre said why, and not counted', () => {
    const { content: masked, found } = maskContent(full, [PHONE]);
    expect(masked.title).toBe(full.title);
    expect(masked.masked).toBe(2);
    expect(found.filter(({ lifted }) => lifted)).toHaveLength(5);
  });

  it('stays in the draft while only the masked content is what is signed', () => {
    const own = draft({ content: full, lifted: [] });
    expect(JSON.stringify(signedContent(own).content.sections)).not.toContain(PHONE);
    expect(own.content.title).toContain(PHONE);
  });
});

describe('a text that can’t be read', () => {
  it('counts only while its field belongs to the kind', () => {
    const typed = { total: '一百' };
    expect(unreadFields(draft({ typed }, { kind: 'benefit-list' }))).toEqual(['total']);
    expect(unreadFields(draft({ typed }, { kind: 'plain' }))).toEqual([]);
  });
});

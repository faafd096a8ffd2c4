/** By which other forms a notice went out: when, where, before how many, with the photo that proves it. */
import type { Form } from '../../domain/catalogue/entry.ts';
import { type Outing, trueOutings } from '../../domain/outing/outing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { type Html, html } from '../public/html.ts';
import { moment } from '../public/when.ts';
import { type Attached, figure } from './attached-html.ts';

const NAMES: Record<Form, string> = {
  paper: '张贴',
  broadcast: '广播',
  message: '短信',
  card: '明白卡',
  meeting: '会议',
  letter: '公开信',
};

/** What is counted of a form. A sheet is not counted. */
const COUNTED: Record<Form, (count: number) => string> = {
  paper: () => '',
  broadcast: (count) => `播 ${count} 遍`,
  message: (count) => `收到的 ${count} 人`,
  card: (count) => `发 ${count} 张`,
  meeting: (count) => `到会 ${count} 人`,
  letter: (count) => `发 ${count} 份`,
};

function one(outing: Outing, { places }: Registry, attached: Attached): Html {
  const { form, place, at, count, note, photo, ended } = outing;
  const facts = [
    moment(at, 'zh'),
    NAMES[form],
    place === null ? '' : (places[place]?.name ?? place),
    count === null ? '' : COUNTED[form](count),
  ];
  return html`<li>
    ${facts.filter((fact) => fact !== '').join(' · ')} ${note !== '' && html`<p>${note}</p>`}
    ${ended && html`<p>${moment(ended.at, 'zh')} 取下。${ended.reason}</p>`}
    ${photo && figure(photo, `${NAMES[form]}的照片`, attached)}
  </li>`;
}

/** Null: by none. Those recorded by mistake never were. */
export function outingsHtml(outings: Outing[], registry: Registry, attached: Attached): Html | null {
  const made = trueOutings(outings);
  if (made.length === 0) return null;
  return html`<section>
    <h2>还用这些办法公开过</h2>
    <ul class="outings">
      ${made.map((outing) => one(outing, registry, attached))}
    </ul>
  </section>`;
}

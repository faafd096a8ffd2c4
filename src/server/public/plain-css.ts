/**
 * How the plain pages look: the tokens of the look, in few rules, each under `.plain`, so that it ends when the app takes
 * over. It goes with the page, because a second request costs a bad link seconds; the content policy names its hash.
 */
import { toBase64 } from '../../log/base64.ts';
import { sha256 } from '../../log/hash.ts';
import { utf8 } from '../../log/hex.ts';

const RULES = `
:root{color-scheme:light dark;background:#fbf8f1}
@media(prefers-color-scheme:dark){:root{background:#16130f}}
body{margin:0}
.plain{--paper:#fbf8f1;--card:#fffefb;--ink:#1d1a16;--ink2:#4a443b;--line:#d9d1c2;--rule:#8d826d;--red:#a8201a;--redink:#7d1512;--wash:#f8e9e4;--green:#1a573b;--gwash:#e4f0e8;--amber:#653e00;--awash:#fbeecd;--blue:#1a4a7a;--bwash:#e6eef6;
margin:0;background:var(--paper);color:var(--ink);font:1.25rem/1.65 'PingFang SC','Noto Sans SC','Microsoft YaHei',system-ui,sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){.plain{--paper:#16130f;--card:#1f1b16;--ink:#f4eee2;--ink2:#cdc4b4;--line:#3b342b;--rule:#857a68;--red:#9a1d18;--redink:#ffb4a8;--wash:#3a1a16;--green:#9fdcb8;--gwash:#16301f;--amber:#ffd98a;--awash:#37290c;--blue:#a9cdf2;--bwash:#152a3f}}
.plain *{box-sizing:border-box}
.plain header{background:var(--red);color:#fffefb;padding:16px}
.plain header a{color:#fffefb;display:inline-block;padding:12px 0;min-height:48px}
.plain header p{margin:0}
.plain .name{font:700 1.625rem/1.35 'Songti SC','Noto Serif SC',SimSun,serif;margin:0}
.plain main,.plain footer{max-width:44rem;margin:0 auto;padding:0 16px 24px}
.plain h1,.plain h2{font-family:'Songti SC','Noto Serif SC',SimSun,serif;line-height:1.35}
.plain h1{font-size:1.875rem;margin:24px 0 8px}
.plain h2{font-size:1.5rem;margin:32px 0 8px}
.plain article div h2{font-size:1.25rem;margin:24px 0 4px}
.plain p{margin:8px 0}
.plain a{color:var(--blue)}
.plain .second{color:var(--ink2);font-size:1.0625rem}
.plain .rows{list-style:none;margin:0;padding:0}
.plain .rows li{border-bottom:1px solid var(--line)}
.plain .rows a{display:grid;grid-template-columns:4rem 1fr;grid-column-gap:12px;padding:16px 0;color:inherit;text-decoration:none}
.plain .leaf{text-align:center;line-height:1.1;color:var(--redink)}
.plain .leaf b{display:block;font-size:2rem;font-variant-numeric:tabular-nums}
.plain .leaf span{font-size:.9375rem;color:var(--ink2)}
.plain .title{display:block;font:700 1.25rem/1.4 'Songti SC','Noto Serif SC',SimSun,serif;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:4px}
.plain .mark{display:inline-block;border-radius:99px;padding:2px 12px;margin:4px 8px 4px 0;font-size:1.0625rem;border:1px solid;background:var(--card)}
.plain .red{color:var(--redink);background:var(--wash)}
.plain .green{color:var(--green);background:var(--gwash)}
.plain .amber{color:var(--amber);background:var(--awash)}
.plain .blue{color:var(--blue);background:var(--bwash)}
.plain .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:8px 16px;margin:16px 0}
.plain .card.red{color:var(--ink);background:var(--card);border-color:var(--redink)}
.plain .card h2{margin-top:8px}
.plain .button{display:inline-block;min-height:56px;padding:11px 20px;margin:8px 8px 8px 0;border:1px solid var(--rule);border-radius:10px;background:var(--card);color:var(--ink);font:inherit;text-decoration:none;cursor:pointer}
.plain .main{background:var(--red);border-color:var(--red);color:#fffefb}
.plain dl{margin:8px 0}
.plain dl>div{border-bottom:1px solid var(--line);padding:8px 0}
.plain dt{color:var(--ink2);font-size:1.0625rem}
.plain dd{margin:0}
.plain .sum>div{display:flex;justify-content:space-between;flex-wrap:wrap}
.plain .sum dd,.plain .n{text-align:right}
.plain .sum dd,.plain .n,.plain .d{font-variant-numeric:tabular-nums;white-space:nowrap}
.plain .sum>div:last-child{border-top:2px solid var(--ink);font-weight:700}
.plain .sign{display:inline-block;width:1.5em;color:var(--redink)}
.plain .wide{overflow-x:auto;margin:8px 0}
.plain table{border-collapse:collapse;background:var(--card);min-width:100%}
.plain th,.plain td{border:1px solid var(--line);padding:8px 12px;vertical-align:top;text-align:left;min-width:4em}
.plain th.n,.plain td.n{text-align:right}
.plain thead th{background:var(--paper);border-bottom:2px solid var(--rule)}
.plain tfoot td{font-weight:700;border-top:2px solid var(--ink)}
.plain .masked{letter-spacing:.1em;color:var(--ink2)}
.plain figure{margin:16px 0}
.plain img{max-width:100%;height:auto;background:var(--line);border-radius:10px}
.plain pre{font-size:.8125rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;margin:8px 0}
.plain summary{padding:12px 0;min-height:48px;cursor:pointer}
.plain .units{list-style:none;margin:16px 0;padding:0}
.plain .units a{display:block;padding:16px;margin:0 0 12px;background:var(--card);border:1px solid var(--rule);border-radius:10px;color:var(--ink);text-decoration:none;font-weight:700}
.plain .links a{display:inline-block;padding:12px 16px 12px 0;min-height:48px}
.plain .reading{background:#ffe08a;color:#1d1a16}
.plain [hidden]{display:none}
@media print{.plain .button,.plain .links{display:none}}
`;

export const PLAIN_CSS = RULES.replaceAll('\n', '');

/** How a content policy names a style or a script that stands in the page. */
export const inlineHash = (text: string): string => `'sha256-${toBase64(sha256(utf8(text)))}'`;

/** What the content policy allows beside its own files: exactly this style. */
export const PLAIN_CSS_HASH = inlineHash(PLAIN_CSS);

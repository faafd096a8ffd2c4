/** What a year's page adds to the look of the plain pages: its list, its search, and how it goes onto paper. */
const RULES = `
.plain.year>header{padding-left:max(16px,calc(50% - 21rem))}
.plain.year>.card{max-width:42rem;width:calc(100% - 32px);margin:16px auto}
.year>form,.year>.records{max-width:44rem;margin:16px auto;padding:0 16px}
.year #check h2{margin:8px 0}
.year #check ul{margin:8px 0;padding-left:1.4em}
.year #check li{margin:8px 0}
.year #check.card{border-color:currentColor}
.year #check.green{color:var(--ink);background:var(--gwash);border-color:var(--green)}
.year #check.green h2{color:var(--green)}
.year #check.amber{color:var(--ink);background:var(--awash);border-color:var(--amber)}
.year #check.red{color:var(--ink);background:var(--wash);border-color:var(--redink)}
.year #check.red h2{color:var(--redink)}
.year .id{font-family:ui-monospace,Consolas,monospace;white-space:nowrap}
.year label{display:block;font-weight:700}
.year input{width:100%;min-height:56px;padding:8px 16px;margin:8px 0;border:1px solid var(--rule);border-radius:10px;background:var(--card);color:var(--ink);font:inherit}
.year input:focus,.year a:focus,.year summary:focus,.year .wide:focus{outline:3px solid var(--blue);outline-offset:2px}
.year mark{background:#ffe08a;color:#1d1a16}
.year .count{margin:16px 0 0}
.year article{border-top:3px solid var(--red);margin-top:48px}
.year article.foreign{border:3px solid var(--redink);padding:0 16px}
.year article h2{font-size:1.25rem;margin:24px 0 4px}
.year .outings{padding-left:1.2em}
.year .outings li{margin:12px 0}
.year .outings figure{max-width:20rem;margin:8px 0}
.year .records pre{max-height:24rem;overflow:auto;border:1px solid var(--line);padding:8px;background:var(--card)}
.year .records h2{font-size:1rem;font-family:inherit}
@page{size:A4;margin:18mm}
@media print{
.year{background:none;font-size:12pt}
.plain.year header{background:none;color:#000;padding:0;border-bottom:2pt solid #000}
.year>form,.year>.records{display:none}
.plain.year>.card,.plain.year main{max-width:none;width:auto;padding-left:0;padding-right:0}
.plain.year>.card{padding:4pt 8pt;margin:8pt 0}
.year #check details{display:none}
.year h1,.year h2{break-after:avoid}
.year tr,.year li,.year figure,.year .card{break-inside:avoid}
.year img{max-height:120mm}
.year .rows a{padding:6pt 0}
.year article{border-top-width:1.5pt}
.plain.year .wide{overflow:visible}
}
`;

export const YEAR_CSS = RULES.replace(/\n/g, '');

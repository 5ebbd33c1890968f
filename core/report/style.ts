/** How a report looks: in the colours of the house, calm, with room; on paper without its grounds. */
export const style = `:root{color-scheme:light dark;--ground:#f3f1ec;--card:#fffefb;--ink:#23262b;--soft:#5b5f66;--line:#d9d5cc;--deep:#14534f;--link:#0f5a55;
--good:#2b6a3f;--good-ground:#e5f1e6;--bad:#9b1c2e;--bad-ground:#fbe6e8;--warn:#7a4a00;--warn-ground:#fdf0d4;--unknown:#1f5a86;--unknown-ground:#e4eff7;
--accepted:#54505f;--accepted-ground:#ebe8e0;--plain:#e3dfd6;--on:#fffefb}
@media screen and (prefers-color-scheme:dark){:root{--ground:#15171a;--card:#1e2125;--ink:#e9e6df;--soft:#a9adb3;--line:#363a40;--deep:#8fd3c8;--link:#8fd3c8;
--good:#8fd0a3;--good-ground:#1b3323;--bad:#ffa3ae;--bad-ground:#431d24;--warn:#f4c977;--warn-ground:#3a2d12;--unknown:#9accf2;--unknown-ground:#1b2f40;
--accepted:#c3bfcd;--accepted-ground:#30343a;--plain:#363a40;--on:#15171a}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;padding:0 1.25rem 3rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:54rem;margin:0 auto}
header{padding:2.5rem 0 .5rem;border-top:6px solid var(--deep)}
h1,h2,h3,p,dl,dd,ol,ul,figure{margin:0;padding:0}
h1{font-size:clamp(1.6rem,5vw,2.2rem);line-height:1.2;text-wrap:balance}
header p{margin-top:.35rem;color:var(--soft);font-size:1.1rem}
section{margin-top:1.6rem;padding:1.4rem 1.6rem 1.6rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
h2{font-size:1.3rem;line-height:1.3;margin-bottom:.6rem}
section>p{margin:.5rem 0;max-width:44rem}
#summary>p:first-of-type{font-size:1.15rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.patterns{position:absolute}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.2rem,1fr));gap:.6rem;margin:1rem 0 0}
.facts div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.6rem .75rem;border-radius:9px;border-inline-start:4px solid var(--accepted);background:var(--accepted-ground)}
.facts dd{font-size:1.7rem;line-height:1.25;font-weight:600}.facts dd.long{font-size:1.05rem;line-height:2.02}
.facts dt{font-size:.95rem}
.items{list-style:none;display:grid;gap:.9rem;margin:.8rem 0}
.items>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.15rem 1rem;padding:.8rem 1.1rem .9rem;border:1px solid var(--line);border-radius:9px;border-inline-start:5px solid var(--accepted);break-inside:avoid}
.items>li>*{grid-column:1/-1}.items>li>h3{grid-column:1}.items>li>.state{grid-column:2;align-self:start}
.items h3{font-size:1.05rem;line-height:1.35}
.state{padding:.1rem .6rem;border-radius:99rem;background:var(--accepted-ground);font-size:.88rem;font-weight:600;white-space:nowrap}
.sign{display:inline-block;min-width:1.2em;font-weight:700}
.note,.links{font-size:.92rem}
.note{color:var(--soft)}.links{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
.facts .good,.items .good{border-inline-start-color:var(--good)}.facts .good,.good .state{background:var(--good-ground)}
.facts .bad,.items .bad{border-inline-start-color:var(--bad)}.facts .bad,.bad .state{background:var(--bad-ground)}
.facts .warn,.items .warn{border-inline-start-color:var(--warn)}.facts .warn,.warn .state{background:var(--warn-ground)}
.facts .unknown,.items .unknown{border-inline-start-color:var(--unknown)}.facts .unknown,.unknown .state{background:var(--unknown-ground)}
.good .state,.facts .good dd{color:var(--good)}
.bad .state,.facts .bad dd{color:var(--bad)}
.warn .state,.facts .warn dd{color:var(--warn)}
.unknown .state,.facts .unknown dd{color:var(--unknown)}
figure{margin:1rem 0 .4rem}
figcaption,caption{text-align:start;font-weight:600;padding-bottom:.4rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin-bottom:.5rem;font-size:.92rem;color:var(--soft)}
.legend span{display:inline-flex;align-items:center;gap:.4rem}
.bars{list-style:none;display:grid;gap:.55rem}
.bars li{display:grid;grid-template-columns:minmax(0,12.5rem) minmax(0,1fr) minmax(0,18rem);gap:.1rem 1rem;align-items:center;break-inside:avoid}
.bars svg{display:block;border-radius:3px;background:var(--plain)}
.said{font-size:.92rem;color:var(--soft)}
rect.good{fill:var(--good)}rect.bad{fill:var(--bad)}rect.warn{fill:var(--warn)}rect.unknown{fill:var(--unknown)}rect.accepted{fill:var(--accepted)}rect.plain{fill:var(--plain)}
.stroke{stroke:var(--on);stroke-width:1.2;opacity:.55}.dot{fill:var(--on);opacity:.7}
table{width:100%;margin:1.2rem 0 .4rem;border-collapse:collapse;font-size:.95rem}
th,td{overflow-wrap:break-word;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{color:var(--soft);font-size:.88rem;vertical-align:bottom}
tbody th{font-weight:550}
.long-word{overflow-wrap:anywhere}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
th:last-child,td:last-child{padding-inline-end:0}
footer{margin-top:1.6rem;padding:0 1.6rem;color:var(--soft);font-size:.92rem}
.by{margin-top:.4rem;font-weight:600}
@media screen and (max-width:42rem){body{padding:0 .8rem 2rem}section{padding:1.1rem 1rem 1.2rem}footer{padding:0 1rem}
.bars li{grid-template-columns:minmax(0,1fr)}.items>li{grid-template-columns:minmax(0,1fr)}.items>li>.state{grid-column:1;justify-self:start;order:-1}.facts{grid-template-columns:repeat(2,minmax(0,1fr))}
table,caption,tbody,tr,th,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.6rem 0;border-bottom:1px solid var(--line)}tbody th,td{padding:.1rem 0;border:0}.number{text-align:start;white-space:normal}
td:empty{display:none}td::before{content:attr(data-of) ": ";color:var(--soft)}}
@media print{@page{size:A4;margin:13mm 16mm 14mm}
:root{--ground:#fff;--card:#fff;font-size:9pt}body{padding:0;line-height:1.42}header,main,footer{max-width:none}header{padding:.5rem 0 0;border-top-width:3px}h1{font-size:1.7rem}h2{font-size:1.2rem;margin-bottom:.3rem}
section{margin-top:.8rem;padding:0;border:0;border-radius:0}h1,h2,h3,caption,figcaption,.legend{break-after:avoid}h2{padding-top:.6rem;border-top:1px solid var(--line)}
p{orphans:3;widows:3}tr,figure,.short{break-inside:avoid}thead{display:table-header-group;break-after:avoid}tbody tr:first-child{break-before:avoid}h2+p{break-after:avoid}#details{break-before:page}
.facts div,.state,.bars svg,.legend svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}.facts{gap:.4rem;grid-auto-flow:column;grid-template-columns:none;grid-auto-columns:1fr}.facts div{padding:.35rem .6rem}.facts dd{font-size:1.35rem}.facts dd.long{line-height:1.45}
.items{gap:.45rem}.items>li{padding:.4rem .8rem .5rem}th,td{padding-block:.25rem}.bars{gap:.25rem}figure,table{margin-block:.6rem .2rem}section>p{max-width:none}footer{padding:0}a{color:inherit}.head .links{display:none}}
@media (forced-colors:active){.facts div,.items>li{border:1px solid}.bars svg,.legend svg{forced-color-adjust:none}}
`;

import{C as e,J as t,K as n,L as a,a as i,b as s,d as r,e as o,l,m as c,o as u,x as d,y as p}from"./aduan.js";var h={questions:12,choices:12,label:200,hint:300,choice:120,elsewhere:400,phone:40,link:300,text:1e3,person:200,place:200,amount:1e15},$=e=>"string"==typeof e?[e]:Array.isArray(e)?e:[];function g(e,t){let n=[];for(let a of e){let{shownWhen:e}=a;if(e&&(!n.some(({code:t})=>t===e.question)||!$(t[e.question]).some(t=>e.answers.includes(t))))continue;n.push(a);let i=f(a,t).find(({elsewhere:e})=>!e?.mayFile);if(i)return{asked:n,stoppedBy:{question:a,choice:i}}}return{asked:n,stoppedBy:null}}function f(e,t){let n=$(t[e.code]);return e.choices.filter(({code:e,elsewhere:t})=>null!==t&&n.includes(e))}var m=e=>`answers.${e}`,b=e=>void 0===e||""===e||(Array.isArray(e)?0===e.length:y(e)&&!e.text&&!e.at),y=e=>"object"==typeof e&&!Array.isArray(e);function v(e,{texts:t,at:n}){let[a=""]=t.map(e=>e.trim());switch(e){case"choices":return t.length>0?[...t]:void 0;case"amount":{let e=function(e){let t=e.replace(/^\s*rp\.?/i,"").replace(/[.,](?:00|-)\s*$/,"").replace(/[\s.,]/g,"");return/^\d+$/.test(t)?Number(t):Number.NaN}(a);return""===a?void 0:Number.isNaN(e)?a:e}case"place":return a||n?{...a&&{text:a},...n&&{at:n}}:void 0;default:return a||void 0}}function w({category:e,answers:t={}},{categories:n}){let{questions:a=[]}=n.find(({code:t})=>t===e)??{},i=function(e,t){let n=Object.fromEntries(e.map(({code:e,kind:n})=>[e,v(n,t(e)??{texts:[]})])),{asked:a}=g(e,n);return Object.fromEntries(a.map(({code:e})=>[e,n[e]]).filter(([,e])=>!b(e)))}(a,e=>t[e]);return{questions:a,answers:i,asked:g(a,i).asked}}var x=(e,t)=>w(e,t).answers,q=(e,{language:t})=>`Rp ${e.toLocaleString(t)}`;function k({latitude:e,longitude:t,accuracy:n},{language:a}){let i=Math.round(n).toLocaleString(a);return`${e.toFixed(5)}, ${t.toFixed(5)} (${u(a).questions.accuracy(i)})`}function N({kind:e,choices:t},n,a){if("choice"===e||"choices"===e){let e=$(n);return t.filter(({code:t})=>e.includes(t)).map(({label:e})=>e).join("; ")}return"amount"===e?q(Number(n),a):"date"===e?p(String(n),{...a,timeZone:"UTC"}):y(n)?[n.text,n.at&&k(n.at,a)].filter(Boolean).join("\n"):String(n)}function S(e,t){let{questions:n,asked:a,answers:i}=w(e,t);return n.filter(({code:e})=>a.some(t=>t.code===e)).map(e=>{let n=i[e.code];return[e.label,void 0===n?"":N(e,n,t)]})}var j=l`:host{display:grid;gap:.5rem;justify-items:start;margin-top:.6rem}`,A=class extends CustomEvent{constructor(e){super("location-changed",{detail:e})}},O=class extends o{static{this.styles=[c,j]}static{for(let e of["unit","at","told"])r(this.prototype,e)}render(){let{at:e,told:t,unit:n}=this,a=u(n.language).questions;return e||window.isSecureContext&&navigator.geolocation?i`
<p class="hint">${a.locateMeaning}</p>
<p role="status">${e?a.located(k(e,n)):t?a[t]:s}</p>
${e?i`<button type="button" class="plain" @click=${this.#e}>${a.forget}</button>`:i`<button type="button" aria-disabled=${"locating"===t?"true":s} @click=${this.#t}>
${a.locate}
</button>`}
`:s}#t(){"locating"!==this.told&&(this.told="locating",navigator.geolocation.getCurrentPosition(({coords:{latitude:e,longitude:t,accuracy:n}})=>{this.told=void 0,this.#n({latitude:e,longitude:t,accuracy:Math.min(n,1e6)})},({code:e,PERMISSION_DENIED:t})=>{this.told=e===t?"denied":"lost"},{enableHighAccuracy:!0,timeout:2e4}))}#e(){this.told="forgotten",this.#n(void 0),this.focusOn("button")}#n(e){this.at=e,this.dispatchEvent(new A(e))}};function E(e,t){let{questions:n,answers:a}=w(e,t),i=u(t.language).questions;return Object.fromEntries(function(e,t){let{asked:n,stoppedBy:a}=g(e,t);if(a)return[{path:m(a.question.code),code:"elsewhere"}];let i=Object.keys(t).filter(e=>n.every(t=>t.code!==e));return[...n.flatMap(e=>{let n=function({kind:e,choices:t,required:n},a){if(void 0===a||b(a))return n?"required":null;let i=e=>t.some(({code:t})=>t===e);switch(e){case"text":case"person":return"string"!=typeof a?"invalid":a.length>h[e]?"too-long":null;case"choice":return"string"==typeof a&&i(a)?null:"invalid";case"choices":{let e=Array.isArray(a)?a:[null];return e.every(e=>"string"==typeof e&&i(e))&&new Set(e).size===e.length?null:"invalid"}case"date":return"string"==typeof a&&function(e){if(!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e)}(a)?null:"invalid";case"amount":return Number.isInteger(a)&&Number(a)>=0&&Number(a)<=h.amount?null:"invalid";case"place":return y(a)?(a.text??"").length>h.place?"too-long":null:"invalid"}}(e,t[e.code]);return n?[{path:m(e.code),code:n}]:[]}),...i.map(e=>({path:m(e),code:"not-asked"}))]}(n,a).map(({path:e,code:a})=>{let s=n.find(t=>m(t.code)===e);return[e,s?L(s,a,i,t):i.changed]}))}function L({kind:e,label:t},n,a,{language:i}){return"elsewhere"===n?a.stops:"required"===n?a.required(t):"too-long"!==n||"text"!==e&&"person"!==e&&"place"!==e?"amount"===e?a.amount:"date"===e?a.date:a.invalid:a.tooLong(h[e].toLocaleString(i))}function B(r){let{draft:o,unit:l,problems:c}=r,{questions:d,asked:p,answers:h}=w(o,l),$=u(l.language).questions,g=Object.keys(c).some(e=>d.every(({code:t})=>m(t)!==e));return i`
<p class="lead">${$.lead}</p>
${g?i`<p class="note">${$.changed}</p>`:s}
${d.filter(({code:e})=>p.some(t=>t.code===e)).map(o=>o.choices.length>0?function(r,o,l){let{code:c,kind:d,label:p,hint:h}=o,$=m(c),g=t($),b=r.problems[$],y=r.draft.answers?.[c]?.texts??[];return i`
<fieldset aria-describedby=${n($,h??"",b)}>
<legend>${p} ${F(r,o)}</legend>
${h?i`<p class="hint" id="${g}-hint">${h}</p>`:s} ${a($,b)}
${o.choices.map((t,n)=>i`
<label class="card" part="card">
<input
type=${"choice"===d?"radio":"checkbox"}
id=${0===n?g:`${g}-${t.code}`}
name=${$}
.checked=${y.includes(t.code)}
@change=${()=>C(r,c,{texts:"choice"===d?[t.code]:e(y,t.code)})}
/>
<span>${t.label}</span>
</label>
`)}
</fieldset>
<div role="status">${f(o,l).map(({elsewhere:e})=>function({unit:e},t){if(!t)return s;let{text:n,phone:a,link:r,mayFile:o}=t,l=u(e.language).questions;return i`
<div class="note">
<p class="written">${n}</p>
${a?i`<p class="actions"><a class="button" href="tel:${a.replace(/[^+\d]/g,"")}">${a}</a></p>`:s}
${r?i`<p><a href=${r} target="_blank" rel="noreferrer">${r}</a></p>`:s}
<p><strong>${o?l.mayFile:l.stops}</strong></p>
</div>
`}(r,e))}</div>
`}(r,o,h):function(e,r,o){let{unit:l,draft:c,problems:d}=e,{code:p,kind:h,label:$}=r,g=m(p),f=t(g),b=d[g],y=u(l.language).questions,v={amount:y.amountHint,person:y.person,place:y.placeHint},w=[r.hint,v[h]].filter(Boolean).join(" "),{texts:[x=""]=[],at:k}=c.answers?.[p]??{},N=({target:t})=>C(e,p,{texts:[t.value]}),S=o[p];return i`
<div class="field">
<label for=${f}>${$} ${F(e,r)}</label>
${w?i`<p class="hint" id="${f}-hint">${w}</p>`:s} ${a(g,b)}
${"text"===h?i`<textarea
id=${f}
rows="3"
aria-required=${r.required?"true":s}
aria-invalid=${b?"true":s}
aria-describedby=${n(g,w,b)}
.value=${x}
@input=${N}
></textarea>`:i`<input
id=${f}
type=${"date"===h?"date":"text"}
inputmode=${"amount"===h?"numeric":s}
autocomplete="off"
aria-required=${r.required?"true":s}
aria-invalid=${b?"true":s}
aria-describedby=${n(g,w,b)}
.value=${x}
@input=${N}
/>`}
${"amount"===h&&"number"==typeof S?i`<p class="counter">${q(S,l)}</p>`:s}
${"place"===h?i`<aduan-location
.unit=${l}
.at=${k}
@location-changed=${({detail:t})=>C(e,p,{at:t})}
></aduan-location>`:s}
</div>
`}(r,o,h))}
`}function C(e,t,n){let{draft:a}=e,i=a.answers?.[t]??{texts:[]};e.change({...a,answers:{...a.answers,[t]:{...i,...n}}})}var F=({messages:e},{required:t})=>t?s:i`<span class="optional">(${e.optional})</span>`;d("aduan-location",O);export{S as answerLines,x as answersOf,E as findAnswerProblems,B as questionsStep};
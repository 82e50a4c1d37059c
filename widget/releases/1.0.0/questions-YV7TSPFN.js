import{C as e,G as t,P as n,R as a,S as s,a as i,b as r,e as o,f as l,l as c,m as u,w as d,z as p}from"./aduan.js";var h={questions:12,choices:12,label:200,hint:300,choice:120,elsewhere:400,phone:40,link:300,text:1e3,person:200,place:200,amount:1e15},$=e=>"string"==typeof e?[e]:Array.isArray(e)?e:[];function g(e,t){let n=[];for(let a of e){let{shownWhen:e}=a;if(e&&(!n.some(({code:t})=>t===e.question)||!$(t[e.question]).some(t=>e.answers.includes(t))))continue;n.push(a);let s=f(a,t).find(({elsewhere:e})=>!e?.mayFile);if(s)return{asked:n,stoppedBy:{question:a,choice:s}}}return{asked:n,stoppedBy:null}}function f(e,t){let n=$(t[e.code]);return e.choices.filter(({code:e,elsewhere:t})=>null!==t&&n.includes(e))}var m=e=>`answers.${e}`,b=e=>void 0===e||""===e||(Array.isArray(e)?0===e.length:y(e)&&!e.text&&!e.at),y=e=>"object"==typeof e&&!Array.isArray(e);function v(e,{texts:t,at:n}){let[a=""]=t.map(e=>e.trim());switch(e){case"choices":return t.length>0?[...t]:void 0;case"amount":{let e=function(e){let t=e.replace(/^\s*rp\.?/i,"").replace(/[.,](?:00|-)\s*$/,"").replace(/[\s.,]/g,"");return/^\d+$/.test(t)?Number(t):Number.NaN}(a);return""===a?void 0:Number.isNaN(e)?a:e}case"place":return a||n?{...a&&{text:a},...n&&{at:n}}:void 0;default:return a||void 0}}function w({category:e,answers:t={}},{categories:n}){let{questions:a=[]}=n.find(({code:t})=>t===e)??{},s=function(e,t){let n=Object.fromEntries(e.map(({code:e,kind:n})=>[e,v(n,t(e)??{texts:[]})])),{asked:a}=g(e,n);return Object.fromEntries(a.map(({code:e})=>[e,n[e]]).filter(([,e])=>!b(e)))}(a,e=>t[e]);return{questions:a,answers:s,asked:g(a,s).asked}}var x=(e,t)=>w(e,t).answers,q=(e,{language:t})=>`Rp ${e.toLocaleString(t)}`;function k({latitude:e,longitude:t,accuracy:n},{language:a}){let s=Math.round(n).toLocaleString(a);return`${e.toFixed(5)}, ${t.toFixed(5)} (${d(a).questions.accuracy(s)})`}function N({kind:e,choices:n},a,s){if("choice"===e||"choices"===e){let e=$(a);return n.filter(({code:t})=>e.includes(t)).map(({label:e})=>e).join("; ")}return"amount"===e?q(Number(a),s):"date"===e?t(String(a),{...s,timeZone:"UTC"}):y(a)?[a.text,a.at&&k(a.at,s)].filter(Boolean).join("\n"):String(a)}function A(e,t){let{questions:n,asked:a,answers:s}=w(e,t);return n.filter(({code:e})=>a.some(t=>t.code===e)).map(e=>{let n=s[e.code];return[e.label,void 0===n?"":N(e,n,t)]})}var S=o`:host{display:grid;gap:.5rem;justify-items:start;margin-top:.6rem}`,j=class extends CustomEvent{constructor(e){super("location-changed",{detail:e})}},E=class extends u{static{this.styles=[l,S]}static{for(let e of["unit","at","state"])c(this.prototype,e)}render(){let{at:e,state:t,unit:n}=this,a=d(n.language).questions;return e||window.isSecureContext&&navigator.geolocation?i`
<p class="hint">${a.locateMeaning}</p>
<p role="status">${e?a.located(k(e,n)):t?a[t]:r}</p>
${e?i`<button type="button" class="plain" @click=${this.#e}>${a.forget}</button>`:i`<button type="button" aria-disabled=${"locating"===t?"true":r} @click=${this.#t}>
${a.locate}
</button>`}
`:r}#t(){"locating"!==this.state&&(this.state="locating",navigator.geolocation.getCurrentPosition(({coords:{latitude:e,longitude:t,accuracy:n}})=>{this.state=void 0,this.#n({latitude:e,longitude:t,accuracy:Math.min(n,1e6)})},({code:e,PERMISSION_DENIED:t})=>{this.state=e===t?"denied":"lost"},{enableHighAccuracy:!0,timeout:2e4}))}#e(){this.state="forgotten",this.#n(void 0),this.focusOn("button")}#n(e){this.at=e,this.dispatchEvent(new j(e))}};function O(e,t){let{questions:n,answers:a}=w(e,t),s=d(t.language).questions;return Object.fromEntries(function(e,t){let{asked:n,stoppedBy:a}=g(e,t);if(a)return[{path:m(a.question.code),code:"elsewhere"}];let s=Object.keys(t).filter(e=>n.every(t=>t.code!==e));return[...n.flatMap(e=>{let n=function({kind:e,choices:t,required:n},a){if(void 0===a||b(a))return n?"required":null;let s=e=>t.some(({code:t})=>t===e);switch(e){case"text":case"person":return"string"!=typeof a?"invalid":a.length>h[e]?"too-long":null;case"choice":return"string"==typeof a&&s(a)?null:"invalid";case"choices":{let e=Array.isArray(a)?a:[null];return e.every(e=>"string"==typeof e&&s(e))&&new Set(e).size===e.length?null:"invalid"}case"date":return"string"==typeof a&&function(e){if(!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e)}(a)?null:"invalid";case"amount":return Number.isInteger(a)&&Number(a)>=0&&Number(a)<=h.amount?null:"invalid";case"place":return y(a)?(a.text??"").length>h.place?"too-long":null:"invalid"}}(e,t[e.code]);return n?[{path:m(e.code),code:n}]:[]}),...s.map(e=>({path:m(e),code:"not-asked"}))]}(n,a).map(({path:e,code:a})=>{let i=n.find(t=>m(t.code)===e);return[e,i?C(i,a,s,t):s.changed]}))}function C({kind:e,label:t},n,a,{language:s}){return"elsewhere"===n?a.stops:"required"===n?a.required(t):"too-long"!==n||"text"!==e&&"person"!==e&&"place"!==e?"amount"===e?a.amount:"date"===e?a.date:a.invalid:a.tooLong(h[e].toLocaleString(s))}function B(o){let{draft:l,unit:c,problems:u}=o,{questions:p,asked:h,answers:$}=w(l,c),g=d(c.language).questions,b=Object.keys(u).some(e=>p.every(({code:t})=>m(t)!==e));return i`
<p class="lead">${g.lead}</p>
${b?i`<p class="note">${g.changed}</p>`:r}
${p.filter(({code:e})=>h.some(t=>t.code===e)).map(l=>l.choices.length>0?function(t,o,l){let{code:c,kind:u,label:p,hint:h}=o,$=m(c),g=n($),b=t.problems[$],y=t.draft.answers?.[c]?.texts??[];return i`
<fieldset aria-describedby=${a($,h??"",b)}>
<legend>${p} ${I(t,o)}</legend>
${h?i`<p class="hint" id="${g}-hint">${h}</p>`:r} ${s($,b)}
${o.choices.map((n,a)=>i`
<label class="card" part="card">
<input
type=${"choice"===u?"radio":"checkbox"}
id=${0===a?g:`${g}-${n.code}`}
name=${$}
.checked=${y.includes(n.code)}
@change=${()=>F(t,c,{texts:"choice"===u?[n.code]:e(y,n.code)})}
/>
<span>${n.label}</span>
</label>
`)}
</fieldset>
<div role="status">${f(o,l).map(({elsewhere:e})=>function({unit:e},t){if(!t)return r;let{text:n,phone:a,link:s,mayFile:o}=t,l=d(e.language).questions;return i`
<div class="note">
<p class="written">${n}</p>
${a?i`<p class="actions"><a class="button" href="tel:${a.replace(/[^+\d]/g,"")}">${a}</a></p>`:r}
${s?i`<p><a href=${s} target="_blank" rel="noreferrer">${s}</a></p>`:r}
<p><strong>${o?l.mayFile:l.stops}</strong></p>
</div>
`}(t,e))}</div>
`}(o,l,$):function(e,o,l){let{unit:c,draft:u,problems:p}=e,{code:h,kind:$,label:g}=o,f=m(h),b=n(f),y=p[f],v=d(c.language).questions,w={amount:v.amountHint,person:v.person,place:v.placeHint},x=[o.hint,w[$]].filter(Boolean).join(" "),{texts:[k=""]=[],at:N}=u.answers?.[h]??{},A=({target:t})=>F(e,h,{texts:[t.value]}),S=l[h];return i`
<div class="field">
<label for=${b}>${g} ${I(e,o)}</label>
${x?i`<p class="hint" id="${b}-hint">${x}</p>`:r} ${s(f,y)}
${"text"===$?i`<textarea
id=${b}
rows="3"
aria-required=${o.required?"true":r}
aria-invalid=${y?"true":r}
aria-describedby=${a(f,x,y)}
.value=${k}
@input=${A}
></textarea>`:i`<input
id=${b}
type=${"date"===$?"date":"text"}
inputmode=${"amount"===$?"numeric":r}
autocomplete="off"
aria-required=${o.required?"true":r}
aria-invalid=${y?"true":r}
aria-describedby=${a(f,x,y)}
.value=${k}
@input=${A}
/>`}
${"date"===$&&k?i`<p class="counter">${t(k,{...c,timeZone:"UTC"})}</p>`:r}
${"amount"===$&&"number"==typeof S?i`<p class="counter">${q(S,c)}</p>`:r}
${"place"===$?i`<aduan-location
.unit=${c}
.at=${N}
@location-changed=${({detail:t})=>F(e,h,{at:t})}
></aduan-location>`:r}
</div>
`}(o,l,$))}
`}function F(e,t,n){let{draft:a}=e,s=a.answers?.[t]??{texts:[]};e.change({...a,answers:{...a.answers,[t]:{...s,...n}}})}var I=({wording:e},{required:t})=>t?r:i`<span class="optional">(${e.optional})</span>`;p("aduan-location",E);export{O as findAnswerProblems,A as listAnswers,x as readAnswers,B as renderQuestions};
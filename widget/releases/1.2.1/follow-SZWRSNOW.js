import{a as e}from"./chunk-D2RS7HK3.js";import{A as t,C as s,E as i,F as n,H as a,I as r,M as l,a as o,b as d,c,d as u,e as m,k as p,l as $,m as h,o as g,s as b,t as y,x as f,y as v,z as w}from"./aduan.js";var k=({view:e},t)=>e.acts.includes(t);function x({entries:e,enter:t,messages:s,problem:i,unit:n},a){let{name:r,label:l,hint:c,limit:u,required:m,rows:p=4}=a,$=e.texts[r]??"",h=i?.form===r,g=e=>e.toLocaleString(n.language);return o`
<div class="field">
<label for=${r}>
${l} ${m?d:o`<span class="optional">(${s.optional})</span>`}
</label>
${c?o`<p class="hint" id="${r}-hint">${c}</p>`:d}
<textarea
id=${r}
rows=${p}
autocomplete="off"
aria-required=${m?"true":d}
aria-invalid=${h?"true":d}
aria-describedby="${c?`${r}-hint`:""} ${r}-problem"
.value=${$}
@input=${s=>t({texts:{...e.texts,[r]:s.target.value}})}
></textarea>
${u?o`<p class=${$.length>u?"counter over":"counter"} aria-hidden="true">
${s.counter(g($.length),g(u))}
</p>`:d}
</div>
`}function q({busy:e,problem:t,say:s,perform:i},{form:n,label:a,requests:r,isDanger:l,isQuiet:c}){let u=e===n;return o`
<p class="problem" id="${n}-problem" tabindex="-1" ?hidden=${t?.form!==n}>${t?.sentence}</p>
<button
type="button"
class=${l?"danger":c?"":"primary"}
aria-disabled=${u?"true":d}
@click=${()=>i(n,r())}
>
${u?s.sending:a}
</button>
`}function _(e,{ask:t,...s}){return e.confirming!==s.form?o`<button type="button" @click=${()=>e.confirm(s.form)}>${t}</button>`:o`
<div class="actions">
${q(e,s)}
<button type="button" @click=${()=>e.confirm(void 0)}>${e.say.withdrawal.keep}</button>
</div>
`}function O({entries:e,say:t,messages:s,unit:i},n){let a=e.texts[n.name]?.trim()??"";return!a&&n.required?t.missing(n.label):n.limit&&a.length>n.limit?s.problems.tooLong(n.label,n.limit.toLocaleString(i.language)):{text:a}}var A,j=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,s){this._$Ct=e,this._$AM=t,this._$Ci=s}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:D}=c,S={},C=(A=class extends j{constructor(){super(...arguments),this.key=d}render(e,t){return this.key=e,t}update(e,[t,s]){return t!==this.key&&(((e,t=S)=>{e._$AH=t})(e),this.key=t),s}},(...e)=>({_$litDirective$:A,values:e})),I=({unit:e,client:t,enter:s,entries:i,round:n,secret:a})=>C(n,o`<aduan-evidence
.limits=${e.form.evidence}
.language=${e.language}
.held=${i.evidence}
.secret=${a}
.client=${t}
@evidence-changed=${({detail:e})=>s({evidence:e.held,pendingUploads:e.pending.length})}
></aduan-evidence>`),L=e=>{let{messages:t,unit:s,entries:i,today:a,enter:r}=e,o={messages:t,unit:s,today:a,draft:i.identity,problems:{},change:e=>r({identity:e})};return(({entries:e,unit:t})=>n("identity",e.identity,t).map(e=>({...e,required:!1})))(e).map(e=>l(o,e))};function U({view:e,entries:t,unit:s,messages:i,today:n}){let l={unit:s,messages:i,today:n},o=Object.entries(a("identity",t.identity,l)).find(([e])=>t.identity.texts[e]?.trim());if(o)return String(o[1]);let{reporter:d}=r(t.identity,s);return d?[{act:"identity",body:s.sealing?F(e.number,d,s):{reporter:d}}]:[]}var F=async(e,t,s)=>{let{sealRequest:i,caseContext:n}=await(import("./sealing-O5QHT6BC.js"));return i({reporter:t},s,n(e))},H=$`section,.status{margin-bottom:1.75rem}h3{margin-bottom:.6rem}.remember{margin-top:-.5rem}form>.hint{margin-bottom:1.25rem}.status,.answer{padding:1.1rem 1.25rem;background:var(--_soft);border-radius:var(--_radius);border-inline-start:5px solid var(--_accent)}.badge{font-size:1.2rem;font-weight:700;color:var(--_accent)}.status .meaning{margin:.15rem 0 .9rem;font-size:1rem}dl{display:grid;gap:.5rem}.days{gap:0;margin-top:.5rem}.days div{display:flex;flex-wrap:wrap;gap:0 1rem;padding-block:.3rem;border-top:1px solid var(--_border)}.days dt{flex:0 0 11rem}.days .counted,.days .added{font-weight:600}.asked{padding:1.25rem;color:inherit;background:var(--_warn-soft);border:2px solid var(--_warn);border-radius:var(--_radius)}.asked .hint,.asked .counter,.asked .optional{color:inherit}.asked>ul{margin-bottom:.75rem;padding-inline-start:1.3rem;font-weight:600}.asked>ul.line{padding-inline-start:0}.asked>p{margin-bottom:.9rem}.quote{margin:.4rem 0 .6rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--_border)}.choice{margin:1rem 0}.choice .hint{margin-bottom:.5rem}.answer details{margin:1rem 0 0;background:var(--_surface)}details>:nth-child(2){margin-top:.9rem}.line,.talk,.files{display:grid;gap:.9rem;list-style:none}.line li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_line)}.line strong,.line span{display:block}.line .late{border-color:var(--_danger)}.line details,.hint+details{margin-top:.6rem}.talk{margin:.6rem 0 1.25rem}.talk li{max-width:90%;padding:.7rem 1rem;background:var(--_soft);border-radius:var(--_radius);border:1px solid var(--_line)}.talk .reporter{justify-self:end;border-color:var(--_accent)}.files{gap:.25rem;margin-bottom:.75rem}.files li{display:flex;align-items:center;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--_line)}.files button{flex:none}.files code{word-break:break-all}.foot{padding-top:1.25rem;border-top:1px solid var(--_line)}`,N=["name","address","phone","email"],M=["access","correction","erasure","objection","other"];function E(e){let t=p(e),s=e=>{try{return e(sessionStorage)}catch{return}};return{recall:()=>s(e=>JSON.parse(e.getItem(t)??"null"))??void 0,remember:e=>s(s=>s.setItem(t,JSON.stringify(e))),forget:()=>s(e=>e.removeItem(t))}}var z={number:"",trackingCode:"",remember:!1},K=class extends m{constructor(){super(...arguments),this.memoryName="",this.entered=z,this.isOpening=!1,this.told="",this.round=0}static{this.styles=[h,H]}static{for(let e of["unit","client","messages","memoryName","entered","view","signInProblem","isOpening","entries","busy","confirming","problem","told","round","days"])u(this.prototype,e)}get unfinished(){let{texts:e,identity:t,corrected:s,digits:i,evidence:n,pendingUploads:a,removed:r,stars:l}=this.entries;return[e,t.texts,s,{digits:i}].flatMap(e=>Object.values(e)).some(e=>e?.trim())||n.length+a+r.length+l>0?"entries":""}willUpdate(e){if(this.hasUpdated)return void(e.has("client")&&this.view&&this.refresh());this.entries=this.noEntries();let t=E(this.memoryName).recall();t&&(this.entered={...t,remember:!0},this.open())}render(){return o`
<p class="unseen" role="status">${this.told}</p>
${this.view?this.renderCase(this.view):this.renderSignIn()}
`}renderSignIn(){return function({say:e,entered:t,problem:s,isBusy:i,enter:n,submit:a}){let r=(e,i,a)=>o`
<div class="field">
<label for=${e}>${i}</label>
<p class="hint" id="${e}-hint">${a}</p>
<input
id=${e}
type="text"
autocomplete="off"
autocapitalize="characters"
spellcheck="false"
aria-required="true"
aria-invalid=${s?"true":d}
aria-describedby="${e}-hint sign-in-problem"
.value=${t[e]}
@input=${s=>n({...t,[e]:s.target.value})}
/>
</div>
`;return o`
<form novalidate @submit=${e=>{e.preventDefault(),a()}}>
<h2 tabindex="-1">${e.title}</h2>
<p class="lead">${e.lead}</p>
<div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!s}><p>${s}</p></div>
${r("number",e.number,e.numberHint)} ${r("trackingCode",e.code,e.codeHint)}
<label class="check remember">
<input
type="checkbox"
aria-describedby="remember-hint"
.checked=${t.remember}
@change=${()=>n({...t,remember:!t.remember})}
/>
<span>${e.remember}</span>
</label>
<p class="hint" id="remember-hint">${e.rememberHint}</p>
<button class="primary" part="primary" aria-disabled=${i?"true":d}>
${i?e.opening:e.open}
</button>
</form>
`}({say:this.say,messages:this.messages,entered:this.entered,problem:this.signInProblem,isBusy:this.isOpening,enter:e=>{this.entered=e},submit:()=>{this.open()}})}renderCase(t){let{say:i}=this,n=this.formOf(t);return t.destroyed?this.renderDestroyed(n):o`
<h2 tabindex="-1">${i.complaint(t.number)}</h2>
<p class="note" ?hidden=${""===this.told}>${this.told}</p>
${(({view:e,say:t,unit:s})=>o`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
<p class="meaning">${e.statusMeaning}</p>
<dl>
<div><dt>${t.about}</dt><dd>${e.subject}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${w(e.receivedAt,s)}</dd></div>
</dl>
</section>
`)(n)} ${(({view:e,say:t,unit:s})=>e.breachNotices.map(({at:e,text:i})=>o`<section class="asked">
<h3>${t.breach}</h3>
<p class="written">${i}</p>
<p class="hint">${w(e,s)}</p>
</section>`))(n)} ${function({view:{delay:e},say:t,unit:s}){return e?o`
<section class="asked">
<h3>${t.delay.title}</h3>
<ul class="line">
${e.clocks.map(({label:e,dueAt:i,newDate:n})=>o`<li class="late">
<strong>${e}: ${t.delay.was(v(i,s))}</strong>
${n?o`<span>${t.delay.now(v(n,s))}</span>`:d}
</li>`)}
</ul>
${0===e.explanations.length?o`<p>${t.delay.unexplained}</p>`:d}
${e.explanations.map(({at:e,by:t,reason:i})=>o`<p class="written quote">${i}</p>
<p class="hint">${t}, ${w(e,s)}</p>`)}
</section>
`:d}(n)} ${function(e){let{view:t,say:s,unit:i,messages:n}=e,{completion:a}=t;if(!a)return d;let r={name:"completion",label:s.completion.text,limit:i.form.limits.message,required:!0},l=k(e,"identity")&&a.items.some(e=>"identity"===e||"contact"===e),{later:c}=e.entries,u=a.items.filter(e=>!a.brought.includes(e)),m=u.filter(e=>!c.includes(e));return o`
<section class="asked" part="completion" aria-labelledby="completion-title">
<h3 id="completion-title">${s.completion.title}</h3>
<p class="written quote">${a.text}</p>
<fieldset>
<legend>${s.completion.brings}</legend>
${u.map(t=>o`<label class="check">
<input type="checkbox" .checked=${!c.includes(t)} @change=${()=>(t=>e.enter({later:c.includes(t)?c.filter(e=>e!==t):[...c,t]}))(t)} />
<span>${s.completion.asked[t]}</span>
</label>`)}
</fieldset>
${a.brought.length>0?o`<p class="hint">${s.completion.brought}: ${a.brought.map(e=>s.completion.asked[e]).join(", ")}</p>`:d}
<p>
<strong>${s.completion.until(v(a.until,i))}</strong> ${s.completion.paused}
</p>
${x(e,{...r,rows:6})}
${k(e,"evidence")?o`<details ?open=${a.items.includes("evidence")}>
<summary>${s.evidence.add} <span class="optional">(${n.optional})</span></summary>
${I(e)}
</details>`:d}
${l?L(e):d}
${q(e,{form:"completion",label:s.completion.send,requests:()=>{let t=O(e,r);if("string"==typeof t)return t;if(e.entries.pendingUploads>0)return s.evidence.pending;let i=l?U(e):[];if("string"==typeof i)return i;let n=e.entries.evidence.map(({id:e})=>e);return[...n.length>0?[{act:"evidence",body:{evidence:n}}]:[],...i,{act:"messages",body:{text:t.text,completes:!0,brings:m}}]}})}
</section>
`}(n)} ${function(e){let{view:t,say:s,unit:i}=e,{lapsed:n}=t;if(!n||!k(e,"reopening"))return d;let a={name:"reopening",label:s.reopening.text,limit:i.form.limits.message,required:!0};return o`
<section class="asked" aria-labelledby="reopening-title">
<h3 id="reopening-title">${s.reopening.title}</h3>
<p>${s.reopening.until(v(n.until,i))}</p>
<p class="written quote">${n.text}</p>
${x(e,{...a,rows:6})} ${q(e,{form:"reopening",label:s.reopening.send,requests:()=>{let t=O(e,a);return"string"==typeof t?t:[{act:"reopening",body:{text:t.text}}]}})}
</section>
`}(n)} ${function(e){let{view:t,say:s,unit:i}=e,{answer:n}=t;return o`
${n?o`<section class="answer" part="answer" aria-labelledby="answer-title">
<h3 id="answer-title">${s.answer.title}</h3>
<p><strong>${s.answer.outcome}: ${n.outcomeLabel}</strong></p>
<p class="written quote">${n.text}</p>
<p class="hint">${s.answer.by} ${n.by}, ${w(n.at,i)}</p>
${k(e,"acceptance")?(e=>{let{accept:t,acceptMeaning:s,acceptSure:i}=e.say.answer;return o`
<div class="choice">
<p class="hint">${s}</p>
${_(e,{form:"acceptance",ask:t,label:i,requests:()=>[{act:"acceptance",body:{}}]})}
</div>
`})(e):d}
${k(e,"objection")?function(e){let{view:t,say:s,unit:i}=e,n={name:"objection",label:s.answer.objection,hint:s.answer.objectionHint,limit:i.form.limits.message,required:!0};return o`
<details ?open=${t.unsatisfied?.objection??!1}>
<summary>${s.answer.objection}</summary>
${x(e,n)} ${q(e,{form:"objection",label:s.answer.object,requests:()=>{let t=O(e,n);return"string"==typeof t?t:[{act:"objection",body:t}]}})}
</details>
`}(e):d}
</section>`:d}
${function(e){let{view:t,say:s,unit:i,entries:n,enter:a}=e;if(t.rating)return o`<p class="note">${s.rating.given(t.rating.stars)}</p>
${t.unsatisfied?o`<p class="note asked" role="status">${t.unsatisfied.text}</p>`:d}`;if(!k(e,"rating"))return d;let r={name:"rating",label:s.rating.text,limit:i.form.limits.reason,required:!1},l=(e,t,s,i)=>o`
<label class="check">
<input type="radio" name=${e} .checked=${s} @change=${i} />
<span>${t}</span>
</label>
`;return o`
<section aria-labelledby="rating-title">
<h3 id="rating-title">${s.rating.title}</h3>
<fieldset>
<legend>${s.rating.solved}</legend>
${l("solved",s.rating.yes,!0===n.solved,()=>a({solved:!0}))}
${l("solved",s.rating.no,!1===n.solved,()=>a({solved:!1}))}
</fieldset>
<fieldset>
<legend>${s.rating.stars}</legend>
${[1,2,3,4,5].map(e=>l("stars",s.rating.star(e),n.stars===e,()=>a({stars:e})))}
</fieldset>
${x(e,r)} ${q(e,{form:"rating",label:s.rating.send,requests:()=>{let t=O(e,r);if("string"==typeof t)return t;let{stars:i,solved:a}=n;return 0===i||void 0===a?s.rating.pick:[{act:"rating",body:{stars:i,solved:a,...t.text&&t}}]}})}
</section>
`}(e)}
`}(n)} ${function({view:e,say:t}){let{grounded:s,declined:i}=e;return o`
${s?o`<section>
<h3>${t.grounded.title}</h3>
<p><strong>${s.wellFounded?t.grounded.yes:t.grounded.no}</strong></p>
<p class="written quote">${s.because}</p>
</section>`:d}
${i?o`<section class="answer">
<h3>${t.declined.title}</h3>
<p><strong>${i.reasonLabel}</strong></p>
<p class="written quote">${i.text}</p>
<p><strong>${t.declined.elsewhere}</strong></p>
<p class="written">${i.elsewhere}</p>
</section>`:d}
`}(n)}
${function(e){let{view:t,say:s,unit:i}=e;return 0===t.clocks.length?d:o`
<section>
<h3>${s.clocks.title}</h3>
<ul class="line">
${t.clocks.map((t,n)=>o`
<li class=${t.overdue?"late":""}>
<strong>${t.label}: ${(({stoppedAt:e,pausedAt:t,dueAt:n})=>e?s.clocks.done(v(e,i)):t?s.clocks.paused(v(t,i)):s.clocks.due(v(n,i)))(t)}</strong>
${t.overdue?o`<span class="problem">${s.clocks.overdue}</span>`:d}
<span class="hint">${t.explanation} ${t.basis}.</span>
${function({days:e,askForDays:t,say:s},i){let n=e?.clocks[i];return 0===n?.groups.length?d:o`<details @toggle=${t}>
<summary>${s.clocks.dayByDay}</summary>
${null===e?o`<p class="problem">${s.clocks.daysFailed}</p>`:d}
${n?o`<dl class="days">${n.groups.map(({when:e,what:t,kind:s})=>o`<div class=${s}><dt>${e}</dt><dd>${t}</dd></div>`)}</dl>`:d}
</details>`}(e,n)}
</li>
`)}
</ul>
</section>
`}(n)} ${function(e){let{view:t,say:s,unit:i}=e,n={name:"message",label:s.messages.text,limit:i.form.limits.message,required:!0};return o`
<section aria-labelledby="messages-title">
<h3 id="messages-title">${s.messages.title}</h3>
${0===t.messages.length?o`<p class="hint">${s.messages.none}</p>`:d}
<ol class="talk">
${t.messages.map(({from:e,by:t,at:n,text:a})=>o`
<li class=${e}>
<p class="hint"><strong>${"reporter"===e?s.messages.you:t}</strong>, ${w(n,i)}</p>
<p class="written">${a}</p>
</li>
`)}
</ol>
${k(e,"message")&&!t.completion?o`${x(e,n)} ${q(e,{form:"message",label:s.messages.send,requests:()=>{let t=O(e,n);return"string"==typeof t?t:[{act:"messages",body:{...t,completes:!1}}]}})}`:d}
</section>
`}(n)} ${function(t){let{say:s,view:i,unit:n,entries:a,download:r}=t;return o`
<section aria-labelledby="evidence-title">
<h3 id="evidence-title">${s.evidence.title}</h3>
${0===i.evidence.length?o`<p class="hint">${s.evidence.none}</p>`:d}
<ul class="files">
${i.evidence.map(({id:t,name:i,size:a,sha256:l,browserAgreed:c,available:u})=>o`
<li>
<div>
${i} <span class="hint">${e(a,n.language)}</span>
<details class="hint">
<summary>SHA-256 ${l.slice(0,8)}…${c?o`, ${s.evidence.agreed}`:d}</summary>
<code>${l}</code>
</details>
${u?d:o`<p class="hint">${s.evidence.infected}</p>`}
</div>
${u?o`<button
type="button"
class="plain"
aria-label="${s.evidence.download}: ${i}"
@click=${()=>r(`evidence/${t}`,i)}
>
${s.evidence.download}
</button>`:d}
</li>
`)}
</ul>
${k(t,"evidence")&&!i.completion&&n.form.evidence.maxFiles>0?o`<details>
<summary>${s.evidence.add}</summary>
${I(t)} ${q(t,{form:"evidence",label:s.evidence.send,requests:()=>{if(a.pendingUploads>0)return s.evidence.pending;let e=a.evidence.map(({id:e})=>e);return e.length>0?[{act:"evidence",body:{evidence:e}}]:s.evidence.nothing}})}
</details>`:d}
</section>
`}(n)} ${(({view:e,say:t,unit:s})=>o`
<section>
<h3>${t.history.title}</h3>
<ol class="line">
${[...e.history].reverse().map(({at:e,label:i,by:n,text:a})=>o`
<li>
<strong>${i}</strong>
<span class="hint">${w(e,s)}, ${t.history.by} ${n}</span>
${a?o`<p class="written quote">${a}</p>`:d}
</li>
`)}
</ol>
</section>
`)(n)}
${function({view:e,say:t,unit:s}){return"anonymous"===e.privacy&&0===e.identityAccess.length?d:o`
<section>
<h3>${t.access.title}</h3>
${0===e.identityAccess.length?o`<p class="hint">${t.access.none}</p>`:d}
<ul class="line">
${e.identityAccess.map(({at:e,role:t,groundLabel:i,reason:n})=>o`
<li>
<strong>${t}</strong>
<span class="hint">${w(e,s)}</span>
<p class="written">${i}: ${n}</p>
</li>
`)}
</ul>
</section>
`}(n)} ${function(e){let{say:t,view:s}=e;return!k(e,"identity")||s.completion?d:o`
<details>
<summary>${t.identity.title}</summary>
<p class="lead">${t.identity.hint}</p>
${L(e)} ${q(e,{form:"identity",label:t.identity.send,requests:()=>{let s=U(e);return s.length>0?s:t.identity.nothing}})}
</details>
`}(n)} ${function(e){let{view:t,say:i}=e,{identityGiven:n,requests:a}=t.rights;return o`
<section aria-labelledby="rights-title">
<h3 id="rights-title">${i.rights.title}</h3>
<p class="hint">${i.rights.lead}</p>
${a.length>0?o`<ul class="line">${a.map(t=>function({say:e,unit:t},s){let{at:i,kindLabel:n,text:a,dueAt:r,overdue:l,answer:c}=s;return o`
<li class=${l?"late":""}>
<strong>${n}</strong>
<span class="hint">${w(i,t)}</span>
<p class="written">${a}</p>
${c?o`<p class="hint">
${c.granted?e.rights.granted:e.rights.refused}: ${c.by}, ${w(c.at,t)}
</p>
<p class="written quote">${c.text}</p>`:o`<p class="hint">${e.rights.due(w(r,t))}</p>
${l?o`<p class="problem">${e.clocks.overdue}</p>`:d}`}
</li>
`}(e,t))}</ul>`:d}
${t.rights.contacts.map(t=>function(e,{channel:t,label:s,state:i,until:n}){let{say:a,entries:r,enter:l,unit:c}=e,{title:u,hint:m,sent:p,digits:$,missing:h,confirm:g,send:b,again:y,confirmed:f}=a.rights.contact;if("confirmed"===i)return o`<p class="hint">✓ ${f(s)}</p>`;let v="awaited"===i&&null!==n,k=[{act:"contact-codes",body:{channel:t}}];return o`
<details ?open=${v}>
<summary>${u(s)}</summary>
<p class="lead">${v?p(w(n,c)):m}</p>
${v?o`<div class="field">
<label for="digits-${t}">${$}</label>
<input
id="digits-${t}"
inputmode="numeric"
maxlength="9"
autocomplete="one-time-code"
aria-describedby="code-${t}-problem"
.value=${r.digits}
@input=${e=>l({digits:e.target.value})}
/>
</div>
${q(e,{form:`code-${t}`,label:g,requests:()=>{let e=r.digits.replace(/\D/g,"");return 6===e.length?[{act:"contact-confirmations",body:{channel:t,code:e}}]:h}})}`:d}
${q(e,{form:`contact-${t}`,label:v?y:b,isQuiet:v,requests:()=>k})}
</details>
`}(e,t))}
<details>
<summary>${i.rights.copy.title}</summary>
<p class="lead">${i.rights.copy.hint}</p>
<button type="button" @click=${()=>e.download("own-data.html",`${t.number}.html`)}>
${i.rights.copy.send}
</button>
</details>
${n?o`${function(e){let{say:t,entries:i,enter:n,unit:a}=e,{title:r,hint:l,fields:c,remove:u,send:m,nothing:p}=t.rights.correction;return o`
<details>
<summary>${r}</summary>
<p class="lead">${l}</p>
${N.map(e=>o`
<div class="field">
<label for="correct-${e}">${c[e]}</label>
<input
id="correct-${e}"
type=${"email"===e?"email":"phone"===e?"tel":"text"}
maxlength=${a.form.limits[e]??d}
autocomplete="off"
.value=${i.corrected[e]??""}
@input=${t=>n({corrected:{...i.corrected,[e]:t.target.value}})}
/>
</div>
`)}
<fieldset>
<legend>${u}</legend>
${N.slice(1).map(e=>o`
<label class="check">
<input
type="checkbox"
.checked=${i.removed.includes(e)}
@change=${()=>n({removed:s(i.removed,e)})}
/>
<span>${c[e]}</span>
</label>
`)}
</fieldset>
${q(e,{form:"correction",label:m,requests:()=>{let e=N.flatMap(e=>{let t=i.corrected[e]?.trim();return t?[[e,t]]:[]}),t=Object.fromEntries([...e,...i.removed.map(e=>[e,null])]);return Object.keys(t).length>0?[{act:"identity/correction",body:t}]:p}})}
</details>
`}(e)} ${function(e){let{title:t,kept:s,ask:i,sure:n}=e.say.rights.withdrawal,a={act:"identity/withdrawal",body:{understood:!0}};return o`
<details>
<summary>${t}</summary>
<p class="lead">${e.view.rights.withdrawalMeaning}</p>
<p class="lead">${s}</p>
${_(e,{form:"identityWithdrawal",ask:i,label:n,isDanger:!0,requests:()=>[a]})}
</details>
`}(e)}`:d} ${function(e){let{say:t,entries:s,enter:i,unit:n}=e,{title:a,hint:r,kind:l,kinds:d,text:c,send:u}=t.rights.request,m={name:"dataRequest",label:c,limit:n.form.limits.message,required:!0};return o`
<details>
<summary>${a}</summary>
<p class="lead">${r}</p>
<fieldset>
<legend>${l}</legend>
${M.map(e=>o`
<label class="check">
<input
type="radio"
name="request-kind"
.checked=${s.requestKind===e}
@change=${()=>i({requestKind:e})}
/>
<span>${d[e]}</span>
</label>
`)}
</fieldset>
${x(e,m)} ${q(e,{form:"dataRequest",label:u,requests:()=>{let t=O(e,m);return"string"==typeof t?t:[{act:"data-requests",body:{kind:s.requestKind,text:t.text}}]}})}
</details>
`}(e)}
</section>
`}(n)} ${function(e){let{say:t,unit:s}=e;if(!k(e,"withdrawal"))return d;let i={name:"withdrawal",label:t.withdrawal.text,limit:s.form.limits.reason,required:!1};return o`
<details>
<summary>${t.withdrawal.title}</summary>
<p class="lead">${t.withdrawal.hint}</p>
${x(e,i)}
${_(e,{form:"withdrawal",ask:t.withdrawal.ask,label:t.withdrawal.sure,isDanger:!0,requests:()=>{let t=O(e,i);return"string"==typeof t?t:[{act:"withdrawal",body:t.text?{reason:t.text}:{}}]}})}
</details>
`}(n)}
<div class="actions foot">
<button type="button" @click=${()=>{this.download("receipt.pdf",`${t.number}.pdf`)}}>
${i.papers.pdf}
</button>
${t.record?o`<button type="button" @click=${()=>{this.download("record.pdf",`${t.number}-berkas.pdf`)}}>
${i.papers.record}
</button>`:d}
<a class="button" href=${t.verifyUrl} target="_blank" rel="noopener">
${i.papers.verify}<span class="unseen">(${this.messages.receipt.newTab})</span>
</a>
<button type="button" @click=${()=>{this.refresh()}}>${i.refresh}</button>
<button type="button" class="primary" @click=${this.signOut}>${i.close}</button>
</div>
`}renderDestroyed(e){let{say:t}=this;return o`
<h2 tabindex="-1">${t.complaint(e.view.number)}</h2>
${(({view:e,say:t,unit:s})=>o`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
${e.destroyed?o`<p class="meaning">${t.destroyed(v(e.destroyed.at,s),e.destroyed.record)}</p>`:d}
<dl>
<div><dt>${t.category}</dt><dd>${e.category.label}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${w(e.receivedAt,s)}</dd></div>
</dl>
</section>
`)(e)}
<div class="actions foot">
<button type="button" class="primary" @click=${this.signOut}>${t.close}</button>
</div>
`}formOf(e){let{unit:t,client:s,messages:i,say:n,entries:a,days:r,round:l,busy:o,confirming:d,problem:c}=this;return{view:e,unit:t,client:s,messages:i,say:n,entries:a,days:r,round:l,busy:o,confirming:d,problem:c,secret:this.credentials.trackingCode,today:(new Date).toLocaleDateString("sv",{timeZone:t.timeZone}),enter:e=>{this.entries={...this.entries,...e}},confirm:e=>{this.confirming=e},askForDays:()=>{this.askForDays()},perform:(e,t)=>{this.perform(e,t)},download:(e,t)=>{this.download(e,t)}}}get say(){return g(this.unit.language).follow}noEntries(){return{texts:{},later:[],stars:0,solved:void 0,evidence:[],pendingUploads:0,identity:{...t(this.unit),privacy:"named"},corrected:{},removed:[],requestKind:"access",digits:""}}get credentials(){let{number:e,trackingCode:t}=this.entered;return{number:e.trim(),trackingCode:t.trim()}}async open(){let{say:e,credentials:t}=this;if(this.isOpening)return;let s=t.number?t.trackingCode?void 0:e.code:e.number;if(this.signInProblem=s&&e.missing(s),s)return this.focusOn("#sign-in-problem");this.isOpening=!0;try{this.view=await this.client.follow(t);let e=E(this.memoryName);this.entered.remember?e.remember(t):e.forget(),await this.focusOn("h2")}catch(t){let s=b(t);this.signInProblem=404===s.status?e.notFound:y(s,this.messages),await this.focusOn("#sign-in-problem")}finally{this.isOpening=!1}}async refresh(){try{this.view=await this.client.follow(this.credentials),this.days=void 0,this.told=this.say.refreshed}catch(e){this.told=y(b(e),this.messages)}}async perform(e,t){if(!this.busy){if(this.told="","string"==typeof t)return this.refuse(e,t);this.problem=void 0,this.busy=e;try{for(let{act:e,body:s}of t)this.view=await this.client.act(this.credentials,e,await s),this.days=void 0,"evidence"===e&&(this.entries={...this.entries,evidence:[]});this.entries={...this.noEntries(),texts:{...this.entries.texts,[e]:""}},this.confirming=void 0,this.round+=1,this.told=this.say.sent,await this.focusOn("h2")}catch(t){await this.refuse(e,`${this.say.notSent} ${y(b(t),this.messages)}`)}finally{this.busy=void 0}}}refuse(e,t){return this.problem={form:e,sentence:t},this.focusOn(`#${e}-problem`)}async askForDays(){if(!this.days)try{this.days=JSON.parse(await(await this.client.download(this.credentials,"clocks")).text())}catch{this.days=null}}async download(e,t){try{i(await this.client.download(this.credentials,e),t)}catch{this.told=this.say.papers.failed}}signOut(){E(this.memoryName).forget(),this.entered=z,this.entries=this.noEntries(),this.view=void 0,this.days=void 0,this.told="",this.problem=void 0,this.focusOn("h2")}};f("aduan-follow",K);
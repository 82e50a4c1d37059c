import{a as e,b as t,c as i}from"./chunk-5ARJIFHU.js";import{a as n}from"./chunk-A7ULYQNS.js";import"./chunk-NPODGL4F.js";import{A as s,C as r,G as a,H as o,I as l,J as d,L as c,N as p,O as u,T as m,a as h,b as g,c as $,e as b,f,l as y,m as w,n as v,o as k,q as x,r as q,w as A,z as C}from"./aduan.js";var O=/(?<![0-9A-Z])[2-9A-HJKMNP-Z]{4}(?:[\s–—-]*[2-9A-HJKMNP-Z]{4}){4}(?![0-9A-Z])/i,_=/(?<![0-9A-Z])[A-Z][0-9A-Z]{0,9}[\s/.–—-]*20\d\d[\s/.–—-]*\d{1,6}(?![0-9A-Z])/i,j=({view:e},t)=>e.acts.includes(t);function T(e){return{texts:{},brings:[],stars:0,solved:void 0,evidence:[],pendingUploads:0,identity:{...s(e),privacy:"named"},corrected:{},removed:[],requestKind:"access",digits:""}}function W({entries:e,enter:t,formWording:i,problem:n,unit:s},r){let{name:a,label:o,hint:l,limit:d,required:c,rows:p=4}=r,u=e.texts[a]??"",m=n?.form===a,$=e=>e.toLocaleString(s.language);return h`
<div class="field">
<label for=${a}>
${o} ${c?g:h`<span class="optional">(${i.optional})</span>`}
</label>
${l?h`<p class="hint" id="${a}-hint">${l}</p>`:g}
<textarea
id=${a}
rows=${p}
autocomplete="off"
aria-required=${c?"true":g}
aria-invalid=${m?"true":g}
aria-describedby="${l?`${a}-hint`:""} ${a}-problem"
.value=${u}
@input=${({target:i})=>t({texts:{...e.texts,[a]:i.value}})}
></textarea>
${d?h`<p class=${u.length>d?"counter over":"counter"} aria-hidden="true">
${i.counter($(u.length),$(d))}
</p>`:g}
</div>
`}var K=({id:e,title:t,brief:i=""},n)=>h`
<section aria-labelledby="${e}-title">
<details class="fold">
<summary><h3 id="${e}-title">${t}</h3> <span class="hint">${i}</span></summary>
${n}
</details>
</section>
`,N=({view:e,wording:t,askForOlder:i},n)=>e.older?h`<button type="button" class="plain" @click=${()=>i(n)}>${t.older}</button>`:g;function D({busy:e,problem:t,wording:i,perform:n},{form:s,label:r,requests:a,isDanger:o,isQuiet:l}){let d=e===s;return h`
<p class="problem" id="${s}-problem" tabindex="-1" ?hidden=${t?.form!==s}>${t?.sentence}</p>
<button
type="button"
class=${o?"danger":l?"":"primary"}
aria-disabled=${d?"true":g}
@click=${()=>n(s,a())}
>
${d?i.sending:r}
</button>
`}var P=({confirm:e,wording:t})=>h`<button type="button" @click=${()=>e(void 0)}>${t.withdrawal.keep}</button>`;function S(e,{ask:t,...i}){return e.confirming!==i.form?h`<button type="button" @click=${()=>e.confirm(i.form)}>${t}</button>`:h`
<div class="actions">
${D(e,i)} ${P(e)}
</div>
`}function U({entries:e,wording:t,formWording:i,unit:n},s){let r=e.texts[s.name]?.trim()??"";return!r&&s.required?t.missing(s.label):s.limit&&r.length>s.limit?i.problems.tooLong(s.label,s.limit.toLocaleString(n.language)):{text:r}}function F(e){let{view:t,confirming:i,confirm:n,wording:s}=e,{accept:r,objection:a}=s.answer,o=j(e,"acceptance"),l=j(e,"objection");return o||l?"acceptance"===i?function(e){let{acceptMeaning:t,acceptSure:i}=e.wording.answer;return h`
<div class="choice" tabindex="-1" id="acceptance">
<p>${t}</p>
<div class="actions">
${D(e,{form:"acceptance",label:i,requests:()=>[{act:"acceptance",body:{}}]})} ${P(e)}
</div>
</div>
`}(e):l&&("objection"===i||t.unsatisfied?.objection)?function(e){let{wording:t,unit:i}=e,n={name:"objection",label:t.answer.objectionText,hint:t.answer.objectionHint,limit:i.form.limits.message,required:!0};return h`
<div class="choice">
${W(e,n)}
<div class="actions">
${D(e,{form:"objection",label:t.answer.object,requests:()=>{let t=U(e,n);return"string"==typeof t?t:[{act:"objection",body:t}]}})} ${P(e)}
</div>
</div>
`}(e):h`
<div class="actions choice">
${o?h`<button type="button" @click=${()=>n("acceptance")}>${r}</button>`:g}
${l?h`<button type="button" @click=${()=>n("objection")}>${a}</button>`:g}
</div>
`:g}var L=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,i){this._$Ct=e,this._$AM=t,this._$Ci=i}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:M}=$,H={},R=(e=>(...t)=>({_$litDirective$:e,values:t}))(class extends L{constructor(){super(...arguments),this.key=g}render(e,t){return this.key=e,t}update(e,[t,i]){return t!==this.key&&(((e,t=H)=>{e._$AH=t})(e),this.key=t),i}}),I=({unit:e,client:t,enter:i,entries:n,round:s,secret:r})=>R(s,h`<aduan-evidence
.limits=${e.form.evidence}
.language=${e.language}
.held=${n.evidence}
.secret=${r}
.client=${t}
@evidence-changed=${({detail:e})=>i({evidence:e.evidence,pendingUploads:e.pending.length})}
></aduan-evidence>`),Z=e=>{let{formWording:t,unit:i,client:n,entries:s,today:r,enter:a}=e,o={wording:t,unit:i,client:n,today:r,draft:s.identity,problems:{},change:e=>a({identity:e})};return(({entries:e,unit:t})=>c("identity",e.identity,t).map(e=>({...e,required:!1})))(e).map(e=>m(o,e))};function J({view:e,entries:t,unit:i,formWording:n,today:s}){let r={unit:i,wording:n,today:s},a=t.identity.texts,o=Object.entries(p("identity",t.identity,r)).find(([e])=>a[e]?.trim());if(o)return String(o[1]);let{reporter:l}=u(t.identity,i);return l?[{act:"identity",body:i.sealing?z(e.number,l,i):{reporter:l}}]:[]}var z=async(e,t,i)=>{let{sealRequest:n,caseContext:s}=await(import("./sealing-6N7KHHOX.js"));return n({reporter:t},i,s(e))},B=b`section,.status{margin-bottom:1.25rem}h2{margin-bottom:1rem;font-size:clamp(1.1rem,4.8vw,1.5rem)}h3{margin-bottom:.6rem}.statement a{display:inline-block;margin:-.3rem 0;padding:.3rem 0}.remember{margin-top:-.5rem}form>.hint{margin-bottom:1.25rem}.status,.answer{padding:.9rem 1.25rem;background:var(--_soft);border-radius:var(--_radius);border-inline-start:5px solid var(--_accent)}.badge{font-size:1.2rem;font-weight:700;color:var(--_accent)}.status .meaning{margin:.15rem 0 .6rem;font-size:1rem}dl{display:grid;gap:.5rem}.status dl div{display:grid;grid-template-columns:5rem 1fr;align-items:baseline}.foot+p{margin-top:.4rem}.foot>button{flex:1 1 auto}.days{gap:0;margin-top:.5rem}.days div{display:flex;flex-wrap:wrap;gap:0 1rem;padding-block:.3rem;border-top:1px solid var(--_border)}.days dt{flex:0 0 11rem}.days .counted,.days .added{font-weight:600}.asked{padding:1.25rem;color:inherit;background:var(--_warn-soft);border:2px solid var(--_warn);border-radius:var(--_radius)}.asked .hint,.asked .counter,.asked .optional{color:inherit}.asked>ul{margin-bottom:.75rem;padding-inline-start:1.3rem;font-weight:600}.asked>ul.line{padding-inline-start:0}.asked>p{margin-bottom:.9rem}.quote{margin:.4rem 0 .6rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--_border)}.choice{margin:1rem 0}.choice .hint{margin-bottom:.5rem}.answer details{margin:1rem 0 0;background:var(--_surface)}details>:nth-child(2){margin-top:.9rem}.line,.talk,.files{display:grid;gap:.9rem;list-style:none}.line li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_line)}.line strong,.line span{display:block}.line .late{border-color:var(--_danger)}.line details,.hint+details{margin-top:.6rem}.talk{margin:.6rem 0 1.25rem}.talk li{max-width:90%;padding:.7rem 1rem;background:var(--_soft);border-radius:var(--_radius);border:1px solid var(--_line)}.talk .reporter{justify-self:end;border-color:var(--_accent)}.fold{margin:0;padding:0;background:none;border:0;border-top:1px solid var(--_line);border-radius:0}.fold summary{display:grid;grid-template-columns:1fr auto;gap:0 1rem;align-content:center;align-items:center;min-height:2.75rem;padding-block:.5rem}.fold summary .hint{font-weight:400}.fold summary h3{margin:0}.fold summary:after{content:"";grid-area:1 / 2 / span 2;width:.55rem;height:.55rem;margin-inline-end:.35rem;border:solid var(--_accent);border-width:0 2px 2px 0;rotate:45deg}.fold[open] summary:after{rotate:225deg}section:has(>.fold){margin-bottom:0}.fold[open]{padding-bottom:1.25rem}.code{display:block;font-family:ui-monospace,Roboto Mono,Menlo,Consolas,monospace;user-select:all}.files{gap:.25rem;margin-bottom:.75rem}.files li{display:flex;align-items:center;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--_line)}.files button{flex:none}.files code{word-break:break-all}.foot{padding-top:1.25rem;border-top:1px solid var(--_line)}`,E=["name","address","phone","email"],G=["access","correction","erasure","objection","other"];function Q(e){let t=k(e),i=e=>{try{return e(sessionStorage)}catch{return}};return{recall:()=>i(e=>JSON.parse(e.getItem(t)??"null"))??void 0,remember:e=>i(i=>i.setItem(t,v(e))),forget:()=>i(e=>e.removeItem(t))}}var Y={number:"",trackingCode:"",remember:!1},V=class extends w{constructor(){super(...arguments),this.memoryName="",this.entered=Y,this.isOpening=!1,this.isRecalling=!1,this.liveText="",this.round=0,this.isCodeKept=!0,this.openOther=e=>{this.entered={...this.entered,number:e},this.startAnew(),this.open()},this.copy=async()=>{let{receipt:e}=this.wording,{number:t,trackingCode:i}=this.credentials;try{await navigator.clipboard.writeText(`${e.number}: ${t}\n${e.code}: ${i}`),this.isCodeKept=!0,this.liveText=e.copied}catch{this.liveText=`${e.number}: ${t}. ${e.code}: ${i}`}}}static{this.styles=[f,B]}static{for(let e of["unit","client","wording","memoryName","known","entered","view","signInProblem","isOpening","isRecalling","entries","busy","confirming","problem","liveText","round","isCodeKept","days"])y(this.prototype,e)}get unfinished(){if(this.view&&!this.isCodeKept)return"code";let{texts:e,identity:t,corrected:i,digits:n,evidence:s,pendingUploads:r,removed:a,stars:o}=this.entries;return[e,t.texts,i,{digits:n}].flatMap(e=>Object.values(e)).some(e=>e?.trim())||s.length+r+a.length+o>0?"entries":""}willUpdate(e){if(this.hasUpdated)return void(e.has("client")&&this.view&&this.refresh());this.entries=T(this.unit);let t=this.known??Q(this.memoryName).recall();if(!t)return;let{number:i,trackingCode:n}=t;this.isCodeKept=this.known?.isKept??!0,this.entered={number:i,trackingCode:n,remember:!0},this.isRecalling=!0,this.open().then(()=>{this.isRecalling=!1})}render(){return h`
<p class="unseen" role="status">${this.liveText}</p>
${this.view?this.renderCase(this.view):this.isRecalling?h`<p>${this.followWording.opening}</p>`:this.renderSignIn()}
${function({unitUrl:e,language:t}){let i=new URL(`${e.replace("/api/v1/tenants/","/t/")}/accessibility`);if(i.searchParams.set("lang",t),[...document.links].some(({href:e})=>e.split("?")[0]===i.href.split("?")[0]))return g;let{accessibility:n}=A(t).policy;return h`<p class="statement"><a href=${i.href} target="_blank" rel="noopener">${n}</a></p>`}(this.client)}
`}renderSignIn(){return function({wording:e,entered:t,problem:i,isBusy:n,telephone:s,enter:r,submit:a}){let o=!t.number.trim()!=!t.trackingCode.trim(),l=(e,n,s)=>h`
<div class="field">
<label for=${e}>${n}</label>
<p class="hint" id="${e}-hint">${s}</p>
<input
id=${e}
type="text"
autocomplete="off"
autocapitalize="characters"
spellcheck="false"
aria-required="true"
aria-invalid=${!i||o&&t[e].trim()?g:"true"}
aria-describedby="${e}-hint sign-in-problem"
.value=${t[e]}
@input=${({target:i})=>r({...t,[e]:i.value})}
/>
</div>
`;return h`
<form novalidate @submit=${e=>{e.preventDefault(),a()}}>
<h2 tabindex="-1">${e.title}</h2>
<p class="lead">${e.lead}</p>
<div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!i}><p>${i}</p></div>
${l("number",e.number,e.numberHint)} ${l("trackingCode",e.code,e.codeHint)}
<label class="check remember">
<input
type="checkbox"
aria-describedby="remember-hint"
.checked=${t.remember}
@change=${()=>r({...t,remember:!t.remember})}
/>
<span>${e.remember}</span>
</label>
<p class="hint" id="remember-hint">${e.rememberHint}</p>
<button class="primary" part="primary" aria-disabled=${n?"true":g}>
${n?e.opening:e.open}
</button>
<details>
<summary>${e.lostCode}</summary>
<p>${e.lostCodeHelp(s)}</p>
</details>
</form>
`}({wording:this.followWording,entered:this.entered,problem:this.signInProblem,isBusy:this.isOpening,telephone:this.unit.contact.telephone,enter:e=>{this.entered=e},submit:()=>{this.open()}})}renderCase(e){let{followWording:t}=this,i=this.formOf(e);return e.destroyed?this.renderDestroyed(i):h`
<h2 tabindex="-1">${t.complaint(e.number)}</h2>
<p class="note" ?hidden=${""===this.liveText}>${this.liveText}</p>
${function({view:e,wording:t,formWording:i,secret:n,busy:s,problem:r},{isKept:a,copy:o,replace:l}){return e.codeKnownToOffice?h`<div class="note asked">
<p>${t.ownCode.offer}</p>
<p class="problem" id="ownCode-problem" tabindex="-1" ?hidden=${"ownCode"!==r?.form}>${r?.sentence}</p>
<button type="button" class="primary" aria-disabled=${"ownCode"===s?"true":g} @click=${l}>
${t.ownCode.replace}
</button>
</div>`:a?g:h`<div class="note asked">
<p>${t.ownCode.keep} <strong class="code">${n}</strong></p>
<button type="button" @click=${o}>${i.receipt.copy}</button>
</div>`}(i,{isKept:this.isCodeKept,copy:this.copy,replace:()=>{this.replaceCode()}})} ${(({view:e,wording:t,unit:i})=>h`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
<p class="meaning">${e.statusMeaning}</p>
<dl>
<div><dt>${t.about}</dt><dd>${e.subject}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${o(e.receivedAt,i)}</dd></div>
</dl>
</section>
`)(i)} ${(({view:e,wording:t},i)=>(e.others??[]).map(({number:e,subject:n,statusLabel:s})=>h`<section class="asked">
<p>${t.otherMatter} <strong>${e}</strong>: ${n} (${s})</p>
<button type="button" @click=${()=>i(e)}>${t.open}</button>
</section>`))(i,this.openOther)} ${function({view:e,wording:t,unit:i,goTo:n}){let s=e.messages.at(-1);return"office"!==s?.from||e.completion?g:h`<div class="note asked">
<p>${t.messages.fresh(a(s.at,i))}</p>
<button type="button" class="primary" @click=${()=>n("#messages-title")}>${t.messages.read}</button>
</div>`}(i)} ${function(e){let{view:t,unit:i}=e,{spoken:n}=t;if(!n)return g;let s=e.wording.spoken,{transcript:r,file:a}=n,l=r?.reply,d=e=>o(e,i);return h`
<section aria-labelledby="spoken-title" class=${j(e,"transcript")?"asked note":""}>
<h3 id="spoken-title">${s.title}</h3>
<aduan-listen .form=${e} .path=${`evidence/${a}`}></aduan-listen>
${r?h`
<p ?hidden=${!j(e,"transcript")}>${s.check}</p>
<p class="written">${r.text}</p>
<p class="hint">${s.by(r.by,d(r.at))}</p>
`:h`<p class="hint">${s.waits}</p>`}
${l?h`<p class="hint">${null===l.text?s.confirmed(d(l.at)):s.corrected(d(l.at))}</p>`:g}
${l?.text?h`<p class="written">${l.text}</p>`:g}
${r&&j(e,"transcript")?function(e,t){let i=e.wording.spoken,n={name:"transcript",label:i.label,limit:e.unit.form.limits.chronology,required:!0};return h`
${D(e,{form:"confirmation",label:i.right,requests:()=>[{act:"transcript",body:{transcript:t}}]})}
<details @toggle=${()=>{let{entries:t,enter:i,view:n}=e;i({texts:{...t.texts,transcript:t.texts.transcript||(n.spoken?.transcript?.text??"")}})}}>
<summary>${i.wrong}</summary>
${W(e,{...n,rows:6})} ${D(e,{form:"transcript",label:i.send,requests:()=>{let i=U(e,n);return"string"==typeof i?i:[{act:"transcript",body:{transcript:t,...i}}]}})}
</details>
`}(e,r.at):g}
</section>
`}(i)} ${(({view:e,wording:t,unit:i})=>e.breachNotices.map(({at:e,text:n})=>h`<section class="asked">
<h3>${t.breach}</h3>
<p class="written">${n}</p>
<p class="hint">${o(e,i)}</p>
</section>`))(i)} ${function({view:{delay:e},wording:t,unit:i}){return e?h`
<section class="asked">
<h3>${t.delay.title}</h3>
<ul class="line">
${e.clocks.map(({label:e,dueAt:n,newDate:s})=>h`<li class="late">
<strong>${e}: ${t.delay.was(a(n,i))}</strong>
${s?h`<span>${t.delay.now(a(s,i))}</span>`:g}
</li>`)}
</ul>
${0===e.explanations.length?h`<p>${t.delay.unexplained}</p>`:g}
${e.explanations.map(({at:e,by:t,reason:n})=>h`<p class="written quote">${n}</p>
<p class="hint">${t}, ${o(e,i)}</p>`)}
</section>
`:g}(i)} ${function(e){let{view:t,wording:i,unit:n,formWording:s}=e,{completion:r}=t;if(!r)return g;let o={name:"completion",label:i.completion.text,limit:n.form.limits.message,required:!0},l=j(e,"identity")&&r.items.some(e=>"identity"===e||"contact"===e),d=r.items.filter(e=>!r.brought.includes(e)),c=e.entries.evidence.length>0,p=d.filter(t=>e.entries.brings.includes(t)||"evidence"===t&&c);return h`
<section class="asked" part="completion" aria-labelledby="completion-title">
<h3 id="completion-title">${i.completion.title}</h3>
<p class="written quote">${r.text}</p>
<fieldset>
<legend>${i.completion.brings}</legend>
${d.map(t=>h`<label class="check">
<input type="checkbox" .checked=${p.includes(t)} @change=${()=>(t=>e.enter({brings:p.includes(t)?p.filter(e=>e!==t):[...p,t]}))(t)} />
<span>${i.completion.asked[t]}</span>
</label>`)}
</fieldset>
${r.brought.length>0?h`<p class="hint">${i.completion.brought}: ${r.brought.map(e=>i.completion.asked[e]).join(", ")}</p>`:g}
<p>
<strong>${i.completion.until(a(r.until,n))}</strong> ${i.completion.paused}
</p>
${W(e,{...o,rows:6})}
${j(e,"evidence")?h`<details ?open=${r.items.includes("evidence")}>
<summary>${i.evidence.add} <span class="optional">(${s.optional})</span></summary>
${I(e)}
</details>`:g}
${l?Z(e):g}
${D(e,{form:"completion",label:i.completion.send,requests:()=>{let t=U(e,o);if("string"==typeof t)return t;if(e.entries.pendingUploads>0)return i.evidence.pending;let n=l?J(e):[];if("string"==typeof n)return n;let s=e.entries.evidence.map(({id:e})=>e);return d.length>0&&0===p.length?i.completion.pick:p.includes("evidence")&&0===s.length?i.evidence.nothing:[...s.length>0?[{act:"evidence",body:{evidence:s}}]:[],...n,{act:"messages",body:{text:t.text,completes:!0,brings:p}}]}})}
</section>
`}(i)} ${function(e){let{view:t,wording:i,unit:n}=e,{lapsed:s}=t;if(!s||!j(e,"reopening"))return g;let r={name:"reopening",label:i.reopening.text,limit:n.form.limits.message,required:!0};return h`
<section class="asked" aria-labelledby="reopening-title">
<h3 id="reopening-title">${i.reopening.title}</h3>
<p>${i.reopening.until(a(s.until,n))}</p>
<p class="written quote">${s.text}</p>
${W(e,{...r,rows:6})} ${D(e,{form:"reopening",label:i.reopening.send,requests:()=>{let t=U(e,r);return"string"==typeof t?t:[{act:"reopening",body:{text:t.text}}]}})}
</section>
`}(i)} ${function(e){let{view:t,wording:i,unit:n}=e,{answer:s}=t;return h`
${s?h`<section class="answer" part="answer" aria-labelledby="answer-title">
<h3 id="answer-title">${i.answer.title}</h3>
<p><strong>${i.answer.outcome}: ${s.outcomeLabel}</strong></p>
<p class="written quote">${s.text}</p>
<p class="hint">${i.answer.by} ${s.by}, ${o(s.at,n)}</p>
${F(e)}
</section>`:g}
${function(e){let{view:t,wording:i,unit:n,entries:s,enter:r}=e;if(t.rating)return h`<p class="note">${i.rating.given(t.rating.stars)}</p>
${t.unsatisfied?h`<p class="note asked" role="status">${t.unsatisfied.text}</p>`:g}`;if(!j(e,"rating"))return g;let a={name:"rating",label:i.rating.text,limit:n.form.limits.reason,required:!1},o=(e,t,i,n)=>h`
<label class="check">
<input type="radio" name=${e} .checked=${i} @change=${n} />
<span>${t}</span>
</label>
`;return h`
<section aria-labelledby="rating-title">
<h3 id="rating-title">${i.rating.title}</h3>
<fieldset>
<legend>${i.rating.solved}</legend>
${o("solved",i.rating.yes,!0===s.solved,()=>r({solved:!0}))}
${o("solved",i.rating.no,!1===s.solved,()=>r({solved:!1}))}
</fieldset>
<fieldset>
<legend>${i.rating.stars}</legend>
${[1,2,3,4,5].map(e=>o("stars",i.rating.star(e),s.stars===e,()=>r({stars:e})))}
</fieldset>
${W(e,a)} ${D(e,{form:"rating",label:i.rating.send,requests:()=>{let t=U(e,a);if("string"==typeof t)return t;let{stars:n,solved:r}=s;return 0===n||void 0===r?i.rating.pick:[{act:"rating",body:{stars:n,solved:r,...t.text&&t}}]}})}
</section>
`}(e)}
`}(i)} ${function(e){let{view:t,wording:i}=e,{grounded:n,declined:s}=t;return h`
${n?h`<section>
<h3>${i.grounded.title}</h3>
<p><strong>${n.wellFounded?i.grounded.yes:i.grounded.no}</strong></p>
<p class="written quote">${n.because}</p>
</section>`:g}
${s?h`<section class="answer">
<h3>${i.declined.title}</h3>
<p><strong>${s.reasonLabel}</strong></p>
<p class="written quote">${s.text}</p>
<p><strong>${i.declined.elsewhere}</strong></p>
<p class="written">${s.elsewhere}</p>
${t.answer?g:F(e)}
</section>`:g}
`}(i)}
${function(e){let{view:t,wording:i,unit:n}=e,s={name:"message",label:i.messages.text,limit:n.form.limits.message,required:!0},r=j(e,"message")&&!t.completion?h`${W(e,{...s,rows:2})} ${D(e,{form:"message",label:i.messages.send,requests:()=>{let t=U(e,s);return"string"==typeof t?t:[{act:"messages",body:{...t,completes:!1}}]}})}`:g;return 0!==t.messages.length||t.older?h`
<section aria-labelledby="messages-title">
<h3 id="messages-title" tabindex="-1">${i.messages.title}</h3>
${N(e,"messages")}
<ol class="talk">
${t.messages.map(({from:e,by:t,at:s,text:r})=>h`
<li class=${e}>
<p class="hint"><strong>${"reporter"===e?i.messages.you:t}</strong>, ${o(s,n)}</p>
<p class="written">${r}</p>
</li>
`)}
</ol>
${r}
</section>
`:r===g?g:K({id:"messages",title:i.messages.title},r)}(i)} ${function(e){let{view:t,wording:i,unit:n}=e;if(0===t.clocks.length)return g;let s=({stoppedAt:e,pausedAt:t,dueAt:s})=>e?i.clocks.done(a(e,n)):t?i.clocks.paused(a(t,n)):i.clocks.due(a(s,n)),r=t.clocks.filter(({stoppedAt:e})=>!e).sort((e,t)=>e.dueAt.localeCompare(t.dueAt))[0];return K({id:"clocks",title:i.clocks.title,brief:r?`${r.label} ${s(r)}`:""},h`
<ul class="line">
${t.clocks.map((t,n)=>h`
<li class=${t.overdue?"late":""}>
<strong>${t.label}: ${s(t)}</strong>
${t.overdue?h`<span class="problem">${i.clocks.overdue}</span>`:g}
<span class="hint">${t.explanation} ${t.basis}.</span>
${function({days:e,askForDays:t,wording:i},n){let s=e?.clocks[n];return 0===s?.groups.length?g:h`<details @toggle=${t}>
<summary>${i.clocks.dayByDay}</summary>
${null===e?h`<p class="problem">${i.clocks.daysFailed}</p>`:g}
${s?h`<dl class="days">${s.groups.map(({when:e,what:t,kind:i})=>h`<div class=${i}><dt>${e}</dt><dd>${t}</dd></div>`)}</dl>`:g}
</details>`}(e,n)}
</li>
`)}
</ul>
`)}(i)} ${function(e){let{wording:t,view:i,unit:s,entries:r,download:a}=e;return K({id:"evidence",title:t.evidence.title,brief:i.evidence.length?String(i.evidence.length):""},h`
${0===i.evidence.length?h`<p class="hint">${t.evidence.none}</p>`:g}
<ul class="files">
${i.evidence.map(({id:e,name:i,size:r,sha256:o,browserAgreed:l,available:d})=>h`
<li>
<div>
${i} <span class="hint">${n(r,s.language)}</span>
<details class="hint">
<summary>SHA-256 ${o.slice(0,8)}…${l?h`, ${t.evidence.agreed}`:g}</summary>
<code>${o}</code>
</details>
${d?g:h`<p class="hint">${t.evidence.infected}</p>`}
</div>
${d?h`<button
type="button"
class="plain"
aria-label="${t.evidence.download}: ${i}"
@click=${()=>a(`evidence/${e}`,i)}
>
${t.evidence.download}
</button>`:g}
</li>
`)}
</ul>
${j(e,"evidence")&&!i.completion&&s.form.evidence.maxFiles>0?h`<details>
<summary>${t.evidence.add}</summary>
${I(e)} ${D(e,{form:"evidence",label:t.evidence.send,requests:()=>{if(r.pendingUploads>0)return t.evidence.pending;let e=r.evidence.map(({id:e})=>e);return e.length>0?[{act:"evidence",body:{evidence:e}}]:t.evidence.nothing}})}
</details>`:g}
`)}(i)} ${(e=>{let{view:t,wording:i,unit:n}=e;return K({id:"history",title:i.history.title},h`
<ol class="line">
${[...t.history].reverse().map(({at:e,label:t,by:s,text:r})=>h`
<li>
<strong>${t}</strong>
<span class="hint">${o(e,n)}, ${i.history.by} ${s}</span>
${r?h`<p class="written quote">${r}</p>`:g}
</li>
`)}
</ol>
${N(e,"history")}
`)})(i)}
${function(e){let{view:t,wording:i,unit:n}=e;return 0!==t.identityAccess.length||t.older?K({id:"access",title:i.access.title},h`
${N(e,"identityAccess")}
<ul class="line">
${t.identityAccess.map(({at:e,role:t,groundLabel:i,reason:s})=>h`
<li>
<strong>${t}</strong>
<span class="hint">${o(e,n)}</span>
<p class="written">${i}: ${s}</p>
</li>
`)}
</ul>
`):g}(i)} ${function(e){let{wording:t,view:i}=e;return!j(e,"identity")||i.completion?g:h`
<details>
<summary>${t.identity.title}</summary>
<p class="lead">${t.identity.hint}</p>
${Z(e)} ${D(e,{form:"identity",label:t.identity.send,requests:()=>{let i=J(e);return i.length>0?i:t.identity.nothing}})}
</details>
`}(i)} ${function(e){let{view:t,wording:i}=e,{identityGiven:n,requests:s}=t.rights;return K({id:"rights",title:i.rights.title},h`
<p class="hint">${i.rights.lead}</p>
${"anonymous"===t.privacy||0!==t.identityAccess.length||t.older?g:h`<p>${i.access.none}</p>`}
${s.length>0?h`<ul class="line">${s.map(t=>function({wording:e,unit:t},i){let{at:n,kindLabel:s,text:r,dueAt:a,overdue:l,answer:d}=i;return h`
<li class=${l?"late":""}>
<strong>${s}</strong>
<span class="hint">${o(n,t)}</span>
<p class="written">${r}</p>
${d?h`<p class="hint">
${d.granted?e.rights.granted:e.rights.refused}: ${d.by}, ${o(d.at,t)}
</p>
<p class="written quote">${d.text}</p>`:h`<p class="hint">${e.rights.due(o(a,t))}</p>
${l?h`<p class="problem">${e.clocks.overdue}</p>`:g}`}
</li>
`}(e,t))}</ul>`:g}
${t.rights.contacts.map(t=>function(e,{channel:t,label:i,state:n,until:s}){let{wording:r,entries:a,enter:l,unit:d}=e,{title:c,hint:p,sent:u,digits:m,missing:$,confirm:b,send:f,again:y,confirmed:w}=r.rights.contact;if("confirmed"===n)return h`<p class="hint">✓ ${w(i)}</p>`;let v="awaited"===n&&null!==s,k=[{act:"contact-codes",body:{channel:t}}];return h`
<details ?open=${v}>
<summary>${c(i)}</summary>
<p class="lead">${v?u(o(s,d)):p}</p>
${v?h`<div class="field">
<label for="digits-${t}">${m}</label>
<input
id="digits-${t}"
inputmode="numeric"
maxlength="9"
autocomplete="one-time-code"
aria-describedby="code-${t}-problem"
.value=${a.digits}
@input=${({target:e})=>l({digits:e.value})}
/>
</div>
${D(e,{form:`code-${t}`,label:b,requests:()=>{let e=a.digits.replace(/\D/g,"");return 6===e.length?[{act:"contact-confirmations",body:{channel:t,code:e}}]:$}})}`:g}
${D(e,{form:`contact-${t}`,label:v?y:f,isQuiet:v,requests:()=>k})}
</details>
`}(e,t))}
<details>
<summary>${i.rights.copy.title}</summary>
<p class="lead">${i.rights.copy.hint}</p>
<button type="button" @click=${()=>e.download("own-data.html",`${t.number}.html`)}>
${i.rights.copy.send}
</button>
</details>
${n?h`${function(e){let{wording:t,entries:i,enter:n,unit:s}=e,{title:a,hint:o,fields:l,remove:d,send:c,sealed:p,nothing:u}=t.rights.correction;return h`
<details>
<summary>${a}</summary>
<p class="lead">${o}</p>
${E.map(e=>h`
<div class="field">
<label for="correct-${e}">${l[e]}</label>
<input
id="correct-${e}"
type=${"email"===e?"email":"phone"===e?"tel":"text"}
maxlength=${s.form.limits[e]??g}
autocomplete="off"
.value=${i.corrected[e]??""}
@input=${({target:t})=>n({corrected:{...i.corrected,[e]:t.value}})}
/>
</div>
`)}
<fieldset>
<legend>${d}</legend>
${E.slice(1).map(e=>h`
<label class="check">
<input
type="checkbox"
.checked=${i.removed.includes(e)}
@change=${()=>n({removed:r(i.removed,e)})}
/>
<span>${l[e]}</span>
</label>
`)}
</fieldset>
${D(e,{form:"correction",label:c,requests:()=>{let e=E.flatMap(e=>{let t=i.corrected[e]?.trim();return t?[[e,t]]:[]});if(s.sealing&&e.some(([e])=>"name"===e||"address"===e))return p;let t=Object.fromEntries([...e,...i.removed.map(e=>[e,null])]);return Object.keys(t).length>0?[{act:"identity/correction",body:t}]:u}})}
</details>
`}(e)} ${function(e){let{title:t,kept:i,ask:n,sure:s}=e.wording.rights.withdrawal,r={act:"identity/withdrawal",body:{understood:!0}};return h`
<details>
<summary>${t}</summary>
<p class="lead">${e.view.rights.withdrawalMeaning}</p>
<p class="lead">${i}</p>
${S(e,{form:"identityWithdrawal",ask:n,label:s,isDanger:!0,requests:()=>[r]})}
</details>
`}(e)}`:g} ${function(e){let{wording:t,entries:i,enter:n,unit:s}=e,{title:r,hint:a,kind:o,kinds:l,text:d,send:c}=t.rights.request,p={name:"dataRequest",label:d,limit:s.form.limits.message,required:!0};return h`
<details>
<summary>${r}</summary>
<p class="lead">${a}</p>
<fieldset>
<legend>${o}</legend>
${G.map(e=>h`
<label class="check">
<input
type="radio"
name="request-kind"
.checked=${i.requestKind===e}
@change=${()=>n({requestKind:e})}
/>
<span>${l[e]}</span>
</label>
`)}
</fieldset>
${W(e,p)} ${D(e,{form:"dataRequest",label:c,requests:()=>{let t=U(e,p);return"string"==typeof t?t:[{act:"data-requests",body:{kind:i.requestKind,text:t.text}}]}})}
</details>
`}(e)}
`)}(i)} ${function(e){let{wording:t,unit:i}=e;if(!j(e,"withdrawal"))return g;let n={name:"withdrawal",label:t.withdrawal.text,limit:i.form.limits.reason,required:!1};return K({id:"withdraw",title:t.withdrawal.title},h`
<p class="lead">${t.withdrawal.hint}</p>
${W(e,n)}
${S(e,{form:"withdrawal",ask:t.withdrawal.ask,label:t.withdrawal.sure,isDanger:!0,requests:()=>{let t=U(e,n);return"string"==typeof t?t:[{act:"withdrawal",body:t.text?{reason:t.text}:{}}]}})}
`)}(i)}
${K({id:"papers",title:t.papers.title},(({view:e,wording:t,formWording:i,download:n},s)=>h`
<div class="actions">
<button type="button" @click=${s}>${i.receipt.copy}</button>
<button type="button" @click=${()=>n("receipt.pdf?code=shown",`${e.number}-kode.pdf`)}>
${i.receipt.pdfWithCode}
</button>
<button type="button" @click=${()=>n("receipt.pdf",`${e.number}.pdf`)}>
${i.receipt.pdf}
</button>
${e.record?h`<button type="button" @click=${()=>n("record.pdf",`${e.number}-berkas.pdf`)}>
${t.papers.record}
</button>`:g}
<a class="button" href=${e.verifyUrl} target="_blank" rel="noopener">
${t.papers.verify}<span class="unseen">(${i.receipt.newTab})</span>
</a>
</div>
`)(i,this.copy))}
<div class="actions foot">
<button type="button" @click=${()=>{this.refresh()}}>${t.refresh}</button>
<button type="button" @click=${this.signOut}>${t.close}</button>
</div>
`}renderDestroyed(e){let{followWording:t}=this;return h`
<h2 tabindex="-1">${t.complaint(e.view.number)}</h2>
${(({view:e,wording:t,unit:i})=>h`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
${e.destroyed?h`<p class="meaning">${t.destroyed(a(e.destroyed.at,i),e.destroyed.record)}</p>`:g}
<dl>
<div><dt>${t.category}</dt><dd>${e.category.label}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${o(e.receivedAt,i)}</dd></div>
</dl>
</section>
`)(e)}
<div class="actions foot">
<button type="button" class="primary" @click=${this.signOut}>${t.close}</button>
</div>
`}formOf(e){let{unit:t,client:i,wording:n,followWording:s}=this,{entries:r,days:a,round:o,busy:d,confirming:c,problem:p}=this;return{view:e,unit:t,client:i,formWording:n,wording:s,entries:r,days:a,round:o,busy:d,confirming:c,problem:p,secret:this.credentials.trackingCode,today:l(t),enter:e=>{this.entries={...this.entries,...e}},confirm:e=>{this.confirming=e},askForDays:()=>{this.askForDays()},askForOlder:e=>{this.askForOlder(e)},perform:(e,t)=>{this.perform(e,t)},download:(e,t)=>{this.download(e,t)},goTo:e=>{this.focusOn(e)}}}get followWording(){return A(this.unit.language).follow}get credentials(){let{number:e,trackingCode:n}=this.entered,s=function({number:e,code:n}){let s=`${e}\n${n}`,r=O.exec(s)?.[0],a=r?s.replace(r,"\n"):s;return{number:(_.exec(a)?.[0]??e).trim(),code:r?t(i(r)):n.trim()}}({number:e,code:n});return{number:s.number,trackingCode:s.code}}async open(){let{followWording:e,credentials:t}=this;if(this.isOpening)return;let i=t.number?t.trackingCode?void 0:e.code:e.number;if(this.signInProblem=i&&e.missing(i),i)return this.focusOn("#sign-in-problem");this.isOpening=!0;try{this.view=await this.client.follow(t);let e=Q(this.memoryName);this.entered.remember?e.remember(t):e.forget(),await this.focusOn("h2")}catch(t){let i=x(t);this.signInProblem=404===i.status?e.notFound:q(i,this.wording),this.isRecalling=!1,await this.focusOn("#sign-in-problem")}finally{this.isOpening=!1}}startAnew(){this.entries=T(this.unit),this.days=void 0,this.liveText="",this.problem=void 0}async refresh(){try{this.view=await this.client.follow(this.credentials),this.days=void 0,this.liveText=this.followWording.refreshed}catch(e){this.liveText=q(x(e),this.wording)}}async perform(e,t){if(!this.busy){if(this.liveText="","string"==typeof t)return this.refuse(e,t);this.problem=void 0,this.busy=e;try{for(let{act:e,body:i}of t)this.view=await this.client.act(this.credentials,e,await i),this.days=void 0,"evidence"===e&&(this.entries={...this.entries,evidence:[]});this.entries={...T(this.unit),texts:{...this.entries.texts,[e]:""}},this.confirming=void 0,this.round+=1,this.liveText=this.followWording.sent,await this.focusOn("message"===e?"#messages-title":"h2")}catch(t){await this.refuse(e,`${this.followWording.notSent} ${q(x(t),this.wording)}`)}finally{this.busy=void 0}}}refuse(e,t){return this.problem={form:e,sentence:t},this.focusOn(`#${e}-problem`)}async askForDays(){if(!this.days)try{this.days=JSON.parse(await(await this.client.download(this.credentials,"clocks")).text())}catch{this.days=null}}async askForOlder(e){try{for(let t=this.view;t?.older&&t===this.view;){let i=await this.client.download(this.credentials,`older/${t.older}`),n=JSON.parse(await i.text());if(t!==this.view||(this.view={...t,older:n.older,history:[...n.history,...t.history],messages:[...n.messages,...t.messages],identityAccess:[...n.identityAccess,...t.identityAccess]},n[e].length>0))return;t=this.view}}catch(e){this.liveText=q(x(e),this.wording)}}async download(e,t){try{d(await this.client.download(this.credentials,e),t)}catch{this.liveText=this.followWording.papers.failed}}async replaceCode(){let{number:i}=this.credentials,n=this.ownCode??function(){let i="";for(;i.length<20;){let[t=255]=crypto.getRandomValues(new Uint8Array(1));t<248&&(i+=e[t%31])}return t(i)}();if(this.ownCode=n,await this.perform("ownCode",[{act:"code",body:{code:n}}]),this.problem&&(this.view=await this.client.follow({number:i,trackingCode:n}).catch(()=>this.view)),this.view?.codeKnownToOffice)return;let{remember:s}=this.entered;this.entered={number:i,trackingCode:n,remember:s},this.problem=void 0,this.ownCode=void 0,this.isCodeKept=!1,s&&Q(this.memoryName).remember(this.credentials)}signOut(){Q(this.memoryName).forget(),this.entered=Y,this.view=void 0,this.startAnew(),this.focusOn("h2"),this.dispatchEvent(new CustomEvent("follow-closed"))}},X=class extends w{constructor(){super(...arguments),this.path="",this.isPlaying=!1,this.text="",this.press=async()=>{if(this.isPlaying)return this.stop?.();let{client:e,view:t,secret:i,wording:n}=this.form;this.isPlaying=!0,this.text="";try{let{playBack:n}=await(import("./voice-ANTBAYMM.js")),s=await e.download({number:t.number,trackingCode:i},this.path);this.stop=await n(s,()=>{this.isPlaying=!1})}catch{this.isPlaying=!1,this.text=n.spoken.failed}}}static{this.styles=[f]}static{for(let e of["form","path","isPlaying","text"])y(this.prototype,e)}disconnectedCallback(){this.stop?.()}render(){let{spoken:e}=this.form.wording;return h`
<button type="button" @click=${this.press}>${this.isPlaying?e.stop:e.listen}</button>
<p role="status">${this.text}</p>
`}};C("aduan-follow",V),C("aduan-listen",X);
import{a as e,b as t,d as s,e as r,l as i,m as a,o as n,x as o}from"./aduan.js";var l=i`section{margin:1rem 0 1.5rem;padding:1rem 1.25rem;border:1px solid var(--_border);border-radius:var(--_radius)}h3{margin:0 0 .35rem}ul{margin:.75rem 0;padding-inline-start:1.25rem}.actions{margin-top:.75rem}`;function d(e){let t=y(e);if(t&&t.savedAt+6048e5>Date.now())return t.savedAt+6048e5;p(e)}var p=e=>{try{localStorage.removeItem(e)}catch{}};function c(e,t,s){return{async keep(r,i=()=>!0){let a=crypto.getRandomValues(new Uint8Array(12)),n={name:"AES-GCM",iv:a,additionalData:g(e)},o=await crypto.subtle.encrypt(n,t,g(JSON.stringify(r)));if(!i())return;let l={version:1,savedAt:Date.now(),tries:0,salt:m(s),iv:m(a),sealed:m(new Uint8Array(o))};localStorage.setItem(e,JSON.stringify(l))}}}async function h(e,t){let s=await crypto.subtle.importKey("raw",g(e),"PBKDF2",!1,["deriveKey"]),r={name:"PBKDF2",hash:"SHA-256",salt:t,iterations:6e5};return crypto.subtle.deriveKey(r,s,{name:"AES-GCM",length:256},!1,["encrypt","decrypt"])}function u(e,t){if(Date.now()-t<864e5)return e;let s=e.evidence.map(({name:e,size:t})=>({name:e,size:t,settled:!0}));return{...e,evidence:[],pending:[...e.pending??[],...s]}}function y(e){try{let t=JSON.parse(localStorage.getItem(e)??"null");return 1===t?.version?t:void 0}catch{return}}var g=e=>(new TextEncoder).encode(e),m=e=>btoa(Array.from(e,e=>String.fromCharCode(e)).join("")),f=e=>Uint8Array.from(atob(e),e=>e.charCodeAt(0)),b=class extends r{constructor(){super(...arguments),this.language="id",this.name="",this.stage="closed",this.isBusy=!1,this.problem="",this.told=""}static{this.styles=[a,l]}static{for(let e of["language","store","name","stage","isBusy","problem","told"])s(this.prototype,e)}show(e){this.stage=this.keeper?"kept":d(this.name)?"found":e?"asking":"closed",this.problem="",e&&this.focusOn("h3")}render(){return e`
<p class=${"closed"===this.stage&&this.told?"note":"unseen"} role="status">${this.told}</p>
${"closed"===this.stage?t:e`<section aria-labelledby="keep-title">${this.renderStage()}</section>`}
`}renderStage(){let{say:s,stage:r}=this;switch(r){case"closed":return t;case"kept":return e`
<h3 id="keep-title" tabindex="-1">${s.title}</h3>
<p>${s.kept(this.lastDay)}</p>
<div class="actions">${this.renderForget()}</div>
`;case"found":return e`
<h3 id="keep-title" tabindex="-1">${s.found}</h3>
<p>${s.foundLead(this.lastDay)}</p>
${this.renderPin("pin",s.openPin)}
<div class="actions">
${this.renderAct(s.open,s.opening,this.open)} ${this.renderForget()}
</div>
`;case"asking":return e`
<h3 id="keep-title" tabindex="-1">${s.title}</h3>
<p>${s.lead}</p>
<ul>
${s.shared.map(t=>e`<li>${t}</li>`)}
</ul>
${this.renderPin("pin",s.pin)} ${this.renderPin("repeat",s.repeat)}
<div class="actions">
${this.renderAct(s.keep,s.working,this.keep)}
<button type="button" @click=${this.close}>${s.cancel}</button>
</div>
`}}renderPin(s,r){let i="pin"===s?this.problem:"";return e`
<div class="field">
<label for=${s}>${r}</label>
${i?e`<p class="problem" id="problem">${i}</p>`:t}
<input
id=${s}
type="password"
autocomplete="off"
aria-invalid=${i?"true":t}
aria-describedby=${i?"problem":t}
@keydown=${this.press}
/>
</div>
`}renderAct(s,r,i){return e`
<button type="button" class="primary" aria-disabled=${this.isBusy?"true":t} @click=${()=>this.perform(i)}>
${this.isBusy?r:s}
</button>
`}renderForget(){return e`<button type="button" class="plain danger" @click=${this.forget}>${this.say.forget}</button>`}get say(){return n(this.language).keep}get lastDay(){return new Date(d(this.name)??Date.now()).toLocaleDateString(this.language,{dateStyle:"long"})}typed(e){return this.renderRoot.querySelector(`#${e}`)?.value??""}press(e){"Enter"===e.key&&(e.preventDefault(),this.renderRoot.querySelector(".primary")?.click())}async perform(e){this.isBusy||(this.isBusy=!0,this.problem="",await e.call(this),this.isBusy=!1,this.problem&&this.focusOn("#pin"))}async keep(){let{say:e,store:t,name:s}=this,r=this.typed("pin"),i=t.load();if(this.problem=void 0!==globalThis.crypto?.subtle?r.length<6?e.tooShort:v(r)?e.tooEasy:r!==this.typed("repeat")?e.differs:i?"":e.nothing:e.impossible,!this.problem&&i)try{let e=await async function(e,t){let s=crypto.getRandomValues(new Uint8Array(16));return c(e,await h(t,s),s)}(s,r);await e.keep(i),this.follow(e)}catch{this.problem=e.impossible}}async open(){let{say:e,store:t,name:s}=this,r=await async function(e,t){let s=y(e);if(!s)return"erased";localStorage.setItem(e,JSON.stringify({...s,tries:s.tries+1}));let r=f(s.salt),i=await h(t,r);try{let t={name:"AES-GCM",iv:f(s.iv),additionalData:g(e)},a=await crypto.subtle.decrypt(t,i,f(s.sealed)),n=JSON.parse((new TextDecoder).decode(a));return localStorage.setItem(e,JSON.stringify({...s,tries:0})),{draft:u(n,s.savedAt),keeper:c(e,i,r)}}catch{return s.tries+1<5?"wrong":(p(e),"erased")}}(s,this.typed("pin"));if("wrong"!==r)return"erased"===r?(this.told=e.erased,void(this.stage="closed")):(t.load()?.key!==r.draft.key&&t.save(r.draft),this.follow(r.keeper),this.told=e.opened,void this.dispatchEvent(new CustomEvent("draft-opened")));this.problem=e.wrong}follow(e){let{store:t}=this,{save:s,clear:r,load:i}=t;this.keeper=e,this.stage="kept",this.told=this.say.kept(this.lastDay),this.focusOn("h3");let a=Promise.resolve();t.save=t=>{s(t),a=a.then(()=>e.keep(t,()=>this.keeper===e)).catch(()=>{this.told=this.say.notKept})},t.clear=()=>{i()&&this.drop(),this.keeper=void 0,r()}}drop(){this.keeper=void 0,p(this.name),this.stage="closed"}forget(){this.drop(),this.told=this.say.forgotten}close(){this.stage="closed"}},v=e=>new Set(e).size<3||"01234567890 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop".includes(e.toLowerCase());function k(e,t){let{store:s,unit:r,shadowRoot:i}=e,a=i?.querySelector("aduan-keep"),n=a?.store===s?a:document.createElement("aduan-keep");n!==a&&a?.remove(),n.language=r.language,n.lang=n.language,n.store=s,n.name=s.keptAs??"",n.addEventListener("draft-opened",()=>e.requestUpdate("store"),{once:!0}),n!==a&&i?.prepend(n),n.show(t),t&&n.scrollIntoView({block:"nearest"})}o("aduan-keep",b);export{k as showKeep};
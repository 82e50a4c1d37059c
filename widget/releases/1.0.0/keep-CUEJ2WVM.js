import{a as e,b as t,c as i,d as s}from"./chunk-2XIGH6C2.js";import{a as r,c as a}from"./chunk-5ARJIFHU.js";import{a as n}from"./chunk-NPODGL4F.js";import{F as o,a as l,b as d,e as h,f as c,l as p,m as u,n as y,w as g,z as m}from"./aduan.js";async function w(t,s){let r=await crypto.subtle.importKey("raw",e(a(t)),"PBKDF2",!1,["deriveBits"]),n={name:"PBKDF2",hash:"SHA-256",salt:e(`aduan draft ${s}`),iterations:6e5},o=new Uint8Array(await crypto.subtle.deriveBits(n,r,384)),l=await crypto.subtle.importKey("raw",o.slice(0,32),"AES-GCM",!1,["encrypt","decrypt"]);return{handle:i(o.slice(32)),key:l,unit:s}}Math.ceil(43728);var f=(t,i)=>({name:"AES-GCM",iv:t,additionalData:e(i)}),v=h`section{margin:1rem 0 1.5rem;padding:1rem 1.25rem;border:1px solid var(--_border);border-radius:var(--_radius)}h2{margin:0 0 .35rem;font-size:1.0625rem}ul{margin:.75rem 0;padding-inline-start:1.25rem}.carried{font:700 1.5rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}.actions{margin-top:.75rem}`,b=class extends u{constructor(){super(...arguments),this.language="id",this.unitUrl="",this.code="",this.until="",this.isBusy=!1,this.problem="",this.liveText=""}static{this.styles=[c,v]}static{for(let e of["language","store","unitUrl","code","until","isBusy","problem","liveText"])p(this.prototype,e)}render(){let{wording:e,code:t,problem:i,isBusy:s}=this,r=(e,t)=>l`<button type="button" aria-disabled=${s?"true":d} @click=${()=>this.perform(t)}>${e}</button>`;return l`<section aria-labelledby="carry-title">
<h2 id="carry-title">${e.title}</h2>
<p role="status">${this.liveText}</p>
${t?l`<p class="carried"><strong>${t}</strong></p>
<p>${e.made(this.until)}</p>
<p class="hint">${e.stays}</p>`:l`<p>${e.lead}</p>`}
<div class="actions">${r(t?e.renew:e.make,this.make)}</div>
<div class="field">
<label for="code">${e.have}</label>
${i?l`<p class="problem" id="problem">${i}</p>`:d}
<input
id="code"
autocomplete="off"
autocapitalize="characters"
spellcheck="false"
aria-invalid=${i?"true":d}
aria-describedby=${i?"problem":d}
@keydown=${this.press}
/>
</div>
<div class="actions">${r(s?e.working:e.open,this.open)}</div>
</section>`}get wording(){return g(this.language).carry}press(e){"Enter"===e.key&&(e.preventDefault(),this.perform(this.open))}async perform(e){if(!this.isBusy){this.isBusy=!0,this.problem="",this.liveText=this.wording.working;try{await e.call(this)}catch{this.liveText=this.wording.failed}this.isBusy=!1,this.problem&&this.focusOn("#code")}}async make(){let s=this.store.load();if(!s?.privacy)return void(this.liveText=this.wording.nothing);let a=this.code||function(){let e="";for(;e.length<12;){let[t=255]=crypto.getRandomValues(new Uint8Array(1));t<248&&(e+=r[t%31])}return e.replace(/(.{4})(?=.)/g,"$1-")}(),n=await w(a,this.unitName),l=await async function({key:s,unit:r},a){let n=e(a);if(n.length>32768)throw new RangeError("The draft is too long.");let o=t(n,new Uint8Array(32768-n.length).fill(32)),l=crypto.getRandomValues(new Uint8Array(12)),d=await crypto.subtle.encrypt(f(l,r),s,o);return i(t(l,new Uint8Array(d)))}(n,y({...s,...k(s)?{}:{spoken:void 0},attempts:[],pending:[]})),d=await this.ask("",{handle:n.handle,sealed:l,key:s.key});if(!d.ok)throw new Error(`${d.status}`);let{expiresAt:h}=await d.json();this.until=new Date(h).toLocaleString(o(this.language),{dateStyle:"long",timeStyle:"short"}),this.code=a,this.liveText=this.wording.ready,this.destroyWithDraft(n)}async open(){let{wording:e,store:t}=this,i=this.renderRoot.querySelector("input")?.value??"",r=await w(i,this.unitName),a=await this.ask("/opening",{handle:r.handle});if(this.liveText="",404===a.status)return void(this.problem=e.unknown);if(!a.ok)throw new Error(`${a.status}`);let{sealed:n}=await a.json();t.save(await async function({key:e,unit:t},i){let r=s(i)??new Uint8Array,a=await crypto.subtle.decrypt(f(r.slice(0,12),t),e,r.slice(12));return JSON.parse((new TextDecoder).decode(a))}(r,n)),this.destroyWithDraft(r),this.liveText=e.opened,this.dispatchEvent(new CustomEvent("draft-opened"))}ask(e,t){return fetch(`${this.unitUrl}/drafts${e}`,{method:"POST",body:y(t),credentials:"omit",keepalive:"/destruction"===e,headers:{"content-type":"application/json","accept-language":this.language}})}get unitName(){return this.unitUrl.replace(/.*\//,"")}destroyWithDraft({handle:e}){let{store:t}=this,{clear:i,load:s}=t;t.clear=()=>{s()&&this.ask("/destruction",{handle:e}).catch(()=>{}),i()}}},k=({evidence:e})=>e.some(({name:e})=>e.startsWith(n)),$=864e5,A=7*$,S=$;function x(e){let t=B(e);if(t&&t.savedAt+A>Date.now())return t.savedAt+A;D(e)}var D=e=>{try{localStorage.removeItem(e)}catch{}};function T(e,t,i){return{async keep(s,r=()=>!0){let a=crypto.getRandomValues(new Uint8Array(12)),n={name:"AES-GCM",iv:a,additionalData:C(e)},o=await crypto.subtle.encrypt(n,t,C(y(s)));if(!r())return;let l={version:1,savedAt:Date.now(),tries:0,salt:O(i),iv:O(a),sealed:O(new Uint8Array(o))};localStorage.setItem(e,JSON.stringify(l))}}}async function U(e,t){let i=await crypto.subtle.importKey("raw",C(e),"PBKDF2",!1,["deriveKey"]),s={name:"PBKDF2",hash:"SHA-256",salt:t,iterations:6e5};return crypto.subtle.deriveKey(s,i,{name:"AES-GCM",length:256},!1,["encrypt","decrypt"])}function E(e,t){if(Date.now()-t<S)return e;let i=e.evidence.map(({name:e,size:t})=>({name:e,size:t,settled:!0}));return{...e,evidence:[],pending:[...e.pending??[],...i]}}function B(e){try{let t=JSON.parse(localStorage.getItem(e)??"null");return 1===t?.version?t:void 0}catch{return}}var C=e=>(new TextEncoder).encode(e),O=e=>btoa(Array.from(e,e=>String.fromCharCode(e)).join("")),P=e=>Uint8Array.from(atob(e),e=>e.charCodeAt(0)),K=class extends u{constructor(){super(...arguments),this.language="id",this.unitUrl="",this.name="",this.stage="closed",this.isBusy=!1,this.problem="",this.liveText="",this.isAsked=!1,this.tell=()=>this.dispatchEvent(new CustomEvent("draft-opened"))}static{this.styles=[c,v]}static{for(let e of["language","store","unitUrl","name","stage","isBusy","problem","liveText","isAsked"])p(this.prototype,e)}show(e){this.stage=this.keeper?"kept":x(this.name)?"found":e?"asking":"closed",this.problem="",this.isAsked||=e,e&&this.focusOn("h2")}render(){return l`
<p class=${"closed"===this.stage&&this.liveText?"note":"unseen"} role="status">${this.liveText}</p>
${"closed"===this.stage?d:l`<section aria-labelledby="keep-title">${this.renderStage()}</section>
${this.isAsked?l`<aduan-carry .language=${this.language} .store=${this.store} .unitUrl=${this.unitUrl} @draft-opened=${this.tell}></aduan-carry>`:d}`}
`}renderStage(){let{wording:e,stage:t}=this;switch(t){case"closed":return d;case"kept":return l`
<h2 id="keep-title" tabindex="-1">${e.title}</h2>
<p>${e.kept(this.lastDay)}</p>
<div class="actions">${this.renderForget()}</div>
`;case"found":return l`
<h2 id="keep-title" tabindex="-1">${e.found}</h2>
<p>${e.foundLead(this.lastDay)}</p>
${this.renderPin("pin",e.openPin)}
<div class="actions">
${this.renderAct(e.open,e.opening,this.open)} ${this.renderForget()}
</div>
`;case"asking":return l`
<h2 id="keep-title" tabindex="-1">${e.title}</h2>
<p>${e.lead}</p>
<ul>
${e.shared.map(e=>l`<li>${e}</li>`)}
</ul>
${this.renderPin("pin",e.pin)} ${this.renderPin("repeat",e.repeat)}
<div class="actions">
${this.renderAct(e.keep,e.working,this.keep)}
<button type="button" @click=${this.close}>${e.cancel}</button>
</div>
`}}renderPin(e,t){let i="pin"===e?this.problem:"";return l`
<div class="field">
<label for=${e}>${t}</label>
${i?l`<p class="problem" id="problem">${i}</p>`:d}
<input
id=${e}
type="password"
autocomplete="off"
aria-invalid=${i?"true":d}
aria-describedby=${i?"problem":d}
@keydown=${this.press}
/>
</div>
`}renderAct(e,t,i){return l`
<button type="button" class="primary" aria-disabled=${this.isBusy?"true":d} @click=${()=>this.perform(i)}>
${this.isBusy?t:e}
</button>
`}renderForget(){return l`<button type="button" class="plain danger" @click=${this.forget}>${this.wording.forget}</button>`}get wording(){return g(this.language).keep}get lastDay(){return new Date(x(this.name)??Date.now()).toLocaleDateString(o(this.language),{dateStyle:"long"})}typed(e){return this.renderRoot.querySelector(`#${e}`)?.value??""}press(e){"Enter"===e.key&&(e.preventDefault(),this.renderRoot.querySelector(".primary")?.click())}async perform(e){this.isBusy||(this.isBusy=!0,this.problem="",await e.call(this),this.isBusy=!1,this.problem&&this.focusOn("#pin"))}async keep(){let{wording:e,store:t,name:i}=this,s=this.typed("pin"),r=t.load();if(this.problem=void 0!==globalThis.crypto?.subtle?s.length<6?e.tooShort:F(s)?e.tooEasy:s!==this.typed("repeat")?e.differs:r?"":e.nothing:e.impossible,!this.problem&&r)try{let e=await async function(e,t){let i=crypto.getRandomValues(new Uint8Array(16));return T(e,await U(t,i),i)}(i,s);await e.keep(r),this.follow(e)}catch{this.problem=e.impossible}}async open(){let{wording:e,store:t,name:i}=this,s=await async function(e,t){let i=B(e);if(!i)return"erased";localStorage.setItem(e,JSON.stringify({...i,tries:i.tries+1}));let s=P(i.salt),r=await U(t,s);try{let t={name:"AES-GCM",iv:P(i.iv),additionalData:C(e)},a=await crypto.subtle.decrypt(t,r,P(i.sealed)),n=JSON.parse((new TextDecoder).decode(a));return localStorage.setItem(e,JSON.stringify({...i,tries:0})),{draft:E(n,i.savedAt),keeper:T(e,r,s)}}catch{return i.tries+1<5?"wrong":(D(e),"erased")}}(i,this.typed("pin"));if("wrong"!==s)return"erased"===s?(this.liveText=e.erased,void(this.stage="closed")):(t.load()?.key!==s.draft.key&&t.save(s.draft),this.follow(s.keeper),this.liveText=e.opened,void this.dispatchEvent(new CustomEvent("draft-opened")));this.problem=e.wrong}follow(e){let{store:t}=this,{save:i,clear:s,load:r}=t;this.keeper=e,this.stage="kept",this.liveText=this.wording.kept(this.lastDay),this.focusOn("h2");let a=Promise.resolve();t.save=t=>{i(t),a=a.then(()=>e.keep(t,()=>this.keeper===e)).catch(()=>{this.liveText=this.wording.notKept})},t.clear=()=>{r()&&this.drop(),this.keeper=void 0,s()}}drop(){this.keeper=void 0,D(this.name),this.stage="closed"}forget(){this.drop(),this.liveText=this.wording.forgotten}close(){this.stage="closed"}},F=e=>new Set(e).size<3||"01234567890 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop".includes(e.toLowerCase());function N(e,t){let{store:i,unit:s,client:r,shadowRoot:a}=e,n=a?.querySelector("aduan-keep"),o=n?.store===i?n:document.createElement("aduan-keep");o!==n&&n?.remove(),o.language=s.language,o.lang=o.language,o.store=i,o.unitUrl=r.unitUrl,o.name=i.keptAs??"",o.addEventListener("draft-opened",()=>e.requestUpdate("store"),{once:!0}),o!==n&&a?.prepend(o),o.show(t),t&&o.scrollIntoView({block:"nearest"})}m("aduan-carry",b),m("aduan-keep",K);export{N as showKeep};
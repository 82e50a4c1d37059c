import{a as e,d as t,e as a,k as i,l as o,m as n,n as r,o as s,p as l,x as d}from"./aduan.js";var c=o`dialog{width:min(26rem,calc(100vw - 2rem));padding:1.5rem;color:var(--_text);background:var(--_surface);border:0;border-top:5px solid var(--_accent);border-radius:var(--_radius)}dialog::backdrop{background:#0b1413}.actions{margin-top:1.25rem}h2{margin-bottom:.5rem}`,h=class extends a{constructor(){super(...arguments),this.lang="id",this.deadline=0,this.left=0,this.clock=0}static{this.styles=[n,c]}static{for(let e of["lang","deadline","left"])t(this.prototype,e)}disconnectedCallback(){clearInterval(this.clock)}willUpdate(){this.left=this.secondsLeft}firstUpdated(){this.renderRoot.querySelector("dialog")?.showModal(),this.clock=window.setInterval(()=>this.count(),1e3)}render(){let t=s(this.lang).idle;return e`
<dialog
role="alertdialog"
aria-labelledby="title"
aria-describedby="meaning"
@pointerdown=${u}
@keydown=${u}
@cancel=${this.stay}
>
<h2 id="title">${t.title}</h2>
<p id="meaning">${t.meaning(this.left)}</p>
<div class="actions">
<button type="button" class="primary" @click=${this.stay}>${t.stay}</button>
<button type="button" @click=${this.go}>${t.wipe}</button>
</div>
</dialog>
`}get secondsLeft(){return Math.max(0,Math.ceil((this.deadline-Date.now())/1e3))}count(){this.left=this.secondsLeft,0===this.left&&this.go()}stay(){this.answer(!0)}go(){this.answer(!1)}answer(e){clearInterval(this.clock),this.dispatchEvent(new CustomEvent("idle-answered",{detail:{isThere:e}}))}},u=e=>e.stopPropagation();async function g(e){e&&await l(Promise.resolve(),r(e.lang)).then(()=>function(e){let t=e.shadowRoot?.querySelector(".root");if(!t||!e.isConnected||!e.touchedAt&&!function({memoryName:e}){try{return[e,i(e)].some(e=>null!==sessionStorage.getItem(e))}catch{return!1}}(e))return;if(m(e))return void e.stay();let a=(e.touchedAt||Date.now()-e.quietFor)+e.quietFor+(e.answerWithin??6e4);if(p(e)||Date.now()>=a)return void e.wipe();let o=document.createElement("aduan-idle");o.lang=r(e.lang),o.deadline=a,o.addEventListener("idle-answered",t=>{o.remove(),t instanceof CustomEvent&&t.detail.isThere?e.stay():e.wipe()}),t.append(o)}(e),()=>e.wipe())}d("aduan-idle",h);var m=({shadowRoot:e,answerWithin:t})=>{let a=e?.querySelector("aduan-filing")?.shadowRoot;return!(!a?.querySelector('[aria-disabled="true"]')||t&&a.querySelectorAll(".actions button").length>2)},p=({mode:e,shadowRoot:t})=>"button"===e&&!t?.querySelector(".panel");export{g as askWhoIsThere};
import{a as e,b as t,e as a,f as i,l as s,m as n,n as o,p as r,y as l}from"./aduan.js";var d=n`dialog{width:min(26rem,calc(100vw - 2rem));padding:1.5rem;color:var(--_text);background:var(--_surface);border:0;border-top:5px solid var(--_accent);border-radius:var(--_radius)}dialog::backdrop{background:#0b1413}.actions{margin-top:1.25rem}h2{margin-bottom:.5rem}`,c={id:{title:"Masih di sini?",meaning:e=>`Isian di layar ini dihapus dalam ${e} detik, supaya orang lain tidak membacanya.`,stay:"Saya masih di sini",wipe:"Hapus sekarang"},en:{title:"Are you still there?",meaning:e=>`What is on this screen is erased in ${e} seconds, so that nobody else reads it.`,stay:"I am still here",wipe:"Erase now"},jv:{title:"Taksih wonten mriki?",meaning:e=>`Isen-isen ing layar menika dipunbusak ${e} detik malih, supados boten dipunwaos tiyang sanes.`,stay:"Kula taksih wonten mriki",wipe:"Busak sapunika"}},h=class extends i{constructor(){super(...arguments),this.lang="id",this.deadline=0,this.left=0,this.clock=0}static{this.styles=[o,d]}disconnectedCallback(){clearInterval(this.clock)}willUpdate(){this.left=this.secondsLeft}firstUpdated(){this.renderRoot.querySelector("dialog")?.showModal(),this.clock=window.setInterval(()=>this.count(),1e3)}render(){let e=c[this.lang];return t`
<dialog
role="alertdialog"
aria-labelledby="title"
aria-describedby="meaning"
@pointerdown=${u}
@keydown=${u}
@cancel=${this.stay}
>
<h2 id="title">${e.title}</h2>
<p id="meaning">${e.meaning(this.left)}</p>
<div class="actions">
<button type="button" class="primary" @click=${this.stay}>${e.stay}</button>
<button type="button" @click=${this.go}>${e.wipe}</button>
</div>
</dialog>
`}get secondsLeft(){return Math.max(0,Math.ceil((this.deadline-Date.now())/1e3))}count(){this.left=this.secondsLeft,0===this.left&&this.go()}stay(){this.answer(!0)}go(){this.answer(!1)}answer(e){clearInterval(this.clock),this.dispatchEvent(new CustomEvent("idle-answered",{detail:{isThere:e}}))}};e([a],h.prototype,"lang",2),e([a],h.prototype,"deadline",2),e([a],h.prototype,"left",2);var u=e=>e.stopPropagation();function p(e){let t=e?.shadowRoot?.querySelector(".root");if(!t||!e?.isConnected||!e.touchedAt&&!function({memoryName:e}){try{return[e,s(e)].some(e=>null!==sessionStorage.getItem(e))}catch{return!1}}(e))return;if(m(e))return void e.stay();let a=(e.touchedAt||Date.now()-e.quietFor)+e.quietFor+(e.answerWithin??6e4);if(y(e)||Date.now()>=a)return void e.wipe();let i=document.createElement("aduan-idle");i.lang=r(e.lang),i.deadline=a,i.addEventListener("idle-answered",t=>{i.remove(),t instanceof CustomEvent&&t.detail.isThere?e.stay():e.wipe()}),t.append(i)}l("aduan-idle",h);var m=({shadowRoot:e,answerWithin:t})=>{let a=e?.querySelector("aduan-filing")?.shadowRoot;return!(!a?.querySelector('[aria-disabled="true"]')||t&&a.querySelectorAll(".actions button").length>2)},y=({mode:e,shadowRoot:t})=>"button"===e&&!t?.querySelector(".panel");export{p as askWhoIsThere};
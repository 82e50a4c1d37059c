import{a as r,b as l,e as n,f as c,j as p,k as m,l as u,n as h,v as f}from"./aduan.js";var g=m`dialog{width:min(26rem,calc(100vw - 2rem));padding:1.5rem;color:var(--_text);background:var(--_surface);border:0;border-top:5px solid var(--_accent);border-radius:var(--_radius)}dialog::backdrop{background:#0b1413}.actions{margin-top:1.25rem}h2{margin-bottom:.5rem}`;var b={title:"Masih di sini?",meaning:e=>`Isian di layar ini dihapus dalam ${e} detik, supaya orang lain tidak membacanya.`,stay:"Saya masih di sini",wipe:"Hapus sekarang"},k={title:"Are you still there?",meaning:e=>`What is on this screen is erased in ${e} seconds, so that nobody else reads it.`,stay:"I am still here",wipe:"Erase now"},y={id:b,en:k};var i=class extends c{constructor(){super(...arguments);this.lang="id";this.deadline=0;this.left=0;this.clock=0}static{this.styles=[u,g]}disconnectedCallback(){clearInterval(this.clock)}willUpdate(){this.left=this.secondsLeft}firstUpdated(){this.renderRoot.querySelector("dialog")?.showModal(),this.clock=window.setInterval(()=>this.count(),1e3)}render(){let t=y[this.lang];return l`
<dialog
role="alertdialog"
aria-labelledby="title"
aria-describedby="meaning"
@pointerdown=${v}
@keydown=${v}
@cancel=${this.stay}
>
<h2 id="title">${t.title}</h2>
<p id="meaning">${t.meaning(this.left)}</p>
<div class="actions">
<button type="button" class="primary" @click=${this.stay}>${t.stay}</button>
<button type="button" @click=${this.go}>${t.wipe}</button>
</div>
</dialog>
`}get secondsLeft(){return Math.max(0,Math.ceil((this.deadline-Date.now())/1e3))}count(){this.left=this.secondsLeft,this.left===0&&this.go()}stay(){this.answer(!0)}go(){this.answer(!1)}answer(t){clearInterval(this.clock),this.dispatchEvent(new CustomEvent("idle-answered",{detail:{isThere:t}}))}};r([n],i.prototype,"lang",2),r([n],i.prototype,"deadline",2),r([n],i.prototype,"left",2);var v=e=>e.stopPropagation();f("aduan-idle",i);function O(e,a){let t=e.shadowRoot?.querySelector(".root");if(!t||!e.isConnected||!(e.touchedAt||w(a)))return;if(S(e)){e.stay();return}let s=(e.touchedAt||Date.now()-e.quietFor)+e.quietFor+(e.answerWithin??6e4);if($(e)||Date.now()>=s){e.wipe();return}let o=document.createElement("aduan-idle");o.lang=h(e.lang),o.deadline=s,o.addEventListener("idle-answered",d=>{o.remove(),d instanceof CustomEvent&&d.detail.isThere?e.stay():e.wipe()}),t.append(o)}function w(e){try{return[e,p(e)].some(a=>sessionStorage.getItem(a)!==null)}catch{return!1}}var S=({shadowRoot:e})=>!!e?.querySelector("aduan-filing")?.shadowRoot?.querySelector('[aria-disabled="true"]'),$=({mode:e,shadowRoot:a})=>e==="button"&&!a?.querySelector(".panel");export{O as askWhoIsThere};

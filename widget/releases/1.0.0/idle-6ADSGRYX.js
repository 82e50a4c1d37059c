import{a as e,e as t,f as a,l as i,m as o,o as n,v as s,w as r,x as d,z as l}from"./aduan.js";var c=t`dialog{width:min(26rem,calc(100vw - 2rem));padding:1.5rem;color:var(--_text);background:var(--_surface);border:0;border-top:5px solid var(--_accent);border-radius:var(--_radius)}dialog::backdrop{background:#0b1413}.actions{margin-top:1.25rem}h2{margin-bottom:.5rem}`,h=class extends o{constructor(){super(...arguments),this.lang="id",this.deadline=0,this.hasCode=!1,this.left=0,this.clock=0}static{this.styles=[a,c]}static{for(let e of["lang","deadline","hasCode","left"])i(this.prototype,e)}disconnectedCallback(){clearInterval(this.clock)}willUpdate(){this.left=this.secondsLeft}firstUpdated(){this.renderRoot.querySelector("dialog")?.showModal(),this.deadline&&(this.clock=window.setInterval(()=>this.count(),1e3))}render(){let{shared:t,own:a}=r(this.lang).idle,{title:i,stay:o,wipe:n}=this.deadline?t:a,s=this.deadline?t.meaning(this.left):this.hasCode?a.code:a.meaning;return e`
<dialog
role="alertdialog"
aria-labelledby="title"
aria-describedby="meaning"
@pointerdown=${u}
@keydown=${u}
@cancel=${this.stay}
>
<h2 id="title">${i}</h2>
<p id="meaning">${s}</p>
<div class="actions">
<button type="button" class="primary" @click=${this.stay}>${o}</button>
<button type="button" @click=${this.go}>${n}</button>
</div>
</dialog>
`}get secondsLeft(){return Math.max(0,Math.ceil((this.deadline-Date.now())/1e3))}count(){this.left=this.secondsLeft,0===this.left&&this.go()}stay(){this.answer(!0)}go(){this.answer(!1)}answer(e){clearInterval(this.clock),this.dispatchEvent(new CustomEvent("idle-answered",{detail:{isThere:e}}))}},u=e=>e.stopPropagation();async function w(e){e&&await d(Promise.resolve(),s(e.lang)).then(()=>function(e){let t=e.shadowRoot?.querySelector(".root");if(!t||!e.isConnected||!e.touchedAt&&!function({memoryName:e}){try{return[e,n(e)].some(e=>null!==sessionStorage.getItem(e))}catch{return!1}}(e)||t.querySelector("aduan-idle"))return;if(g(e))return void e.stay();let a=function({touchedAt:e,quietFor:t,answerWithin:a}){return a?(e||Date.now()-t)+t+a:0}(e);if(a&&(m(e)||Date.now()>=a))return void e.wipe();if(m(e))return;let i=document.createElement("aduan-idle");i.lang=s(e.lang),i.deadline=a,i.hasCode=!!e.shadowRoot?.querySelector("aduan-filing")?.shadowRoot?.querySelector("aduan-receipt"),i.addEventListener("idle-answered",t=>{i.remove(),t instanceof CustomEvent&&t.detail.isThere?e.stay():e.wipe()}),t.append(i)}(e),()=>{e.answerWithin&&e.wipe()})}l("aduan-idle",h);var g=({shadowRoot:e,answerWithin:t})=>{let a=e?.querySelector("aduan-filing")?.shadowRoot;return!(!a?.querySelector('[aria-disabled="true"]')||t&&a.querySelectorAll(".actions button").length>2)},m=({mode:e,shadowRoot:t})=>"button"===e&&!t?.querySelector(".panel");export{w as askWhoIsThere};
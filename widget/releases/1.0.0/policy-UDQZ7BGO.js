import{a as t,b as i,e as a,f as e,l as r,m as s,w as l,x as n,y as o,z as c}from"./aduan.js";var h=a`ol{margin:.6rem 0 1.25rem;padding-inline-start:1.6rem}li{padding:.2rem 0 .2rem .2rem}li::marker{color:var(--_accent);font-weight:700}`;c("aduan-policy",class extends s{constructor(){super(...arguments),this.problem="",this.hasWording=!1}static{this.styles=[e,h]}static{for(let t of["unit","client","policy","problem","hasWording"])r(this.prototype,t)}willUpdate(t){t.has("unit")&&(this.readWording(),this.policy=this.unit.privacyNotice.text?this.unit:void 0,this.policy||this.ask())}render(){let{client:a,policy:e,problem:r,unit:s}=this;if(!this.hasWording)return i;let{loading:n,retry:o,notice:c,accessibility:h}=l(s.language).policy;if(!e)return t`<div role="status"><p>${r||n}</p></div>
<button type="button" ?hidden=${!r} @click=${this.ask}>${o}</button>`;let p=`${a.unitUrl.replace("/api/v1/tenants/","/t/")}/accessibility?lang=${s.language}`,u="jv"===s.language?"id":i;return t`
<h3 lang=${u}>${e.procedure.title}</h3>
<ol lang=${u}>
${e.procedure.rules.map(i=>t`<li>${i}</li>`)}
</ol>
<h3>${c}</h3>
<p class="written" lang=${u}>${e.privacyNotice.text}</p>
<p><a href=${p} target="_blank" rel="noopener">${h}</a></p>
`}async readWording(){await n(Promise.resolve(),this.unit.language).catch(()=>{}),this.hasWording=!!l(this.unit.language)}async ask(){let{client:t,unit:i}=this;this.problem="";try{let a=await t.policy();i===this.unit&&(this.policy=a)}catch{this.problem=(await o(i.language)).failures["network/unreachable"]}}});
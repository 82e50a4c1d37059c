import{F as i,M as t,a,b as e,e as s,f as r,l,m as n,w as o,z as m}from"./aduan.js";var c=s`section{display:grid;gap:.5rem}ul{padding-inline-start:1.25rem}.away{display:var(--aduan-files,block)}`,h=class extends n{static{this.styles=[r,c]}static{for(let i of["form","client","similar"])l(this.prototype,i)}#i="";willUpdate(i){!i.has("form")||this.#t===this.#i||(this.#i=this.#t,this.similar=void 0,this.#i&&this.#a(this.#i))}render(){return a`<div role="status">${this.similar?.received?this.#e(this.similar):e}</div>`}get#t(){let{draft:i,unit:a}=this.form;return"category"===i.step&&t(a,i)?.similar?i.category:""}#e({received:i,answered:t,usualDays:e,latest:s}){let{tenant:r,language:l}=this.form.unit,n=o(l).similar,m=`${new URL(this.client.unitUrl).origin}/t/${encodeURIComponent(r)}/follow?lang=${l}`;return a`
<section class="note" aria-labelledby="similar">
<h3 id="similar">${n.title}</h3>
<p>${n.received(i??0)} ${t&&e?n.answered(t,e):n.few}</p>
<ul>
${s.map(({month:i,days:t})=>a`<li>${n.one(d(i,l),t)}</li>`)}
</ul>
<p>${n.yours}</p>
<p class="away">${n.again} <a href=${m} target="_blank" rel="noopener">${n.follow}</a></p>
</section>
`}async#a(i){try{let t=`${this.client.unitUrl}/categories/${encodeURIComponent(i)}/similar`,a=await fetch(t,{credentials:"omit"});a.ok&&i===this.#i&&(this.similar=await a.json())}catch{}}},d=(t,a)=>new Date(`${t}-15`).toLocaleDateString(i(a),{month:"long",year:"numeric",timeZone:"UTC"});m("aduan-similar",h);
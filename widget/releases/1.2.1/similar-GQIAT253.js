import{G as t,a as e,b as i,d as a,e as s,l,m as r,o as n,x as o}from"./aduan.js";var d=l`section{display:grid;gap:.5rem}ul{padding-inline-start:1.25rem}.away{display:var(--aduan-files,block)}`,c=class extends s{static{this.styles=[r,d]}static{for(let t of["form","client","told"])a(this.prototype,t)}#t="";willUpdate(t){!t.has("form")||this.#e===this.#t||(this.#t=this.#e,this.told=void 0,this.#t&&this.#i(this.#t))}render(){return e`<div role="status">${this.told?.received?this.#a(this.told):i}</div>`}get#e(){let{draft:e,unit:i}=this.form;return"category"===e.step&&t(i,e)?.similar?e.category:""}#a({received:t,answered:i,usualDays:a,latest:s}){let{tenant:l,language:r}=this.form.unit,o=n(r).similar,d=`${new URL(this.client.unitUrl).origin}/t/${encodeURIComponent(l)}/follow?lang=${r}`;return e`
<section class="note" aria-labelledby="similar">
<h3 id="similar">${o.title}</h3>
<p>${o.received(t??0)} ${i&&a?o.answered(i,a):o.few}</p>
<ul>
${s.map(({month:t,days:i})=>e`<li>${o.one(h(t,r),i)}</li>`)}
</ul>
<p>${o.yours}</p>
<p class="away">${o.again} <a href=${d} target="_blank" rel="noopener">${o.follow}</a></p>
</section>
`}async#i(t){try{let e=`${this.client.unitUrl}/categories/${encodeURIComponent(t)}/similar`,i=await fetch(e,{credentials:"omit"});i.ok&&t===this.#t&&(this.told=await i.json())}catch{}}},h=(t,e)=>new Date(`${t}-15`).toLocaleDateString(e,{month:"long",year:"numeric",timeZone:"UTC"});o("aduan-similar",c);
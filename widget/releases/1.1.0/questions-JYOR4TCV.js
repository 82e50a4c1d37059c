import{D as e,J as a,K as t,L as n,a as i,b as o,c as s,e as r,f as l,m as u,n as c,y as d,z as p}from"./aduan.js";var g={questions:12,choices:12,label:200,hint:300,choice:120,elsewhere:400,phone:40,link:300,text:1e3,person:200,place:200,amount:1e15},h=e=>"string"==typeof e?[e]:Array.isArray(e)?e:[];function m(e,a){let t=[];for(let n of e){let{shownWhen:e}=n;if(e&&(!t.some(({code:a})=>a===e.question)||!h(a[e.question]).some(a=>e.answers.includes(a))))continue;t.push(n);let i=k(n,a).find(({elsewhere:e})=>!e?.mayFile);if(i)return{asked:t,stoppedBy:{question:n,choice:i}}}return{asked:t,stoppedBy:null}}function k(e,a){let t=h(a[e.code]);return e.choices.filter(({code:e,elsewhere:a})=>null!==a&&t.includes(e))}var b=e=>`answers.${e}`;function f(e,a){let{asked:t,stoppedBy:n}=m(e,a);if(n)return[{path:b(n.question.code),code:"elsewhere"}];let i=Object.keys(a).filter(e=>t.every(a=>a.code!==e));return[...t.flatMap(e=>{let t=function({kind:e,choices:a,required:t},n){if(void 0===n||$(n))return t?"required":null;let i=e=>a.some(({code:a})=>a===e);switch(e){case"text":case"person":return"string"!=typeof n?"invalid":n.length>g[e]?"too-long":null;case"choice":return"string"==typeof n&&i(n)?null:"invalid";case"choices":{let e=Array.isArray(n)?n:[null];return e.every(e=>"string"==typeof e&&i(e))&&new Set(e).size===e.length?null:"invalid"}case"date":return"string"==typeof n&&function(e){if(!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(e))return!1;let a=new Date(`${e}T00:00:00Z`);return!Number.isNaN(a.getTime())&&a.toISOString().startsWith(e)}(n)?null:"invalid";case"amount":return Number.isInteger(n)&&Number(n)>=0&&Number(n)<=g.amount?null:"invalid";case"place":return y(n)?(n.text??"").length>g.place?"too-long":null:"invalid"}}(e,a[e.code]);return t?[{path:b(e.code),code:t}]:[]}),...i.map(e=>({path:b(e),code:"not-asked"}))]}var $=e=>void 0===e||""===e||(Array.isArray(e)?0===e.length:y(e)&&!e.text&&!e.at),y=e=>"object"==typeof e&&!Array.isArray(e);function w(e,{texts:a,at:t}){let[n=""]=a.map(e=>e.trim());switch(e){case"choices":return a.length>0?[...a]:void 0;case"amount":{let e=function(e){let a=e.replace(/^\s*rp\.?/i,"").replace(/[.,](?:00|-)\s*$/,"").replace(/[\s.,]/g,"");return/^\d+$/.test(a)?Number(a):Number.NaN}(n);return""===n?void 0:Number.isNaN(e)?n:e}case"place":return n||t?{...n&&{text:n},...t&&{at:t}}:void 0;default:return n||void 0}}function v({category:e,answers:a={}},{categories:t}){let{questions:n=[]}=t.find(({code:a})=>a===e)??{},i=function(e,a){let t=Object.fromEntries(e.map(({code:e,kind:t})=>[e,w(t,a(e)??{texts:[]})])),{asked:n}=m(e,t);return Object.fromEntries(n.map(({code:e})=>[e,t[e]]).filter(([,e])=>!$(e)))}(n,e=>a[e]);return{questions:n,answers:i,asked:m(n,i).asked}}var x=(e,a)=>v(e,a).answers,j={id:{lead:"Jawaban Anda membantu petugas bertindak tanpa bertanya lagi.",changed:"Pertanyaan kantor ini baru saja berubah. Muat ulang halaman; isian Anda di tab ini tetap ada.",required:e=>`Jawab: ${e}`,tooLong:e=>`Terlalu panjang. Paling banyak ${e} karakter.`,amountHint:"Dalam rupiah. Contoh: 1.500.000.",amount:"Tulis jumlah dengan angka saja, contoh: 1.500.000.",date:"Tanggal ini tidak ada. Contoh: 25 November 2026.",invalid:"Pilih salah satu jawaban yang tersedia.",person:"Nama, jabatan, atau ciri-cirinya. Disegel bersama pengaduan.",placeHint:"Tulis tempatnya, atau tambahkan lokasi Anda sekarang.",stops:"Dengan jawaban ini pengaduan tidak dikirim ke kantor ini.",mayFile:"Anda tetap dapat mengadu di sini.",locate:"Tambahkan lokasi saya sekarang",locateMeaning:"Lokasi hanya dibaca bila Anda menekan tombol ini, tampil sebagai angka, dan ikut terkirim bersama pengaduan.",locating:"Mencari lokasi…",located:e=>`Ikut dikirim: ${e}`,accuracy:e=>`ketelitian ± ${e} m`,forget:"Hapus lokasi",forgotten:"Lokasi dihapus.",denied:"Peramban tidak mengizinkan. Tulis saja tempatnya.",lost:"Lokasi tidak ditemukan. Coba lagi, atau tulis tempatnya."},en:{lead:"Your answers help the officers to act without asking again.",changed:"The office has just changed its questions. Load the page again; what you filled in stays in this tab.",required:e=>`Answer: ${e}`,tooLong:e=>`Too long. At most ${e} characters.`,amountHint:"In rupiah. Example: 1.500.000.",amount:"Write the amount in digits only, for example 1.500.000.",date:"There is no such day. Example: 25 November 2026.",invalid:"Choose one of the answers given.",person:"Name, position or description. Sealed with the complaint.",placeHint:"Write the place, or add where you are now.",stops:"With this answer the complaint is not sent to this office.",mayFile:"You can still complain here.",locate:"Add my location now",locateMeaning:"Your location is read only when you press this button, is shown in numbers, and is sent with the complaint.",locating:"Looking for your location…",located:e=>`Will be sent: ${e}`,accuracy:e=>`accurate to ± ${e} m`,forget:"Remove the location",forgotten:"The location was removed.",denied:"The browser does not allow it. Just write the place.",lost:"The location was not found. Try again, or write the place."},jv:{lead:"Wangsulan panjenengan mbiyantu petugas tumindak tanpa taken malih.",changed:"Kantor nembe nggantos pitakenanipun. Muat malih kaca menika; isen-isen ing tab menika tetep wonten.",required:e=>`Wangsuli: ${e}`,tooLong:e=>`Kepanjangen. Paling kathah ${e} karakter.`,amountHint:"Ing rupiah. Tuladha: 1.500.000.",amount:"Serat gunggungipun mawi angka kemawon, tuladha: 1.500.000.",date:"Tanggal menika boten wonten. Tuladha: 25 November 2026.",invalid:"Pilih salah setunggal wangsulan.",person:"Asma, kalenggahan, utawi ciri-ciripun. Dipunsegel sareng pengaduan.",placeHint:"Serat panggenanipun, utawi tambah lokasi panjenengan sapunika.",stops:"Kanthi wangsulan menika pengaduan boten dipunkintun dhateng kantor menika.",mayFile:"Panjenengan tetep saged ngaturaken pengaduan ing mriki.",locate:"Tambah lokasi kula sapunika",locateMeaning:"Lokasi namung dipunwaos menawi tombol menika dipunpencet, katampilaken awujud angka, lan tumut kakintun.",locating:"Madosi lokasi…",located:e=>`Tumut dipunkintun: ${e}`,accuracy:e=>`ketelitian ± ${e} m`,forget:"Busak lokasi",forgotten:"Lokasi sampun dipunbusak.",denied:"Peramban boten ngidini. Serat kemawon panggenanipun.",lost:"Lokasi boten pinanggih. Cobi malih, utawi serat panggenanipun."}},q=(e,{language:a})=>`Rp ${e.toLocaleString(a)}`;function N({latitude:e,longitude:a,accuracy:t},{language:n}){let i=Math.round(t).toLocaleString(n);return`${e.toFixed(5)}, ${a.toFixed(5)} (${j[n].accuracy(i)})`}function T({kind:e,choices:a},t,n){if("choice"===e||"choices"===e){let e=h(t);return a.filter(({code:a})=>e.includes(a)).map(({label:e})=>e).join("; ")}return"amount"===e?q(Number(t),n):"date"===e?p(String(t),{...n,timeZone:"UTC"}):y(t)?[t.text,t.at&&N(t.at,n)].filter(Boolean).join("\n"):String(t)}function A(e,a){let{questions:t,asked:n,answers:i}=v(e,a);return t.filter(({code:e})=>n.some(a=>a.code===e)).map(e=>{let t=i[e.code];return[e.label,void 0===t?"":T(e,t,a)]})}var L=u`:host{display:grid;gap:.5rem;justify-items:start;margin-top:.6rem}`,S=class extends CustomEvent{constructor(e){super("location-changed",{detail:e})}},M=class extends l{static{this.styles=[c,L]}render(){let{at:e,told:a,unit:t}=this,n=j[t.language];return e||window.isSecureContext&&navigator.geolocation?o`
<p class="hint">${n.locateMeaning}</p>
<p role="status">${e?n.located(N(e,t)):a?n[a]:s}</p>
${e?o`<button type="button" class="plain" @click=${this.#e}>${n.forget}</button>`:o`<button type="button" aria-disabled=${"locating"===a?"true":s} @click=${this.#a}>
${n.locate}
</button>`}
`:s}#a(){"locating"!==this.told&&(this.told="locating",navigator.geolocation.getCurrentPosition(({coords:{latitude:e,longitude:a,accuracy:t}})=>{this.told=void 0,this.#t({latitude:e,longitude:a,accuracy:Math.min(t,1e6)})},({code:e,PERMISSION_DENIED:a})=>{this.told=e===a?"denied":"lost"},{enableHighAccuracy:!0,timeout:2e4}))}#e(){this.told="forgotten",this.#t(void 0),this.focusOn("button")}#t(e){this.at=e,this.dispatchEvent(new S(e))}};function P(e,a){let{questions:t,answers:n}=v(e,a),i=j[a.language];return Object.fromEntries(f(t,n).map(({path:e,code:n})=>{let o=t.find(a=>b(a.code)===e);return[e,o?E(o,n,i,a):i.changed]}))}function E({kind:e,label:a},t,n,{language:i}){return"elsewhere"===t?n.stops:"required"===t?n.required(a):"too-long"!==t||"text"!==e&&"person"!==e&&"place"!==e?"amount"===e?n.amount:"date"===e?n.date:n.invalid:n.tooLong(g[e].toLocaleString(i))}function H(i){let{draft:r,unit:l,problems:u}=i,{questions:c,asked:d,answers:p}=v(r,l),g=j[l.language],h=Object.keys(u).some(e=>c.every(({code:a})=>b(a)!==e));return o`
<p class="lead">${g.lead}</p>
${h?o`<p class="note">${g.changed}</p>`:s}
${c.filter(({code:e})=>d.some(a=>a.code===e)).map(r=>r.choices.length>0?function(i,r,l){let{code:u,kind:c,label:d,hint:p}=r,g=b(u),h=a(g),m=i.problems[g],f=i.draft.answers?.[u]?.texts??[];return o`
<fieldset aria-describedby=${t(g,p??"",m)}>
<legend>${d} ${O(i,r)}</legend>
${p?o`<p class="hint" id="${h}-hint">${p}</p>`:s} ${n(g,m)}
${r.choices.map((a,t)=>o`
<label class="card" part="card">
<input
type=${"choice"===c?"radio":"checkbox"}
id=${0===t?h:`${h}-${a.code}`}
name=${g}
.checked=${f.includes(a.code)}
@change=${()=>C(i,u,{texts:"choice"===c?[a.code]:e(f,a.code)})}
/>
<span>${a.label}</span>
</label>
`)}
</fieldset>
<div role="status">${k(r,l).map(({elsewhere:e})=>function({unit:e},a){if(!a)return s;let{text:t,phone:n,link:i,mayFile:r}=a,l=j[e.language];return o`
<div class="note">
<p class="written">${t}</p>
${n?o`<p class="actions"><a class="button" href="tel:${n.replace(/[^+\d]/g,"")}">${n}</a></p>`:s}
${i?o`<p><a href=${i} target="_blank" rel="noreferrer">${i}</a></p>`:s}
<p><strong>${r?l.mayFile:l.stops}</strong></p>
</div>
`}(i,e))}</div>
`}(i,r,p):function(e,i,r){let{unit:l,draft:u,problems:c}=e,{code:d,kind:p,label:g}=i,h=b(d),m=a(h),k=c[h],f=j[l.language],$={amount:f.amountHint,person:f.person,place:f.placeHint},y=[i.hint,$[p]].filter(Boolean).join(" "),{texts:[w=""]=[],at:v}=u.answers?.[d]??{},x=({target:a})=>C(e,d,{texts:[a.value]}),N=r[d];return o`
<div class="field">
<label for=${m}>${g} ${O(e,i)}</label>
${y?o`<p class="hint" id="${m}-hint">${y}</p>`:s} ${n(h,k)}
${"text"===p?o`<textarea
id=${m}
rows="3"
aria-required=${i.required?"true":s}
aria-invalid=${k?"true":s}
aria-describedby=${t(h,y,k)}
.value=${w}
@input=${x}
></textarea>`:o`<input
id=${m}
type=${"date"===p?"date":"text"}
inputmode=${"amount"===p?"numeric":s}
autocomplete="off"
aria-required=${i.required?"true":s}
aria-invalid=${k?"true":s}
aria-describedby=${t(h,y,k)}
.value=${w}
@input=${x}
/>`}
${"amount"===p&&"number"==typeof N?o`<p class="counter">${q(N,l)}</p>`:s}
${"place"===p?o`<aduan-location
.unit=${l}
.at=${v}
@location-changed=${({detail:a})=>C(e,d,{at:a})}
></aduan-location>`:s}
</div>
`}(i,r,p))}
`}function C(e,a,t){let{draft:n}=e,i=n.answers?.[a]??{texts:[]};e.change({...n,answers:{...n.answers,[a]:{...i,...t}}})}i([r],M.prototype,"unit",2),i([r],M.prototype,"at",2),i([r],M.prototype,"told",2);var O=({messages:e},{required:a})=>a?s:o`<span class="optional">(${e.optional})</span>`;d("aduan-location",M);export{A as answerLines,x as answersOf,P as findAnswerProblems,H as questionsStep};
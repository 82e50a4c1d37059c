var e=globalThis,t=e=>e,i=e.trustedTypes,a=i?i.createPolicy("lit-html",{createHTML:e=>e}):void 0,n="$lit$",r=`lit$${Math.random().toFixed(9).slice(2)}$`,s="?"+r,o=`<${s}>`,l=document,d=()=>l.createComment(""),c=e=>null===e||"object"!=typeof e&&"function"!=typeof e,h=Array.isArray,u="[ \t\n\f\r]",p=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,m=/-->/g,g=/>/g,f=RegExp(`>|${u}(?:([^\\s"'>=/]+)(${u}*=${u}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,"g"),b=/'/g,v=/"/g,$=/^(?:script|style|textarea|title)$/i,y=(e,...t)=>({_$litType$:1,strings:e,values:t}),w=Symbol.for("lit-noChange"),k=Symbol.for("lit-nothing"),x=new WeakMap,_=l.createTreeWalker(l,129);function A(e,t){if(!h(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return void 0!==a?a.createHTML(t):t}var S=class e{constructor({strings:t,_$litType$:a},l){let c;this.parts=[];let h=0,u=0,y=t.length-1,w=this.parts,[k,x]=(e=>{let t,i=e.length-1,a=[],s="",l=p;for(let d=0;d<i;d++){let i,c,h=e[d],u=-1,y=0;for(;y<h.length&&(l.lastIndex=y,c=l.exec(h),null!==c);)y=l.lastIndex,l===p?"!--"===c[1]?l=m:void 0!==c[1]?l=g:void 0!==c[2]?($.test(c[2])&&(t=RegExp("</"+c[2],"g")),l=f):void 0!==c[3]&&(l=f):l===f?">"===c[0]?(l=t??p,u=-1):void 0===c[1]?u=-2:(u=l.lastIndex-c[2].length,i=c[1],l=void 0===c[3]?f:'"'===c[3]?v:b):l===v||l===b?l=f:l===m||l===g?l=p:(l=f,t=void 0);let w=l===f&&e[d+1].startsWith("/>")?" ":"";s+=l===p?h+o:u>=0?(a.push(i),h.slice(0,u)+n+h.slice(u)+r+w):h+r+(-2===u?d:w)}return[A(e,s+(e[i]||"<?>")),a]})(t);if(this.el=e.createElement(k,l),_.currentNode=this.el.content,2===a||3===a){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;null!==(c=_.nextNode())&&w.length<y;){if(1===c.nodeType){if(c.hasAttributes())for(let e of c.getAttributeNames())if(e.endsWith(n)){let t=x[u++],i=c.getAttribute(e).split(r),a=/([.?@])?(.*)/.exec(t);w.push({type:1,index:h,name:a[2],strings:i,ctor:"."===a[1]?q:"?"===a[1]?L:"@"===a[1]?E:T}),c.removeAttribute(e)}else e.startsWith(r)&&(w.push({type:6,index:h}),c.removeAttribute(e));if($.test(c.tagName)){let e=c.textContent.split(r),t=e.length-1;if(t>0){c.textContent=i?i.emptyScript:"";for(let i=0;i<t;i++)c.append(e[i],d()),_.nextNode(),w.push({type:2,index:++h});c.append(e[t],d())}}}else if(8===c.nodeType)if(c.data===s)w.push({type:2,index:h});else{let e=-1;for(;-1!==(e=c.data.indexOf(r,e+1));)w.push({type:7,index:h}),e+=r.length-1}h++}}static createElement(e,t){let i=l.createElement("template");return i.innerHTML=e,i}};function j(e,t,i=e,a){if(t===w)return t;let n=void 0!==a?i._$Co?.[a]:i._$Cl,r=c(t)?void 0:t._$litDirective$;return n?.constructor!==r&&(n?._$AO?.(!1),void 0===r?n=void 0:(n=new r(e),n._$AT(e,i,a)),void 0!==a?(i._$Co??=[])[a]=n:i._$Cl=n),void 0!==n&&(t=j(e,n._$AS(e,t.values),n,a)),t}var C=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,a=(e?.creationScope??l).importNode(t,!0);_.currentNode=a;let n=_.nextNode(),r=0,s=0,o=i[0];for(;void 0!==o;){if(r===o.index){let t;2===o.type?t=new O(n,n.nextSibling,this,e):1===o.type?t=new o.ctor(n,o.name,o.strings,this,e):6===o.type&&(t=new U(n,this,e)),this._$AV.push(t),o=i[++s]}r!==o?.index&&(n=_.nextNode(),r++)}return _.currentNode=l,a}p(e){let t=0;for(let i of this._$AV)void 0!==i&&(void 0!==i.strings?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},O=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,a){this.type=2,this._$AH=k,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=a,this._$Cv=a?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return void 0!==t&&11===e?.nodeType&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=j(this,e,t),c(e)?e===k||null==e||""===e?(this._$AH!==k&&this._$AR(),this._$AH=k):e!==this._$AH&&e!==w&&this._(e):void 0!==e._$litType$?this.$(e):void 0!==e.nodeType?this.T(e):(e=>h(e)||"function"==typeof e?.[Symbol.iterator])(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==k&&c(this._$AH)?this._$AA.nextSibling.data=e:this.T(l.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,a="number"==typeof i?this._$AC(e):(void 0===i.el&&(i.el=S.createElement(A(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===a)this._$AH.p(t);else{let e=new C(a,this),i=e.u(this.options);e.p(t),this.T(i),this._$AH=e}}_$AC(e){let t=x.get(e.strings);return void 0===t&&x.set(e.strings,t=new S(e)),t}k(t){h(this._$AH)||(this._$AH=[],this._$AR());let i,a=this._$AH,n=0;for(let r of t)n===a.length?a.push(i=new e(this.O(d()),this.O(d()),this,this.options)):i=a[n],i._$AI(r),n++;n<a.length&&(this._$AR(i&&i._$AB.nextSibling,n),a.length=n)}_$AR(e=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);e!==this._$AB;){let i=t(e).nextSibling;t(e).remove(),e=i}}},T=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,a,n){this.type=1,this._$AH=k,this._$AN=void 0,this.element=e,this.name=t,this._$AM=a,this.options=n,i.length>2||""!==i[0]||""!==i[1]?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=k}_$AI(e,t=this,i,a){let n=this.strings,r=!1;if(void 0===n)e=j(this,e,t,0),r=!c(e)||e!==this._$AH&&e!==w,r&&(this._$AH=e);else{let a,s,o=e;for(e=n[0],a=0;a<n.length-1;a++)s=j(this,o[i+a],t,a),s===w&&(s=this._$AH[a]),r||=!c(s)||s!==this._$AH[a],s===k?e=k:e!==k&&(e+=(s??"")+n[a+1]),this._$AH[a]=s}r&&!a&&this.j(e)}j(e){e===k?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},q=class extends T{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===k?void 0:e}},L=class extends T{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==k)}},E=class extends T{constructor(e,t,i,a,n){super(e,t,i,a,n),this.type=5}_$AI(e,t=this){if((e=j(this,e,t,0)??k)===w)return;let i=this._$AH,a=e===k&&i!==k||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,n=e!==k&&(i===k||a);a&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},U=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){j(this,e)}},N={I:O},P=(e,t,i)=>{let a=i?.renderBefore??t,n=a._$litPart$;if(void 0===n){let e=i?.renderBefore??null;a._$litPart$=n=new O(t.insertBefore(d(),e),e,void 0,i??{})}return n._$AI(e),n},M=()=>history.state?.depth??0;function H(e){let t=()=>location.replace(e),i=M();i?(addEventListener("popstate",t,{once:!0}),history.go(-i),setTimeout(t,300)):t()}var I=/light-dark\(([^;]+?),\s*#\w+\)/g,R=CSS.supports("color:light-dark(red,red)"),B=Number.parseFloat(getComputedStyle(document.documentElement).fontSize),D=B<14?16/B:1;function K([e=""]){let t=new CSSStyleSheet,i=e.replace(/([\d.]+)rem/g,(e,t)=>+t*D+"rem");return t.replaceSync(R?i:i.replace(I,"$1")),t}var W=K`:host{display:block;overflow-wrap:anywhere}:host([hidden]),[hidden]{display:none!important}*{box-sizing:border-box;scroll-margin-top:calc(6rem + var(--aduan-top,0px))}h2,h3,p,ul,ol,dl,dd,fieldset{margin:0;padding:0;border:0;min-width:0}h2{margin:0 0 1.25rem;font-size:1.5rem;line-height:1.25}h2:focus{outline:none}h3{font-size:1.0625rem;line-height:1.35}a{color:var(--_accent);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--_accent);outline-offset:2px;border-radius:4px}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.lead{margin-bottom:1.25rem;color:var(--_muted)}.hint,.meaning,.counter,.kept,.optional,dt{font-size:.9375rem;color:var(--_muted)}.optional{font-weight:400}.written{white-space:pre-wrap}.field,fieldset{margin:0 0 1.5rem}label,legend{font-weight:600}legend{padding:0;font-size:1.0625rem}fieldset>.hint{margin-bottom:.75rem}input:not([type=radio],[type=checkbox],[type=file]),textarea{display:block;width:100%;min-height:3rem;margin-top:.4rem;padding:.65rem .8rem;font:inherit;color:inherit;background:var(--_surface);border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6)}textarea{resize:vertical;line-height:1.5}[aria-invalid=true]:not([type=checkbox]){border:2px solid var(--_danger)}.counter{margin-top:.25rem;text-align:end;font-variant-numeric:tabular-nums}.over,.problem{color:var(--_danger);font-weight:600}.problem{margin:.3rem 0;padding-inline-start:.7rem;border-inline-start:4px solid var(--_danger)}button,.button{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-height:3rem;padding:.6rem 1.25rem;font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;color:var(--_accent);background:transparent;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6);cursor:pointer}button:hover,.button:hover{background:var(--_soft)}.primary{color:var(--_on-accent);background:var(--_accent);border-color:var(--_accent)}.primary:hover{background:var(--_accent);filter:brightness(.93)}[aria-disabled=true]{opacity:.65;cursor:progress}.plain{min-height:2.75rem;padding:.4rem 0;border-color:transparent;text-decoration:underline;text-underline-offset:.2em}.danger{color:var(--_danger)}.actions{display:flex;flex-wrap:wrap;gap:.75rem}.card,.check{display:grid;grid-template-columns:auto 1fr auto;gap:.8rem;cursor:pointer}.card{grid-template-columns:auto 1fr;margin-top:.75rem;padding:.85rem min(1rem,4vw);font-weight:400;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .8)}.card:hover{background:var(--_soft)}.card:has(:checked){background:var(--_soft);border-color:var(--_accent);box-shadow:inset 0 0 0 1px var(--_accent)}.card:has(:focus-visible){outline:3px solid var(--_accent);outline-offset:2px}.card :focus-visible{outline:none}.meaning{display:block;margin-top:.2rem}.check{align-items:center;min-height:2.75rem;padding:.35rem 0;font-weight:400}[type=radio],[type=checkbox]{width:1.35rem;height:1.35rem;margin:.1rem 0 0;accent-color:var(--_accent)}.note p+p{margin-top:.75rem}.note,.summary,details{margin:0 0 1.5rem;padding:.9rem 1rem;background:var(--_soft);border-radius:calc(var(--_radius) * .6);border:1px solid var(--_line)}.summary{background:var(--_danger-soft);border:2px solid var(--_danger)}.summary ul{margin-top:.35rem;padding-inline-start:1.2rem}.summary li{padding:.35rem 0}.summary a{padding:.35rem 0;color:var(--_danger);font-weight:600}summary{min-height:1.75rem;font-weight:600;cursor:pointer}details p{margin-top:.75rem}@media(max-width:30em){.actions>*{flex:1 1 100%}}@media(prefers-reduced-motion:no-preference){.card,button{transition:background-color .15s}}@media(forced-colors:active){.card:has(:checked){outline:3px solid Highlight}.primary{border:2px solid ButtonText}}`,z=class extends CustomEvent{constructor(e,t){super(e,{bubbles:!0,composed:!0,detail:t})}},F=class extends z{constructor(){super("aduan-ready",null)}},Z=class extends z{constructor(e){super("aduan-submitted",{number:e})}},V=class extends z{constructor(e){super("aduan-failed",{code:e})}},J=class extends z{constructor(){super("aduan-wiped",null)}};function G(e,t){let i=new WeakMap;Object.defineProperty(e,t,{get(){return i.get(this)},set(e){i.get(this)!==e&&(i.set(this,e),this.requestUpdate(t))}})}var Q=K`.root{color-scheme:inherit;--_given:var(--aduan-accent,var(--_unit-accent,#0b5f5c));--_accent:light-dark(var(--_given),#5cc4ba);--_on-accent:var(--aduan-on-accent,light-dark(#fff,#0d1716));--_surface:var(--aduan-surface,light-dark(#fff,#16201f));--_soft:var(--aduan-surface-soft,light-dark(#f3f7f6,#1f2b29));--_text:var(--aduan-text,light-dark(#17211f,#eaf1ef));--_muted:var(--aduan-muted,light-dark(#4d5b58,#b2c1bd));--_border:var(--aduan-border,light-dark(#7c8a87,#83938f));--_line:light-dark(#dbe3e1,#33423f);--_danger:var(--aduan-danger,light-dark(#b3261e,#ffb4ab));--_danger-soft:light-dark(#fdf1f0,#3a1f1d);--_warn-soft:light-dark(#fff7e3,#372c12);--_warn:light-dark(#7a4d00,#f2cd7a);--_radius:var(--aduan-radius,12px);--_shadow:0 8px 28px #0f1f1c1f}@supports (color: light-dark(red,oklch(from red l c h))){.root{--_accent:light-dark(oklch(from var(--_given) min(l,.5) c h),oklch(from var(--_given) max(l,.78) min(c,.11) h))}}`,X=class extends HTMLElement{constructor(){super(),this.#e=function(e){let t={...e};for(let i in t)Reflect.deleteProperty(e,i);return t}(this),this.renderRoot=this.attachShadow({mode:"open"}),this.hasUpdated=!1,this.#t=()=>{},this.renderRoot.adoptedStyleSheets=[...new.target.styles],this.updateComplete=new Promise(e=>{this.#t=e}),this.requestUpdate()}static{this.styles=[]}#e;#t;#i;connectedCallback(){this.hasUpdated||Object.assign(this,this.#e),this.#t()}attributeChangedCallback(e,t,i){null!==i&&Reflect.set(this,e.replace("-k","K"),i)}requestUpdate(e){if(!this.#i){this.#i=new Set;let e=()=>this.#a();this.updateComplete=this.updateComplete.then(e,e)}e&&this.#i.add(e)}willUpdate(e){}firstUpdated(){}async focusOn(e){await this.updateComplete;let t=this.renderRoot.querySelector(e);t?.scrollIntoView({block:"h2"===e?"start":"center"}),t?.focus({preventScroll:!0})}#a(){try{this.willUpdate(this.#i??new Set)}finally{this.#i=void 0}P(this.render(),this.renderRoot,{host:this}),!this.hasUpdated&&(this.hasUpdated=!0,this.firstUpdated())}},Y=e=>JSON.stringify(e,function(e){return this[e]}),ee=e=>{try{e(sessionStorage)}catch{}},te=e=>`${e}:follow`;function ie(e,t=Date.now){let i=e=>{let t;return ee(i=>{t=JSON.parse(i.getItem(e)??"{}")}),t},a=(e,t)=>ee(i=>i.setItem(e,Y(t))),n=te(e);return{keptAs:`${e}:kept`,get savedAt(){return i(e)?.savedAt},load(){let t=i(e);return 1===t?.version?t.draft:void 0},save:i=>a(e,{version:1,savedAt:t(),draft:i}),clear:()=>ee(t=>t.removeItem(e)),hold:e=>a(n,e??{}),held(){let e=i(n);return e?.followUpUrl?e:void 0}}}var ae=class extends Error{constructor(e,t=0,i,a=0){super(e),this.code=e,this.status=t,this.problem=i,this.retryAfter=a}get isUncertain(){return 0===this.status||this.status>=500}},ne=e=>e instanceof ae?e:new ae("widget/fault",400);function re(e,{failures:t}){if(429===e.status)return t.wait(e.retryAfter||60);let i=t,a=e.code.includes("/")?i[e.code]:void 0;return"string"==typeof a?a:e.problem?.detail||t.unknown}var se=()=>new ae("network/unreachable"),oe=()=>new ae("network/nonsense",502);function le(e,t,i){let a=Number(i)||0;try{let i=JSON.parse(t);if("string"==typeof i?.code)return new ae(i.code,e,i,a)}catch{}return new ae("network/nonsense",e,void 0,a)}var de,ce={launcher:"Sampaikan pengaduan",panel:"Pengaduan",loading:"Menyiapkan formulir…",unavailable:"Formulir belum dapat ditampilkan.",elsewhere:"Anda tetap dapat mengadu di sini:",tryAgain:"Coba lagi",close:"Tutup",quickExit:"Keluar cepat",quickExitMeaning:"Menghapus isian dan meninggalkan halaman ini",isItReal:"Pastikan ini formulir resmi",wiped:"Isian sebelumnya sudah dihapus dari layar ini.",otherLanguageMissing:"Bahasa lain belum dapat dimuat.",private:"Pengaduan Anda tidak diumumkan.",step:(e,t)=>`Langkah ${e} dari ${t}`,next:"Lanjut",back:"Kembali",optional:"tidak wajib",change:"Ubah",restored:"Isian Anda masih ada.",changed:"Kantor mengubah formulir ini. Isian Anda masih ada. Silakan periksa lagi.",startOver:"Hapus isian dan mulai dari awal",keptHere:"Isian hanya ada di halaman ini. Di HP orang lain, tekan “Keluar cepat” setelah selesai.",keep:"Simpan atau buka draf",notGiven:"Tidak diisi",policy:"Aturan penanganan dan privasi",steps:{procedure:"Pilih kerahasiaan identitas",category:"Jenis pengaduan",questions:"Beberapa pertanyaan",story:"Apa yang terjadi",evidence:"Bukti pendukung",identity:"Identitas dan kontak",contact:"Kontak (boleh dilewati)",review:"Periksa dan kirim"},procedure:{privacy:"Siapa yang boleh tahu identitas Anda?"},category:{question:"Mana yang paling mendekati kejadian Anda?",hint:""},story:{hint:"Ceritakan dengan kata-kata sendiri."},evidence:{lead:"Boleh disusulkan.",add:"Tambahkan bukti",loading:"Menyiapkan…",unavailable:"Bagian ini belum dapat dimuat. Silakan coba lagi.",none:"Tanpa bukti",pending:"Ada berkas yang perlu dipilih ulang atau dihapus.",arriving:(e,t)=>`Menunggu bukti selesai diunggah: ${e}%${t?`, sekitar ${t} menit lagi`:""}. Setelah itu pengaduan dikirim.`},identity:{hint:"Kami memakainya untuk menghubungi Anda tentang pengaduan ini.",confidential:"Identitas Anda disegel. Petugas yang menangani tidak melihatnya.",anonymous:"Isi hanya bila Anda ingin diberi tahu.",channels:"Cara memberi tahu Anda",channelsHint:"Bila kosong, kami memakai kontak yang Anda isi.",place:e=>`pilihan ke-${e}`},channels:{email:"Surel",whatsapp:"WhatsApp",sms:"SMS",letter:"Surat"},review:{statement:"Isi pengaduan ini benar sepanjang pengetahuan saya. Saya sudah membaca aturan penanganan dan privasi.",send:"Kirim pengaduan"},fields:{privacy:{label:"Siapa yang boleh tahu identitas Anda",hint:""},category:{label:"Jenis pengaduan",hint:""},subject:{label:"Pokok pengaduan",hint:"Contoh: “Diminta uang saat mengambil surat”."},chronology:{label:"Uraian kejadian",hint:"Dari awal sampai akhir."},occurredAt:{label:"Tanggal kejadian",hint:""},occurredPlace:{label:"Tempat kejadian",hint:"Contoh: loket 2."},reportedPerson:{label:"Siapa yang diadukan",hint:"Petugas dengan nama itu tidak membacanya, sampai petugas lain memutuskan."},requestedRemedy:{label:"Harapan Anda",hint:""},evidence:{label:"Bukti pendukung",hint:""},"reporter.name":{label:"Nama lengkap",hint:""},"reporter.address":{label:"Alamat",hint:""},"reporter.phone":{label:"Nomor HP",hint:""},"reporter.email":{label:"Surel (e-mail)",hint:""},"reporter.onBehalfOf":{label:"Nama orang yang Anda wakili",hint:""},"reporter.channels":{label:"Cara memberi tahu",hint:""}},problems:{title:"Ada yang perlu dilengkapi",required:e=>`${e} belum diisi.`,pick:e=>`Pilih ${e.toLowerCase()}.`,pickPrivacy:"Pilih siapa yang boleh tahu identitas Anda.",tooLong:(e,t)=>`${e} terlalu panjang. Paling banyak ${t} karakter.`,email:"Tulis alamat surel seperti nama@contoh.example.",phone:"Tulis nomor HP dengan angka, paling sedikit 6.",contact:(e,t)=>`Untuk diberi tahu lewat ${e}, isi ${t}.`,statement:"Centang pernyataan ini untuk mengirim."},counter:(e,t)=>`${e} dari ${t}`,remaining:e=>`Tersisa ${e} karakter.`,sending:{sending:"Mengirim… jangan tutup halaman ini.",proving:"Banyak pengaduan masuk. Perangkat Anda diperiksa dahulu, kurang dari semenit.",retrying:"Belum ada tanda terima. Jaringan terputus. Kami mencoba lagi selama halaman ini terbuka.",stop:"Berhenti mengirim",stopped:"Pengiriman dihentikan. Isian Anda masih utuh.",failed:"Pengaduan belum terkirim. Isian Anda masih utuh."},failures:{elsewhere:e=>`Bila tetap gagal, hubungi kantor di ${e} atau datang langsung. Pengaduan lisan juga kami terima.`,"network/unreachable":"Layanan tidak dapat dihubungi. Periksa jaringan, lalu coba lagi.","network/timeout":"Layanan terlalu lama menjawab. Silakan coba lagi; tidak akan tercatat dua kali.","network/nonsense":"Jawaban layanan tidak terbaca. Silakan coba beberapa saat lagi.","limit/unsolvable":"Pemeriksaan gagal. Silakan pakai perangkat lain.",wait:e=>`Terlalu banyak permintaan. Tunggu ${e} detik, lalu kirim lagi. Pengaduan belum tercatat.`,unknown:"Terjadi kesalahan di layanan. Silakan coba beberapa saat lagi."},receipt:{title:"Pengaduan Anda sudah diterima",earlier:"Pengiriman pertama sudah sampai. Sampaikan perubahannya lewat halaman pantau.",number:"Nomor pengaduan",code:"Kode lacak",codeOnce:"Simpan kode ini sekarang. Kode tidak kami kirim lewat pesan.",copy:"Salin nomor dan kode",copied:"Nomor dan kode sudah disalin.",notCopied:"Tidak dapat menyalin otomatis. Kode sudah dipilih: salin atau catat.",save:"Simpan sebagai berkas",saved:"Berkas disimpan dengan kode lacak. Siapa pun yang membukanya dapat membaca pengaduan Anda.",pdf:"Unduh tanda terima (PDF) tanpa kode",pdfWithCode:"Unduh tanda terima (PDF) dengan kode",pdfDone:"Tanda terima diunduh.",pdfFailed:"Tanda terima belum dapat diunduh. Silakan coba lagi.",receivedAt:"Diterima",dates:"Target waktu kami",due:"paling lambat",next:"Selanjutnya",nextSteps:["Petugas memeriksa kelengkapan pengaduan Anda.","Jawaban dapat Anda baca dengan nomor dan kode."],follow:"Pantau pengaduan",newTab:"terbuka di halaman baru",verify:"Periksa keaslian tanda terima",another:"Buat pengaduan lain"}},he=e=>ue.find(t=>e.split(/\W/)[0]===t)??"id",ue=["en","jv"],pe={id:async()=>ce,en:async()=>(await(import("./en-2NBH2I6L.js"))).en,jv:async()=>(await(import("./jv-ZREL3BWE.js"))).jv},me={id:()=>import("./parts-id-MRIMOE4K.js"),en:()=>import("./parts-en-GST5OXMI.js"),jv:()=>import("./parts-jv-URG6QDTF.js")},ge={},fe=e=>ge[e]??de;async function be(e,t){let[i,a]=await Promise.all([e,me[t]()]);return de=ge[t]=a.parts,i}async function ve(e){let t=pe[e]().catch(()=>ce);return de&&await be(t,e).catch(()=>{}),t}var $e=e=>y`
<p>${e.elsewhere}</p>
<p class="lead"><slot></slot></p>
`;function ye(e,t,i=Date.now()){clearTimeout(t);let a=new WeakRef(e),n=()=>{let e=a.deref();e?.answerWithin&&e.wipe()};return window.setTimeout(()=>{import("./idle-6ADSGRYX.js").then(({askWhoIsThere:e})=>{e(a.deref())},n)},i+e.quietFor-Date.now())}var we={id:"Bahasa Indonesia",en:"English",jv:"Basa Jawa"},ke=K`:host{display:block!important;contain:layout style}:host([mode="button"]){display:inline-block!important;contain:none}:host([hidden]){display:none!important}.root{all:initial;direction:ltr;display:block;font-family:var(--aduan-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif);font-size:1rem;line-height:1.55;color:var(--_text);-webkit-text-size-adjust:100%}.panel{position:relative;max-width:44rem;background:var(--_surface);border:1px solid var(--_line);border-top:5px solid var(--_accent);border-radius:var(--_radius);box-shadow:var(--_shadow)}.bar{position:sticky;z-index:1;top:var(--aduan-top,0);display:flex;flex-wrap:wrap;align-items:center;gap:.25rem;padding-block:.4rem;padding-inline:1rem .75rem;background:var(--_surface);border-bottom:1px solid var(--_line);border-radius:var(--_radius) var(--_radius) 0 0}.office{flex:1 1 7rem;min-width:0;font-weight:700;line-height:1.3}.parent{display:block;font-size:.8125rem;font-weight:400;color:var(--_muted)}.bar button{min-height:2.75rem;min-width:2.75rem;padding:.3rem .6rem;font-size:.875rem}.exit{color:var(--_danger);border-color:var(--_danger);white-space:nowrap}.body{padding:1.25rem min(1rem,4vw) 1.5rem}.private{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;margin-bottom:.9rem;font-size:.9375rem;line-height:1.4;color:var(--_muted)}.private p{flex:1 1 90%}.private:has(+aduan-filing[begun]) :is(svg,.trust,p:not(.missing)){display:none}svg{flex:none;width:1.125rem;height:1.125rem}::slotted(a){color:var(--_accent);font-weight:600}@media(max-width:30em){.parent{display:none}}@media(min-width:40em){.body{padding:1.75rem 2rem 2rem}.bar{padding-inline:2rem 1.25rem}}@media print{.bar button{display:none}}`,xe=()=>{},_e=class extends X{constructor(){super(...arguments),this.tenant="",this.service=new URL(import.meta.url).origin,this.lang="id",this.mode="inline",this.view="file",this.category="",this.exit="about:blank",this.sealingKey="",this.leave=H,this.quietFor=12e5,this.keep=ie,this.reword=e=>e,this.wording=ce,this.isOpen=!1,this.hasLeft=!1,this.isWiped=!1,this.isSlow=!1,this.isOtherLanguageMissing=!1,this.#e={},this.memoryName="",this.#i=ie(""),this.#a=0,this.touchedAt=0,this.stay=e=>{"input"===e?.type&&(this.isWiped=!1),this.touchedAt=Date.now(),this.#a=ye(this,this.#a)},this.#n=()=>{this.#r(import("./trouble-4MUFYQXY.js")).then(({showTrust:e})=>e(this),xe)},this.#s=()=>{this.#o?.leave?this.#o.leave():this.#l()},this.#l=()=>{this.isOpen=!1},this.#d=async()=>{await this.#c(),this.leave(this.exit)}}static{this.styles=[W,ke,Q]}static{this.observedAttributes=["tenant","service","lang","mode","view","category","exit","sealing-key"]}static{for(let e of["tenant","service","lang","mode","view","category","exit","sealingKey","unit","wording","failure","isOpen","hasLeft","isWiped","isSlow","isOtherLanguageMissing"])G(this.prototype,e)}#e;#t;#i;#a;#h;open(){"button"===this.mode?this.#u():this.scrollIntoView()}close(){this.#o?.close?this.#o.close():this.#l()}async wipe(){await this.#c(),this.hasLeft=!1,this.isWiped=!0,this.dispatchEvent(new J)}willUpdate(e){e.has("mode")&&this.setAttribute("mode",this.mode);let t=e.has("tenant")||e.has("service")||e.has("sealingKey");(t||e.has("lang")||e.has("view"))&&(this.#t=void 0,t&&(this.unit=void 0,this.#e={},this.memoryName=`aduan:${this.service}:${this.tenant}`,this.#i=this.keep(this.memoryName)),this.#p()),("inline"===this.mode||this.isOpen)&&this.#m()}firstUpdated(){"button"===this.mode&&this.dispatchEvent(new F)}render(){return this.hasLeft?k:y`
<div
class="root"
lang=${he(this.lang)}
.style=${(e=>e&&/^#[0-9a-f]{6}$/i.test(e)?`--_unit-accent:${e}`:"")(this.unit?.theme.accent)}
@pointerdown=${this.stay}
@input=${this.stay}
>
${"inline"===this.mode?this.#g():((e,{language:t,open:i,noteClosed:a,panel:n})=>y`
<button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${i}>${e.launcher}</button>
${n?y`<aduan-dialog .label=${e.panel} .lang=${t} @aduan-closed=${a}>${n}</aduan-dialog>`:k}
`)(this.wording,{language:he(this.lang),open:()=>this.open(),noteClosed:this.#l,panel:this.isOpen?this.#g():void 0})}
</div>
`}get#o(){return this.renderRoot.querySelector("aduan-dialog")}#g(){let{wording:e,unit:t}=this;return y`
<div class="panel" part="panel" role="region" aria-label=${e.panel}>
${((e,t,{exit:i,close:a})=>y`
<div class="bar" part="bar">
<p class="office">${e?.shortName} <span class="parent">${e?.parent}</span></p>
<button type="button" class="exit" part="exit" title=${t.quickExitMeaning} @click=${i}>
${t.quickExit}
</button>
${a?y`<button type="button" aria-label=${t.close} @click=${a}>✕</button>`:k}
</div>
`)(t,e,{exit:this.#d,close:"button"===this.mode&&this.#s})}
<div class="body">
<p class="unseen" role="status">${t||this.failure?k:e.loading}</p>
<p class="note" role="status" ?hidden=${!this.isWiped}>${e.wiped}</p>
${this.failure?((e,t,i)=>y`
<div class="summary" role="alert">
<p><strong>${t.unavailable}</strong></p>
<p>${re(e,t)}</p>
</div>
${$e(t)}
<button type="button" @click=${i}>${t.tryAgain}</button>
`)(this.failure,e,this.#f):t?this.#b(t):y`<p class="lead" aria-hidden="true">${e.loading}</p>
${this.isSlow?$e(e):k}`}
</div>
</div>
`}#b(e){let{wording:t,view:i}=this;return y`
${(({languages:e},{wording:t,language:i,isOtherLanguageMissing:a,speak:n,showTrust:r})=>y`
<div class="private">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
</svg>
<p>${t.private}</p>
${e.map(e=>e===i?k:y`<button type="button" class="plain" lang=${e} @click=${()=>n(e)}>
${we[e]}
</button>`)}
<button type="button" class="plain trust" @click=${r}>${t.isItReal}</button>
<p class="missing" role="status" ?hidden=${!a}>${t.otherLanguageMissing}</p>
</div>
`)(e,{wording:t,language:he(this.lang),isOtherLanguageMissing:this.isOtherLanguageMissing,speak:e=>{this.lang=e},showTrust:this.#n})}
${"follow"===i?y`<aduan-follow
.unit=${e}
.client=${this.#t}
.wording=${t}
.memoryName=${this.memoryName}
.known=${this.#h}
@follow-closed=${this.#v}
></aduan-follow>`:y`
<aduan-filing
.unit=${e}
.client=${this.#t}
.wording=${t}
.store=${this.#i}
.category=${this.category}
@receipt-followed=${this.#$}
></aduan-filing>
`}
`}async#m(){if(this.#t)return;let{service:e,tenant:t,view:i,sealingKey:a}=this,n="file"===i?this.mode:i,r=function({service:e,tenant:t,language:i,mode:a,pin:n,patience:r=45e3}){let s=`${e.replace(/\/$/,"")}/api/v1/tenants/${encodeURIComponent(t)}`,o=e=>`${s}/complaints/${encodeURIComponent(e.trim())}`;async function l(e,t={}){let a,n=new AbortController,s=setTimeout(()=>n.abort(),r);t.signal?.addEventListener("abort",()=>n.abort());try{let r={accept:"application/json","accept-language":i,...t.headers};a=await fetch(e,{...t,headers:r,credentials:"omit",signal:n.signal})}catch{throw t.signal?.aborted?new ae("network/stopped"):n.signal.aborted?new ae("network/timeout"):se()}finally{clearTimeout(s)}if(a.ok)return a;throw le(a.status,await a.text().catch(()=>""),a.headers.get("retry-after"))}async function d(e,t){return(await l(e,t)).json().catch(()=>{throw oe()})}let c=({trackingCode:e})=>({authorization:`Bearer ${e.trim()}`}),h=(e,t)=>({method:"POST",body:e,headers:{"content-type":"application/json",...t}});return{unitUrl:s,language:i,unit:async()=>{let e=await d(`${s}?widget=1.0.0&mode=${a}&texts=later`);return n&&(e.sealing={...e.sealing,pin:n}),e},policy:()=>d(s),file:(e,t,i)=>d(`${s}/complaints`,{...h(e,{"idempotency-key":t}),signal:i??null}),follow:e=>d(o(e.number),{headers:c(e)}),act:(e,t,i)=>d(`${o(e.number)}/${t}`,h(Y(i),c(e))),download:async(e,t)=>(await l(`${o(e.number)}/${t}`,{headers:c(e)})).blob()}}({service:e,tenant:t,language:he(this.lang),mode:n,pin:a});this.#t=r;let s=this.unit,o=setTimeout(()=>this.isSlow=!0,5e3);try{let e="follow"===i&&(()=>be(import("./follow-IVXDXFTH.js"),he(this.lang)).catch(()=>{throw new ae("network/unreachable")}))(),[t]=await Promise.all([r.unit(),this.#p(),e]);if(r!==this.#t)return;this.unit=this.#e[r.language]=t;let{refusal:a}=t;this.failure=a&&"file"===this.view?new ae(a.code,410,a):void 0,s?.language!==t.language&&(this.isOtherLanguageMissing=!1),this.#a=ye(this,this.#a,this.#i.savedAt),!s&&"inline"===this.mode&&this.dispatchEvent(new F)}catch(e){if(r!==this.#t)return;let t=ne(e),a=this.#e[r.language];if(s&&t.isUncertain&&("file"===i||customElements.get("aduan-follow")))return a?this.unit=a:this.lang=s.language,void(r.language!==s.language&&(this.isOtherLanguageMissing=!a));this.failure=t,this.dispatchEvent(new V(t.code)),import("./trouble-4MUFYQXY.js").then(({recover:t})=>t(this,e),xe)}finally{clearTimeout(o)}}#r(e){return be(e,he(this.lang))}async#p(){let e=he(this.lang),t=await ve(e);e===he(this.lang)&&(this.wording=this.reword(t))}#u(){this.#m();let e=()=>{this.isOpen=!0};this.#r(import("./dialog-TI6ZUAP3.js")).then(({registerDialog:e})=>e()).then(e,e)}#n;#f(){this.#t=void 0,this.failure=void 0,this.#m()}#s;#l;#$({detail:e}){this.#h=e,this.view="follow"}#v(){this.#h&&(this.view="file"),this.#h=void 0}async#c(){(function(e){ee(t=>{t.removeItem(e),t.removeItem(te(e))})})(this.memoryName),this.#i.clear(),this.touchedAt=0,this.isOpen=!1,this.hasLeft=!0,await this.updateComplete}#d};function Ae(e,t){customElements.get(e)||customElements.define(e,t)}var Se=e=>"en"===e?"en-GB":"id";function je(e,{language:t,timeZone:i}){let a=a=>new Date(e).toLocaleDateString(Se(t),{timeZone:i,...a});return`${a({weekday:"long"})}, ${a({dateStyle:"long"})}`}var Ce=(e,{language:t,timeZone:i})=>new Date(e).toLocaleString(Se(t),{timeZone:i,dateStyle:"long",timeStyle:"short"}),Oe=({timeZone:e})=>(new Date).toLocaleDateString("sv",{timeZone:e}),Te=class extends CustomEvent{constructor({number:e,trackingCode:t},i){super("receipt-followed",{bubbles:!0,detail:{number:e,trackingCode:t,isKept:i}})}},qe=[{name:"subject",kind:"line",required:!0,limit:"subject"},{name:"chronology",kind:"text",required:!0,limit:"chronology"},{name:"occurredAt",kind:"day",required:!1,limit:null},{name:"occurredPlace",kind:"line",required:!1,limit:"place"},{name:"reportedPerson",kind:"person",required:!1,limit:"reportedPerson"},{name:"requestedRemedy",kind:"text",required:!1,limit:"remedy"}];function Le(e,t,{form:i}){let a=(e,t)=>{let a=e.replace("reporter.","");return{name:e,required:t,limit:i.limits["onBehalfOf"===a?"name":a]}};return"story"===e?qe.filter(({name:e})=>"chronology"!==e||!t.spoken).map(e=>({...e,limit:i.limits[e.limit??""]})):"anonymous"===t.privacy?[a("reporter.phone",!1),a("reporter.email",!1)]:[...["name","address","phone","email"].filter(e=>"hidden"!==i.identity[e]).map(e=>a(`reporter.${e}`,"required"===i.identity[e])),a("reporter.onBehalfOf",!1)]}var Ee=({categories:e},{category:t})=>e.find(({code:e})=>e===t),Ue=(e,t)=>["procedure","category","questions","story","evidence","identity","review"].filter(i=>("evidence"!==i||e.form.evidence.maxFiles>0)&&("questions"!==i||Ee(e,t)?.questions)),Ne={privacy:"procedure",category:"category",evidence:"evidence"},Pe=(e,t,{steps:i})=>"identity"===e&&"anonymous"===t.privacy?i.contact:i[e],Me={email:"reporter.email",whatsapp:"reporter.phone",sms:"reporter.phone",letter:"reporter.address"};function He(e,t,i){let{wording:a,unit:n,questions:r}=i,s=a.problems;switch(e){case"procedure":return t.privacy?{}:{privacy:s.pickPrivacy};case"category":{let e=Ee(n,t),i=e?"anonymous"===t.privacy&&e.needsIdentity:s.pick(a.fields.category.label);return i?{category:i}:{}}case"questions":return r?.findAnswerProblems(t,n)??{};case"evidence":return t.pending?.some(({isStuck:e})=>e)?{evidence:a.evidence.pending}:{};case"review":return t.statements.length>0?{}:{"statements.truthful":s.statement};case"story":case"identity":{let r={};for(let a of Le(e,t,n)){let e=Ie(a,t.texts[a.name]?.trim()??"",i);e&&(r[a.name]=e)}return"identity"===e?{...Re(t,a),...r}:r}}}function Ie({name:e,required:t,limit:i},a,n){let r=n.wording.problems,{label:s}=n.wording.fields[e];return a?i&&a.length>i?r.tooLong(s,i.toLocaleString(n.unit.language)):"reporter.email"!==e||/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(a)?"reporter.phone"!==e||/^\+?[\d\s().-]{6,}$/.test(a)?void 0:r.phone:r.email:t?r.required(s):void 0}function Re({channels:e,texts:t},i){let a=e.filter(e=>!t[Me[e]]?.trim());return Object.fromEntries(a.map(e=>{let t=Me[e];return[t,i.problems.contact(i.channels[e],i.fields[t].label)]}))}var Be=(e,t)=>e.channels.length>0||t.sealing?[...e.channels]:t.form.channels.filter(t=>e.texts[Me[t]]?.trim());function De(e,t,i){if(!e.privacy)throw new TypeError("A complaint is sent only with a privacy choice");let a=i=>Object.fromEntries(Le(i,e,t).map(({name:t})=>[t.replace("reporter.",""),e.texts[t]?.trim()]).filter(([,e])=>e)),n=a("identity"),r=Be(e,t),s=e.spoken&&e.evidence.find(({name:e})=>/^cerita-lisan/.test(e));return{category:e.category,privacy:e.privacy,...Object.keys(n).length>0&&{reporter:r.length>0?{...n,channels:r}:n},...a("story"),...i&&{answers:i.readAnswers(e,t)},...s&&{chronology:"",spoken:{file:s.id,...e.spoken}},evidence:e.evidence.map(({id:e})=>e),language:t.language,statements:{truthful:!0,procedureRead:!0,privacyNotice:t.privacyNotice.version}}}function Ke({categories:e,privacyChoices:t},i=""){let[a,...n]=t;return{key:We(),step:"procedure",privacy:a&&0===n.length?a.choice:"",category:e.some(({code:e})=>e===i)?i:"",texts:{},channels:[],evidence:[],statements:[],attempts:[]}}var We=()=>Array.from(crypto.getRandomValues(new Uint8Array(16)),e=>e.toString(16).padStart(2,"0")).join(""),ze=(e,t)=>e.includes(t)?e.filter(e=>e!==t):[...e,t],Fe=e=>Object.keys(e).length>0,Ze=K`.progress{display:flex;gap:.35rem;margin-bottom:1.25rem}.progress span{flex:1;height:.375rem;border-radius:1rem;background:var(--_line)}.progress .done{background:var(--_accent)}.step{display:block;margin-bottom:.2rem;font-size:.9375rem;font-weight:600;color:var(--_accent)}.place{padding:.1rem .6rem;font-size:.875rem;color:var(--_on-accent);background:var(--_accent);border-radius:1rem}.read-back{display:flex;flex-wrap:wrap;align-items:center;margin-bottom:1rem;padding:.4rem 1rem 1rem;border:1px solid var(--_line);border-radius:calc(var(--_radius) * .8)}.read-back>:not(h3,button){flex:1 0 100%;margin-bottom:.5rem}.read-back h3{flex:1 1 6rem}.state:not(:empty){margin-bottom:1rem;padding:.9rem 1rem;background:var(--_soft);border-inline-start:4px solid var(--_accent);font-weight:600}.kept{display:var(--aduan-files,block);margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--_line)}@media(forced-colors:active){.progress span{border:1px solid CanvasText;forced-color-adjust:none;background:Canvas}.progress .done{background:Highlight}.place{border:1px solid CanvasText}}`,Ve=e=>e.replace(/\./g,"-"),Je=(e,t,i)=>({...e,texts:{...e.texts,[t]:i}}),Ge=(e,t,i)=>[t&&`${Ve(e)}-hint`,i&&`${Ve(e)}-problem`].filter(Boolean).join(" ")||k,Qe=["procedure","story","evidence","review"];async function Xe(e,t,i){let a,n=e*(.7+.6*Math.random()),r=new AbortController;await new Promise(e=>{a=setTimeout(e,n),addEventListener("online",()=>e(),r),t.addEventListener("abort",()=>e(),r),i(e,n)}),clearTimeout(a),r.abort()}async function Ye(e){let{solveProof:t}=await import("./solve-proof-4LIZWUVP.js").catch(()=>{throw new ae("network/unreachable")}),i=await t(e);if(!i)throw new ae("limit/unsolvable",428);return i}async function et(e,t,i){let{signal:a,show:n,waits:r}=t;n({name:"sending"});for(let s=1;;s++)try{return await tt(e,t,i)}catch(e){let t=ne(e),i=r[Math.min(s,r.length)-1];if(a.aborted||!t.isUncertain||500===t.status||void 0===i)throw t;if(await Xe(i,a,e=>n({name:"retrying",tryNow:e})),a.aborted)throw new ae("network/stopped");n({name:"sending"})}}async function tt(e,{key:t,signal:i,show:a},n){try{return await e.file(n,t,i)}catch(r){let s=ne(r);if(428!==s.status||!s.problem?.challenge)throw s;a({name:"proving"});let o=await Ye(s.problem.challenge);return a({name:"sending"}),e.file(Y({...JSON.parse(n),proof:o}),t,i)}}var it=(e,t)=>t?y`<p class="problem" id="${Ve(e)}-problem">${t}</p>`:k;function at(e,{name:t,question:i,hint:a,choices:n,choose:r}){let s=e.problems[t],o=Ve(t);return y`
<fieldset aria-describedby=${Ge(t,a,s)}>
<legend>${i}</legend>
${a?y`<p class="hint" id="${o}-hint">${a}</p>`:k}
${it(t,s)}
${n.map(({value:i,label:a,meaning:n},s)=>{let l=e.draft[t]===i,d=!1;return y`
<label class="card" part="card" @click=${t=>{t.detail&&(d=!0),t.detail&&l&&(t.preventDefault(),e.leadOn?.())}}>
<input
type="radio"
id=${0===s?o:k}
name=${t}
.value=${i}
.checked=${l}
aria-labelledby="${o}-${i}-label"
aria-describedby="${o}-${i}"
@change=${()=>{r(i),d&&e.leadOn?.()}}
/>
<span>
<strong id="${o}-${i}-label">${a}</strong>
<span class="meaning" id="${o}-${i}">${n}</span>
</span>
</label>
`})}
</fieldset>
`}var nt={"reporter.name":{autocomplete:"name"},"reporter.address":{rows:2,autocomplete:"street-address"},"reporter.phone":{type:"tel",autocomplete:"tel"},"reporter.email":{type:"email",autocomplete:"email"}};function rt(e,{name:t,required:i,kind:a,limit:n}){let{wording:r,problems:s,draft:o}=e,{type:l,autocomplete:d,rows:c="text"===a&&(i?9:3)}=nt[t]??{},{label:h,hint:u}=r.fields[t],p=Ve(t),m=o.texts[t]??"",g=s[t],f=Ge(t,u,g),b=({target:i})=>{e.change(Je(e.draft,t,i.value))};return y`
<div class="field">
<label for=${p}>
${h} ${i?k:y`<span class="optional">(${r.optional})</span>`}
</label>
${u?y`<p class="hint" id="${p}-hint">${u}</p>`:k} ${it(t,g)}
${c?y`<textarea
id=${p}
rows=${c}
autocomplete=${d??"off"}
aria-required=${i?"true":k}
aria-invalid=${g?"true":k}
aria-describedby=${f}
.value=${m}
@input=${b}
></textarea>`:y`<input
id=${p}
type=${"day"===a?"date":l??"text"}
max=${"day"===a?e.today:k}
autocomplete=${d??"off"}
aria-required=${i?"true":k}
aria-invalid=${g?"true":k}
aria-describedby=${f}
.value=${m}
@input=${b}
/>`}
${"day"===a?m&&y`<p class="counter">${je(m,e.unit)}</p>`:n&&n>=1e3?function({wording:e,unit:t},i,a){let n=e=>e.toLocaleString(t.language),r=a-i;return y`
<p class=${r<0?"counter over":"counter"} aria-hidden="true">
${e.counter(n(i),n(a))}
</p>
<p class="unseen" role="status">${r<a/20?e.remaining(n(r)):k}</p>
`}(e,m.length,n):k}
</div>
`}var st=["reporter.phone","reporter.email","reporter.address"],ot=({wording:e,unit:t,client:i})=>y`
<details
part="privacy-notice"
@toggle=${()=>be(import("./policy-UDQZ7BGO.js"),t.language).catch(()=>{})}
>
<summary>${e.policy}</summary>
<aduan-policy .unit=${t} .client=${i}></aduan-policy>
</details>
`,lt=(e,t,i)=>"day"===e?je(t,{...i,timeZone:"UTC"}):t,dt=class extends X{constructor(){super(...arguments),this.category="",this.waits=[2e3,6e3,15e3,3e4,6e4],this.problems={},this.evidenceLoading="idle",this.#e=new Set,this.#t=new AbortController,this.#a=!1,this.#h=()=>{Ee(this.unit,this.draft)?.similar||this.renderRoot.querySelector("form")?.requestSubmit()},this.#y=()=>{this.#i?.goBack()||this.#p()},this.#w=()=>this.#t.abort(),this.#k=()=>{this.store.clear(),this.store.hold?.(),this.receipt=void 0,this.failure=void 0,this.evidenceLoading="idle",this.problems={},this.note=void 0,this.draft=Ke(this.unit,this.category),this.focusOn("h2")}}static{this.styles=[W,Ze]}static{for(let e of["unit","wording","client","store","category","waits","draft","problems","sending","failure","receipt","note","evidenceLoading","questions","sealing"])G(this.prototype,e)}#e;#t;#i;#a;#h;get unfinished(){return this.receipt?this.renderRoot.querySelector("aduan-receipt")?.isKept?"":"code":"procedure"===this.draft.step?"":"draft"}connectedCallback(){super.connectedCallback(),this.#i=function(e,t){let i,a=new URL(e).origin===location.origin&&window.parent===window,n=new AbortController,r=()=>history.state?.aduan;return a&&addEventListener("popstate",()=>t(r()??"procedure"),n),{enter(e){i?.destroy(),a?history.pushState({aduan:e,depth:M()+1},""):"function"==typeof CloseWatcher&&"procedure"!==e&&matchMedia("(pointer:coarse)").matches&&(i=new CloseWatcher,i.addEventListener("close",()=>t()))},goBack:()=>(a&&r()&&history.back(),a&&!!r()),close(){i?.destroy(),n.abort()}}}(this.client.unitUrl,e=>this.#p(e))}disconnectedCallback(){this.#t.abort(),this.#i?.close()}willUpdate(e){if(e.has("store")){let e=this.store.load(),t=this.store.held?.();this.receipt=t&&{receipt:t,earlier:!1},this.note=e?.privacy?"restored":void 0,this.draft=e?{...e,pending:(e.pending??[]).map(e=>({...e,isStuck:!0}))}:Ke(this.unit,this.category),Ue(this.unit,this.draft).includes(this.draft.step)||(this.draft={...this.draft,step:"procedure"}),function({keptAs:e=""}){try{return e in localStorage}catch{return!1}}(this.store)&&this.#s(!1),(this.draft.evidence.length>0||this.draft.pending?.length)&&this.#f()}this.toggleAttribute("begun","procedure"!==this.draft.step),this.#$().catch(()=>{})}render(){let{wording:e,receipt:t,problems:i,sending:a}=this,n=this.#o;return t?y`<aduan-receipt
.receipt=${t.receipt}
.earlier=${t.earlier}
.unit=${this.unit}
.client=${this.client}
.wording=${e}
@receipt-finished=${this.#k}
@receipt-followed=${e=>this.dispatchEvent(new Te(e.detail,e.detail.isKept))}
></aduan-receipt>`:y`
<form novalidate @submit=${this.#v}>
${function({draft:e,unit:t,wording:i}){let a=Ue(t,e),n=a.indexOf(e.step);return y`
<div class="progress" aria-hidden="true">
${a.map((e,t)=>y`<span class=${t<=n?"done":""}></span>`)}
</div>
<h2 tabindex="-1">
<span class="step">${i.step(n+1,a.length)}<span class="unseen">:</span></span>
${Pe(e.step,e,i)}
</h2>
`}(n)} ${function(e,t,i){let a=Object.entries(e);return 0===a.length?k:y`
<div class="summary" part="problems" tabindex="-1" role="group" aria-labelledby="summary-title">
<h3 id="summary-title">${t.problems.title}</h3>
<ul>
${a.map(([e,t])=>y`
<li><a href="#${Ve(e)}" @click=${t=>((e,t)=>{e.preventDefault(),i(t)})(t,e)}>${t}</a></li>
`)}
</ul>
</div>
`}(i,e,e=>this.#n(e))}
${((e,t,i)=>e?y`
<div class="note" role="status">
<p>${t[e]}</p>
<button type="button" class="plain" ?hidden=${"changed"===e} @click=${i}>${t.startOver}</button>
</div>
`:k)(this.note,e,this.#k)} ${function(e,t){switch(e.draft.step){case"procedure":return function(e){let{wording:t,unit:i}=e;return y`
${at(e,{name:"privacy",question:t.procedure.privacy,hint:"",choices:i.privacyChoices.map(({choice:e,...t})=>({value:e,...t})),choose:t=>e.change(function(e,t){if("anonymous"!==t)return{...e,privacy:t};let{"reporter.name":i,"reporter.address":a,"reporter.onBehalfOf":n,...r}=e.texts;return{...e,privacy:t,texts:r,channels:e.channels.filter(e=>"letter"!==e)}}(e.draft,t))})}
${ot(e)}
`}(e);case"category":return(e=>at(e,{name:"category",question:e.wording.category.question,hint:e.wording.category.hint,choices:e.unit.categories.map(({code:e,label:t,description:i})=>({value:e,label:t,meaning:i})),choose:t=>e.change({...e.draft,category:t,answers:{}})}))(e);case"questions":return e.questions?.renderQuestions(e);case"story":return function(e){return import("./aloud-HNDDZM2P.js").catch(()=>{}),y`
<p class="lead">${e.wording.story.hint}</p>
<aduan-aloud .form=${e}></aduan-aloud>
${Le("story",e.draft,e.unit).map(t=>rt(e,t))}
`}(e);case"evidence":return k;case"identity":return function(e){let{wording:t,draft:i,unit:a}=e,{identity:n}=t,r={anonymous:n.anonymous,confidential:n.confidential,named:n.hint,"":""};return y`
<p class="lead">${r[i.privacy]}</p>
${Le("identity",i,a).map(t=>rt(e,t))}
${a.sealing?e.sealing?.renderSeal(e):function({wording:e,draft:t,unit:i,change:a}){if(!st.some(e=>t.texts[e]?.trim()))return k;let n=i.form.channels.filter(e=>"anonymous"!==t.privacy||"letter"!==e);return y`
<fieldset aria-describedby="channels-hint">
<legend>${e.identity.channels} <span class="optional">(${e.optional})</span></legend>
<p class="hint" id="channels-hint">${e.identity.channelsHint} ${i.form.channelNews}</p>
${n.map((i,n)=>{let r=t.channels.indexOf(i)+1;return y`
<label class="check">
<input
type="checkbox"
id=${0===n?"reporter-channels":`channel-${i}`}
.checked=${r>0}
@change=${()=>a({...t,channels:ze(t.channels,i)})}
/>
<span>${e.channels[i]}</span>
<span class="place" ?hidden=${0===r}>${e.identity.place(r)}</span>
</label>
`})}
</fieldset>
`}(e)}
`}(e);case"review":return function(e,t){return y`
${Ue(e.unit,e.draft).filter(e=>"review"!==e).map(i=>function(e,t,i){let a="procedure"===t?e.wording.procedure.privacy:Pe(t,e.draft,e.wording),n=function({draft:e,unit:t,wording:i,questions:a},n){switch(n){case"procedure":{let i=t.privacyChoices.find(({choice:t})=>t===e.privacy);return i?[["",i.label]]:[]}case"category":{let i=Ee(t,e);return i?[["",i.label]]:[]}case"questions":return(a?.listAnswers(e,t)??[]).filter(([,e])=>e);case"evidence":return e.evidence.length>0?e.evidence.map(({name:e})=>["",e]):[["",i.evidence.none]];case"review":return[];case"story":case"identity":{let a=Le(n,e,t).filter(({name:t})=>e.texts[t]?.trim()).map(({name:a,kind:n})=>[i.fields[a].label,lt(n,e.texts[a]?.trim()??"",t)]),r=Be(e,t).map(e=>i.channels[e]);return"story"===n||0===r.length?a:[...a,[i.fields["reporter.channels"].label,r.join(" → ")]]}}}(e,t);return y`
<section class="read-back" part="read-back">
<h3>${a}</h3>
<button type="button" class="plain" aria-label="${e.wording.change}: ${a}" @click=${i}>
${e.wording.change}
</button>
${n.map(([e,t])=>e?y`<dl><dt>${e}</dt><dd class="written">${t}</dd></dl>`:y`<p class="written">${t}</p>`)}
<p class="hint" ?hidden=${n.length>0}>${e.wording.notGiven}</p>
</section>
`}(e,i,()=>t(i)))}
<aduan-personal .form=${e}></aduan-personal>
${function({draft:e,problems:t,change:i},a,n){let r=t[a];return y`
${it(a,r)}
<label class="check">
<input
type="checkbox"
id=${Ve(a)}
aria-invalid=${r?"true":k}
aria-describedby=${Ge(a,"",r)}
.checked=${e.statements.includes(a)}
@change=${()=>i({...e,statements:ze(e.statements,a)})}
/>
<span>${n}</span>
</label>
`}(e,"statements.truthful",e.wording.review.statement)} ${ot(e)}
`}(e,t)}}(n,e=>this.#r(e,{},!0))} ${function(e,{loading:t,changed:i}){let{wording:a,unit:n,draft:r,problems:s}=e,o="evidence"===r.step;return o||"ready"===t?"ready"===t?y`
${it("evidence",s.evidence)}
<aduan-evidence
id="evidence"
?hidden=${!o}
.limits=${n.form.evidence}
.language=${n.language}
.held=${r.evidence}
.pending=${r.pending}
.secret=${r.key}
.client=${e.client}
@evidence-changed=${({detail:e})=>i(e)}
></aduan-evidence>
`:y`
<p class="lead">${a.evidence.lead}</p>
<div class="note" role="status" ?hidden=${"failed"!==t}>${a.evidence.unavailable}</div>
<p class="lead">
<button type="button" aria-disabled=${"loading"===t?"true":k} @click=${e.loadEvidence}>
${"loading"===t?a.evidence.loading:a.evidence.add}
</button>
</p>
`:k}(n,{loading:this.evidenceLoading,changed:e=>this.#m({...this.draft,...e})})}
<aduan-similar .form=${n} .client=${this.client}></aduan-similar>
${function({wording:e,unit:t},i){if(!i)return k;let{sending:a,failures:n}=e,{telephone:r}=t.contact,s="network/stopped"===i.code,o=s?a.stopped:a.failed;return y`
<div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${o}>
<p><strong>${o}</strong></p>
${s?k:y`<p>${re(i,e)}</p>`}
${s||!r?k:y`<p>${n.elsewhere(r)}</p>`}
</div>
`}(n,this.failure)}
<p class="state" role="status">${a?a.text??e.sending[a.name]:k}</p>
${function({wording:e,draft:{step:t}},{sending:i,mayKeep:a,stop:n,back:r,keep:s}){return y`
<div class="actions">
<button class="primary" part="primary" aria-disabled=${i?"true":k}>
${"review"===t?e.review.send:e.next}
</button>
${i?y`${i.tryNow?y`<button type="button" @click=${i.tryNow}>${e.tryAgain}</button>`:k}
<button type="button" @click=${n}>${e.sending.stop}</button>`:"procedure"===t?k:y`<button type="button" @click=${r}>${e.back}</button>`}
</div>
<p class="kept">
${"procedure"===t?e.keptHere:k}
${a&&Qe.includes(t)?y`<button type="button" class="plain" @click=${s}>${e.keep}</button>`:k}
</p>
`}(n,{sending:a,mayKeep:!!this.store.keptAs,stop:this.#w,back:this.#y,keep:()=>this.#s(!0)})}
</form>
`}get#o(){let{wording:e,unit:t,draft:i,problems:a,questions:n,sealing:r,client:s}=this;return{wording:e,unit:t,draft:i,problems:a,questions:n,sealing:r,client:s,loadEvidence:()=>this.#f(),today:Oe(this.unit),change:e=>this.#m(e),leadOn:this.#h}}#g(e,t=this.draft){let{unit:i,wording:a,questions:n}=this;return He(e,t,{unit:i,wording:a,questions:n})}get#b(){return Ue(this.unit,this.draft).find(e=>Fe(this.#g(e)))}#m(e){let t=this.draft;this.draft=e,this.store.save(e),this.problems=function(e,{before:t,after:i,found:a,refused:n}){let r=t.texts,s=i.texts,o=a;return Object.fromEntries(Object.entries(e).filter(([e])=>e in a||n.has(e)&&r[e]===s[e]).map(([e,t])=>[e,o[e]??t]))}(this.problems,{before:t,after:e,found:this.#g(e.step),refused:this.#e})}#r(e,t={},i=this.#a){this.#a=i,e!==this.draft.step&&this.#i?.enter(e),this.#u(e,t)}#p(e){let t=Ue(this.unit,this.draft),i=e?t.indexOf(e):t.indexOf(this.draft.step)-1;this.receipt||this.sending||i<0||this.#u(t.slice(0,i).find(e=>Fe(this.#g(e)))??t[i]??"procedure")}#u(e,t={}){"review"===e&&(this.#a=!1),this.#m({...this.draft,step:e}),this.problems=t,this.failure=void 0,this.note=void 0,this.focusOn(Object.keys(t).length>0?".summary":"h2")}#n(e){this.renderRoot.querySelector(`#${Ve(e)}`)?.focus()}async#f(){"ready"===this.evidenceLoading||0===this.unit.form.evidence.maxFiles||(this.evidenceLoading="loading",this.evidenceLoading=await this.#l(import("./evidence-T6ADZR7E.js")).then(()=>"ready",()=>"failed"),"evidence"===this.draft.step&&this.focusOn("#evidence"))}#s(e){this.#l(import("./keep-CUEJ2WVM.js")).then(({showKeep:t})=>t(this,e),()=>e&&void this.#d(se(),[]))}#l(e){return be(e,this.unit.language)}async#$(){this.unit.sealing&&(this.sealing??=await this.#l(import("./sealing-6N7KHHOX.js")));let e=Ee(this.unit,this.draft);e?.similar&&this.#l(import("./similar-V2MREFY3.js")).catch(()=>{}),"review"===this.draft.step&&import("./personal-QW6BAPTI.js").catch(()=>{}),e?.questions&&(this.questions??=await this.#l(import("./questions-YV7TSPFN.js")))}async#v(e){if(e.preventDefault(),this.sending)return;try{await this.#$()}catch{return this.#d(se(),[])}let t=Ue(this.unit,this.draft),{step:i}=this.draft,a="review"===i?this.#b:"evidence"===i?void 0:i,n=a?this.#g(a):{};a&&Fe(n)?this.#r(a,n):"review"===i?this.#c():this.#r((this.#a?this.#b:t[t.indexOf(i)+1])??"review")}async#c(){let{key:e,attempts:t}=this.draft,{arriving:i}=this.wording.evidence;this.failure=void 0,this.#t=new AbortController;let{signal:a}=this.#t,n=e=>{this.sending=e};n({name:"sending"});try{await(this.renderRoot.querySelector("aduan-evidence")?.whenArrived?.(a,(...e)=>n({name:"sending",text:i(...e)})));let r=this.#g("evidence");if(Fe(r))return this.#r("evidence",r);n({name:"sending"});let s=De(this.draft,this.unit,this.questions),o=Y(this.unit.sealing?await(this.sealing?.sealFiling(s,this.#o)):s);this.#m({...this.draft,attempts:[...t.filter(e=>e!==o),o]});let l=await async function(e,t){try{return{receipt:await et(e,t,t.body),earlier:!1}}catch(i){let a=ne(i);for(let i of 409===a.status?t.attempts:[]){let a=await et(e,t,i).catch(()=>{});if(a)return{receipt:a,earlier:!0}}throw a}}(this.client,{key:e,body:o,attempts:t,signal:a,show:n,waits:this.waits});this.store.clear(),this.receipt=l,this.store.hold?.(l.receipt),this.dispatchEvent(new Z(l.receipt.number))}catch(e){await this.#d(ne(e),t)}finally{this.sending=void 0}}async#d(e,t){409===e.status?this.#m({...this.draft,key:We(),attempts:[]}):e.isUncertain||this.#m({...this.draft,attempts:t});let i=400===e.status&&await this.#x(),a=i&&this.#b,n=a?this.#g(a):function(e,{fields:t}){let i=(e?.errors??[]).map(({path:e,message:t})=>["reporter"===e?"reporter.name":e.replace(/\.\d+$/,""),t]);return Object.fromEntries(i.filter(([e])=>e in t||e.startsWith("answers.")))}(e.problem,this.wording),[r=""]=Object.keys(n),s=a||function(e){return e.startsWith("reporter")?"identity":e.startsWith("statements")?"review":e.startsWith("answers")?"questions":Ne[e]??"story"}(r);this.#e=new Set(Object.keys(n)),r&&Ue(this.unit,this.draft).includes(s)?this.#r(s,n):i?this.#r("review"):(this.failure=e,this.focusOn(".failed")),i&&(this.note="changed"),"network/stopped"!==e.code&&this.dispatchEvent(new V(e.code))}async#x(){let{unit:e}=this;return this.unit=await this.client.unit().catch(()=>e),await this.#$().catch(()=>{}),Y(this.unit.categories)!==Y(e.categories)}#y;#w;#k},ct=K`.done{display:flex;flex-wrap:wrap;gap:.9rem;align-items:center;margin-bottom:1.25rem}.done h2{flex:1 1 6rem;margin:0}svg{width:2.75rem;height:2.75rem;padding:.6rem;color:var(--_on-accent);background:var(--_accent);border-radius:50%}.keep{margin-bottom:1.5rem;padding:1.25rem;background:var(--_soft);border:2px solid var(--_accent);border-radius:var(--_radius)}.keep dd{margin-bottom:.9rem;font-family:ui-monospace,Cascadia Mono,Roboto Mono,Menlo,Consolas,monospace;font-weight:700}.number{font-size:1.25rem}.code{font-size:clamp(1.35rem,6.5vw,1.9rem);line-height:1.35;user-select:all}.warning{color:var(--_warn);background:var(--_warn-soft);font-weight:600}.file{display:var(--aduan-files,inline-flex)}section{margin-bottom:1.5rem}.dates{display:grid;gap:.75rem;margin-top:.75rem;padding:0;list-style:none}.dates li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_accent)}.dates strong,.dates span{display:block}.steps{margin-top:.6rem;padding-inline-start:1.4rem}.steps li{padding:.2rem 0}`;function ht(e,t){let i=document.createElement("a");i.href=URL.createObjectURL(e),i.download=t,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),6e4)}Ae("aduan-receipt",class extends X{constructor(){super(...arguments),this.earlier=!1,this.note="",this.isKept=!1,this.#t=e=>{this.isKept||e.preventDefault()}}static{this.styles=[W,ct]}static{for(let e of["receipt","unit","client","wording","earlier","note"])G(this.prototype,e)}connectedCallback(){super.connectedCallback(),window.addEventListener("beforeunload",this.#t)}disconnectedCallback(){window.removeEventListener("beforeunload",this.#t)}firstUpdated(){this.focusOn("h2")}render(){let{receipt:e,unit:t,earlier:i,note:a}=this,n=this.wording.receipt;return y`
<div class="done">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 12.5l5.5 5.5L20 6.5" stroke-linecap="round" stroke-linejoin="round" />
</svg>
<h2 tabindex="-1">${n.title}</h2>
</div>
${i?y`<p class="note">${n.earlier}</p>`:k}
<div class="keep">
<dl>
<dt>${n.number}</dt>
<dd class="number">${e.number}</dd>
<dt>${n.code}</dt>
<dd class="code" part="code">${e.trackingCode.split("-").map((e,t)=>y`${t?"-":""}<wbr>${e}`)}</dd>
</dl>
<p class="note warning">${n.codeOnce}</p>
<div class="actions">
<button type="button" class="primary file" @click=${this.#a}>${n.copy}</button>
<button type="button" class="file" @click=${this.#h}>${n.save}</button>
<button type="button" class="file" @click=${()=>this.#o("receipt.pdf?code=shown","-kode")}>
${n.pdfWithCode}
</button>
<button type="button" class="file" @click=${()=>this.#o("receipt.pdf","")}>${n.pdf}</button>
</div>
<p role="status">${a}</p>
</div>
<section>
<h3>${n.dates}</h3>
<ul class="dates">
<li><strong>${n.receivedAt}: ${Ce(e.receivedAt,t)}</strong></li>
${e.clocks.map(({label:e,dueAt:i,explanation:a})=>y`
<li>
<strong>${e}: ${n.due} ${je(i,t)}</strong>
<span class="hint">${a}</span>
</li>
`)}
</ul>
</section>
<section>
<h3>${n.next}</h3>
<ol class="steps">
${n.nextSteps.map(e=>y`<li>${e}</li>`)}
</ol>
</section>
<div class="actions">
<button type="button" class="file" @click=${this.#g}>${n.follow}</button>
<a class="button file" href=${e.verifyUrl} target="_blank" rel="noopener">
${n.verify}<span class="unseen">(${n.newTab})</span>
</a>
<button type="button" class="plain" @click=${this.#b}>${n.another}</button>
</div>
`}get#e(){return this.renderRoot.querySelector(".code")}#t;#i(e){this.isKept=!0,this.note=e}async#a(){let e=this.wording.receipt,{number:t,trackingCode:i}=this.receipt;try{await navigator.clipboard.writeText(`${e.number}: ${t}\n${e.code}: ${i}`),this.#i(e.copied)}catch{this.#e&&getSelection()?.selectAllChildren(this.#e),this.note=e.notCopied}}#h(){let e=function(e,t,{receipt:i}){let{number:a,trackingCode:n,receivedAt:r,clocks:s,followUpUrl:o}=e;return[t.name,"",`${i.number}: ${a}`,`${i.code}: ${n}`,`${i.receivedAt}: ${Ce(r,t)}`,...s.map(({label:e,dueAt:a})=>`${e}: ${i.due} ${je(a,t)}`),"",`${i.follow}: ${o}`,""].join("\r\n")}(this.receipt,this.unit,this.wording);ht(new Blob([e],{type:"text/plain;charset=utf-8"}),`${this.receipt.number}.txt`),this.#i(this.wording.receipt.saved)}async#o(e,t){let i=this.wording.receipt;try{ht(await this.client.download(this.receipt,e),`${this.receipt.number}${t}.pdf`),this.note=i.pdfDone,this.isKept||=!!t}catch{this.note=i.pdfFailed}}#g(){this.dispatchEvent(new Te(this.receipt,this.isKept))}#b(){if(!this.isKept)return this.#i(this.wording.receipt.codeOnce),void this.#e?.scrollIntoView({block:"center"});this.dispatchEvent(new CustomEvent("receipt-finished"))}}),Ae("aduan-filing",dt),Ae("aduan-widget",_e);export{y as a,k as b,N as c,P as d,K as e,W as f,z as g,F as h,Z as i,V as j,J as k,G as l,X as m,Y as n,te as o,ae as p,ne as q,re as r,se as s,oe as t,le as u,he as v,fe as w,be as x,ve as y,Ae as z,Ke as A,We as B,ze as C,Xe as D,Ye as E,Se as F,je as G,Ce as H,Oe as I,ht as J,qe as K,Le as L,Ee as M,He as N,De as O,Ve as P,Je as Q,Ge as R,it as S,rt as T};
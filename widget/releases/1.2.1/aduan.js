var e=globalThis,t=e=>e,a=e.trustedTypes,i=a?a.createPolicy("lit-html",{createHTML:e=>e}):void 0,n="$lit$",r=`lit$${Math.random().toFixed(9).slice(2)}$`,s="?"+r,o=`<${s}>`,l=document,d=()=>l.createComment(""),c=e=>null===e||"object"!=typeof e&&"function"!=typeof e,h=Array.isArray,u=e=>h(e)||"function"==typeof e?.[Symbol.iterator],p="[ \t\n\f\r]",m=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,g=/-->/g,f=/>/g,b=RegExp(`>|${p}(?:([^\\s"'>=/]+)(${p}*=${p}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,"g"),v=/'/g,y=/"/g,$=/^(?:script|style|textarea|title)$/i,k=e=>(t,...a)=>({_$litType$:e,strings:t,values:a}),w=k(1),_=(k(2),k(3),Symbol.for("lit-noChange")),A=Symbol.for("lit-nothing"),x=new WeakMap,S=l.createTreeWalker(l,129);function j(e,t){if(!h(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return void 0!==i?i.createHTML(t):t}var C=(e,t)=>{let a,i=e.length-1,s=[],l=2===t?"<svg>":3===t?"<math>":"",d=m;for(let t=0;t<i;t++){let i,c,h=e[t],u=-1,p=0;for(;p<h.length&&(d.lastIndex=p,c=d.exec(h),null!==c);)p=d.lastIndex,d===m?"!--"===c[1]?d=g:void 0!==c[1]?d=f:void 0!==c[2]?($.test(c[2])&&(a=RegExp("</"+c[2],"g")),d=b):void 0!==c[3]&&(d=b):d===b?">"===c[0]?(d=a??m,u=-1):void 0===c[1]?u=-2:(u=d.lastIndex-c[2].length,i=c[1],d=void 0===c[3]?b:'"'===c[3]?y:v):d===y||d===v?d=b:d===g||d===f?d=m:(d=b,a=void 0);let k=d===b&&e[t+1].startsWith("/>")?" ":"";l+=d===m?h+o:u>=0?(s.push(i),h.slice(0,u)+n+h.slice(u)+r+k):h+r+(-2===u?t:k)}return[j(e,l+(e[i]||"<?>")+(2===t?"</svg>":3===t?"</math>":"")),s]},O=class e{constructor({strings:t,_$litType$:i},o){let l;this.parts=[];let c=0,h=0,u=t.length-1,p=this.parts,[m,g]=C(t,i);if(this.el=e.createElement(m,o),S.currentNode=this.el.content,2===i||3===i){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;null!==(l=S.nextNode())&&p.length<u;){if(1===l.nodeType){if(l.hasAttributes())for(let e of l.getAttributeNames())if(e.endsWith(n)){let t=g[h++],a=l.getAttribute(e).split(r),i=/([.?@])?(.*)/.exec(t);p.push({type:1,index:c,name:i[2],strings:a,ctor:"."===i[1]?q:"?"===i[1]?L:"@"===i[1]?U:H}),l.removeAttribute(e)}else e.startsWith(r)&&(p.push({type:6,index:c}),l.removeAttribute(e));if($.test(l.tagName)){let e=l.textContent.split(r),t=e.length-1;if(t>0){l.textContent=a?a.emptyScript:"";for(let a=0;a<t;a++)l.append(e[a],d()),S.nextNode(),p.push({type:2,index:++c});l.append(e[t],d())}}}else if(8===l.nodeType)if(l.data===s)p.push({type:2,index:c});else{let e=-1;for(;-1!==(e=l.data.indexOf(r,e+1));)p.push({type:7,index:c}),e+=r.length-1}c++}}static createElement(e,t){let a=l.createElement("template");return a.innerHTML=e,a}};function N(e,t,a=e,i){if(t===_)return t;let n=void 0!==i?a._$Co?.[i]:a._$Cl,r=c(t)?void 0:t._$litDirective$;return n?.constructor!==r&&(n?._$AO?.(!1),void 0===r?n=void 0:(n=new r(e),n._$AT(e,a,i)),void 0!==i?(a._$Co??=[])[i]=n:a._$Cl=n),void 0!==n&&(t=N(e,n._$AS(e,t.values),n,i)),t}var T=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:a}=this._$AD,i=(e?.creationScope??l).importNode(t,!0);S.currentNode=i;let n=S.nextNode(),r=0,s=0,o=a[0];for(;void 0!==o;){if(r===o.index){let t;2===o.type?t=new P(n,n.nextSibling,this,e):1===o.type?t=new o.ctor(n,o.name,o.strings,this,e):6===o.type&&(t=new I(n,this,e)),this._$AV.push(t),o=a[++s]}r!==o?.index&&(n=S.nextNode(),r++)}return S.currentNode=l,i}p(e){let t=0;for(let a of this._$AV)void 0!==a&&(void 0!==a.strings?(a._$AI(e,a,t),t+=a.strings.length-2):a._$AI(e[t])),t++}},P=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,a,i){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return void 0!==t&&11===e?.nodeType&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=N(this,e,t),c(e)?e===A||null==e||""===e?(this._$AH!==A&&this._$AR(),this._$AH=A):e!==this._$AH&&e!==_&&this._(e):void 0!==e._$litType$?this.$(e):void 0!==e.nodeType?this.T(e):u(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==A&&c(this._$AH)?this._$AA.nextSibling.data=e:this.T(l.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:a}=e,i="number"==typeof a?this._$AC(e):(void 0===a.el&&(a.el=O.createElement(j(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(t);else{let e=new T(i,this),a=e.u(this.options);e.p(t),this.T(a),this._$AH=e}}_$AC(e){let t=x.get(e.strings);return void 0===t&&x.set(e.strings,t=new O(e)),t}k(t){h(this._$AH)||(this._$AH=[],this._$AR());let a,i=this._$AH,n=0;for(let r of t)n===i.length?i.push(a=new e(this.O(d()),this.O(d()),this,this.options)):a=i[n],a._$AI(r),n++;n<i.length&&(this._$AR(a&&a._$AB.nextSibling,n),i.length=n)}_$AR(e=this._$AA.nextSibling,a){for(this._$AP?.(!1,!0,a);e!==this._$AB;){let a=t(e).nextSibling;t(e).remove(),e=a}}setConnected(e){void 0===this._$AM&&(this._$Cv=e,this._$AP?.(e))}},H=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,a,i,n){this.type=1,this._$AH=A,this._$AN=void 0,this.element=e,this.name=t,this._$AM=i,this.options=n,a.length>2||""!==a[0]||""!==a[1]?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=A}_$AI(e,t=this,a,i){let n=this.strings,r=!1;if(void 0===n)e=N(this,e,t,0),r=!c(e)||e!==this._$AH&&e!==_,r&&(this._$AH=e);else{let i,s,o=e;for(e=n[0],i=0;i<n.length-1;i++)s=N(this,o[a+i],t,i),s===_&&(s=this._$AH[i]),r||=!c(s)||s!==this._$AH[i],s===A?e=A:e!==A&&(e+=(s??"")+n[i+1]),this._$AH[i]=s}r&&!i&&this.j(e)}j(e){e===A?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},q=class extends H{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===A?void 0:e}},L=class extends H{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==A)}},U=class extends H{constructor(e,t,a,i,n){super(e,t,a,i,n),this.type=5}_$AI(e,t=this){if((e=N(this,e,t,0)??A)===_)return;let a=this._$AH,i=e===A&&a!==A||e.capture!==a.capture||e.once!==a.once||e.passive!==a.passive,n=e!==A&&(a===A||i);i&&this.element.removeEventListener(this.name,this,a),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},I=class{constructor(e,t,a){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}},B={M:n,P:r,A:s,C:1,L:C,R:T,D:u,V:N,I:P,H,N:L,U,B:q,F:I},E=e.litHtmlPolyfillSupport;function M(e,t){let a=new WeakMap;Object.defineProperty(e,t,{get(){return a.get(this)},set(e){a.get(this)!==e&&(a.set(this,e),this.requestUpdate(t))}})}E?.(O,P),(e.litHtmlVersions??=[]).push("3.3.3");var R=class extends HTMLElement{constructor(){super(),this.#e=function(e){let t={...e};for(let a in t)Reflect.deleteProperty(e,a);return t}(this),this.renderRoot=this.attachShadow({mode:"open"}),this.hasUpdated=!1,this.#t=()=>{},this.renderRoot.adoptedStyleSheets=[...new.target.styles],this.updateComplete=new Promise(e=>{this.#t=e}),this.requestUpdate()}static{this.styles=[]}#e;#t;#a;connectedCallback(){this.hasUpdated||Object.assign(this,this.#e),this.#t()}attributeChangedCallback(e,t,a){null!==a&&Reflect.set(this,e,a)}requestUpdate(e){if(!this.#a){this.#a=new Set;let e=()=>this.#i();this.updateComplete=this.updateComplete.then(e,e)}e&&this.#a.add(e)}willUpdate(e){}firstUpdated(){}async focusOn(e){await this.updateComplete;let t=this.renderRoot.querySelector(e);t?.scrollIntoView({block:"h2"===e?"start":"center"}),t?.focus({preventScroll:!0})}#i(){try{this.willUpdate(this.#a??new Set)}finally{this.#a=void 0}((e,t,a)=>{let i=a?.renderBefore??t,n=i._$litPart$;if(void 0===n){let e=a?.renderBefore??null;i._$litPart$=n=new P(t.insertBefore(d(),e),e,void 0,a??{})}n._$AI(e)})(this.render(),this.renderRoot,{host:this}),!this.hasUpdated&&(this.hasUpdated=!0,this.firstUpdated())}},D=class extends CustomEvent{constructor(e,t){super(e,{bubbles:!0,composed:!0,detail:t})}},z=class extends D{constructor(){super("aduan-ready",null)}},W=class extends D{constructor(e){super("aduan-submitted",{number:e})}},J=class extends D{constructor(e){super("aduan-failed",{code:e})}},K=class extends D{constructor(){super("aduan-wiped",null)}},F=e=>{try{e(sessionStorage)}catch{}},Z=e=>`${e}:follow`;function V(e,t=Date.now){return{keptAs:`${e}:kept`,load(){let a;return F(i=>{let n=i.getItem(e),r=n?JSON.parse(n):void 0;1===r?.version&&t()-r.savedAt<72e5?a=r.draft:i.removeItem(e)}),a},save:a=>F(i=>i.setItem(e,JSON.stringify({version:1,savedAt:t(),draft:a}))),clear:()=>F(t=>t.removeItem(e))}}var G=/light-dark\(([^;]+?),\s*#\w+\)/g,X=CSS.supports("color:light-dark(red,red)"),Y=Number.parseFloat(getComputedStyle(document.documentElement).fontSize),Q=Y<14?16/Y:1;function ee([e=""]){let t=new CSSStyleSheet,a=e.replace(/([\d.]+)rem/g,(e,t)=>+t*Q+"rem");return t.replaceSync(X?a:a.replace(G,"$1")),t}var te,ae=ee`:host{display:block;overflow-wrap:anywhere}:host([hidden]),[hidden]{display:none!important}*{box-sizing:border-box;scroll-margin-top:5rem}h2,h3,p,ul,ol,dl,dd,fieldset{margin:0;padding:0;border:0;min-width:0}h2{margin:0 0 1.25rem;font-size:1.5rem;line-height:1.25}h2:focus{outline:none}h3{font-size:1.0625rem;line-height:1.35}a{color:var(--_accent);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--_accent);outline-offset:2px;border-radius:4px}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.lead{margin-bottom:1.25rem;color:var(--_muted)}.hint,.meaning,.counter,.kept,.optional,dt{font-size:.9375rem;color:var(--_muted)}.optional{font-weight:400}.written{white-space:pre-wrap}.field,fieldset{margin:0 0 1.5rem}label,legend{font-weight:600}legend{padding:0;font-size:1.0625rem}fieldset>.hint{margin-bottom:.75rem}input:not([type=radio],[type=checkbox],[type=file]),textarea{display:block;width:100%;min-height:3rem;margin-top:.4rem;padding:.65rem .8rem;font:inherit;color:inherit;background:var(--_surface);border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6)}textarea{resize:vertical;line-height:1.5}[aria-invalid=true]:not([type=checkbox]){border:2px solid var(--_danger)}.counter{margin-top:.25rem;text-align:end;font-variant-numeric:tabular-nums}.over,.problem{color:var(--_danger);font-weight:600}.problem{margin:.3rem 0;padding-inline-start:.7rem;border-inline-start:4px solid var(--_danger)}button,.button{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-height:3rem;padding:.6rem 1.25rem;font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;color:var(--_accent);background:transparent;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6);cursor:pointer}button:hover,.button:hover{background:var(--_soft)}.primary{color:var(--_on-accent);background:var(--_accent);border-color:var(--_accent)}.primary:hover{background:var(--_accent);filter:brightness(.93)}[aria-disabled=true]{opacity:.65;cursor:progress}.plain{min-height:2.75rem;padding:.4rem .25rem;border-color:transparent;text-decoration:underline;text-underline-offset:.2em}.danger{color:var(--_danger)}.actions{display:flex;flex-wrap:wrap;gap:.75rem}.card,.check{display:grid;grid-template-columns:auto 1fr auto;gap:.8rem;cursor:pointer}.card{grid-template-columns:auto 1fr;margin-top:.75rem;padding:1rem;font-weight:400;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .8)}.card:hover{background:var(--_soft)}.card:has(:checked){background:var(--_soft);border-color:var(--_accent);box-shadow:inset 0 0 0 1px var(--_accent)}.card:has(:focus-visible){outline:3px solid var(--_accent);outline-offset:2px}.card :focus-visible{outline:none}.meaning{display:block;margin-top:.2rem}.check{align-items:center;min-height:2.75rem;padding:.35rem 0;font-weight:400}[type=radio],[type=checkbox]{width:1.35rem;height:1.35rem;margin:.1rem 0 0;accent-color:var(--_accent)}.note p+p{margin-top:.75rem}.note,.summary,details{margin:0 0 1.5rem;padding:.9rem 1rem;background:var(--_soft);border-radius:calc(var(--_radius) * .6);border:1px solid var(--_line)}.summary{background:var(--_danger-soft);border:2px solid var(--_danger)}.summary ul{margin-top:.35rem;padding-inline-start:1.2rem}.summary li{padding:.35rem 0}.summary a{padding:.35rem 0;color:var(--_danger);font-weight:600}summary{min-height:1.75rem;font-weight:600;cursor:pointer}details p{margin-top:.75rem}@media(max-width:30em){.actions>*{flex:1 1 100%}}@media(prefers-reduced-motion:no-preference){.card,button{transition:background-color .15s}}@media(forced-colors:active){.card:has(:checked){outline:3px solid Highlight}.primary{border:2px solid ButtonText}}`,ie={launcher:"Sampaikan pengaduan",panel:"Pengaduan",loading:"Menyiapkan formulir…",unavailable:"Formulir belum dapat ditampilkan.",elsewhere:"Anda tetap dapat menyampaikan pengaduan di sini:",tryAgain:"Coba lagi",close:"Tutup",quickExit:"Keluar cepat",quickExitMeaning:"Menghapus isian dan langsung meninggalkan halaman ini",isItReal:"Benarkah ini kantornya?",private:"Pengaduan bersifat tertutup. Tidak ada yang diumumkan.",step:(e,t)=>`Langkah ${e} dari ${t}`,next:"Lanjut",back:"Kembali",optional:"boleh dikosongkan",change:"Ubah",restored:"Isian Anda di tab ini masih ada.",changed:"Kantor baru saja mengubah formulir ini. Isian Anda masih ada. Periksa lagi.",startOver:"Hapus isian dan mulai dari awal",keptHere:"Isian hanya ada di tab ini, sampai terkirim. Di komputer atau HP orang lain, tekan “Keluar cepat” setelah selesai.",keep:"Simpan draf di perangkat ini",notGiven:"Tidak diisi",steps:{procedure:"Sebelum Anda mulai",category:"Jenis pengaduan",questions:"Beberapa pertanyaan",story:"Apa yang terjadi",evidence:"Bukti pendukung",identity:"Identitas dan kontak",contact:"Kontak (boleh dilewati)",review:"Periksa dan kirim"},procedure:{privacy:"Bagaimana identitas Anda diperlakukan?",privacyHint:"Belum ada yang perlu Anda ketik.",notice:"Pemberitahuan privasi"},category:{question:"Mana yang paling mendekati kejadian Anda?",hint:"Ragu? Pilih yang paling dekat. Petugas dapat membetulkannya."},story:{hint:"Ceritakan dengan kata-kata sendiri. Tidak perlu bahasa resmi."},evidence:{lead:"Bukti menguatkan pengaduan, tetapi bukan syarat. Anda boleh lanjut dan menyusulkannya nanti.",add:"Tambahkan bukti",loading:"Menyiapkan…",unavailable:"Bagian ini belum dapat dimuat. Coba lagi, atau lanjut dan menyusulkannya nanti.",none:"Tanpa bukti",pending:"Masih ada berkas yang diunggah atau gagal. Tunggu, atau hapus berkas itu."},identity:{hint:"Dipakai untuk menghubungi Anda dan menindaklanjuti pengaduan.",confidential:"Identitas Anda disegel. Petugas yang menangani tidak melihatnya.",anonymous:"Anda tidak perlu menyebut nama. Isi kontak hanya bila ingin diberi tahu; pengaduan selalu dapat dipantau dengan kode lacak.",channels:"Lewat apa Anda ingin diberi tahu?",channelsHint:"Centang menurut urutan pilihan Anda. Bila kosong, kami memakai kontak yang Anda isi.",place:e=>`pilihan ke-${e}`},channels:{email:"Surel",whatsapp:"WhatsApp",sms:"SMS",letter:"Surat"},review:{hint:"Setelah terkirim, Anda menerima nomor dan kode lacak.",privacy:"Perlakuan identitas",statements:"Pernyataan",truthful:"Yang saya sampaikan benar sejauh yang saya ketahui.",procedureRead:"Saya sudah membaca tata cara pengaduan.",privacyNotice:"Saya sudah membaca pemberitahuan privasi.",send:"Kirim pengaduan"},fields:{privacy:{label:"Perlakuan identitas",hint:""},category:{label:"Jenis pengaduan",hint:""},subject:{label:"Pokok pengaduan",hint:"Satu kalimat. Contoh: “Diminta uang saat mengambil surat”."},chronology:{label:"Uraian kejadian",hint:"Apa yang terjadi, dari awal sampai akhir. Siapa berkata atau berbuat apa."},occurredAt:{label:"Tanggal kejadian",hint:"Perkiraan pun boleh."},occurredPlace:{label:"Tempat kejadian",hint:"Contoh: loket 2, lantai 1."},reportedPerson:{label:"Siapa yang diadukan",hint:"Nama, jabatan, atau ciri-cirinya. Ia tidak dapat melihat pengaduan ini."},requestedRemedy:{label:"Yang Anda harapkan",hint:"Contoh: uang dikembalikan, layanan diselesaikan."},evidence:{label:"Bukti pendukung",hint:""},"reporter.name":{label:"Nama lengkap",hint:""},"reporter.address":{label:"Alamat",hint:""},"reporter.phone":{label:"Nomor HP",hint:"Contoh: 0812 0000 0000."},"reporter.email":{label:"Surel (e-mail)",hint:""},"reporter.onBehalfOf":{label:"Nama orang yang Anda wakili",hint:"Hanya bila Anda melapor untuk orang lain."},"reporter.channels":{label:"Cara memberi tahu",hint:""}},problems:{title:"Ada yang perlu dilengkapi",required:e=>`${e} belum diisi.`,pick:e=>`Pilih ${e.toLowerCase()}.`,tooLong:(e,t)=>`${e} terlalu panjang. Paling banyak ${t} karakter.`,email:"Tulis alamat surel seperti nama@contoh.example.",phone:"Tulis nomor HP dengan angka, paling sedikit 6.",future:"Tanggal kejadian tidak mungkin setelah hari ini.",contact:(e,t)=>`Untuk diberi tahu lewat ${e}, isi ${t}.`,statement:"Centang pernyataan ini untuk mengirim."},counter:(e,t)=>`${e} dari ${t}`,remaining:e=>`Tersisa ${e} karakter.`,sending:{sending:"Mengirim… jangan tutup halaman ini.",proving:"Banyak pengaduan sedang masuk. Perangkat Anda membuktikan bahwa ini bukan robot; biasanya di bawah satu menit.",retrying:"Belum ada tanda terima. Jaringan terputus. Mencoba lagi selama halaman ini terbuka.",stop:"Berhenti mengirim",stopped:"Pengiriman dihentikan. Isian Anda masih utuh.",failed:"Pengaduan belum terkirim. Isian Anda masih utuh."},failures:{elsewhere:e=>`Bila tetap gagal, hubungi kantor di ${e} atau datang langsung. Setiap pengaduan lisan pun diterima.`,"network/unreachable":"Layanan tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.","network/timeout":"Layanan terlalu lama menjawab. Coba lagi; tidak akan tercatat dua kali.","network/nonsense":"Jawaban layanan tidak dapat dibaca. Coba lagi sebentar lagi.","limit/unsolvable":"Pemeriksaan keamanan gagal. Pakai peramban lain.","tenant/unknown":"Kantor ini tidak dikenal oleh layanan pengaduan.",wait:e=>`Terlalu banyak permintaan. Tunggu ${e} detik, lalu kirim lagi. Pengaduan belum tercatat.`,unknown:"Terjadi kesalahan di layanan. Coba lagi sebentar lagi."},receipt:{title:"Pengaduan Anda sudah diterima",earlier:"Pengiriman pertama ternyata sudah sampai, jadi yang tercatat adalah isian sebelum Anda ubah. Sampaikan perubahannya lewat halaman pantau.",number:"Nomor pengaduan",code:"Kode lacak",codeOnce:"Simpan kode ini sekarang. Demi keamanan Anda, kode hanya tampil sekali dan tidak dapat dikirim ulang.",copy:"Salin nomor dan kode",copied:"Nomor dan kode sudah disalin.",notCopied:"Tidak dapat menyalin otomatis. Kode sudah dipilih: salin atau catat.",save:"Simpan sebagai berkas",saved:"Berkas disimpan. Siapa pun yang membukanya dapat membaca pengaduan Anda.",pdf:"Unduh tanda terima (PDF)",pdfDone:"Tanda terima diunduh.",pdfFailed:"Tanda terima belum dapat diunduh. Coba lagi.",receivedAt:"Diterima",dates:"Tanggal yang kami janjikan",due:"paling lambat",next:"Selanjutnya",nextSteps:["Petugas memeriksa kelengkapan pengaduan Anda.","Bila ada yang kurang, Anda diberi tahu apa persisnya.","Jawaban dan setiap perubahan dapat Anda baca dengan nomor dan kode."],follow:"Pantau pengaduan",newTab:"terbuka di tab baru",verify:"Periksa keaslian tanda terima",another:"Buat pengaduan lain"}},ne=e=>/^(en|jv)\b/.exec(e)?.[1]??"id",re={id:async()=>ie,en:async()=>(await(import("./en-OXWBZAZO.js"))).en,jv:async()=>(await(import("./jv-FJ575B7K.js"))).jv},se={id:()=>import("./parts-id-2KG3AJCF.js"),en:()=>import("./parts-en-ZPLBBM2V.js"),jv:()=>import("./parts-jv-DN2MHPIE.js")},oe={},le=e=>oe[e]??te;async function de(e,t){let[a,i]=await Promise.all([e,se[t]()]);return te=oe[t]=i.parts,a}async function ce(e){let t=re[e]().catch(()=>ie);return te&&await de(t,e).catch(()=>{}),t}var he=class extends Error{constructor(e,t=0,a,i=0){super(e),this.code=e,this.status=t,this.problem=a,this.retryAfter=i}get isUncertain(){return 0===this.status||this.status>=500}},ue=e=>e instanceof he?e:new he("widget/fault",400);function pe(e,{failures:t}){if(429===e.status)return t.wait(e.retryAfter||60);let a=t,i=e.code.includes("/")?a[e.code]:void 0;return"string"==typeof i?i:e.problem?.detail||t.unknown}var me=()=>new he("network/unreachable"),ge=()=>new he("network/nonsense",502);function fe(e,t,a){let i=Number(a)||0;try{let a=JSON.parse(t);if("string"==typeof a?.code)return new he(a.code,e,a,i)}catch{}return new he("network/nonsense",e,void 0,i)}var be=ee`.root{color-scheme:inherit;--_given:var(--aduan-accent,var(--_unit-accent,#0b5f5c));--_accent:light-dark(var(--_given),#5cc4ba);--_on-accent:var(--aduan-on-accent,light-dark(#fff,#0d1716));--_surface:var(--aduan-surface,light-dark(#fff,#16201f));--_soft:var(--aduan-surface-soft,light-dark(#f3f7f6,#1f2b29));--_text:var(--aduan-text,light-dark(#17211f,#eaf1ef));--_muted:var(--aduan-muted,light-dark(#4d5b58,#b2c1bd));--_border:var(--aduan-border,light-dark(#7c8a87,#83938f));--_line:light-dark(#dbe3e1,#33423f);--_danger:var(--aduan-danger,light-dark(#b3261e,#ffb4ab));--_danger-soft:light-dark(#fdf1f0,#3a1f1d);--_warn-soft:light-dark(#fff7e3,#372c12);--_warn:light-dark(#7a4d00,#f2cd7a);--_radius:var(--aduan-radius,12px);--_shadow:0 8px 28px #0f1f1c1f}@supports (color: light-dark(red,oklch(from red l c h))){.root{--_accent:light-dark(oklch(from var(--_given) min(l,.5) c h),oklch(from var(--_given) max(l,.78) min(c,.11) h))}}`,ve=ee`:host{display:block!important;contain:layout style}:host([mode="button"]){display:inline-block!important;contain:none}:host([hidden]){display:none!important}.root{all:initial;direction:ltr;display:block;font-family:var(--aduan-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif);font-size:1rem;line-height:1.55;color:var(--_text);-webkit-text-size-adjust:100%}.panel{position:relative;max-width:44rem;background:var(--_surface);border:1px solid var(--_line);border-top:5px solid var(--_accent);border-radius:var(--_radius);box-shadow:var(--_shadow)}.bar{position:sticky;z-index:1;top:0;display:flex;align-items:center;gap:.25rem;padding-block:.4rem;padding-inline:1rem .75rem;background:var(--_surface);border-bottom:1px solid var(--_line);border-radius:var(--_radius) var(--_radius) 0 0}.office{flex:1;min-width:0;font-weight:700;line-height:1.3}.parent{display:block;font-size:.8125rem;font-weight:400;color:var(--_muted)}.bar button{min-height:2.75rem;min-width:2.75rem;padding:.3rem .6rem;font-size:.875rem}.exit{color:var(--_danger);border-color:var(--_danger);white-space:nowrap}.body{padding:1.25rem 1rem 1.5rem}.private{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;margin-bottom:.9rem;font-size:.9375rem;line-height:1.4;color:var(--_muted)}.private p{flex:1 1 90%}svg{flex:none;width:1.125rem;height:1.125rem}::slotted(a){color:var(--_accent);font-weight:600}@media(min-width:40em){.body{padding:1.75rem 2rem 2rem}.bar{padding-inline:2rem 1.25rem}}@media print{.bar button{display:none}}`,ye=()=>{},$e={id:"Bahasa Indonesia",en:"English",jv:"Basa Jawa"},ke=class extends R{constructor(){super(...arguments),this.tenant="",this.service=new URL(import.meta.url).origin,this.lang="id",this.mode="inline",this.view="file",this.category="",this.exit="about:blank",this.leave=e=>location.replace(e),this.quietFor=12e5,this.keep=V,this.reword=e=>e,this.messages=ie,this.isOpen=!1,this.hasLeft=!1,this.memoryName="",this.#t=V(""),this.#a=0,this.touchedAt=0,this.stay=()=>{this.touchedAt=Date.now(),this.#n()}}static{this.styles=[ae,ve,be]}static{this.observedAttributes=["tenant","service","lang","mode","view","category","exit"]}static{for(let e of["tenant","service","lang","mode","view","category","exit","unit","messages","failure","isOpen","hasLeft"])M(this.prototype,e)}#e;#t;#a;open(){if("button"!==this.mode)return void this.scrollIntoView();this.#r();let e=()=>{this.isOpen=!0};this.#s(import("./dialog-YPJ4IA5X.js")).then(({registerDialog:e})=>e()).then(e,e)}close(){this.#i?.close?this.#i.close():this.#o()}async wipe(){await this.#l(),this.hasLeft=!1,this.dispatchEvent(new K)}willUpdate(e){e.has("mode")&&this.setAttribute("mode",this.mode),(e.has("tenant")||e.has("service")||e.has("lang")||e.has("view"))&&(this.#e=void 0,(e.has("tenant")||e.has("service"))&&(this.unit=void 0,this.memoryName=`aduan:${this.service}:${this.tenant}`,this.#t=this.keep(this.memoryName)),this.#d()),("inline"===this.mode||this.isOpen)&&this.#r()}firstUpdated(){"button"===this.mode&&this.dispatchEvent(new z)}render(){return this.hasLeft?A:w`
<div
class="root"
lang=${ne(this.lang)}
.style=${e=this.unit?.theme.accent,e&&/^#[0-9a-f]{6}$/i.test(e)?`--_unit-accent:${e}`:""}
@pointerdown=${this.stay}
@input=${this.stay}
>
${"inline"===this.mode?this.#c():this.#h()}
</div>
`;var e}get#i(){return this.renderRoot.querySelector("aduan-dialog")}#h(){let{messages:e}=this;return w`
<button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${this.open}>
${e.launcher}
</button>
${this.isOpen?w`<aduan-dialog .label=${e.panel} .lang=${ne(this.lang)} @aduan-closed=${this.#o}>
${this.#c()}
</aduan-dialog>`:A}
`}#c(){let{messages:e,unit:t}=this;return w`
<div class="panel" part="panel" role="region" aria-label=${e.panel}>
<div class="bar" part="bar">
<p class="office">${t?.shortName} <span class="parent">${t?.parent}</span></p>
<button type="button" class="exit" part="exit" title=${e.quickExitMeaning} @click=${this.#u}>
${e.quickExit}
</button>
${"button"===this.mode?w`<button type="button" aria-label=${e.close} @click=${this.#p}>✕</button>`:A}
</div>
<div class="body">
<p class="unseen" role="status">${t||this.failure?A:e.loading}</p>
${this.failure?this.#m(this.failure):t?this.#g(t):w`<p class="lead" aria-hidden="true">${e.loading}</p>`}
</div>
</div>
`}#m(e){let{messages:t}=this;return w`
<div class="summary" role="alert">
<p><strong>${t.unavailable}</strong></p>
<p>${pe(e,t)}</p>
</div>
<p>${t.elsewhere}</p>
<p class="lead"><slot></slot></p>
<button type="button" @click=${this.#f}>${t.tryAgain}</button>
`}#g(e){let{messages:t,view:a}=this;return w`
<div class="private">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
</svg>
<p>${t.private}</p>
${e.languages.map(e=>e===ne(this.lang)?A:w`<button type="button" class="plain" lang=${e} @click=${()=>this.lang=e}>
${$e[e]}
</button>`)}
<button type="button" class="plain" @click=${this.#b}>${t.isItReal}</button>
</div>
${"follow"===a?w`<aduan-follow
.unit=${e}
.client=${this.#e}
.messages=${t}
.memoryName=${this.memoryName}
></aduan-follow>`:w`
<aduan-filing
.unit=${e}
.client=${this.#e}
.messages=${t}
.store=${this.#t}
.category=${this.category}
></aduan-filing>
`}
`}async#r(){if(this.#e)return;let{service:e,tenant:t,view:a}=this,i="file"===a?this.mode:a,n=function({service:e,tenant:t,language:a,mode:i,patience:n=45e3}){let r=`${e.replace(/\/$/,"")}/api/v1/tenants/${encodeURIComponent(t)}`,s=e=>`${r}/complaints/${encodeURIComponent(e.trim())}`;async function o(e,t={}){let i,r=new AbortController,s=setTimeout(()=>r.abort(),n);t.signal?.addEventListener("abort",()=>r.abort());try{let n={accept:"application/json","accept-language":a,...t.headers};i=await fetch(e,{...t,headers:n,credentials:"omit",signal:r.signal})}catch{throw t.signal?.aborted?new he("network/stopped"):r.signal.aborted?new he("network/timeout"):me()}finally{clearTimeout(s)}if(i.ok)return i;throw fe(i.status,await i.text().catch(()=>""),i.headers.get("retry-after"))}async function l(e,t){return(await o(e,t)).json().catch(()=>{throw ge()})}let d=({trackingCode:e})=>({authorization:`Bearer ${e.trim()}`}),c=(e,t)=>({method:"POST",body:e,headers:{"content-type":"application/json",...t}});return{unitUrl:r,language:a,unit:()=>l(`${r}?widget=1.2.1&mode=${i}`),file:(e,t,a)=>l(`${r}/complaints`,{...c(e,{"idempotency-key":t}),signal:a??null}),follow:e=>l(s(e.number),{headers:d(e)}),act:(e,t,a)=>l(`${s(e.number)}/${t}`,c(JSON.stringify(a),d(e))),download:async(e,t)=>(await o(`${s(e.number)}/${t}`,{headers:d(e)})).blob()}}({service:e,tenant:t,language:ne(this.lang),mode:i});this.#e=n;let r=!this.unit;try{let[e]=await Promise.all([n.unit(),this.#d(),this.#v()]);if(n!==this.#e)return;this.unit=e;let{refusal:t}=e;this.failure=t&&"file"===this.view?new he(t.code,410,t):void 0,this.#n(),r&&"inline"===this.mode&&this.dispatchEvent(new z)}catch(e){if(n!==this.#e)return;this.failure=ue(e),this.dispatchEvent(new J(this.failure.code)),import("./trouble-HTOWQF4M.js").then(({attend:t})=>t(this,e),ye)}}#s(e){return de(e,ne(this.lang))}async#v(){"follow"===this.view&&await this.#s(import("./follow-SZWRSNOW.js")).catch(()=>{throw new he("network/unreachable")})}async#d(){let e=ne(this.lang),t=await ce(e);e===ne(this.lang)&&(this.messages=this.reword(t))}#b(){this.#s(import("./trouble-HTOWQF4M.js")).then(({showTrust:e})=>e(this),ye)}#f(){this.#e=void 0,this.failure=void 0,this.#r()}#p(){this.#i?.leave?this.#i.leave():this.#o()}#o(){this.isOpen=!1}#n(){clearTimeout(this.#a);let e=new WeakRef(this);this.#a=window.setTimeout(()=>{import("./idle-AC6YM2DZ.js").then(({askWhoIsThere:t})=>t(e.deref()),()=>e.deref()?.wipe())},this.quietFor)}async#l(){var e;e=this.memoryName,F(t=>{t.removeItem(e),t.removeItem(Z(e))}),this.#t.clear(),this.touchedAt=0,this.isOpen=!1,this.hasLeft=!0,await this.updateComplete}async#u(){await this.#l(),this.leave(this.exit)}},we=e=>e.replace(/\./g,"-"),_e=(e,t,a)=>[t&&`${we(e)}-hint`,a&&`${we(e)}-problem`].filter(Boolean).join(" ")||A,Ae=[["subject",!0],["chronology",!0],["occurredAt",!1],["occurredPlace",!1],["reportedPerson",!1],["requestedRemedy",!1]],xe={occurredPlace:"place",requestedRemedy:"remedy",onBehalfOf:"name"};function Se(e,{privacy:t},{form:a}){let i=(e,t)=>{let i=e.replace("reporter.","");return{name:e,required:t,limit:a.limits[xe[i]??i]}};return"story"===e?Ae.map(([e,t])=>i(e,t)):"anonymous"===t?[i("reporter.phone",!1),i("reporter.email",!1)]:[...["name","address","phone","email"].filter(e=>"hidden"!==a.identity[e]).map(e=>i(`reporter.${e}`,"required"===a.identity[e])),i("reporter.onBehalfOf",!1)]}var je=({categories:e},{category:t})=>e.find(({code:e})=>e===t),Ce=(e,t)=>["procedure","category","questions","story","evidence","identity","review"].filter(a=>("evidence"!==a||e.form.evidence.maxFiles>0)&&("questions"!==a||je(e,t)?.questions)),Oe={privacy:"procedure",category:"category",evidence:"evidence"},Ne=(e,t,{steps:a})=>"identity"===e&&"anonymous"===t.privacy?a.contact:a[e],Te={email:"reporter.email",whatsapp:"reporter.phone",sms:"reporter.phone",letter:"reporter.address"};function Pe(e,t,a){let{messages:i,unit:n,questions:r}=a,s=i.problems;switch(e){case"procedure":return t.privacy?{}:{privacy:s.pick(i.fields.privacy.label)};case"category":{let e=je(n,t),a=e?"anonymous"===t.privacy&&e.needsIdentity:s.pick(i.fields.category.label);return a?{category:a}:{}}case"questions":return r?.findAnswerProblems(t,n)??{};case"evidence":return t.pending?.length?{evidence:i.evidence.pending}:{};case"review":return Object.fromEntries(["statements.truthful","statements.procedureRead","statements.privacyNotice"].filter(e=>!t.statements.includes(e)).map(e=>[e,s.statement]));case"story":case"identity":{let r={};for(let i of Se(e,t,n)){let e=He(i,t.texts[i.name]?.trim()??"",a);e&&(r[i.name]=e)}return"identity"===e?{...qe(t,i),...r}:r}}}function He({name:e,required:t,limit:a},i,n){let r=n.messages.problems,{label:s}=n.messages.fields[e];return i?a&&i.length>a?r.tooLong(s,a.toLocaleString(n.unit.language)):"reporter.email"!==e||/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(i)?"reporter.phone"!==e||/^\+?[\d\s().-]{6,}$/.test(i)?"occurredAt"===e&&i>n.today?r.future:void 0:r.phone:r.email:t?r.required(s):void 0}function qe({channels:e,texts:t},a){let i=e.filter(e=>!t[Te[e]]?.trim());return Object.fromEntries(i.map(e=>{let t=Te[e];return[t,a.problems.contact(a.channels[e],a.fields[t].label)]}))}var Le=(e,t)=>e.channels.length>0||t.sealing?[...e.channels]:t.form.channels.filter(t=>e.texts[Te[t]]?.trim());function Ue(e,t,a){if(!e.privacy)throw new TypeError("A complaint is sent only with a privacy choice");let i=a=>Object.fromEntries(Se(a,e,t).map(({name:t})=>[t.replace("reporter.",""),e.texts[t]?.trim()]).filter(([,e])=>e)),n=i("identity"),r=Le(e,t);return{category:e.category,privacy:e.privacy,...Object.keys(n).length>0&&{reporter:r.length>0?{...n,channels:r}:n},subject:"",chronology:"",...i("story"),...a&&{answers:a.answersOf(e,t)},evidence:e.evidence.map(({id:e})=>e),language:t.language,statements:{truthful:!0,procedureRead:!0,privacyNotice:t.privacyNotice.version}}}function Ie({categories:e,privacyChoices:t},a=""){let[i,...n]=t;return{key:Be(),step:"procedure",privacy:i&&0===n.length?i.choice:"",category:e.some(({code:e})=>e===a)?a:"",texts:{},channels:[],evidence:[],statements:[],attempts:[]}}var Be=()=>Array.from(crypto.getRandomValues(new Uint8Array(16)),e=>e.toString(16).padStart(2,"0")).join(""),Ee=(e,t)=>e.includes(t)?e.filter(e=>e!==t):[...e,t],Me=ee`.progress{display:flex;gap:.35rem;margin-bottom:1.25rem}.progress span{flex:1;height:.375rem;border-radius:1rem;background:var(--_line)}.progress .done{background:var(--_accent)}.step{display:block;margin-bottom:.2rem;font-size:.9375rem;font-weight:600;color:var(--_accent)}.rules{margin-bottom:1.75rem}.rules ol{margin-top:.6rem;padding-inline-start:1.6rem}.rules li{padding:.2rem 0 .2rem .2rem}.rules li::marker{color:var(--_accent);font-weight:700}.place{padding:.1rem .6rem;font-size:.875rem;color:var(--_on-accent);background:var(--_accent);border-radius:1rem}.read-back{display:grid;grid-template-columns:1fr auto;align-items:center;margin-bottom:1rem;padding:.4rem 1rem 1rem;border:1px solid var(--_line);border-radius:calc(var(--_radius) * .8)}.read-back dl{grid-column:1 / -1;display:grid;gap:.7rem}.state:not(:empty){margin-bottom:1rem;padding:.9rem 1rem;background:var(--_soft);border-inline-start:4px solid var(--_accent);font-weight:600}.kept{display:var(--aduan-files,block);margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--_line)}@media(forced-colors:active){.progress span{border:1px solid CanvasText;forced-color-adjust:none;background:Canvas}.progress .done{background:Highlight}.place{border:1px solid CanvasText}}`;async function Re(e){let{solveProof:t}=await import("./solve-proof-M4BWYN5W.js").catch(()=>{throw new he("network/unreachable")}),a=await t(e);if(!a)throw new he("limit/unsolvable",428);return a}async function De(e,t,a){let{signal:i,tell:n,waits:r}=t;n({name:"sending"});for(let s=1;;s++)try{return await ze(e,t,a)}catch(e){let t=ue(e),a=r[Math.min(s,r.length)-1];if(i.aborted||!t.isUncertain||500===t.status||void 0===a)throw t;if(await We(a,i,e=>n({name:"retrying",tryNow:e})),i.aborted)throw new he("network/stopped");n({name:"sending"})}}async function ze(e,{key:t,signal:a,tell:i},n){try{return await e.file(n,t,a)}catch(r){let s=ue(r);if(428!==s.status||!s.problem?.challenge)throw s;i({name:"proving"});let o=await Re(s.problem.challenge);return i({name:"sending"}),e.file(JSON.stringify({...JSON.parse(n),proof:o}),t,a)}}var We=(e,t,a)=>new Promise(i=>{setTimeout(i,e*(.7+.6*Math.random())),addEventListener("online",()=>i(),{once:!0}),t.addEventListener("abort",()=>i()),a(i)}),Je=(e,t)=>t?w`<p class="problem" id="${we(e)}-problem">${t}</p>`:A;function Ke(e,{name:t,question:a,hint:i,choices:n,choose:r}){let s=e.problems[t],o=we(t);return w`
<fieldset aria-describedby=${_e(t,i,s)}>
<legend>${a}</legend>
<p class="hint" id="${o}-hint">${i}</p>
${Je(t,s)}
${n.map(({value:a,label:i,meaning:n},s)=>w`
<label class="card" part="card">
<input
type="radio"
id=${0===s?o:A}
name=${t}
.value=${a}
.checked=${e.draft[t]===a}
aria-labelledby="${o}-${a}-label"
aria-describedby="${o}-${a}"
@change=${()=>r(a)}
/>
<span>
<strong id="${o}-${a}-label">${i}</strong>
<span class="meaning" id="${o}-${a}">${n}</span>
</span>
</label>
`)}
</fieldset>
`}var Fe={chronology:{rows:9},requestedRemedy:{rows:3},occurredAt:{type:"date"},"reporter.name":{autocomplete:"name"},"reporter.address":{rows:2,autocomplete:"street-address"},"reporter.phone":{type:"tel",autocomplete:"tel"},"reporter.email":{type:"email",autocomplete:"email"}};function Ze(e,{name:t,required:a,limit:i}){let{messages:n,problems:r,draft:s}=e,{type:o,rows:l,autocomplete:d}=Fe[t]??{},{label:c,hint:h}=n.fields[t],u=we(t),p=s.texts[t]??"",m=r[t],g=_e(t,h,m),f=a=>{e.change(((e,t,a)=>({...e,texts:{...e.texts,[t]:a}}))(e.draft,t,a.target.value))};return w`
<div class="field">
<label for=${u}>
${c} ${a?A:w`<span class="optional">(${n.optional})</span>`}
</label>
${h?w`<p class="hint" id="${u}-hint">${h}</p>`:A} ${Je(t,m)}
${l?w`<textarea
id=${u}
rows=${l}
autocomplete=${d??"off"}
aria-required=${a?"true":A}
aria-invalid=${m?"true":A}
aria-describedby=${g}
.value=${p}
@input=${f}
></textarea>`:w`<input
id=${u}
type=${o??"text"}
max=${"date"===o?e.today:A}
autocomplete=${d??"off"}
aria-required=${a?"true":A}
aria-invalid=${m?"true":A}
aria-describedby=${g}
.value=${p}
@input=${f}
/>`}
${i&&i>=1e3?function({messages:e,unit:t},a,i){let n=e=>e.toLocaleString(t.language),r=i-a;return w`
<p class=${r<0?"counter over":"counter"} aria-hidden="true">
${e.counter(n(a),n(i))}
</p>
<p class="unseen" role="status">${r<i/20?e.remaining(n(r)):A}</p>
`}(e,p.length,i):A}
</div>
`}var Ve=({messages:e,unit:t})=>w`
<details part="privacy-notice">
<summary>${e.procedure.notice}</summary>
<p class="written">${t.privacyNotice.text}</p>
</details>
`,Ge=(e,{language:t,timeZone:a})=>new Date(e).toLocaleDateString(t,{timeZone:a,weekday:"long",day:"numeric",month:"long",year:"numeric"}),Xe=(e,{language:t,timeZone:a})=>new Date(e).toLocaleString(t,{timeZone:a,dateStyle:"long",timeStyle:"short"}),Ye=(e,t,a)=>t&&"occurredAt"===e?Ge(t,{...a,timeZone:"UTC"}):t;var Qe=class extends R{constructor(){super(...arguments),this.category="",this.waits=[2e3,6e3,15e3,3e4,6e4],this.problems={},this.evidenceLoading="idle",this.#e=new Set,this.#t=new AbortController}static{this.styles=[ae,Me]}static{for(let e of["unit","messages","client","store","category","waits","draft","problems","sending","failure","receipt","note","evidenceLoading","questions","sealing"])M(this.prototype,e)}#e;#t;get unfinished(){return this.receipt?this.renderRoot.querySelector("aduan-receipt")?.isKept?"":"code":"procedure"===this.draft.step?"":"draft"}disconnectedCallback(){this.#t.abort()}willUpdate(e){if(e.has("store")){let e=this.store.load();this.note=e?.privacy?"restored":void 0,this.draft=e??Ie(this.unit,this.category),Ce(this.unit,this.draft).includes(this.draft.step)||(this.draft={...this.draft,step:"procedure"}),function({keptAs:e=""}){try{return e in localStorage}catch{return!1}}(this.store)&&this.#f(!1),(this.draft.evidence.length>0||this.draft.pending?.length)&&this.#b()}this.#o().catch(()=>{})}render(){let{messages:e,receipt:t,problems:a,sending:i}=this,n=this.#c;return t?w`<aduan-receipt
.receipt=${t.receipt}
.earlier=${t.earlier}
.unit=${this.unit}
.client=${this.client}
.messages=${e}
@receipt-finished=${this.#y}
></aduan-receipt>`:w`
<form novalidate @submit=${this.#n}>
${function({draft:e,unit:t,messages:a}){let i=Ce(t,e),n=i.indexOf(e.step);return w`
<div class="progress" aria-hidden="true">
${i.map((e,t)=>w`<span class=${t<=n?"done":""}></span>`)}
</div>
<h2 tabindex="-1">
<span class="step">${a.step(n+1,i.length)}<span class="unseen">:</span></span>
${Ne(e.step,e,a)}
</h2>
`}(n)} ${function(e,t,a){let i=Object.entries(e);return 0===i.length?A:w`
<div class="summary" part="problems" tabindex="-1" role="group" aria-labelledby="summary-title">
<h3 id="summary-title">${t.problems.title}</h3>
<ul>
${i.map(([e,t])=>w`
<li><a href="#${we(e)}" @click=${t=>((e,t)=>{e.preventDefault(),a(t)})(t,e)}>${t}</a></li>
`)}
</ul>
</div>
`}(a,e,e=>this.#d(e))}
${this.#h()} ${function(e,t){switch(e.draft.step){case"procedure":return function(e){let{messages:t,unit:a}=e;return w`
<section class="rules">
<h3>${a.procedure.title}</h3>
<ol>
${a.procedure.rules.map(e=>w`<li>${e}</li>`)}
</ol>
</section>
${Ke(e,{name:"privacy",question:t.procedure.privacy,hint:t.procedure.privacyHint,choices:a.privacyChoices.map(({choice:e,...t})=>({value:e,...t})),choose:t=>e.change(function(e,t){if("anonymous"!==t)return{...e,privacy:t};let{"reporter.name":a,"reporter.address":i,"reporter.onBehalfOf":n,...r}=e.texts;return{...e,privacy:t,texts:r,channels:e.channels.filter(e=>"letter"!==e)}}(e.draft,t))})}
${Ve(e)}
`}(e);case"category":return(e=>Ke(e,{name:"category",question:e.messages.category.question,hint:e.messages.category.hint,choices:e.unit.categories.map(({code:e,label:t,description:a})=>({value:e,label:t,meaning:a})),choose:t=>e.change({...e.draft,category:t,answers:{}})}))(e);case"questions":return e.questions?.questionsStep(e);case"story":return(e=>w`
<p class="lead">${e.messages.story.hint}</p>
${Se("story",e.draft,e.unit).map(t=>Ze(e,t))}
`)(e);case"evidence":return A;case"identity":return function(e){let{messages:t,draft:a,unit:i}=e,{identity:n}=t,r={anonymous:n.anonymous,confidential:n.confidential,named:n.hint,"":""};return w`
<p class="lead">${r[a.privacy]}</p>
${Se("identity",a,i).map(t=>Ze(e,t))}
${i.sealing?e.sealing?.sealingPart(e):function({messages:e,draft:t,unit:a,change:i}){let n=a.form.channels.filter(e=>"anonymous"!==t.privacy||"letter"!==e);return w`
<fieldset aria-describedby="channels-hint">
<legend>${e.identity.channels} <span class="optional">(${e.optional})</span></legend>
<p class="hint" id="channels-hint">${e.identity.channelsHint} ${a.form.channelNews}</p>
${n.map((a,n)=>{let r=t.channels.indexOf(a)+1;return w`
<label class="check">
<input
type="checkbox"
id=${0===n?"reporter-channels":`channel-${a}`}
.checked=${r>0}
@change=${()=>i({...t,channels:Ee(t.channels,a)})}
/>
<span>${e.channels[a]}</span>
<span class="place" ?hidden=${0===r}>${e.identity.place(r)}</span>
</label>
`})}
</fieldset>
`}(e)}
`}(e);case"review":return function(e,t){let{messages:a}=e;return w`
<p class="lead">${a.review.hint}</p>
${Ce(e.unit,e.draft).filter(e=>"review"!==e).map(a=>function(e,t,a){let i="procedure"===t?e.messages.review.privacy:Ne(t,e.draft,e.messages);return w`
<section class="read-back" part="read-back">
<h3>${i}</h3>
<button type="button" class="plain" aria-label="${e.messages.change}: ${i}" @click=${a}>
${e.messages.change}
</button>
<dl>
${function({draft:e,unit:t,messages:a,questions:i},n){switch(n){case"procedure":{let a=t.privacyChoices.find(({choice:t})=>t===e.privacy);return a?[[a.label,a.meaning]]:[]}case"category":{let a=je(t,e);return a?[[a.label,a.description]]:[]}case"questions":return(i?.answerLines(e,t)??[]).map(([e,t])=>[e,t||a.notGiven]);case"evidence":return e.evidence.length>0?e.evidence.map(({name:e},t)=>[`${a.fields.evidence.label} ${t+1}`,e]):[[a.fields.evidence.label,a.evidence.none]];case"review":return[];case"story":case"identity":{let i=Se(n,e,t).map(({name:i})=>[a.fields[i].label,Ye(i,e.texts[i]?.trim(),t)||a.notGiven]),r=Le(e,t).map(e=>a.channels[e]);return"story"===n?i:[...i,[a.fields["reporter.channels"].label,r.join(" → ")||a.notGiven]]}}}(e,t).map(([e,t])=>w`<div><dt>${e}</dt><dd class="written">${t}</dd></div>`)}
</dl>
</section>
`}(e,a,()=>t(a)))}
<fieldset>
<legend>${a.review.statements}</legend>
${["truthful","procedureRead","privacyNotice"].map(t=>function({draft:e,problems:t,change:a},i,n){let r=t[i];return w`
${Je(i,r)}
<label class="check">
<input
type="checkbox"
id=${we(i)}
aria-invalid=${r?"true":A}
aria-describedby=${_e(i,"",r)}
.checked=${e.statements.includes(i)}
@change=${()=>a({...e,statements:Ee(e.statements,i)})}
/>
<span>${n}</span>
</label>
`}(e,`statements.${t}`,a.review[t]))}
</fieldset>
${Ve(e)}
`}(e,t)}}(n,e=>this.#v(e))} ${this.#i()}
<aduan-similar .form=${n} .client=${this.client}></aduan-similar>
${function({messages:e,unit:t},a){if(!a)return A;let{sending:i,failures:n}=e,{telephone:r}=t.contact,s="network/stopped"===a.code,o=s?i.stopped:i.failed;return w`
<div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${o}>
<p><strong>${o}</strong></p>
${s?A:w`<p>${pe(a,e)}</p>`}
${s||!r?A:w`<p>${n.elsewhere(r)}</p>`}
</div>
`}(n,this.failure)}
<p class="state" role="status">${i?e.sending[i.name]:A}</p>
<div class="actions">${this.#a()}</div>
<p class="kept">
${e.keptHere}
<button type="button" class="plain" ?hidden=${!this.store.keptAs} @click=${()=>this.#f(!0)}>
${e.keep}
</button>
</p>
</form>
`}#a(){let{messages:e,sending:t}=this,{step:a}=this.draft;return w`
<button class="primary" part="primary" aria-disabled=${t?"true":A}>
${"review"===a?e.review.send:e.next}
</button>
${t?w`${t.tryNow?w`<button type="button" @click=${t.tryNow}>${e.tryAgain}</button>`:A}
<button type="button" @click=${this.#$}>${e.sending.stop}</button>`:"procedure"===a?A:w`<button type="button" @click=${this.#k}>${e.back}</button>`}
`}#i(){let{step:e}=this.draft;return"evidence"!==e&&"ready"!==this.evidenceLoading?A:function(e,{shown:t,loading:a,client:i,load:n,changed:r}){let{messages:s,unit:o,draft:l,problems:d}=e;return"ready"===a?w`
${Je("evidence",d.evidence)}
<aduan-evidence
id="evidence"
?hidden=${!t}
.limits=${o.form.evidence}
.language=${o.language}
.held=${l.evidence}
.pending=${l.pending}
.secret=${l.key}
.client=${i}
@evidence-changed=${({detail:e})=>r(e.held,e.pending)}
></aduan-evidence>
`:w`
<p class="lead">${s.evidence.lead}</p>
<div class="note" role="status" ?hidden=${"failed"!==a}>${s.evidence.unavailable}</div>
<p class="lead">
<button type="button" aria-disabled=${"loading"===a?"true":A} @click=${n}>
${"loading"===a?s.evidence.loading:s.evidence.add}
</button>
</p>
`}(this.#c,{shown:"evidence"===e,loading:this.evidenceLoading,client:this.client,load:()=>{this.#b()},changed:(e,t)=>this.#s({...this.draft,evidence:e,pending:t})})}#h(){let{note:e,messages:t}=this;return e?w`
<div class="note" role="status">
<p>${t[e]}</p>
<button type="button" class="plain" ?hidden=${"changed"===e} @click=${this.#y}>
${t.startOver}
</button>
</div>
`:A}get#c(){let{messages:e,unit:t,draft:a,problems:i,questions:n,sealing:r}=this;return{messages:e,unit:t,draft:a,problems:i,questions:n,sealing:r,today:this.#m,change:e=>this.#s(e)}}get#m(){return(new Date).toLocaleDateString("sv",{timeZone:this.unit.timeZone})}#g(e,t=this.draft){let{unit:a,messages:i,questions:n}=this;return Pe(e,t,{unit:a,messages:i,today:this.#m,questions:n})}get#r(){return Ce(this.unit,this.draft).find(e=>et(this.#g(e)))}#s(e){let t=this.draft;this.draft=e,this.store.save(e),this.problems=function(e,{before:t,after:a,found:i,refused:n}){return Object.fromEntries(Object.entries(e).filter(([e])=>e in i||n.has(e)&&(e=>t.texts[e]===a.texts[e])(e)).map(([e,t])=>[e,i[e]??t]))}(this.problems,{before:t,after:e,found:this.#g(e.step),refused:this.#e})}#v(e,t={}){this.#s({...this.draft,step:e}),this.problems=t,this.failure=void 0,this.note=void 0,this.focusOn(Object.keys(t).length>0?".summary":"h2")}#d(e){this.renderRoot.querySelector(`#${we(e)}`)?.focus()}async#b(){"ready"===this.evidenceLoading||0===this.unit.form.evidence.maxFiles||(this.evidenceLoading="loading",this.evidenceLoading=await this.#p(import("./evidence-IIX7R667.js")).then(()=>"ready",()=>"failed"),"evidence"===this.draft.step&&this.focusOn("#evidence"))}#f(e){this.#p(import("./keep-PO6THEXX.js")).then(({showKeep:t})=>t(this,e),()=>e&&void this.#u(me(),[]))}#p(e){return de(e,this.unit.language)}async#o(){this.unit.sealing&&(this.sealing??=await this.#p(import("./sealing-O5QHT6BC.js")));let e=je(this.unit,this.draft);e?.similar&&this.#p(import("./similar-GQIAT253.js")).catch(()=>{}),e?.questions&&(this.questions??=await this.#p(import("./questions-CW2IIXZV.js")))}async#n(e){if(e.preventDefault(),this.sending)return;try{await this.#o()}catch{return this.#u(me(),[])}let t=Ce(this.unit,this.draft),{step:a}=this.draft,i="review"===a?this.#r:a,n=i?this.#g(i):{};i&&et(n)?this.#v(i,n):"review"===a?this.#l():this.#v(t[t.indexOf(a)+1]??a)}async#l(){let{key:e,attempts:t}=this.draft;this.failure=void 0,this.#t=new AbortController;let{signal:a}=this.#t,i=e=>{this.sending=e};i({name:"sending"});try{let n=Ue(this.draft,this.unit,this.questions),r=JSON.stringify(this.unit.sealing?await(this.sealing?.sealFiling(n,this.#c)):n);this.#s({...this.draft,attempts:[...t.filter(e=>e!==r),r]});let s=await async function(e,t){try{return{receipt:await De(e,t,t.body),earlier:!1}}catch(a){let i=ue(a);for(let a of 409===i.status?t.attempts:[]){let i=await De(e,t,a).catch(()=>{});if(i)return{receipt:i,earlier:!0}}throw i}}(this.client,{key:e,body:r,attempts:t,signal:a,tell:i,waits:this.waits});this.store.clear(),this.receipt=s,this.dispatchEvent(new W(s.receipt.number))}catch(e){await this.#u(ue(e),t)}finally{this.sending=void 0}}async#u(e,t){409===e.status?this.#s({...this.draft,key:Be(),attempts:[]}):e.isUncertain||this.#s({...this.draft,attempts:t});let a=400===e.status&&await this.#w(),i=a&&this.#r,n=i?this.#g(i):function(e,{fields:t}){let a=(e?.errors??[]).map(({path:e,message:t})=>["reporter"===e?"reporter.name":e.replace(/\.\d+$/,""),t]);return Object.fromEntries(a.filter(([e])=>e in t||e.startsWith("answers.")))}(e.problem,this.messages),[r=""]=Object.keys(n),s=i||((o=r).startsWith("reporter")?"identity":o.startsWith("statements")?"review":o.startsWith("answers")?"questions":Oe[o]??"story");var o;this.#e=new Set(Object.keys(n)),r&&Ce(this.unit,this.draft).includes(s)?this.#v(s,n):a?this.#v("review"):(this.failure=e,this.focusOn(".failed")),a&&(this.note="changed"),"network/stopped"!==e.code&&this.dispatchEvent(new J(e.code))}async#w(){let{unit:e}=this;return this.unit=await this.client.unit().catch(()=>e),await this.#o().catch(()=>{}),JSON.stringify(this.unit.categories)!==JSON.stringify(e.categories)}#k(){let e=Ce(this.unit,this.draft);this.#v(e[e.indexOf(this.draft.step)-1]??"procedure")}#$(){this.#t.abort()}#y(){this.store.clear(),this.receipt=void 0,this.failure=void 0,this.evidenceLoading="idle",this.problems={},this.note=void 0,this.draft=Ie(this.unit,this.category),this.focusOn("h2")}},et=e=>Object.keys(e).length>0,tt=ee`.done{display:grid;grid-template-columns:auto 1fr;gap:.9rem;align-items:center;margin-bottom:1.25rem}.done h2{margin:0}svg{width:2.75rem;height:2.75rem;padding:.6rem;color:var(--_on-accent);background:var(--_accent);border-radius:50%}.keep{margin-bottom:1.5rem;padding:1.25rem;background:var(--_soft);border:2px solid var(--_accent);border-radius:var(--_radius)}.keep dd{margin-bottom:.9rem;font-family:ui-monospace,Cascadia Mono,Roboto Mono,Menlo,Consolas,monospace;font-weight:700}.number{font-size:1.25rem}.code{font-size:clamp(1.35rem,6.5vw,1.9rem);line-height:1.35;user-select:all}.warning{color:var(--_warn);background:var(--_warn-soft);font-weight:600}.file{display:var(--aduan-files,block)}section{margin-bottom:1.5rem}.dates{display:grid;gap:.75rem;margin-top:.75rem;padding:0;list-style:none}.dates li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_accent)}.dates strong,.dates span{display:block}.steps{margin-top:.6rem;padding-inline-start:1.4rem}.steps li{padding:.2rem 0}`;function at(e,t){let a=document.createElement("a");a.href=URL.createObjectURL(e),a.download=t,a.click(),setTimeout(()=>URL.revokeObjectURL(a.href),6e4)}function it(e,t){customElements.get(e)||customElements.define(e,t)}it("aduan-receipt",class extends R{constructor(){super(...arguments),this.earlier=!1,this.told="",this.isKept=!1,this.#t=e=>{this.isKept||e.preventDefault()}}static{this.styles=[ae,tt]}static{for(let e of["receipt","unit","client","messages","earlier","told"])M(this.prototype,e)}connectedCallback(){super.connectedCallback(),window.addEventListener("beforeunload",this.#t)}disconnectedCallback(){window.removeEventListener("beforeunload",this.#t)}firstUpdated(){this.focusOn("h2")}render(){let{receipt:e,unit:t,earlier:a,told:i}=this,n=this.messages.receipt;return w`
<div class="done">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 12.5l5.5 5.5L20 6.5" stroke-linecap="round" stroke-linejoin="round" />
</svg>
<h2 tabindex="-1">${n.title}</h2>
</div>
${a?w`<p class="note">${n.earlier}</p>`:A}
<div class="keep">
<dl>
<dt>${n.number}</dt>
<dd class="number">${e.number}</dd>
<dt>${n.code}</dt>
<dd class="code" part="code">${e.trackingCode.split("-").map((e,t)=>w`${t?"-":""}<wbr>${e}`)}</dd>
</dl>
<p class="note warning">${n.codeOnce}</p>
<div class="actions">
<button type="button" class="primary file" @click=${this.#i}>${n.copy}</button>
<button type="button" class="file" @click=${this.#h}>${n.save}</button>
<button type="button" class="file" @click=${this.#c}>${n.pdf}</button>
</div>
<p role="status" class="told">${i}</p>
</div>
<section>
<h3>${n.dates}</h3>
<ul class="dates">
<li><strong>${n.receivedAt}: ${Xe(e.receivedAt,t)}</strong></li>
${e.clocks.map(({label:e,dueAt:a,explanation:i})=>w`
<li>
<strong>${e}: ${n.due} ${Ge(a,t)}</strong>
<span class="hint">${i}</span>
</li>
`)}
</ul>
</section>
<section>
<h3>${n.next}</h3>
<ol class="steps">
${n.nextSteps.map(e=>w`<li>${e}</li>`)}
</ol>
</section>
<div class="actions">
<a class="button file" href=${e.followUpUrl} target="_blank" rel="noopener">
${n.follow}<span class="unseen">(${n.newTab})</span>
</a>
<a class="button file" href=${e.verifyUrl} target="_blank" rel="noopener">
${n.verify}<span class="unseen">(${n.newTab})</span>
</a>
<button type="button" class="plain" @click=${this.#m}>${n.another}</button>
</div>
`}get#e(){return this.renderRoot.querySelector(".code")}#t;#a(e){this.isKept=!0,this.told=e}async#i(){let e=this.messages.receipt,{number:t,trackingCode:a}=this.receipt;try{await navigator.clipboard.writeText(`${e.number}: ${t}\n${e.code}: ${a}`),this.#a(e.copied)}catch{this.#e&&getSelection()?.selectAllChildren(this.#e),this.told=e.notCopied}}#h(){let e=function(e,t,{receipt:a}){let{number:i,trackingCode:n,receivedAt:r,clocks:s,followUpUrl:o}=e;return[t.name,"",`${a.number}: ${i}`,`${a.code}: ${n}`,`${a.receivedAt}: ${Xe(r,t)}`,...s.map(({label:e,dueAt:i})=>`${e}: ${a.due} ${Ge(i,t)}`),"",`${a.follow}: ${o}`,""].join("\r\n")}(this.receipt,this.unit,this.messages);at(new Blob([e],{type:"text/plain;charset=utf-8"}),`${this.receipt.number}.txt`),this.#a(this.messages.receipt.saved)}async#c(){let e=this.messages.receipt;try{at(await this.client.download(this.receipt,"receipt.pdf"),`${this.receipt.number}.pdf`),this.told=e.pdfDone}catch{this.told=e.pdfFailed}}#m(){if(!this.isKept)return this.#a(this.messages.receipt.codeOnce),void this.#e?.scrollIntoView({block:"center"});this.dispatchEvent(new CustomEvent("receipt-finished"))}}),it("aduan-filing",Qe),it("aduan-widget",ke);export{w as a,A as b,B as c,M as d,R as e,D as f,z as g,W as h,J as i,K as j,Z as k,ee as l,ae as m,ne as n,le as o,de as p,ce as q,he as r,ue as s,pe as t,me as u,ge as v,fe as w,it as x,Ge as y,Xe as z,Ie as A,Be as B,Ee as C,Re as D,at as E,Se as F,je as G,Pe as H,Ue as I,we as J,_e as K,Je as L,Ze as M};
var xt=Object.defineProperty;var _t=Object.getOwnPropertyDescriptor;var h=(r,e,t,i)=>{for(var n=i>1?void 0:i?_t(e,t):e,a=r.length-1,o;a>=0;a--)(o=r[a])&&(n=(i?o(e,t,n):o(n))||n);return i&&n&&xt(e,t,n),n};var ve=globalThis,Ne=r=>r,Q=ve.trustedTypes,Fe=Q?Q.createPolicy("lit-html",{createHTML:r=>r}):void 0,be="$lit$",A=`lit$${Math.random().toFixed(9).slice(2)}$`,$e="?"+A,St=`<${$e}>`,M=document,q=()=>M.createComment(""),z=r=>r===null||typeof r!="object"&&typeof r!="function",we=Array.isArray,Le=r=>we(r)||typeof r?.[Symbol.iterator]=="function",ye=`[ 	
\f\r]`,B=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Pe=/-->/g,Ee=/>/g,E=RegExp(`>|${ye}(?:([^\\s"'>=/]+)(${ye}*=${ye}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Oe=/'/g,Me=/"/g,De=/^(?:script|style|textarea|title)$/i,ke=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),l=ke(1),qt=ke(2),zt=ke(3),K=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Re=new WeakMap,O=M.createTreeWalker(M,129);function He(r,e){if(!we(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return Fe!==void 0?Fe.createHTML(e):e}var je=(r,e)=>{let t=r.length-1,i=[],n,a=e===2?"<svg>":e===3?"<math>":"",o=B;for(let s=0;s<t;s++){let d=r[s],u,p,m=-1,f=0;for(;f<d.length&&(o.lastIndex=f,p=o.exec(d),p!==null);)f=o.lastIndex,o===B?p[1]==="!--"?o=Pe:p[1]!==void 0?o=Ee:p[2]!==void 0?(De.test(p[2])&&(n=RegExp("</"+p[2],"g")),o=E):p[3]!==void 0&&(o=E):o===E?p[0]===">"?(o=n??B,m=-1):p[1]===void 0?m=-2:(m=o.lastIndex-p[2].length,u=p[1],o=p[3]===void 0?E:p[3]==='"'?Me:Oe):o===Me||o===Oe?o=E:o===Pe||o===Ee?o=B:(o=E,n=void 0);let w=o===E&&r[s+1].startsWith("/>")?" ":"";a+=o===B?d+St:m>=0?(i.push(u),d.slice(0,m)+be+d.slice(m)+A+w):d+A+(m===-2?s:w)}return[He(r,a+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},J=class r{constructor({strings:e,_$litType$:t},i){let n;this.parts=[];let a=0,o=0,s=e.length-1,d=this.parts,[u,p]=je(e,t);if(this.el=r.createElement(u,i),O.currentNode=this.el.content,t===2||t===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(n=O.nextNode())!==null&&d.length<s;){if(n.nodeType===1){if(n.hasAttributes())for(let m of n.getAttributeNames())if(m.endsWith(be)){let f=p[o++],w=n.getAttribute(m).split(A),b=/([.?@])?(.*)/.exec(f);d.push({type:1,index:a,name:b[2],strings:w,ctor:b[1]==="."?X:b[1]==="?"?ee:b[1]==="@"?te:L}),n.removeAttribute(m)}else m.startsWith(A)&&(d.push({type:6,index:a}),n.removeAttribute(m));if(De.test(n.tagName)){let m=n.textContent.split(A),f=m.length-1;if(f>0){n.textContent=Q?Q.emptyScript:"";for(let w=0;w<f;w++)n.append(m[w],q()),O.nextNode(),d.push({type:2,index:++a});n.append(m[f],q())}}}else if(n.nodeType===8)if(n.data===$e)d.push({type:2,index:a});else{let m=-1;for(;(m=n.data.indexOf(A,m+1))!==-1;)d.push({type:7,index:a}),m+=A.length-1}a++}}static createElement(e,t){let i=M.createElement("template");return i.innerHTML=e,i}};function R(r,e,t=r,i){if(e===K)return e;let n=i!==void 0?t._$Co?.[i]:t._$Cl,a=z(e)?void 0:e._$litDirective$;return n?.constructor!==a&&(n?._$AO?.(!1),a===void 0?n=void 0:(n=new a(r),n._$AT(r,t,i)),i!==void 0?(t._$Co??=[])[i]=n:t._$Cl=n),n!==void 0&&(e=R(r,n._$AS(r,e.values),n,i)),e}var Y=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,n=(e?.creationScope??M).importNode(t,!0);O.currentNode=n;let a=O.nextNode(),o=0,s=0,d=i[0];for(;d!==void 0;){if(o===d.index){let u;d.type===2?u=new D(a,a.nextSibling,this,e):d.type===1?u=new d.ctor(a,d.name,d.strings,this,e):d.type===6&&(u=new re(a,this,e)),this._$AV.push(u),d=i[++s]}o!==d?.index&&(a=O.nextNode(),o++)}return O.currentNode=M,n}p(e){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},D=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,n){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=R(this,e,t),z(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==K&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Le(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&z(this._$AH)?this._$AA.nextSibling.data=e:this.T(M.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,n=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=J.createElement(He(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===n)this._$AH.p(t);else{let a=new Y(n,this),o=a.u(this.options);a.p(t),this.T(o),this._$AH=a}}_$AC(e){let t=Re.get(e.strings);return t===void 0&&Re.set(e.strings,t=new J(e)),t}k(e){we(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,n=0;for(let a of e)n===t.length?t.push(i=new r(this.O(q()),this.O(q()),this,this.options)):i=t[n],i._$AI(a),n++;n<t.length&&(this._$AR(i&&i._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let i=Ne(e).nextSibling;Ne(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},L=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,n,a){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=a,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=c}_$AI(e,t=this,i,n){let a=this.strings,o=!1;if(a===void 0)e=R(this,e,t,0),o=!z(e)||e!==this._$AH&&e!==K,o&&(this._$AH=e);else{let s=e,d,u;for(e=a[0],d=0;d<a.length-1;d++)u=R(this,s[i+d],t,d),u===K&&(u=this._$AH[d]),o||=!z(u)||u!==this._$AH[d],u===c?e=c:e!==c&&(e+=(u??"")+a[d+1]),this._$AH[d]=u}o&&!n&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},X=class extends L{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},ee=class extends L{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},te=class extends L{constructor(e,t,i,n,a){super(e,t,i,n,a),this.type=5}_$AI(e,t=this){if((e=R(this,e,t,0)??c)===K)return;let i=this._$AH,n=e===c&&i!==c||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,a=e!==c&&(i===c||n);n&&this.element.removeEventListener(this.name,this,i),a&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},re=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){R(this,e)}},Kt={M:be,P:A,A:$e,C:1,L:je,R:Y,D:Le,V:R,I:D,H:L,N:ee,U:te,B:X,F:re},At=ve.litHtmlPolyfillSupport;At?.(J,D),(ve.litHtmlVersions??=[]).push("3.3.3");var Ve=(r,e,t)=>{let i=t?.renderBefore??e,n=i._$litPart$;if(n===void 0){let a=t?.renderBefore??null;i._$litPart$=n=new D(e.insertBefore(q(),a),a,void 0,t??{})}return n._$AI(r),n};function g(r,e){let t=new WeakMap;Object.defineProperty(r,e,{get(){return t.get(this)},set(i){t.get(this)!==i&&(t.set(this,i),this.requestUpdate(e))}})}var C=class extends HTMLElement{constructor(){super();this.#e=Ct(this);this.renderRoot=this.attachShadow({mode:"open"});this.hasUpdated=!1;this.#t=()=>{};this.renderRoot.adoptedStyleSheets=[...new.target.styles],this.updateComplete=new Promise(t=>{this.#t=t}),this.requestUpdate()}static{this.styles=[]}#e;#t;#r;connectedCallback(){this.hasUpdated||Object.assign(this,this.#e),this.#t()}attributeChangedCallback(t,i,n){n!==null&&Reflect.set(this,t,n)}requestUpdate(t){if(!this.#r){this.#r=new Set;let i=()=>this.#i();this.updateComplete=this.updateComplete.then(i,i)}t&&this.#r.add(t)}willUpdate(t){}firstUpdated(){}async focusOn(t){await this.updateComplete;let i=this.renderRoot.querySelector(t);i?.scrollIntoView({block:t==="h2"?"start":"center"}),i?.focus({preventScroll:!0})}#i(){try{this.willUpdate(this.#r??new Set)}finally{this.#r=void 0}Ve(this.render(),this.renderRoot,{host:this}),!this.hasUpdated&&(this.hasUpdated=!0,this.firstUpdated())}};function Ct(r){let e={...r};for(let t in e)Reflect.deleteProperty(r,t);return e}var T=class extends CustomEvent{constructor(e,t){super(e,{bubbles:!0,composed:!0,detail:t})}},W=class extends T{constructor(){super("aduan-ready",null)}},ie=class extends T{constructor(){super("aduan-opened",null)}},ne=class extends T{constructor(){super("aduan-closed",null)}},ae=class extends T{constructor(e){super("aduan-submitted",{number:e})}},H=class extends T{constructor(e){super("aduan-failed",{code:e})}},oe=class extends T{constructor(){super("aduan-wiped",null)}};var se=r=>{try{r(sessionStorage)}catch{}},Tt=r=>`${r}:follow`;function Ue(r){se(e=>{e.removeItem(r),e.removeItem(Tt(r))})}function xe(r,e=Date.now){return{load(){let t;return se(i=>{let n=i.getItem(r),a=n?JSON.parse(n):void 0;a?.version===1&&e()-a.savedAt<72e5?t=a.draft:i.removeItem(r)}),t},save:t=>se(i=>i.setItem(r,JSON.stringify({version:1,savedAt:e(),draft:t}))),clear:()=>se(t=>t.removeItem(r))}}function x([r=""]){let e=new CSSStyleSheet;return e.replaceSync(r),e}var j=x`:host{display:block;overflow-wrap:anywhere}:host([hidden]),[hidden]{display:none!important}*{box-sizing:border-box;scroll-margin-top:5rem}h2,h3,p,ul,ol,dl,dd,fieldset{margin:0;padding:0;border:0;min-width:0}h2{margin:0 0 1.25rem;font-size:1.5rem;line-height:1.25}h2:focus{outline:none}h3{font-size:1.0625rem;line-height:1.35}a{color:var(--_accent);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--_accent);outline-offset:2px;border-radius:4px}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.lead,.hint,.meaning,.counter,.kept,.optional,dt{color:var(--_muted)}.lead{margin-bottom:1.25rem}.hint,.meaning,.counter,.kept,.optional,dt{font-size:.9375rem}.optional{font-weight:400}.written{white-space:pre-wrap}.field,fieldset{margin:0 0 1.5rem}label,legend{font-weight:600}legend{padding:0;font-size:1.0625rem}fieldset>.hint{margin-bottom:.75rem}input:not([type=radio],[type=checkbox],[type=file]),textarea{display:block;width:100%;min-height:3rem;margin-top:.4rem;padding:.65rem .8rem;font:inherit;color:inherit;background:var(--_surface);border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6)}textarea{resize:vertical;line-height:1.5}[aria-invalid=true]:not([type=checkbox]){border:2px solid var(--_danger)}.counter{margin-top:.25rem;text-align:end;font-variant-numeric:tabular-nums}.over,.problem{color:var(--_danger);font-weight:600}.problem{margin:.3rem 0;padding-inline-start:.7rem;border-inline-start:4px solid var(--_danger)}button,.button{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-height:3rem;padding:.6rem 1.25rem;font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;color:var(--_accent);background:transparent;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .6);cursor:pointer}button:hover,.button:hover{background:var(--_soft)}.primary{color:var(--_on-accent);background:var(--_accent);border-color:var(--_accent)}.primary:hover{background:var(--_accent);filter:brightness(.93)}[aria-disabled=true]{opacity:.65;cursor:progress}.plain{min-height:2.75rem;padding:.4rem .25rem;border-color:transparent;text-decoration:underline;text-underline-offset:.2em}.danger{color:var(--_danger)}.actions{display:flex;flex-wrap:wrap;gap:.75rem}.card,.check{display:grid;grid-template-columns:auto 1fr auto;gap:.8rem;cursor:pointer}.card{grid-template-columns:auto 1fr;margin-top:.75rem;padding:1rem;font-weight:400;border:1px solid var(--_border);border-radius:calc(var(--_radius) * .8)}.card:hover{background:var(--_soft)}.card:has(:checked){background:var(--_soft);border-color:var(--_accent);box-shadow:inset 0 0 0 1px var(--_accent)}.card:has(:focus-visible){outline:3px solid var(--_accent);outline-offset:2px}.card :focus-visible{outline:none}.meaning{display:block;margin-top:.2rem}.check{align-items:center;min-height:2.75rem;padding:.35rem 0;font-weight:400}[type=radio],[type=checkbox]{width:1.35rem;height:1.35rem;margin:.1rem 0 0;accent-color:var(--_accent)}.note,.summary,details{margin:0 0 1.5rem;padding:.9rem 1rem;background:var(--_soft);border-radius:calc(var(--_radius) * .6);border:1px solid var(--_line)}.summary{background:var(--_danger-soft);border:2px solid var(--_danger)}.summary ul{margin-top:.35rem;padding-inline-start:1.2rem}.summary li{padding:.35rem 0}.summary a{padding:.35rem 0;color:var(--_danger);font-weight:600}summary{min-height:1.75rem;font-weight:600;cursor:pointer}details p{margin-top:.75rem}@media(max-width:30rem){.actions>*{flex:1 1 100%}}@media(prefers-reduced-motion:no-preference){.card,button{transition:background-color .15s}}@media(forced-colors:active){.card:has(:checked){outline:3px solid Highlight}.primary{border:2px solid ButtonText}}`;var G={launcher:"Sampaikan pengaduan",panel:"Pengaduan",loading:"Menyiapkan formulir…",unavailable:"Formulir belum dapat ditampilkan.",elsewhere:"Anda tetap dapat menyampaikan pengaduan di sini:",tryAgain:"Coba lagi",close:"Tutup",quickExit:"Keluar cepat",quickExitMeaning:"Menghapus isian dan langsung meninggalkan halaman ini",otherLanguage:"English",private:"Pengaduan bersifat tertutup. Tidak ada yang diumumkan.",step:(r,e)=>`Langkah ${r} dari ${e}`,next:"Lanjut",back:"Kembali",optional:"boleh dikosongkan",change:"Ubah",restored:"Isian Anda di tab ini masih ada.",startOver:"Hapus isian dan mulai dari awal",keptHere:"Isian hanya ada di tab ini, sampai terkirim. Di komputer atau HP orang lain, tekan “Keluar cepat” setelah selesai.",notGiven:"Tidak diisi",steps:{procedure:"Sebelum Anda mulai",category:"Jenis pengaduan",story:"Apa yang terjadi",evidence:"Bukti pendukung",identity:"Identitas dan kontak",contact:"Kontak (boleh dilewati)",review:"Periksa dan kirim"},procedure:{privacy:"Bagaimana identitas Anda diperlakukan?",privacyHint:"Belum ada yang perlu Anda ketik.",notice:"Pemberitahuan privasi"},category:{question:"Mana yang paling mendekati kejadian Anda?",hint:"Ragu? Pilih yang paling dekat. Petugas dapat membetulkannya."},story:{hint:"Ceritakan dengan kata-kata sendiri. Tidak perlu bahasa resmi."},evidence:{lead:"Bukti menguatkan pengaduan, tetapi bukan syarat. Anda boleh lanjut dan menyusulkannya nanti.",add:"Tambahkan bukti",loading:"Menyiapkan…",unavailable:"Bagian ini belum dapat dimuat. Coba lagi, atau lanjut dan menyusulkannya nanti.",none:"Tanpa bukti",pending:"Masih ada berkas yang diunggah atau gagal. Tunggu, atau hapus berkas itu."},identity:{hint:"Dipakai untuk menghubungi Anda dan menindaklanjuti pengaduan.",confidential:"Identitas Anda disegel. Petugas yang menangani tidak melihatnya.",anonymous:"Anda tidak perlu menyebut nama. Isi kontak hanya bila ingin diberi tahu; pengaduan selalu dapat dipantau dengan kode lacak.",channels:"Lewat apa Anda ingin diberi tahu?",channelsHint:"Centang menurut urutan pilihan Anda. Bila kosong, kami memakai kontak yang Anda isi.",place:r=>`pilihan ke-${r}`},channels:{email:"Surel",whatsapp:"WhatsApp",sms:"SMS",letter:"Surat"},review:{hint:"Setelah terkirim, Anda menerima nomor dan kode lacak.",privacy:"Perlakuan identitas",statements:"Pernyataan",truthful:"Yang saya sampaikan benar sejauh yang saya ketahui.",procedureRead:"Saya sudah membaca tata cara pengaduan.",privacyNotice:"Saya sudah membaca pemberitahuan privasi.",send:"Kirim pengaduan"},fields:{privacy:{label:"Perlakuan identitas",hint:""},category:{label:"Jenis pengaduan",hint:""},subject:{label:"Pokok pengaduan",hint:"Satu kalimat. Contoh: “Diminta uang saat mengambil surat”."},chronology:{label:"Uraian kejadian",hint:"Apa yang terjadi, dari awal sampai akhir. Siapa berkata atau berbuat apa."},occurredAt:{label:"Tanggal kejadian",hint:"Perkiraan pun boleh."},occurredPlace:{label:"Tempat kejadian",hint:"Contoh: loket 2, lantai 1."},reportedPerson:{label:"Siapa yang diadukan",hint:"Nama, jabatan, atau ciri-cirinya. Ia tidak dapat melihat pengaduan ini."},requestedRemedy:{label:"Yang Anda harapkan",hint:"Contoh: uang dikembalikan, layanan diselesaikan."},evidence:{label:"Bukti pendukung",hint:""},"reporter.name":{label:"Nama lengkap",hint:""},"reporter.address":{label:"Alamat",hint:""},"reporter.phone":{label:"Nomor HP",hint:"Contoh: 0812 0000 0000."},"reporter.email":{label:"Surel (e-mail)",hint:""},"reporter.onBehalfOf":{label:"Nama orang yang Anda wakili",hint:"Hanya bila Anda melapor untuk orang lain."},"reporter.channels":{label:"Cara memberi tahu",hint:""}},problems:{title:"Ada yang perlu dilengkapi",required:r=>`${r} belum diisi.`,pick:r=>`Pilih ${r.toLowerCase()}.`,tooLong:(r,e)=>`${r} terlalu panjang. Paling banyak ${e} karakter.`,email:"Tulis alamat surel seperti nama@contoh.example.",phone:"Tulis nomor HP dengan angka, paling sedikit 6.",future:"Tanggal kejadian tidak mungkin setelah hari ini.",contact:(r,e)=>`Untuk diberi tahu lewat ${r}, isi ${e}.`,statement:"Centang pernyataan ini untuk mengirim."},counter:(r,e)=>`${r} dari ${e}`,remaining:r=>`Tersisa ${r} karakter.`,sending:{sending:"Mengirim… jangan tutup halaman ini.",proving:"Banyak pengaduan sedang masuk. Perangkat Anda membuktikan bahwa ini bukan robot; biasanya di bawah satu menit.",retrying:(r,e)=>`Jaringan terputus. Mencoba lagi (${r} dari ${e})…`,offline:"Tidak ada jaringan. Isian Anda dikirim begitu jaringan kembali.",stop:"Berhenti mengirim",stopped:"Pengiriman dihentikan. Isian Anda masih utuh.",failed:"Pengaduan belum terkirim. Isian Anda masih utuh."},failures:{elsewhere:r=>`Bila tetap gagal, hubungi kantor di ${r} atau datang langsung. Setiap pengaduan lisan pun diterima.`,"network/unreachable":"Layanan tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.","network/timeout":"Layanan terlalu lama menjawab. Coba lagi; tidak akan tercatat dua kali.","network/nonsense":"Jawaban layanan tidak dapat dibaca. Coba lagi sebentar lagi.","limit/unsolvable":"Pemeriksaan keamanan gagal di peramban ini. Pakai peramban lain atau tautan formulir biasa.","tenant/unknown":"Kantor ini tidak dikenal oleh layanan pengaduan.",wait:r=>`Terlalu banyak permintaan. Tunggu ${r} detik, lalu kirim lagi. Pengaduan belum tercatat.`,unknown:"Terjadi kesalahan di layanan. Coba lagi sebentar lagi."},receipt:{title:"Pengaduan Anda sudah diterima",earlier:"Pengiriman pertama ternyata sudah sampai, jadi yang tercatat adalah isian sebelum Anda ubah. Sampaikan perubahannya lewat halaman pantau.",number:"Nomor pengaduan",code:"Kode lacak",codeOnce:"Simpan kode ini sekarang. Demi keamanan Anda, kode hanya tampil sekali dan tidak dapat dikirim ulang.",copy:"Salin nomor dan kode",copied:"Nomor dan kode sudah disalin.",notCopied:"Tidak dapat menyalin otomatis. Kode sudah dipilih: salin atau catat.",save:"Simpan sebagai berkas",saved:"Berkas disimpan. Siapa pun yang membukanya dapat membaca pengaduan Anda.",pdf:"Unduh tanda terima (PDF)",pdfDone:"Tanda terima diunduh.",pdfFailed:"Tanda terima belum dapat diunduh. Coba lagi.",receivedAt:"Diterima",dates:"Tanggal yang kami janjikan",due:"paling lambat",next:"Selanjutnya",nextSteps:["Petugas memeriksa kelengkapan pengaduan Anda.","Bila ada yang kurang, Anda diberi tahu apa persisnya.","Jawaban dan setiap perubahan dapat Anda baca dengan nomor dan kode."],follow:"Pantau pengaduan",newTab:"terbuka di tab baru",verify:"Periksa keaslian tanda terima",another:"Buat pengaduan lain"}};var V=r=>/^en\b/i.test(r)?"en":"id",Ie=async r=>r==="en"?import("./en-7YJQPR2I.js").then(({en:e})=>e,()=>G):G;var y=class extends Error{constructor(e,t=0,i,n=0){super(e),this.code=e,this.status=t,this.problem=i,this.retryAfter=n}get isUncertain(){return this.status===0||this.status>=500}},N=r=>r instanceof y?r:new y("widget/fault",400);function de(r,{failures:e}){if(r.status===429)return e.wait(r.retryAfter||60);let t=e,i=r.code.includes("/")?t[r.code]:void 0;return typeof i=="string"?i:r.problem?.detail||e.unknown}var Be=()=>new y("network/unreachable"),qe=()=>new y("network/nonsense",502);function ze(r,e,t){let i=Number(t)||0;try{let n=JSON.parse(e);if(typeof n?.code=="string")return new y(n.code,r,n,i)}catch{}return new y("network/nonsense",r,void 0,i)}function Ke({service:r,tenant:e,language:t,patience:i=45e3}){let n=`${r.replace(/\/$/,"")}/api/v1/tenants/${encodeURIComponent(e)}`,a=p=>`${n}/complaints/${encodeURIComponent(p.trim())}`;async function o(p,m={}){let f=new AbortController,w=setTimeout(()=>f.abort(),i);m.signal?.addEventListener("abort",()=>f.abort());let b;try{let Z={accept:"application/json","accept-language":t,...m.headers};b=await fetch(p,{...m,headers:Z,credentials:"omit",signal:f.signal})}catch{throw m.signal?.aborted?new y("network/stopped"):f.signal.aborted?new y("network/timeout"):Be()}finally{clearTimeout(w)}if(b.ok)return b;throw ze(b.status,await b.text().catch(()=>""),b.headers.get("retry-after"))}async function s(p,m){return(await o(p,m)).json().catch(()=>{throw qe()})}let d=({trackingCode:p})=>({authorization:`Bearer ${p.trim()}`}),u=(p,m)=>({method:"POST",body:p,headers:{"content-type":"application/json",...m}});return{evidenceUrl:`${n}/evidence`,language:t,unit:()=>s(`${n}?widget=1.0.0`),file:(p,m,f)=>s(`${n}/complaints`,{...u(p,{"idempotency-key":m}),signal:f??null}),follow:p=>s(a(p.number),{headers:d(p)}),act:(p,m,f)=>s(`${a(p.number)}/${m}`,u(JSON.stringify(f),d(p))),download:async(p,m)=>(await o(`${a(p.number)}/${m}`,{headers:d(p)})).blob()}}var Je=x`.root{--_given: var(--aduan-accent, var(--_unit-accent, #0b5f5c));--_accent: var(--_given);--_on-accent: var(--aduan-on-accent, #fff);--_surface: var(--aduan-surface, #fff);--_soft: var(--aduan-surface-soft, #f3f7f6);--_text: var(--aduan-text, #17211f);--_muted: var(--aduan-muted, #4d5b58);--_border: var(--aduan-border, #7c8a87);--_line: #dbe3e1;--_danger: var(--aduan-danger, #b3261e);--_danger-soft: #fdf1f0;--_warn-soft: #fff7e3;--_warn: #7a4d00;--_radius: var(--aduan-radius, 12px);--_shadow: 0 8px 28px #0f1f1c1f;color-scheme:light}@supports (color: oklch(from red l c h)){.root{--_accent: oklch(from var(--_given) min(l, .5) c h)}}@media(prefers-color-scheme:dark){.root{--_accent: #5cc4ba;--_on-accent: var(--aduan-on-accent, #0d1716);--_surface: var(--aduan-surface, #16201f);--_soft: var(--aduan-surface-soft, #1f2b29);--_text: var(--aduan-text, #eaf1ef);--_muted: var(--aduan-muted, #b2c1bd);--_border: var(--aduan-border, #83938f);--_line: #33423f;--_danger: var(--aduan-danger, #ffb4ab);--_danger-soft: #3a1f1d;--_warn-soft: #372c12;--_warn: #f2cd7a;color-scheme:dark}@supports (color: oklch(from red l c h)){.root{--_accent: oklch(from var(--_given) max(l, .78) min(c, .11) h)}}}`,We=r=>r&&/^#[0-9a-f]{6}$/i.test(r)?`--_unit-accent:${r}`:"";var Ge=x`:host{display:block!important;contain:layout style}:host([mode="button"]){display:inline-block!important;contain:none}:host([hidden]){display:none!important}.root{all:initial;display:block;font-family:var(--aduan-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);font-size:1rem;line-height:1.55;color:var(--_text);-webkit-text-size-adjust:100%}.panel{position:relative;max-width:44rem;background:var(--_surface);border:1px solid var(--_line);border-top:5px solid var(--_accent);border-radius:var(--_radius);box-shadow:var(--_shadow)}.bar{position:sticky;z-index:1;top:0;display:flex;align-items:center;gap:.25rem;padding:.4rem .75rem .4rem 1rem;background:var(--_surface);border-bottom:1px solid var(--_line);border-radius:var(--_radius) var(--_radius) 0 0}.office{flex:1;min-width:0;font-weight:700;line-height:1.3}.parent{display:block;font-size:.8125rem;font-weight:400;color:var(--_muted)}.bar button{min-height:2.75rem;min-width:2.75rem;padding:.3rem .6rem;font-size:.875rem}.exit{color:var(--_danger);border-color:var(--_danger);white-space:nowrap}.body{padding:1.25rem 1rem 1.5rem}.private{display:flex;flex-wrap:wrap;align-items:center;gap:0 .6rem;margin-bottom:.9rem;font-size:.9375rem;line-height:1.4;color:var(--_muted)}.private p{flex:1 1 10rem}svg{flex:none;width:1.125rem;height:1.125rem;color:var(--_accent)}::slotted(a){color:var(--_accent);font-weight:600}dialog{width:min(44rem,100vw);max-width:none;height:fit-content;max-height:100%;margin:auto;padding:0;color:inherit;background:transparent;border:0;overscroll-behavior:contain}dialog::backdrop{background:#0b1413b3}@media(min-width:40rem){dialog{max-height:calc(100% - 3rem);border-radius:var(--_radius)}.body{padding:1.75rem 2rem 2rem}.bar{padding-inline:2rem 1.25rem}}@media(max-width:40rem){dialog{width:100vw;height:100%;background:var(--_surface)}dialog .panel{min-height:100%;border-inline:0;border-radius:0}}@media print{.bar button{display:none}}`;var Nt=()=>{},$=class extends C{constructor(){super(...arguments);this.tenant="";this.service=new URL(import.meta.url).origin;this.lang="id";this.mode="inline";this.view="file";this.category="";this.exit="about:blank";this.leave=t=>location.replace(t);this.quietFor=20*6e4;this.keep=xe;this.messages=G;this.isOpen=!1;this.hasLeft=!1;this.#t="";this.#r=xe("");this.#i=0;this.touchedAt=0;this.stay=()=>{this.touchedAt=Date.now(),this.#h()}}static{this.styles=[j,Ge,Je]}static{this.observedAttributes=["tenant","service","lang","mode","view","category","exit"]}#e;#t;#r;#i;open(){if(this.mode!=="button"){this.scrollIntoView();return}this.#n?.open||(this.isOpen=!0,this.#c(),this.updateComplete.then(()=>{this.#n?.showModal(),this.dispatchEvent(new ie)}))}close(){this.#n?.close()}async wipe(){await this.#p(),this.hasLeft=!1,this.dispatchEvent(new oe)}willUpdate(t){t.has("mode")&&this.setAttribute("mode",this.mode),(t.has("tenant")||t.has("service")||t.has("lang")||t.has("view"))&&(this.#e=void 0,(t.has("tenant")||t.has("service"))&&(this.unit=void 0,this.#t=`aduan:${this.service}:${this.tenant}`,this.#r=this.keep(this.#t)),this.#u()),(this.mode==="inline"||this.isOpen)&&this.#c()}firstUpdated(){this.mode==="button"&&this.dispatchEvent(new W)}render(){return this.hasLeft?c:l`
<div
class="root"
lang=${V(this.lang)}
.style=${We(this.unit?.theme.accent)}
@pointerdown=${this.stay}
@input=${this.stay}
>
${this.mode==="inline"?this.#s():this.#l()}
</div>
`}get#n(){return this.renderRoot.querySelector("dialog")}#l(){let{messages:t}=this;return l`
<button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${this.open}>
${t.launcher}
</button>
<dialog aria-label=${t.panel} @close=${this.#v}>
${this.isOpen?this.#s():c}
</dialog>
`}#s(){let{messages:t,unit:i}=this;return l`
<div class="panel" part="panel" role="region" aria-label=${t.panel}>
<div class="bar" part="bar">
<p class="office">${i?.shortName} <span class="parent">${i?.parent}</span></p>
<button type="button" class="exit" part="exit" title=${t.quickExitMeaning} @click=${this.#b}>
${t.quickExit}
</button>
${this.mode==="button"?l`<button type="button" aria-label=${t.close} @click=${this.close}>✕</button>`:c}
</div>
<div class="body">
<p class="unseen" role="status">${i||this.failure?c:t.loading}</p>
${this.failure?this.#a(this.failure):i?this.#g(i):this.#d()}
</div>
</div>
`}#d(){return l`<p class="lead" aria-hidden="true">${this.messages.loading}</p>`}#a(t){let{messages:i}=this;return l`
<div class="summary" role="alert">
<p><strong>${i.unavailable}</strong></p>
<p>${de(t,i)}</p>
</div>
<p>${i.elsewhere}</p>
<p class="lead"><slot></slot></p>
<button type="button" @click=${this.#f}>${i.tryAgain}</button>
`}#g(t){let{messages:i,view:n}=this;return l`
<div class="private">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
</svg>
<p>${i.private}</p>
${t.languages.length>1?l`<button type="button" class="plain" lang=${this.#o} @click=${this.#y}>
${i.otherLanguage}
</button>`:c}
</div>
${n==="follow"?l`<aduan-follow
.unit=${t}
.client=${this.#e}
.messages=${i}
.memoryName=${this.#t}
></aduan-follow>`:l`
<aduan-filing
.unit=${t}
.client=${this.#e}
.messages=${i}
.store=${this.#r}
.category=${this.category}
></aduan-filing>
`}
`}get#o(){return V(this.lang)==="en"?"id":"en"}async#c(){if(this.#e)return;let t=Ke({service:this.service,tenant:this.tenant,language:V(this.lang)});this.#e=t;let i=!this.unit;try{let[n]=await Promise.all([t.unit(),this.#u(),this.#m()]);if(t!==this.#e)return;this.unit=n;let{refusal:a}=n;this.failure=a&&this.view==="file"?new y(a.code,410,a):void 0,this.#h(),i&&this.mode==="inline"&&this.dispatchEvent(new W)}catch(n){if(t!==this.#e)return;this.failure=N(n),this.dispatchEvent(new H(this.failure.code)),this.failure.code==="network/unreachable"&&import("./frame-PQQZS5ZW.js").then(({frameInstead:a})=>a(this),Nt)}}async#m(){this.view==="follow"&&await import("./follow-Q5PUEQDS.js").catch(()=>{throw new y("network/unreachable")})}async#u(){let t=V(this.lang),i=await Ie(t);t===V(this.lang)&&(this.messages=i)}#f(){this.#e=void 0,this.failure=void 0,this.#c()}#y(){this.lang=this.#o}#v(){this.isOpen=this.#n?.open??!1,this.dispatchEvent(new ne)}#h(){clearTimeout(this.#i),this.#i=window.setTimeout(()=>{import("./idle-HKCOOSNK.js").then(({askWhoIsThere:t})=>t(this,this.#t),()=>this.wipe())},this.quietFor)}async#p(){Ue(this.#t),this.#r.clear(),this.touchedAt=0,this.isOpen=!1,this.hasLeft=!0,await this.updateComplete}async#b(){await this.#p(),this.leave(this.exit)}};h([g],$.prototype,"tenant",2),h([g],$.prototype,"service",2),h([g],$.prototype,"lang",2),h([g],$.prototype,"mode",2),h([g],$.prototype,"view",2),h([g],$.prototype,"category",2),h([g],$.prototype,"exit",2),h([g],$.prototype,"unit",2),h([g],$.prototype,"messages",2),h([g],$.prototype,"failure",2),h([g],$.prototype,"isOpen",2),h([g],$.prototype,"hasLeft",2);var k=r=>r.replace(/\./g,"-"),Ze=(r,e,t)=>({...r,texts:{...r.texts,[e]:t}}),U=(r,e,t)=>[e&&`${k(r)}-hint`,t&&`${k(r)}-problem`].filter(Boolean).join(" ")||c;function Qe(r,e,t){let i=Object.entries(r);if(i.length===0)return c;let n=(a,o)=>{a.preventDefault(),t(o)};return l`
<div class="summary" part="problems" tabindex="-1" role="group" aria-labelledby="summary-title">
<h3 id="summary-title">${e.problems.title}</h3>
<ul>
${i.map(([a,o])=>l`
<li><a href="#${k(a)}" @click=${s=>n(s,a)}>${o}</a></li>
`)}
</ul>
</div>
`}var Ft=[["subject",!0],["chronology",!0],["occurredAt",!1],["occurredPlace",!1],["reportedPerson",!1],["requestedRemedy",!1]],Pt={occurredPlace:"place",requestedRemedy:"remedy",onBehalfOf:"name"};function _(r,{privacy:e},{form:t}){let i=(a,o)=>{let s=a.replace("reporter.","");return{name:a,required:o,limit:t.limits[Pt[s]??s]}};return r==="story"?Ft.map(([a,o])=>i(a,o)):e==="anonymous"?[i("reporter.phone",!1),i("reporter.email",!1)]:[...["name","address","phone","email"].filter(a=>t.identity[a]!=="hidden").map(a=>i(`reporter.${a}`,t.identity[a]==="required")),i("reporter.onBehalfOf",!1)]}var _e={email:"reporter.email",whatsapp:"reporter.phone",sms:"reporter.phone",letter:"reporter.address"};function Ye(r,e,t){let{messages:i,unit:n,pendingUploads:a}=t,o=i.problems;switch(r){case"procedure":return e.privacy?{}:{privacy:o.pick(i.fields.privacy.label)};case"category":{let s=n.categories.find(({code:u})=>u===e.category),d=s?e.privacy==="anonymous"&&s.needsIdentity:o.pick(i.fields.category.label);return d?{category:d}:{}}case"evidence":return a?{evidence:i.evidence.pending}:{};case"review":return Object.fromEntries(["statements.truthful","statements.procedureRead","statements.privacyNotice"].filter(s=>!e.statements.includes(s)).map(s=>[s,o.statement]));case"story":case"identity":{let s={};for(let d of _(r,e,n)){let u=Et(d,e.texts[d.name]?.trim()??"",t);u&&(s[d.name]=u)}return r==="identity"?{...Ot(e,i),...s}:s}}}function Et({name:r,required:e,limit:t},i,n){let a=n.messages.problems,{label:o}=n.messages.fields[r];if(!i)return e?a.required(o):void 0;if(t&&i.length>t)return a.tooLong(o,t.toLocaleString(n.unit.language));if(r==="reporter.email"&&!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(i))return a.email;if(r==="reporter.phone"&&!/^\+?[\d\s().-]{6,}$/.test(i))return a.phone;if(r==="occurredAt"&&i>n.today)return a.future}function Ot({channels:r,texts:e},t){let i=r.filter(n=>!e[_e[n]]?.trim());return Object.fromEntries(i.map(n=>{let a=_e[n];return[a,t.problems.contact(t.channels[n],t.fields[a].label)]}))}var le=({channels:r,texts:e},t)=>r.length>0?[...r]:t.filter(i=>e[_e[i]]?.trim());function Xe(r,e){if(!r.privacy)throw new TypeError("A complaint is sent only with a privacy choice");let t=a=>Object.fromEntries(_(a,r,e).map(({name:o})=>[o.replace("reporter.",""),r.texts[o]?.trim()]).filter(([,o])=>o)),i=t("identity"),n=le(r,e.form.channels);return{category:r.category,privacy:r.privacy,...Object.keys(i).length>0&&{reporter:n.length>0?{...i,channels:n}:i},subject:"",chronology:"",...t("story"),evidence:r.evidence.map(({id:a})=>a),language:e.language,statements:{truthful:!0,procedureRead:!0,privacyNotice:e.privacyNotice.version}}}function Se({categories:r,privacyChoices:e},t=""){let[i,...n]=e;return{key:Ae(),step:"procedure",privacy:i&&n.length===0?i.choice:"",category:r.some(({code:a})=>a===t)?t:"",texts:{},channels:[],evidence:[],statements:[],attempts:[]}}var Ae=()=>Array.from(crypto.getRandomValues(new Uint8Array(16)),r=>r.toString(16).padStart(2,"0")).join("");function et(r,e){if(e!=="anonymous")return{...r,privacy:e};let{"reporter.name":t,"reporter.address":i,"reporter.onBehalfOf":n,...a}=r.texts;return{...r,privacy:e,texts:a,channels:r.channels.filter(o=>o!=="letter")}}var ce=(r,e)=>r.includes(e)?r.filter(t=>t!==e):[...r,e];function tt({messages:r,unit:e},t){if(!t)return c;let{sending:i,failures:n}=r,{telephone:a}=e.contact,o=t.code==="network/stopped",s=o?i.stopped:i.failed;return l`
<div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${s}>
<p><strong>${s}</strong></p>
${o?c:l`<p>${de(t,r)}</p>`}
${o||!a?c:l`<p>${n.elsewhere(a)}</p>`}
</div>
`}var rt=x`.progress{display:flex;gap:.35rem;margin-bottom:1.25rem}.progress span{flex:1;height:.375rem;border-radius:1rem;background:var(--_line)}.progress .done{background:var(--_accent)}.step{display:block;margin-bottom:.2rem;font-size:.9375rem;font-weight:600;color:var(--_accent)}.rules{margin-bottom:1.75rem}.rules ol{margin-top:.6rem;padding-inline-start:1.6rem}.rules li{padding:.2rem 0 .2rem .2rem}.rules li::marker{color:var(--_accent);font-weight:700}.place{padding:.1rem .6rem;font-size:.875rem;color:var(--_on-accent);background:var(--_accent);border-radius:1rem}.read-back{display:grid;grid-template-columns:1fr auto;align-items:center;margin-bottom:1rem;padding:.4rem 1rem 1rem;border:1px solid var(--_line);border-radius:calc(var(--_radius) * .8)}.read-back dl{grid-column:1 / -1;display:grid;gap:.7rem}.state:not(:empty){margin-bottom:1rem;padding:.9rem 1rem;background:var(--_soft);border-inline-start:4px solid var(--_accent);font-weight:600}.kept{display:var(--aduan-files, block);margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--_line)}@media(forced-colors:active){.progress span{border:1px solid CanvasText;forced-color-adjust:none;background:Canvas}.progress .done{background:Highlight}.place{border:1px solid CanvasText}}`;async function it(r){let{solveProof:e}=await import("./solve-proof-UGBLIDRN.js").catch(()=>{throw new y("network/unreachable")}),t=await e(r);if(!t)throw new y("limit/unsolvable",428);return t}var ot=(r,{sending:e})=>r.name==="retrying"?e.retrying(r.attempt,r.of):e[r.name];async function st(r,e){try{return{receipt:await nt(r,e,e.body),earlier:!1}}catch(t){let i=N(t);for(let n of i.status===409?e.attempts:[]){let a=await nt(r,e,n).catch(()=>{});if(a)return{receipt:a,earlier:!0}}throw i}}async function nt(r,e,t){let{signal:i,tell:n,waits:a}=e;n({name:"sending"});for(let o=1;;o++)try{return await Mt(r,e,t)}catch(s){let d=N(s),u=a[o-1];if(i.aborted||!d.isUncertain||d.status===500||u===void 0)throw d;if(navigator.onLine?(n({name:"retrying",attempt:o,of:a.length}),await at(i,p=>setTimeout(p,u))):(n({name:"offline"}),await at(i,p=>window.addEventListener("online",p,{once:!0})),o=0),i.aborted)throw new y("network/stopped")}}async function Mt(r,{key:e,signal:t,tell:i},n){try{return await r.file(n,e,t)}catch(a){let o=N(a);if(o.status!==428||!o.problem?.challenge)throw o;i({name:"proving"});let s=await it(o.problem.challenge);return i({name:"sending"}),r.file(JSON.stringify({...JSON.parse(n),proof:s}),e,t)}}var at=(r,e)=>new Promise(t=>{e(t),r.addEventListener("abort",()=>t(),{once:!0})});function dt(r,{fields:e}){let t=(r?.errors??[]).map(({path:i,message:n})=>[i==="reporter"?"reporter.name":i.replace(/\.\d+$/,""),n]);return Object.fromEntries(t.filter(([i])=>i in e))}function lt(r,{before:e,after:t,found:i,refused:n}){let a=s=>e.texts[s]===t.texts[s],o=([s])=>s in i||n.has(s)&&a(s);return Object.fromEntries(Object.entries(r).filter(o).map(([s,d])=>[s,i[s]??d]))}var F=r=>["procedure","category","story","evidence","identity","review"].filter(e=>e!=="evidence"||r.form.evidence.maxFiles>0),Rt={privacy:"procedure",category:"category",evidence:"evidence"};function ct(r){return r.startsWith("reporter")?"identity":r.startsWith("statements")?"review":Rt[r]??"story"}var pe=(r,e,{steps:t})=>r==="identity"&&e.privacy==="anonymous"?t.contact:t[r];function pt({draft:r,unit:e,messages:t}){let i=F(e),n=i.indexOf(r.step);return l`
<div class="progress" aria-hidden="true">
${i.map((a,o)=>l`<span class=${o<=n?"done":""}></span>`)}
</div>
<h2 tabindex="-1">
<span class="step">${t.step(n+1,i.length)}<span class="unseen">:</span></span>
${pe(r.step,r,t)}
</h2>
`}var P=(r,e)=>e?l`<p class="problem" id="${k(r)}-problem">${e}</p>`:c;function mt(r,{shown:e,loading:t,client:i,load:n,changed:a}){let{messages:o,unit:s,draft:d,problems:u}=r;return t==="ready"?l`
${P("evidence",u.evidence)}
<aduan-evidence
id="evidence"
?hidden=${!e}
.limits=${s.form.evidence}
.language=${s.language}
.held=${d.evidence}
.client=${i}
@evidence-changed=${({detail:p})=>a(p.held,p.pending)}
></aduan-evidence>
`:l`
<p class="lead">${o.evidence.lead}</p>
<div class="note" role="status" ?hidden=${t!=="failed"}>${o.evidence.unavailable}</div>
<p class="lead">
<button type="button" aria-disabled=${t==="loading"?"true":c} @click=${n}>
${t==="loading"?o.evidence.loading:o.evidence.add}
</button>
</p>
`}function me(r,{name:e,question:t,hint:i,choices:n,choose:a}){let o=r.problems[e],s=k(e);return l`
<fieldset aria-describedby=${U(e,i,o)}>
<legend>${t}</legend>
<p class="hint" id="${s}-hint">${i}</p>
${P(e,o)}
${n.map(({value:d,label:u,meaning:p},m)=>l`
<label class="card" part="card">
<input
type="radio"
id=${m===0?s:c}
name=${e}
.value=${d}
.checked=${r.draft[e]===d}
aria-labelledby="${s}-${d}-label"
aria-describedby="${s}-${d}"
@change=${()=>a(d)}
/>
<span>
<strong id="${s}-${d}-label">${u}</strong>
<span class="meaning" id="${s}-${d}">${p}</span>
</span>
</label>
`)}
</fieldset>
`}var ut=r=>me(r,{name:"category",question:r.messages.category.question,hint:r.messages.category.hint,choices:r.unit.categories.map(({code:e,label:t,description:i})=>({value:e,label:t,meaning:i})),choose:e=>r.change({...r.draft,category:e})});var Lt={chronology:{rows:9},requestedRemedy:{rows:3},occurredAt:{type:"date"},"reporter.name":{autocomplete:"name"},"reporter.address":{rows:2,autocomplete:"street-address"},"reporter.phone":{type:"tel",autocomplete:"tel"},"reporter.email":{type:"email",autocomplete:"email"}};function ue(r,{name:e,required:t,limit:i}){let{messages:n,problems:a,draft:o}=r,{type:s,rows:d,autocomplete:u}=Lt[e]??{},{label:p,hint:m}=n.fields[e],f=k(e),w=o.texts[e]??"",b=a[e],Z=U(e,m,b),Te=kt=>{r.change(Ze(r.draft,e,kt.target.value))};return l`
<div class="field">
<label for=${f}>
${p} ${t?c:l`<span class="optional">(${n.optional})</span>`}
</label>
${m?l`<p class="hint" id="${f}-hint">${m}</p>`:c} ${P(e,b)}
${d?l`<textarea
id=${f}
rows=${d}
autocomplete=${u??"off"}
aria-required=${t?"true":c}
aria-invalid=${b?"true":c}
aria-describedby=${Z}
.value=${w}
@input=${Te}
></textarea>`:l`<input
id=${f}
type=${s??"text"}
max=${s==="date"?r.today:c}
autocomplete=${u??"off"}
aria-required=${t?"true":c}
aria-invalid=${b?"true":c}
aria-describedby=${Z}
.value=${w}
@input=${Te}
/>`}
${i&&i>=1e3?Dt(r,w.length,i):c}
</div>
`}function Dt({messages:r,unit:e},t,i){let n=o=>o.toLocaleString(e.language),a=i-t;return l`
<p class=${a<0?"counter over":"counter"} aria-hidden="true">
${r.counter(n(t),n(i))}
</p>
<p class="unseen" role="status">${a<i/20?r.remaining(n(a)):c}</p>
`}function ht(r){let{messages:e,draft:t,unit:i}=r,{identity:n}=e,a={anonymous:n.anonymous,confidential:n.confidential,named:n.hint,"":""};return l`
<p class="lead">${a[t.privacy]}</p>
${_("identity",t,i).map(o=>ue(r,o))} ${Ht(r)}
`}function Ht({messages:r,draft:e,unit:t,change:i}){let n=t.form.channels.filter(a=>e.privacy!=="anonymous"||a!=="letter");return l`
<fieldset aria-describedby="channels-hint">
<legend>${r.identity.channels} <span class="optional">(${r.optional})</span></legend>
<p class="hint" id="channels-hint">${r.identity.channelsHint} ${t.form.channelNews}</p>
${n.map((a,o)=>{let s=e.channels.indexOf(a)+1;return l`
<label class="check">
<input
type="checkbox"
id=${o===0?"reporter-channels":`channel-${a}`}
.checked=${s>0}
@change=${()=>i({...e,channels:ce(e.channels,a)})}
/>
<span>${r.channels[a]}</span>
<span class="place" ?hidden=${s===0}>${r.identity.place(s)}</span>
</label>
`})}
</fieldset>
`}var he=({messages:r,unit:e})=>l`
<details part="privacy-notice">
<summary>${r.procedure.notice}</summary>
<p class="written">${e.privacyNotice.text}</p>
</details>
`;function gt(r){let{messages:e,unit:t}=r;return l`
<section class="rules">
<h3>${t.procedure.title}</h3>
<ol>
${t.procedure.rules.map(i=>l`<li>${i}</li>`)}
</ol>
</section>
${me(r,{name:"privacy",question:e.procedure.privacy,hint:e.procedure.privacyHint,choices:t.privacyChoices.map(({choice:i,...n})=>({value:i,...n})),choose:i=>r.change(et(r.draft,i))})}
${he(r)}
`}var I=(r,{language:e,timeZone:t})=>new Date(r).toLocaleDateString(e,{timeZone:t,weekday:"long",day:"numeric",month:"long",year:"numeric"}),ge=(r,{language:e,timeZone:t})=>new Date(r).toLocaleString(e,{timeZone:t,dateStyle:"long",timeStyle:"short"});function ft(r,e){let{messages:t}=r;return l`
<p class="lead">${t.review.hint}</p>
${F(r.unit).filter(i=>i!=="review").map(i=>jt(r,i,()=>e(i)))}
<fieldset>
<legend>${t.review.statements}</legend>
${["truthful","procedureRead","privacyNotice"].map(i=>It(r,`statements.${i}`,t.review[i]))}
</fieldset>
${he(r)}
`}function jt(r,e,t){let i=e==="procedure"?r.messages.review.privacy:pe(e,r.draft,r.messages);return l`
<section class="read-back" part="read-back">
<h3>${i}</h3>
<button type="button" class="plain" aria-label="${r.messages.change}: ${i}" @click=${t}>
${r.messages.change}
</button>
<dl>
${Vt(r,e).map(([n,a])=>l`<div><dt>${n}</dt><dd class="written">${a}</dd></div>`)}
</dl>
</section>
`}function Vt({draft:r,unit:e,messages:t},i){switch(i){case"procedure":{let n=e.privacyChoices.find(({choice:a})=>a===r.privacy);return n?[[n.label,n.meaning]]:[]}case"category":{let n=e.categories.find(({code:a})=>a===r.category);return n?[[n.label,n.description]]:[]}case"evidence":return r.evidence.length>0?r.evidence.map(({name:n},a)=>[`${t.fields.evidence.label} ${a+1}`,n]):[[t.fields.evidence.label,t.evidence.none]];case"review":return[];case"story":case"identity":{let n=_(i,r,e).map(({name:o})=>[t.fields[o].label,Ut(o,r.texts[o]?.trim(),e)||t.notGiven]),a=le(r,e.form.channels).map(o=>t.channels[o]);return i==="story"?n:[...n,[t.fields["reporter.channels"].label,a.join(" → ")||t.notGiven]]}}}var Ut=(r,e,t)=>e&&r==="occurredAt"?I(e,{...t,timeZone:"UTC"}):e;function It({draft:r,problems:e,change:t},i,n){let a=e[i];return l`
${P(i,a)}
<label class="check">
<input
type="checkbox"
id=${k(i)}
aria-invalid=${a?"true":c}
aria-describedby=${U(i,"",a)}
.checked=${r.statements.includes(i)}
@change=${()=>t({...r,statements:ce(r.statements,i)})}
/>
<span>${n}</span>
</label>
`}var yt=r=>l`
<p class="lead">${r.messages.story.hint}</p>
${_("story",r.draft,r.unit).map(e=>ue(r,e))}
`;function vt(r,e){switch(r.draft.step){case"procedure":return gt(r);case"category":return ut(r);case"story":return yt(r);case"evidence":return c;case"identity":return ht(r);case"review":return ft(r,e)}}var v=class extends C{constructor(){super(...arguments);this.category="";this.waits=[2e3,6e3,15e3];this.problems={};this.restored=!1;this.evidenceLoading="idle";this.pendingUploads=0;this.#e=new Set;this.#t=new AbortController}static{this.styles=[j,rt]}#e;#t;disconnectedCallback(){this.#t.abort()}willUpdate(t){if(!t.has("store"))return;let i=this.store.load();this.restored=i!==void 0&&i.privacy!=="",this.draft=i??Se(this.unit,this.category),F(this.unit).includes(this.draft.step)||(this.draft={...this.draft,step:"procedure"}),this.draft.evidence.length>0&&this.#m()}render(){let{messages:t,receipt:i,problems:n,sending:a}=this,o=this.#l;return i?l`<aduan-receipt
.receipt=${i.receipt}
.earlier=${i.earlier}
.unit=${this.unit}
.client=${this.client}
.messages=${t}
@receipt-finished=${this.#p}
></aduan-receipt>`:l`
<form novalidate @submit=${this.#u}>
${pt(o)} ${Qe(n,t,s=>this.#c(s))}
${this.#n()} ${vt(o,s=>this.#o(s))} ${this.#i()}
${tt(o,this.failure)}
<p class="state" role="status">${a?ot(a,t):c}</p>
<div class="actions">${this.#r()}</div>
<p class="kept">${t.keptHere}</p>
</form>
`}#r(){let{messages:t,sending:i}=this,{step:n}=this.draft;return l`
<button class="primary" part="primary" aria-disabled=${i?"true":c}>
${n==="review"?t.review.send:t.next}
</button>
${i?l`<button type="button" @click=${this.#h}>${t.sending.stop}</button>`:n==="procedure"?c:l`<button type="button" @click=${this.#v}>${t.back}</button>`}
`}#i(){let{step:t}=this.draft;return t!=="evidence"&&this.evidenceLoading!=="ready"?c:mt(this.#l,{shown:t==="evidence",loading:this.evidenceLoading,client:this.client,load:()=>{this.#m()},changed:(i,n)=>this.#g(i,n)})}#n(){return this.restored?l`
<div class="note">
<p>${this.messages.restored}</p>
<button type="button" class="plain" @click=${this.#p}>${this.messages.startOver}</button>
</div>
`:c}get#l(){let{messages:t,unit:i,draft:n,problems:a}=this;return{messages:t,unit:i,draft:n,problems:a,today:this.#s,change:o=>this.#a(o)}}get#s(){return new Date().toLocaleDateString("sv",{timeZone:this.unit.timeZone})}#d(t,i=this.draft){let{unit:n,messages:a,pendingUploads:o}=this;return Ye(t,i,{unit:n,messages:a,today:this.#s,pendingUploads:o})}#a(t){let i=this.draft;this.draft=t,this.store.save(t),this.problems=lt(this.problems,{before:i,after:t,found:this.#d(t.step),refused:this.#e})}#g(t,i){this.pendingUploads=i,this.#a({...this.draft,evidence:t})}#o(t,i={}){this.#a({...this.draft,step:t}),this.problems=i,this.failure=void 0,this.restored=!1,this.focusOn(Object.keys(i).length>0?".summary":"h2")}#c(t){this.renderRoot.querySelector(`#${k(t)}`)?.focus()}async#m(){this.evidenceLoading==="ready"||this.unit.form.evidence.maxFiles===0||(this.evidenceLoading="loading",this.evidenceLoading=await import("./evidence-25XKZOVO.js").then(()=>"ready",()=>"failed"),this.draft.step==="evidence"&&this.focusOn("#evidence"))}#u(t){if(t.preventDefault(),this.sending)return;let i=F(this.unit),{step:n}=this.draft,a=n==="review"?i.find(s=>bt(this.#d(s))):n,o=a?this.#d(a):{};a&&bt(o)?this.#o(a,o):n==="review"?this.#f():this.#o(i[i.indexOf(n)+1]??n)}async#f(){let{key:t,attempts:i}=this.draft,n=JSON.stringify(Xe(this.draft,this.unit));this.failure=void 0,this.#t=new AbortController;let{signal:a}=this.#t;this.#a({...this.draft,attempts:[...i.filter(o=>o!==n),n]});try{let o=d=>{this.sending=d},s=await st(this.client,{key:t,body:n,attempts:i,signal:a,tell:o,waits:this.waits});this.store.clear(),this.receipt=s,this.dispatchEvent(new ae(s.receipt.number))}catch(o){this.#y(N(o),i)}finally{this.sending=void 0}}#y(t,i){t.status===409?this.#a({...this.draft,key:Ae(),attempts:[]}):t.isUncertain||this.#a({...this.draft,attempts:i});let n=dt(t.problem,this.messages),[a]=Object.keys(n);this.#e=new Set(Object.keys(n)),a?this.#o(ct(a),n):(this.failure=t,this.focusOn(".failed")),t.code!=="network/stopped"&&this.dispatchEvent(new H(t.code))}#v(){let t=F(this.unit);this.#o(t[t.indexOf(this.draft.step)-1]??"procedure")}#h(){this.#t.abort()}#p(){this.store.clear(),this.receipt=void 0,this.failure=void 0,this.pendingUploads=0,this.evidenceLoading="idle",this.problems={},this.restored=!1,this.draft=Se(this.unit,this.category),this.focusOn("h2")}};h([g],v.prototype,"unit",2),h([g],v.prototype,"messages",2),h([g],v.prototype,"client",2),h([g],v.prototype,"store",2),h([g],v.prototype,"category",2),h([g],v.prototype,"waits",2),h([g],v.prototype,"draft",2),h([g],v.prototype,"problems",2),h([g],v.prototype,"sending",2),h([g],v.prototype,"failure",2),h([g],v.prototype,"receipt",2),h([g],v.prototype,"restored",2),h([g],v.prototype,"evidenceLoading",2),h([g],v.prototype,"pendingUploads",2);var bt=r=>Object.keys(r).length>0;var $t=x`.done{display:grid;grid-template-columns:auto 1fr;gap:.9rem;align-items:center;margin-bottom:1.25rem}.done h2{margin:0}svg{width:2.75rem;height:2.75rem;padding:.6rem;color:var(--_on-accent);background:var(--_accent);border-radius:50%}.keep{margin-bottom:1.5rem;padding:1.25rem;background:var(--_soft);border:2px solid var(--_accent);border-radius:var(--_radius)}.keep dd{margin-bottom:.9rem;font-family:ui-monospace,Cascadia Mono,Roboto Mono,Menlo,Consolas,monospace;font-weight:700}.number{font-size:1.25rem}.code{font-size:clamp(1.35rem,6.5vw,1.9rem);letter-spacing:.02em;line-height:1.35;user-select:all}.warning{color:var(--_warn);background:var(--_warn-soft);font-weight:600}.file{display:var(--aduan-files, block)}section{margin-bottom:1.5rem}.dates{display:grid;gap:.75rem;margin-top:.75rem;padding:0;list-style:none}.dates li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_accent)}.dates strong,.dates span{display:block}.steps{margin-top:.6rem;padding-inline-start:1.4rem}.steps li{padding:.2rem 0}`;function wt(r,e,{receipt:t}){let{number:i,trackingCode:n,receivedAt:a,clocks:o,followUpUrl:s}=r;return[e.name,"",`${t.number}: ${i}`,`${t.code}: ${n}`,`${t.receivedAt}: ${ge(a,e)}`,...o.map(({label:d,dueAt:u})=>`${d}: ${t.due} ${I(u,e)}`),"",`${t.follow}: ${s}`,""].join(`\r
`)}function Ce(r,e){let t=document.createElement("a");t.href=URL.createObjectURL(r),t.download=e,t.click(),setTimeout(()=>URL.revokeObjectURL(t.href),6e4)}var S=class extends C{constructor(){super(...arguments);this.earlier=!1;this.told="";this.#e=!1;this.#r=t=>{this.#e||t.preventDefault()}}static{this.styles=[j,$t]}#e;connectedCallback(){super.connectedCallback(),window.addEventListener("beforeunload",this.#r)}disconnectedCallback(){window.removeEventListener("beforeunload",this.#r)}firstUpdated(){this.focusOn("h2")}render(){let{receipt:t,unit:i,earlier:n,told:a}=this,o=this.messages.receipt;return l`
<div class="done">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
<path d="M4 12.5l5.5 5.5L20 6.5" stroke-linecap="round" stroke-linejoin="round" />
</svg>
<h2 tabindex="-1">${o.title}</h2>
</div>
${n?l`<p class="note">${o.earlier}</p>`:c}
<div class="keep">
<dl>
<dt>${o.number}</dt>
<dd class="number">${t.number}</dd>
<dt>${o.code}</dt>
<dd class="code" part="code">${t.trackingCode}</dd>
</dl>
<p class="note warning">${o.codeOnce}</p>
<div class="actions">
<button type="button" class="primary file" @click=${this.#n}>${o.copy}</button>
<button type="button" class="file" @click=${this.#l}>${o.save}</button>
<button type="button" class="file" @click=${this.#s}>${o.pdf}</button>
</div>
<p role="status" class="told">${a}</p>
</div>
<section>
<h3>${o.dates}</h3>
<ul class="dates">
<li><strong>${o.receivedAt}: ${ge(t.receivedAt,i)}</strong></li>
${t.clocks.map(({label:s,dueAt:d,explanation:u})=>l`
<li>
<strong>${s}: ${o.due} ${I(d,i)}</strong>
<span class="hint">${u}</span>
</li>
`)}
</ul>
</section>
<section>
<h3>${o.next}</h3>
<ol class="steps">
${o.nextSteps.map(s=>l`<li>${s}</li>`)}
</ol>
</section>
<div class="actions">
<a class="button file" href=${t.followUpUrl} target="_blank" rel="noopener">
${o.follow}<span class="unseen">(${o.newTab})</span>
</a>
<a class="button file" href=${t.verifyUrl} target="_blank" rel="noopener">
${o.verify}<span class="unseen">(${o.newTab})</span>
</a>
<button type="button" class="plain" @click=${this.#d}>${o.another}</button>
</div>
`}get#t(){return this.renderRoot.querySelector(".code")}#r;#i(t){this.#e=!0,this.told=t}async#n(){let t=this.messages.receipt,{number:i,trackingCode:n}=this.receipt;try{await navigator.clipboard.writeText(`${t.number}: ${i}
${t.code}: ${n}`),this.#i(t.copied)}catch{this.#t&&getSelection()?.selectAllChildren(this.#t),this.told=t.notCopied}}#l(){let t=wt(this.receipt,this.unit,this.messages);Ce(new Blob([t],{type:"text/plain;charset=utf-8"}),`${this.receipt.number}.txt`),this.#i(this.messages.receipt.saved)}async#s(){let t=this.messages.receipt;try{Ce(await this.client.download(this.receipt,"receipt.pdf"),`${this.receipt.number}.pdf`),this.told=t.pdfDone}catch{this.told=t.pdfFailed}}#d(){if(!this.#e){this.#i(this.messages.receipt.codeOnce),this.#t?.scrollIntoView({block:"center"});return}this.dispatchEvent(new CustomEvent("receipt-finished"))}};h([g],S.prototype,"receipt",2),h([g],S.prototype,"unit",2),h([g],S.prototype,"client",2),h([g],S.prototype,"messages",2),h([g],S.prototype,"earlier",2),h([g],S.prototype,"told",2);function fe(r,e){customElements.get(r)||customElements.define(r,e)}fe("aduan-receipt",S);fe("aduan-filing",v);fe("aduan-widget",$);export{h as a,l as b,c,Kt as d,g as e,C as f,W as g,ae as h,H as i,Tt as j,x as k,j as l,G as m,V as n,Ie as o,y as p,N as q,de as r,Be as s,qe as t,ze as u,fe as v,Se as w,Ae as x,ce as y,it as z,Ce as A,I as B,ge as C,_ as D,Ye as E,Xe as F,ue as G};

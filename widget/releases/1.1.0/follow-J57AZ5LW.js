import{a as e}from"./chunk-7YLSMUBA.js";import{A as a,B as t,D as n,F as i,G as s,H as r,I as d,M as o,a as l,b as u,c as p,d as c,e as m,f as g,l as h,m as b,n as k,t as y,u as $,y as w,z as f}from"./aduan.js";var v=({view:e},a)=>e.acts.includes(a);function j({entries:e,enter:a,messages:t,problem:n,unit:i},s){let{name:r,label:d,hint:o,limit:l,required:c,rows:m=4}=s,g=e.texts[r]??"",h=n?.form===r,b=e=>e.toLocaleString(i.language);return u`
<div class="field">
<label for=${r}>
${d} ${c?p:u`<span class="optional">(${t.optional})</span>`}
</label>
${o?u`<p class="hint" id="${r}-hint">${o}</p>`:p}
<textarea
id=${r}
rows=${m}
autocomplete="off"
aria-required=${c?"true":p}
aria-invalid=${h?"true":p}
aria-describedby="${o?`${r}-hint`:""} ${r}-problem"
.value=${g}
@input=${t=>a({texts:{...e.texts,[r]:t.target.value}})}
></textarea>
${l?u`<p class=${g.length>l?"counter over":"counter"} aria-hidden="true">
${t.counter(b(g.length),b(l))}
</p>`:p}
</div>
`}function x({busy:e,problem:a,say:t,perform:n},{form:i,label:s,requests:r,isDanger:d,isQuiet:o}){let l=e===i;return u`
<p class="problem" id="${i}-problem" tabindex="-1" ?hidden=${a?.form!==i}>${a?.sentence}</p>
<button
type="button"
class=${d?"danger":o?"":"primary"}
aria-disabled=${l?"true":p}
@click=${()=>n(i,r())}
>
${l?t.sending:s}
</button>
`}function A(e,{ask:a,...t}){return e.confirming!==t.form?u`<button type="button" @click=${()=>e.confirm(t.form)}>${a}</button>`:u`
<div class="actions">
${x(e,t)}
<button type="button" @click=${()=>e.confirm(void 0)}>${e.say.withdrawal.keep}</button>
</div>
`}function S({entries:e,say:a,messages:t,unit:n},i){let s=e.texts[i.name]?.trim()??"";return!s&&i.required?a.missing(i.label):i.limit&&s.length>i.limit?t.problems.tooLong(i.label,i.limit.toLocaleString(n.language)):{text:s}}function P(e){let{view:t,say:n,unit:i}=e,{answer:s}=t;return u`
${s?u`<section class="answer" part="answer" aria-labelledby="answer-title">
<h3 id="answer-title">${n.answer.title}</h3>
<p><strong>${n.answer.outcome}: ${s.outcomeLabel}</strong></p>
<p class="written quote">${s.text}</p>
<p class="hint">${n.answer.by} ${s.by}, ${a(s.at,i)}</p>
${v(e,"acceptance")?q(e):p}
${v(e,"objection")?function(e){let{view:a,say:t,unit:n}=e,i={name:"objection",label:t.answer.objection,hint:t.answer.objectionHint,limit:n.form.limits.message,required:!0},s=()=>{let a=S(e,i);return"string"==typeof a?a:[{act:"objection",body:a}]};return u`
<details ?open=${a.unsatisfied?.objection??!1}>
<summary>${t.answer.objection}</summary>
${j(e,i)} ${x(e,{form:"objection",label:t.answer.object,requests:s})}
</details>
`}(e):p}
</section>`:p}
${function(e){let{view:a,say:t,unit:n,entries:i,enter:s}=e;if(a.rating)return u`<p class="note">${t.rating.given(a.rating.stars)}</p>
${a.unsatisfied?u`<p class="note asked" role="status">${a.unsatisfied.text}</p>`:p}`;if(!v(e,"rating"))return p;let r={name:"rating",label:t.rating.text,limit:n.form.limits.reason,required:!1},d=(e,a,t,n)=>u`
<label class="check">
<input type="radio" name=${e} .checked=${t} @change=${n} />
<span>${a}</span>
</label>
`;return u`
<section aria-labelledby="rating-title">
<h3 id="rating-title">${t.rating.title}</h3>
<fieldset>
<legend>${t.rating.solved}</legend>
${d("solved",t.rating.yes,!0===i.solved,()=>s({solved:!0}))}
${d("solved",t.rating.no,!1===i.solved,()=>s({solved:!1}))}
</fieldset>
<fieldset>
<legend>${t.rating.stars}</legend>
${[1,2,3,4,5].map(e=>d("stars",t.rating.star(e),i.stars===e,()=>s({stars:e})))}
</fieldset>
${j(e,r)} ${x(e,{form:"rating",label:t.rating.send,requests:()=>{let a=S(e,r);if("string"==typeof a)return a;let{stars:n,solved:s}=i;return 0===n||void 0===s?t.rating.pick:[{act:"rating",body:{stars:n,solved:s,...a.text&&a}}]}})}
</section>
`}(e)}
`}var q=e=>{let{accept:a,acceptMeaning:t,acceptSure:n}=e.say.answer;return u`
<div class="choice">
<p class="hint">${t}</p>
${A(e,{form:"acceptance",ask:a,label:n,requests:()=>[{act:"acceptance",body:{}}]})}
</div>
`};var K,D=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,a,t){this._$Ct=e,this._$AM=a,this._$Ci=t}_$AS(e,a){return this.update(e,a)}update(e,a){return this.render(...a)}},{I:T}=c,_={},C=(K=class extends D{constructor(){super(...arguments),this.key=p}render(e,a){return this.key=e,a}update(e,[a,t]){return a!==this.key&&(((e,a=_)=>{e._$AH=a})(e),this.key=a),t}},(...e)=>({_$litDirective$:K,values:e})),I=({unit:e,client:a,enter:t,entries:n,round:i,secret:s})=>C(i,u`<aduan-evidence
.limits=${e.form.evidence}
.language=${e.language}
.held=${n.evidence}
.secret=${s}
.client=${a}
@evidence-changed=${({detail:e})=>t({evidence:e.held,pendingUploads:e.pending.length})}
></aduan-evidence>`);var N=e=>{let{messages:a,unit:t,entries:n,today:i,enter:r}=e,d={messages:a,unit:t,today:i,draft:n.identity,problems:{},change:e=>r({identity:e})};return(({entries:e,unit:a})=>s("identity",e.identity,a).map(e=>({...e,required:!1})))(e).map(e=>o(d,e))};function O({view:e,entries:a,unit:t,messages:n,today:i}){let s={unit:t,messages:n,today:i},o=Object.entries(r("identity",a.identity,s)).find(([e])=>a.identity.texts[e]?.trim());if(o)return String(o[1]);let{reporter:l}=d(a.identity,t);return l?[{act:"identity",body:t.sealing?B(e.number,l,t):{reporter:l}}]:[]}var B=async(e,a,t)=>{let{sealRequest:n,caseContext:i}=await(import("./sealing-ZCZLXP73.js"));return n({reporter:a},t,i(e))};function H(e){let{view:a,say:t,unit:n,messages:i}=e,{completion:s}=a;if(!s)return p;let r={name:"completion",label:t.completion.text,limit:n.form.limits.message,required:!0},d=v(e,"identity")&&s.items.some(e=>"identity"===e||"contact"===e),{later:o}=e.entries,l=s.items.filter(e=>!s.brought.includes(e)),c=l.filter(e=>!o.includes(e));return u`
<section class="asked" part="completion" aria-labelledby="completion-title">
<h3 id="completion-title">${t.completion.title}</h3>
<p class="written quote">${s.text}</p>
<fieldset>
<legend>${t.completion.brings}</legend>
${l.map(a=>u`<label class="check">
<input type="checkbox" .checked=${!o.includes(a)} @change=${()=>(a=>e.enter({later:o.includes(a)?o.filter(e=>e!==a):[...o,a]}))(a)} />
<span>${t.completion.asked[a]}</span>
</label>`)}
</fieldset>
${s.brought.length>0?u`<p class="hint">${t.completion.brought}: ${s.brought.map(e=>t.completion.asked[e]).join(", ")}</p>`:p}
<p>
<strong>${t.completion.until(f(s.until,n))}</strong> ${t.completion.paused}
</p>
${j(e,{...r,rows:6})}
${v(e,"evidence")?u`<details ?open=${s.items.includes("evidence")}>
<summary>${t.evidence.add} <span class="optional">(${i.optional})</span></summary>
${I(e)}
</details>`:p}
${d?N(e):p}
${x(e,{form:"completion",label:t.completion.send,requests:()=>{let a=S(e,r);if("string"==typeof a)return a;if(e.entries.pendingUploads>0)return t.evidence.pending;let n=d?O(e):[];if("string"==typeof n)return n;let i=e.entries.evidence.map(({id:e})=>e);return[...i.length>0?[{act:"evidence",body:{evidence:i}}]:[],...n,{act:"messages",body:{text:a.text,completes:!0,brings:c}}]}})}
</section>
`}function M(e){let{view:a,say:t,unit:n}=e;if(0===a.clocks.length)return p;return u`
<section>
<h3>${t.clocks.title}</h3>
<ul class="line">
${a.clocks.map((a,i)=>u`
<li class=${a.overdue?"late":""}>
<strong>${a.label}: ${(({stoppedAt:e,pausedAt:a,dueAt:i})=>e?t.clocks.done(f(e,n)):a?t.clocks.paused(f(a,n)):t.clocks.due(f(i,n)))(a)}</strong>
${a.overdue?u`<span class="problem">${t.clocks.overdue}</span>`:p}
<span class="hint">${a.explanation} ${a.basis}.</span>
${function({days:e,askForDays:a,say:t},n){let i=e?.clocks[n];return 0===i?.groups.length?p:u`<details @toggle=${a}>
<summary>${t.clocks.dayByDay}</summary>
${null===e?u`<p class="problem">${t.clocks.daysFailed}</p>`:p}
${i?u`<dl class="days">${i.groups.map(({when:e,what:a,kind:t})=>u`<div class=${t}><dt>${e}</dt><dd>${a}</dd></div>`)}</dl>`:p}
</details>`}(e,i)}
</li>
`)}
</ul>
</section>
`}var W=b`section,.status{margin-bottom:1.75rem}h3{margin-bottom:.6rem}.remember{margin-top:-.5rem}form>.hint{margin-bottom:1.25rem}.status,.answer{padding:1.1rem 1.25rem;background:var(--_soft);border-radius:var(--_radius);border-inline-start:5px solid var(--_accent)}.badge{font-size:1.2rem;font-weight:700;color:var(--_accent)}.status .meaning{margin:.15rem 0 .9rem;font-size:1rem}dl{display:grid;gap:.5rem}.days{gap:0;margin-top:.5rem}.days div{display:flex;flex-wrap:wrap;gap:0 1rem;padding-block:.3rem;border-top:1px solid var(--_border)}.days dt{flex:0 0 11rem}.days .counted,.days .added{font-weight:600}.asked{padding:1.25rem;color:inherit;background:var(--_warn-soft);border:2px solid var(--_warn);border-radius:var(--_radius)}.asked .hint,.asked .counter,.asked .optional{color:inherit}.asked>ul{margin-bottom:.75rem;padding-inline-start:1.3rem;font-weight:600}.asked>ul.line{padding-inline-start:0}.asked>p{margin-bottom:.9rem}.quote{margin:.4rem 0 .6rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--_border)}.choice{margin:1rem 0}.choice .hint{margin-bottom:.5rem}.answer details{margin:1rem 0 0;background:var(--_surface)}details>:nth-child(2){margin-top:.9rem}.line,.talk,.files{display:grid;gap:.9rem;list-style:none}.line li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_line)}.line strong,.line span{display:block}.line .late{border-color:var(--_danger)}.talk{margin:.6rem 0 1.25rem}.talk li{max-width:90%;padding:.7rem 1rem;background:var(--_soft);border-radius:var(--_radius);border:1px solid var(--_line)}.talk .reporter{justify-self:end;border-color:var(--_accent)}.files{gap:.25rem;margin-bottom:.75rem}.files li{display:flex;align-items:center;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--_line)}.files code{word-break:break-all}.foot{padding-top:1.25rem;border-top:1px solid var(--_line)}`,F={title:"Pantau pengaduan",lead:"Masukkan nomor pengaduan dan kode lacak yang Anda terima saat mengadu.",number:"Nomor pengaduan",numberHint:"Contoh: BO-2026-000123.",code:"Kode lacak",codeHint:"Kode yang ditampilkan setelah pengaduan terkirim.",remember:"Ingat di tab ini, supaya tidak perlu mengetik lagi",rememberHint:"Jangan dicentang di HP atau komputer milik orang lain.",open:"Lihat pengaduan",opening:"Membuka…",missing:e=>`${e} belum diisi.`,notFound:"Nomor atau kode tidak cocok. Periksa lagi keduanya, huruf demi huruf.",refresh:"Perbarui",refreshed:"Sudah diperbarui.",close:"Tutup pengaduan ini",complaint:e=>`Pengaduan ${e}`,status:"Status",about:"Tentang",category:"Kategori",receivedAt:"Diterima",destroyed:(e,a)=>`Masa simpannya habis. Pada ${e} isi pengaduan, identitas Anda, dan bukti dimusnahkan menurut berita acara ${a}. Tidak ada yang dapat membacanya lagi, termasuk kantor.`,sent:"Terkirim. Terima kasih.",sending:"Mengirim…",notSent:"Belum terkirim. Yang Anda tulis masih ada.",completion:{title:"Yang perlu Anda lengkapi",asked:{what_happened:"Uraian kejadian",when_it_happened:"Waktu kejadian",where_it_happened:"Tempat kejadian",who_was_involved:"Siapa yang terlibat",evidence:"Bukti pendukung",identity:"Identitas Anda",contact:"Kontak yang dapat dihubungi",other:"Lainnya, seperti dijelaskan di bawah"},until:e=>`Lengkapi paling lambat ${e}. Setelah itu pengaduan dianggap dicabut.`,brings:"Centang yang Anda bawa sekarang",brought:"Sudah diterima",paused:"Selama menunggu Anda, batas waktu kantor berhenti.",text:"Keterangan tambahan",send:"Kirim kelengkapan"},answer:{title:"Jawaban kantor",outcome:"Hasil",by:"Oleh",accept:"Saya menerima jawaban ini",acceptMeaning:"Pengaduan selesai dan tidak dapat dibuka lagi.",acceptSure:"Ya, selesaikan",objection:"Sampaikan keberatan",objectionHint:"Keberatan ditinjau pejabat lain, bukan yang menjawab. Tulis apa yang menurut Anda belum benar.",object:"Kirim keberatan"},breach:"Pemberitahuan tentang data pribadi Anda",grounded:{title:"Penilaian pengaduan tanpa identitas",yes:"Dinilai beralasan.",no:"Belum dinilai beralasan."},declined:{title:"Mengapa tidak dapat ditindaklanjuti",elsewhere:"Ke mana Anda dapat melanjutkan"},rating:{title:"Apakah masalahnya selesai?",stars:"Seberapa puas Anda?",star:e=>["1, sangat buruk","2, buruk","3, cukup","4, baik","5, sangat baik"][e-1]??"",solved:"Apakah masalah Anda selesai?",yes:"Ya, selesai",no:"Belum",text:"Catatan",send:"Kirim penilaian",pick:"Pilih nilai, dan apakah masalah Anda selesai.",given:e=>`Penilaian Anda: ${e} dari 5. Terima kasih.`},delay:{title:"Terlambat",was:e=>`seharusnya ${e}`,now:e=>`Sekarang dijanjikan ${e}.`,unexplained:"Belum ada penjelasan. Kantor diminta menjelaskannya; pengaduan Anda tetap ditangani."},reopening:{title:"Lengkapi dan buka kembali",until:e=>`Pengaduan ini dianggap dicabut karena tidak dilengkapi. Sampai ${e} Anda masih dapat melengkapinya; bukti dapat disertakan setelah terbuka.`,text:"Yang diminta di atas",send:"Kirim dan buka kembali"},clocks:{title:"Batas waktu",due:e=>`paling lambat ${e}`,done:e=>`selesai ${e}`,paused:e=>`berhenti sementara sejak ${e}`,overdue:"Lewat batas waktu",dayByDay:"Hari demi hari",daysFailed:"Hitungannya belum dapat dimuat. Tutup, lalu buka lagi."},messages:{title:"Pesan",none:"Belum ada pesan.",you:"Anda",text:"Tulis pesan kepada petugas",send:"Kirim pesan"},evidence:{title:"Bukti",none:"Tidak ada bukti.",agreed:"peramban dan layanan cocok",infected:"Program berbahaya ditemukan dalam berkas ini, jadi petugas tidak membukanya. Kirim lagi dalam bentuk lain, misalnya foto.",download:"Unduh",add:"Tambahkan bukti",send:"Sertakan ke pengaduan",nothing:"Pilih berkas lebih dulu.",pending:"Tunggu sampai unggahan selesai, atau hapus berkas yang gagal."},identity:{title:"Tambahkan identitas",hint:"Pengaduan ini tanpa identitas. Menambahkannya dapat membantu. Anda dapat menariknya nanti, tetapi yang sudah dibaca petugas tidak dapat dilupakan.",send:"Kirim identitas",nothing:"Isi setidaknya satu."},rights:{title:"Hak Anda atas data",lead:"Anda dapat melihat, memperbaiki, dan menarik data Anda tanpa alasan.",granted:"Dipenuhi",refused:"Tidak dipenuhi",due:e=>`Dijawab paling lambat ${e} (target layanan).`,contact:{title:e=>`Pastikan kabar lewat ${e} sampai`,hint:"Tidak wajib. Kami kirim kode enam angka ke kontak yang Anda berikan; isikan kode itu di sini.",sent:e=>`Kode sudah dikirim dan berlaku sampai ${e}.`,digits:"Kode enam angka",missing:"Isi enam angka dari pesan yang Anda terima.",confirm:"Pastikan",send:"Kirim kode",again:"Kirim kode baru",confirmed:e=>`Kabar lewat ${e} sudah dipastikan sampai kepada Anda.`},copy:{title:"Salinan data saya",hint:"Semua yang kantor simpan tentang Anda, dalam satu berkas. Simpan di perangkat Anda sendiri: isinya nama dan kontak Anda.",send:"Unduh salinan data"},correction:{title:"Perbaiki identitas atau kontak",hint:"Isi hanya yang berubah. Data lama langsung hilang.",fields:{name:"Nama",address:"Alamat",phone:"Nomor HP",email:"Surel"},remove:"Hapus dari data saya",send:"Simpan perbaikan",nothing:"Isi atau pilih setidaknya satu."},withdrawal:{title:"Tarik identitas saya",kept:"Uraian, pesan, dan bukti Anda tetap disimpan. Yang dihapus tidak dapat dikembalikan; Anda hanya dapat memberikan identitas lagi.",ask:"Tarik identitas…",sure:"Ya, musnahkan nama dan kontak saya"},request:{title:"Permintaan lain tentang data saya",hint:"Dijawab petugas dalam 3×24 jam (target layanan).",kind:"Saya ingin",kinds:{access:"Melihat data saya",correction:"Memperbaiki data saya",erasure:"Menghapus data saya",objection:"Keberatan atas pemakaian data saya",other:"Permintaan lain"},text:"Permintaan Anda",send:"Kirim permintaan"}},history:{title:"Riwayat",by:"oleh"},access:{title:"Siapa yang membuka identitas Anda",none:"Belum ada yang membukanya."},papers:{title:"Tanda terima",pdf:"Unduh tanda terima (PDF)",record:"Unduh berkas pengaduan untuk Ombudsman (PDF)",verify:"Periksa keasliannya",failed:"Belum dapat diunduh. Coba lagi."},withdrawal:{title:"Cabut pengaduan",hint:"Setelah dicabut, pengaduan tidak ditangani lagi dan tidak dapat dibuka kembali.",text:"Alasan",ask:"Cabut pengaduan…",sure:"Ya, cabut pengaduan ini",keep:"Batal"}},U={id:F,en:{title:"Follow a complaint",lead:"Enter the complaint number and the tracking code that you got when you complained.",number:"Complaint number",numberHint:"Example: BO-2026-000123.",code:"Tracking code",codeHint:"The code that was shown after the complaint was sent.",remember:"Remember in this tab, so that I need not type it again",rememberHint:"Do not tick this on somebody else’s phone or computer.",open:"Show the complaint",opening:"Opening…",missing:e=>`${e} is not filled in.`,notFound:"Number or code do not match. Check both, letter by letter.",refresh:"Refresh",refreshed:"Up to date.",close:"Close this complaint",complaint:e=>`Complaint ${e}`,status:"Status",about:"About",category:"Category",destroyed:(e,a)=>`Its time was over. On ${e} the complaint, your identity and the evidence were destroyed under record ${a}. Nobody can read them any more, the office included.`,receivedAt:"Received",sent:"Sent. Thank you.",sending:"Sending…",notSent:"Not sent. What you wrote is still here.",completion:{title:"What you need to complete",asked:{what_happened:"What happened",when_it_happened:"When it happened",where_it_happened:"Where it happened",who_was_involved:"Who was involved",evidence:"Supporting evidence",identity:"Your identity",contact:"A contact that can be reached",other:"Something else, as explained below"},until:e=>`Complete it by ${e}. After that the complaint counts as withdrawn.`,brings:"Tick what you bring now",brought:"Received already",paused:"While we wait for you, the office’s deadlines stand still.",text:"What you add",send:"Send the completion"},answer:{title:"The office’s answer",outcome:"Outcome",by:"By",accept:"I accept this answer",acceptMeaning:"The complaint is then closed and cannot be opened again.",acceptSure:"Yes, close it",objection:"Object to the answer",objectionHint:"Somebody other than the one who answered reviews it. Write what you think is not right.",object:"Send the objection"},breach:"Notice about your personal data",grounded:{title:"Judgement on a complaint without identity",yes:"Found to be well founded.",no:"Not found to be well founded yet."},declined:{title:"Why it cannot be followed up",elsewhere:"Where you can go instead"},rating:{title:"Is the matter solved?",stars:"How satisfied are you?",star:e=>["1, very bad","2, bad","3, fair","4, good","5, very good"][e-1]??"",solved:"Is your problem solved?",yes:"Yes, it is",no:"Not yet",text:"Remarks",send:"Send the rating",pick:"Choose a rating, and whether your problem is solved.",given:e=>`Your rating: ${e} of 5. Thank you.`},delay:{title:"Late",was:e=>`was due on ${e}`,now:e=>`Now promised for ${e}.`,unexplained:"No explanation yet. The office is asked for one; your complaint is still being handled."},reopening:{title:"Complete it and reopen",until:e=>`This complaint was taken as withdrawn because it was not completed. Until ${e} you can still complete it; evidence can be added once it is open.`,text:"What was asked for above",send:"Send and reopen"},clocks:{title:"Deadlines",due:e=>`no later than ${e}`,done:e=>`done ${e}`,paused:e=>`paused since ${e}`,overdue:"Overdue",dayByDay:"Day by day",daysFailed:"The count could not be loaded. Close it, then open it again."},messages:{title:"Messages",none:"No messages yet.",you:"You",text:"Write to the officer",send:"Send the message"},evidence:{title:"Evidence",none:"No evidence.",agreed:"browser and service agree",infected:"Malware was found in this file, so officers do not open it. Please send it in another form, such as a photo.",download:"Download",add:"Add evidence",send:"Add to the complaint",nothing:"Choose a file first.",pending:"Wait until the upload is done, or remove the file that failed."},identity:{title:"Add your identity",hint:"This complaint bears no identity. Adding one can help. You can withdraw it later, but what officers have read cannot be forgotten.",send:"Send the identity",nothing:"Fill in at least one."},rights:{title:"Your rights over your data",lead:"You can see, correct and withdraw your data without giving a reason.",granted:"Granted",refused:"Not granted",due:e=>`Answered by ${e} (service target).`,contact:{title:e=>`Confirm that news by ${e} reaches you`,hint:"Not required. We send a code of six digits to the contact that you gave; enter it here.",sent:e=>`A code was sent and is good until ${e}.`,digits:"Six-digit code",missing:"Enter the six digits of the message that you got.",confirm:"Confirm",send:"Send a code",again:"Send a new code",confirmed:e=>`News by ${e} is confirmed to reach you.`},copy:{title:"A copy of my data",hint:"All that the office keeps about you, in one file. Keep it on a device of your own: it holds your name and contact.",send:"Download the copy"},correction:{title:"Correct identity or contact",hint:"Fill in only what has changed. What was there before is gone at once.",fields:{name:"Name",address:"Address",phone:"Phone",email:"E-mail"},remove:"Remove from my data",send:"Save the correction",nothing:"Fill in or choose at least one."},withdrawal:{title:"Withdraw my identity",kept:"Your account, messages and evidence are kept. What is erased cannot come back; you can only give an identity again.",ask:"Withdraw identity…",sure:"Yes, destroy my name and contact"},request:{title:"Another request about my data",hint:"An officer answers within 3×24 hours (service target).",kind:"I want",kinds:{access:"To see my data",correction:"To correct my data",erasure:"To erase my data",objection:"To object to how my data is used",other:"Another request"},text:"Your request",send:"Send the request"}},history:{title:"History",by:"by"},access:{title:"Who opened your identity",none:"Nobody has opened it."},papers:{title:"Receipt",pdf:"Download the receipt (PDF)",record:"Download the record for the Ombudsman (PDF)",verify:"Check that it is genuine",failed:"Could not be downloaded. Try again."},withdrawal:{title:"Withdraw the complaint",hint:"A withdrawn complaint is not handled any more and cannot be opened again.",text:"Reason",ask:"Withdraw the complaint…",sure:"Yes, withdraw this complaint",keep:"Cancel"}},jv:{title:"Pantau pengaduan",lead:"Isi nomer pengaduan lan kode lacak ingkang panjenengan tampi nalika ngaturaken pengaduan.",number:"Nomer pengaduan",numberHint:"Tuladha: BO-2026-000123.",code:"Kode lacak",codeHint:"Kode ingkang katampilaken sasampunipun pengaduan kakintun.",remember:"Elingi ing tab menika, supados boten ngetik malih",rememberHint:"Ampun dipuncenthang ing HP utawi komputer tiyang sanes.",open:"Pirsani pengaduan",opening:"Mbikak…",missing:e=>`${e} dereng dipunisi.`,notFound:"Nomer utawi kode boten cocog. Priksa malih kalih-kalihipun, aksara mbaka aksara.",refresh:"Enggalaken",refreshed:"Sampun dipunenggalaken.",close:"Tutup pengaduan menika",complaint:e=>`Pengaduan ${e}`,status:"Status",about:"Bab",category:"Kategori",receivedAt:"Katampi",destroyed:(e,a)=>`Wekdal panyimpenan sampun telas. Tanggal ${e} isi pengaduan, identitas panjenengan, lan bukti dipunmusnahaken miturut berita acara ${a}. Boten wonten ingkang saged maos malih, kalebet kantor.`,sent:"Kakintun. Matur nuwun.",sending:"Ngintun…",notSent:"Dereng kakintun. Seratan panjenengan taksih wonten.",completion:{title:"Ingkang perlu panjenengan jangkepi",asked:{what_happened:"Urutan kedadosan",when_it_happened:"Wekdal kedadosan",where_it_happened:"Panggenan kedadosan",who_was_involved:"Sinten ingkang kalebet",evidence:"Bukti panyengkuyung",identity:"Identitas panjenengan",contact:"Kontak ingkang saged dipunhubungi",other:"Sanesipun, kados katrangan ing ngandhap"},until:e=>`Jangkepi paling telat ${e}. Sasampunipun menika pengaduan kaanggep dipuncabut.`,brings:"Centhang ingkang panjenengan asta sapunika",brought:"Sampun katampi",paused:"Salebetipun ngentosi panjenengan, batas wekdal kantor kendel.",text:"Katrangan tambahan",send:"Kintun kajangkepan"},answer:{title:"Wangsulan kantor",outcome:"Asil",by:"Dening",accept:"Kula nampi wangsulan menika",acceptMeaning:"Pengaduan rampung lan boten saged dipunbikak malih.",acceptSure:"Inggih, rampungaken",objection:"Aturaken keberatan",objectionHint:"Keberatan dipunpriksa pejabat sanes, sanes ingkang mangsuli. Serat menapa ingkang miturut panjenengan dereng leres.",object:"Kintun keberatan"},breach:"Wara-wara bab data pribadi panjenengan",grounded:{title:"Pambiji pengaduan tanpa identitas",yes:"Kabiji wonten alesanipun.",no:"Dereng kabiji wonten alesanipun."},declined:{title:"Menapa sebabipun boten saged dipuntindakaken",elsewhere:"Panjenengan saged dhateng pundi"},rating:{title:"Menapa prekawisipun rampung?",stars:"Sepinten marem panjenengan?",star:e=>["1, awon sanget","2, awon","3, cekap","4, sae","5, sae sanget"][e-1]??"",solved:"Menapa prekawis panjenengan rampung?",yes:"Inggih, rampung",no:"Dereng",text:"Cathetan",send:"Kintun pambiji",pick:"Pilih biji, lan menapa prekawis panjenengan rampung.",given:e=>`Biji saking panjenengan: ${e} saking 5. Matur nuwun.`},delay:{title:"Telat",was:e=>`kedahipun ${e}`,now:e=>`Sapunika dipunjanjekaken ${e}.`,unexplained:"Dereng wonten katrangan. Kantor dipunsuwuni katrangan; pengaduan panjenengan tetep dipuntangani."},reopening:{title:"Jangkepi lan bikak malih",until:e=>`Pengaduan menika kaanggep dipuncabut amargi boten dipunjangkepi. Ngantos ${e} panjenengan taksih saged njangkepi; bukti saged dipunsusulaken sasampunipun kabikak.`,text:"Ingkang dipunsuwun ing nginggil",send:"Kintun lan bikak malih"},clocks:{title:"Batas wekdal",due:e=>`paling telat ${e}`,done:e=>`rampung ${e}`,paused:e=>`kendel sawetawis wiwit ${e}`,overdue:"Langkung batas wekdal",dayByDay:"Dinten mbaka dinten",daysFailed:"Petanganipun dereng saged dipunmuat. Tutup, lajeng bikak malih."},messages:{title:"Pesen",none:"Dereng wonten pesen.",you:"Panjenengan",text:"Serat pesen dhateng petugas",send:"Kintun pesen"},evidence:{title:"Bukti",none:"Boten wonten bukti.",agreed:"peramban lan layanan cocog",infected:"Wonten program mbebayani ing berkas menika, dados petugas boten mbikak. Kintun malih awujud sanes, upaminipun foto.",download:"Undhuh",add:"Tambah bukti",send:"Susulaken ing pengaduan",nothing:"Pilih berkas rumiyin.",pending:"Entosi ngantos unggahan rampung, utawi busak berkas ingkang gagal."},identity:{title:"Tambah identitas",hint:"Pengaduan menika tanpa identitas. Nambah identitas saged mbiyantu. Mangke saged dipuntarik, nanging ingkang sampun dipunwaos petugas boten saged dipunsupekaken.",send:"Kintun identitas",nothing:"Isi paling boten setunggal."},rights:{title:"Hak panjenengan tumrap data",lead:"Panjenengan saged mirsani, ndandosi, lan narik data panjenengan tanpa alesan.",granted:"Dipunturuti",refused:"Boten dipunturuti",due:e=>`Dipunwangsuli paling telat ${e} (target layanan).`,contact:{title:e=>`Pestekaken kabar lumantar ${e} dumugi`,hint:"Boten wajib. Kita ngintun kode nem angka dhateng kontak panjenengan; isi kode menika ing mriki.",sent:e=>`Kode sampun kakintun lan lumampah ngantos ${e}.`,digits:"Kode nem angka",missing:"Isi nem angka saking pesen ingkang panjenengan tampi.",confirm:"Pestekaken",send:"Kintun kode",again:"Kintun kode enggal",confirmed:e=>`Kabar lumantar ${e} sampun pesti dumugi panjenengan.`},copy:{title:"Salinan data kula",hint:"Sedaya ingkang kantor simpen bab panjenengan, ing setunggal berkas. Simpen ing piranti panjenengan piyambak: isinipun asma lan kontak.",send:"Undhuh salinan data"},correction:{title:"Dandosi identitas utawi kontak",hint:"Isi namung ingkang gantos. Data lami langsung ical.",fields:{name:"Asma",address:"Alamat",phone:"Nomer HP",email:"Surel"},remove:"Busak saking data kula",send:"Simpen dandosan",nothing:"Isi utawi pilih paling boten setunggal."},withdrawal:{title:"Tarik identitas kula",kept:"Cariyos, pesen, lan bukti tetep dipunsimpen. Ingkang dipunbusak boten saged wangsul; panjenengan namung saged maringi identitas malih.",ask:"Tarik identitas…",sure:"Inggih, musnahaken asma lan kontak kula"},request:{title:"Panyuwunan sanes bab data kula",hint:"Dipunwangsuli petugas salebetipun 3×24 jam (target layanan).",kind:"Kula kersa",kinds:{access:"Mirsani data kula",correction:"Ndandosi data kula",erasure:"Mbusak data kula",objection:"Keberatan data kula dipunagem",other:"Panyuwunan sanes"},text:"Panyuwunan panjenengan",send:"Kintun panyuwunan"}},history:{title:"Riwayat",by:"dening"},access:{title:"Sinten ingkang mbikak identitas panjenengan",none:"Dereng wonten ingkang mbikak."},papers:{title:"Surat Tanda Terima",pdf:"Undhuh Surat Tanda Terima (PDF)",record:"Undhuh berkas pengaduan kangge Ombudsman (PDF)",verify:"Priksa asli botenipun",failed:"Dereng saged dipunundhuh. Cobi malih."},withdrawal:{title:"Cabut pengaduan",hint:"Sasampunipun dipuncabut, pengaduan boten dipuntangani malih lan boten saged dipunbikak malih.",text:"Alesan",ask:"Cabut pengaduan…",sure:"Inggih, cabut pengaduan menika",keep:"Boten siyos"}}},Y=["name","address","phone","email"],L=["access","correction","erasure","objection","other"];function E(e){let{view:t,say:i}=e,{identityGiven:s,requests:r}=t.rights;return u`
<section aria-labelledby="rights-title">
<h3 id="rights-title">${i.rights.title}</h3>
<p class="hint">${i.rights.lead}</p>
${r.length>0?u`<ul class="line">${r.map(t=>function({say:e,unit:t},n){let{at:i,kindLabel:s,text:r,dueAt:d,overdue:o,answer:l}=n;return u`
<li class=${o?"late":""}>
<strong>${s}</strong>
<span class="hint">${a(i,t)}</span>
<p class="written">${r}</p>
${l?u`<p class="hint">
${l.granted?e.rights.granted:e.rights.refused}: ${l.by}, ${a(l.at,t)}
</p>
<p class="written quote">${l.text}</p>`:u`<p class="hint">${e.rights.due(a(d,t))}</p>
${o?u`<p class="problem">${e.clocks.overdue}</p>`:p}`}
</li>
`}(e,t))}</ul>`:p}
${t.rights.contacts.map(t=>function(e,{channel:t,label:n,state:i,until:s}){let{say:r,entries:d,enter:o,unit:l}=e,{title:c,hint:m,sent:g,digits:h,missing:b,confirm:k,send:y,again:$,confirmed:w}=r.rights.contact;if("confirmed"===i)return u`<p class="hint">✓ ${w(n)}</p>`;let f="awaited"===i&&null!==s,v=()=>{let e=d.digits.replace(/\D/g,"");return 6===e.length?[{act:"contact-confirmations",body:{channel:t,code:e}}]:b},j=[{act:"contact-codes",body:{channel:t}}];return u`
<details ?open=${f}>
<summary>${c(n)}</summary>
<p class="lead">${f?g(a(s,l)):m}</p>
${f?u`<div class="field">
<label for="digits-${t}">${h}</label>
<input
id="digits-${t}"
inputmode="numeric"
maxlength="9"
autocomplete="one-time-code"
aria-describedby="code-${t}-problem"
.value=${d.digits}
@input=${e=>o({digits:e.target.value})}
/>
</div>
${x(e,{form:`code-${t}`,label:k,requests:v})}`:p}
${x(e,{form:`contact-${t}`,label:f?$:y,isQuiet:f,requests:()=>j})}
</details>
`}(e,t))}
<details>
<summary>${i.rights.copy.title}</summary>
<p class="lead">${i.rights.copy.hint}</p>
<button type="button" @click=${()=>e.download("own-data.html",`${t.number}.html`)}>
${i.rights.copy.send}
</button>
</details>
${s?u`${function(e){let{say:a,entries:t,enter:i,unit:s}=e,{title:r,hint:d,fields:o,remove:l,send:c,nothing:m}=a.rights.correction,g=()=>{let e=Y.flatMap(e=>{let a=t.corrected[e]?.trim();return a?[[e,a]]:[]}),a=Object.fromEntries([...e,...t.removed.map(e=>[e,null])]);return Object.keys(a).length>0?[{act:"identity/correction",body:a}]:m};return u`
<details>
<summary>${r}</summary>
<p class="lead">${d}</p>
${Y.map(e=>u`
<div class="field">
<label for="correct-${e}">${o[e]}</label>
<input
id="correct-${e}"
type=${"email"===e?"email":"phone"===e?"tel":"text"}
maxlength=${s.form.limits[e]??p}
autocomplete="off"
.value=${t.corrected[e]??""}
@input=${a=>i({corrected:{...t.corrected,[e]:a.target.value}})}
/>
</div>
`)}
<fieldset>
<legend>${l}</legend>
${Y.slice(1).map(e=>u`
<label class="check">
<input
type="checkbox"
.checked=${t.removed.includes(e)}
@change=${()=>i({removed:n(t.removed,e)})}
/>
<span>${o[e]}</span>
</label>
`)}
</fieldset>
${x(e,{form:"correction",label:c,requests:g})}
</details>
`}(e)} ${function(e){let{title:a,kept:t,ask:n,sure:i}=e.say.rights.withdrawal,s={act:"identity/withdrawal",body:{understood:!0}};return u`
<details>
<summary>${a}</summary>
<p class="lead">${e.view.rights.withdrawalMeaning}</p>
<p class="lead">${t}</p>
${A(e,{form:"identityWithdrawal",ask:n,label:i,isDanger:!0,requests:()=>[s]})}
</details>
`}(e)}`:p} ${function(e){let{say:a,entries:t,enter:n,unit:i}=e,{title:s,hint:r,kind:d,kinds:o,text:l,send:p}=a.rights.request,c={name:"dataRequest",label:l,limit:i.form.limits.message,required:!0},m=()=>{let a=S(e,c);return"string"==typeof a?a:[{act:"data-requests",body:{kind:t.requestKind,text:a.text}}]};return u`
<details>
<summary>${s}</summary>
<p class="lead">${r}</p>
<fieldset>
<legend>${d}</legend>
${L.map(e=>u`
<label class="check">
<input
type="radio"
name="request-kind"
.checked=${t.requestKind===e}
@change=${()=>n({requestKind:e})}
/>
<span>${o[e]}</span>
</label>
`)}
</fieldset>
${j(e,c)} ${x(e,{form:"dataRequest",label:p,requests:m})}
</details>
`}(e)}
</section>
`}function R(e){let a=h(e),t=e=>{try{return e(sessionStorage)}catch{return}};return{recall:()=>t(e=>JSON.parse(e.getItem(a)??"null"))??void 0,remember:e=>t(t=>t.setItem(a,JSON.stringify(e))),forget:()=>t(e=>e.removeItem(a))}}var J={number:"",trackingCode:"",remember:!1},z=class extends g{constructor(){super(...arguments),this.memoryName="",this.entered=J,this.isOpening=!1,this.told="",this.round=0}static{this.styles=[k,W]}willUpdate(e){if(this.hasUpdated)return void(e.has("client")&&this.view&&this.refresh());this.entries=this.noEntries();let a=R(this.memoryName).recall();a&&(this.entered={...a,remember:!0},this.open())}render(){return u`
<p class="unseen" role="status">${this.told}</p>
${this.view?this.renderCase(this.view):this.renderSignIn()}
`}renderSignIn(){return function({say:e,entered:a,problem:t,isBusy:n,enter:i,submit:s}){let r=(e,n,s)=>u`
<div class="field">
<label for=${e}>${n}</label>
<p class="hint" id="${e}-hint">${s}</p>
<input
id=${e}
type="text"
autocomplete="off"
autocapitalize="characters"
spellcheck="false"
aria-required="true"
aria-invalid=${t?"true":p}
aria-describedby="${e}-hint sign-in-problem"
.value=${a[e]}
@input=${t=>i({...a,[e]:t.target.value})}
/>
</div>
`;return u`
<form novalidate @submit=${e=>{e.preventDefault(),s()}}>
<h2 tabindex="-1">${e.title}</h2>
<p class="lead">${e.lead}</p>
<div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!t}><p>${t}</p></div>
${r("number",e.number,e.numberHint)} ${r("trackingCode",e.code,e.codeHint)}
<label class="check remember">
<input
type="checkbox"
aria-describedby="remember-hint"
.checked=${a.remember}
@change=${()=>i({...a,remember:!a.remember})}
/>
<span>${e.remember}</span>
</label>
<p class="hint" id="remember-hint">${e.rememberHint}</p>
<button class="primary" part="primary" aria-disabled=${n?"true":p}>
${n?e.opening:e.open}
</button>
</form>
`}({say:this.say,messages:this.messages,entered:this.entered,problem:this.signInProblem,isBusy:this.isOpening,enter:e=>{this.entered=e},submit:()=>{this.open()}})}renderCase(t){let{say:n}=this,i=this.formOf(t);return t.destroyed?this.renderDestroyed(i):u`
<h2 tabindex="-1">${n.complaint(t.number)}</h2>
<p class="note" ?hidden=${""===this.told}>${this.told}</p>
${(({view:e,say:t,unit:n})=>u`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
<p class="meaning">${e.statusMeaning}</p>
<dl>
<div><dt>${t.about}</dt><dd>${e.subject}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${a(e.receivedAt,n)}</dd></div>
</dl>
</section>
`)(i)} ${(({view:e,say:t,unit:n})=>e.breachNotices.map(({at:e,text:i})=>u`<section class="asked">
<h3>${t.breach}</h3>
<p class="written">${i}</p>
<p class="hint">${a(e,n)}</p>
</section>`))(i)} ${function({view:{delay:e},say:t,unit:n}){return e?u`
<section class="asked">
<h3>${t.delay.title}</h3>
<ul class="line">
${e.clocks.map(({label:e,dueAt:a,newDate:i})=>u`<li class="late">
<strong>${e}: ${t.delay.was(f(a,n))}</strong>
${i?u`<span>${t.delay.now(f(i,n))}</span>`:p}
</li>`)}
</ul>
${0===e.explanations.length?u`<p>${t.delay.unexplained}</p>`:p}
${e.explanations.map(({at:e,by:t,reason:i})=>u`<p class="written quote">${i}</p>
<p class="hint">${t}, ${a(e,n)}</p>`)}
</section>
`:p}(i)} ${H(i)} ${function(e){let{view:a,say:t,unit:n}=e,{lapsed:i}=a;if(!i||!v(e,"reopening"))return p;let s={name:"reopening",label:t.reopening.text,limit:n.form.limits.message,required:!0};return u`
<section class="asked" aria-labelledby="reopening-title">
<h3 id="reopening-title">${t.reopening.title}</h3>
<p>${t.reopening.until(f(i.until,n))}</p>
<p class="written quote">${i.text}</p>
${j(e,{...s,rows:6})} ${x(e,{form:"reopening",label:t.reopening.send,requests:()=>{let a=S(e,s);return"string"==typeof a?a:[{act:"reopening",body:{text:a.text}}]}})}
</section>
`}(i)} ${P(i)} ${function({view:e,say:a}){let{grounded:t,declined:n}=e;return u`
${t?u`<section>
<h3>${a.grounded.title}</h3>
<p><strong>${t.wellFounded?a.grounded.yes:a.grounded.no}</strong></p>
<p class="written quote">${t.because}</p>
</section>`:p}
${n?u`<section class="answer">
<h3>${a.declined.title}</h3>
<p><strong>${n.reasonLabel}</strong></p>
<p class="written quote">${n.text}</p>
<p><strong>${a.declined.elsewhere}</strong></p>
<p class="written">${n.elsewhere}</p>
</section>`:p}
`}(i)}
${M(i)} ${function(e){let{view:t,say:n,unit:i}=e,s={name:"message",label:n.messages.text,limit:i.form.limits.message,required:!0};return u`
<section aria-labelledby="messages-title">
<h3 id="messages-title">${n.messages.title}</h3>
${0===t.messages.length?u`<p class="hint">${n.messages.none}</p>`:p}
<ol class="talk">
${t.messages.map(({from:e,by:t,at:s,text:r})=>u`
<li class=${e}>
<p class="hint"><strong>${"reporter"===e?n.messages.you:t}</strong>, ${a(s,i)}</p>
<p class="written">${r}</p>
</li>
`)}
</ol>
${v(e,"message")&&!t.completion?u`${j(e,s)} ${x(e,{form:"message",label:n.messages.send,requests:()=>{let a=S(e,s);return"string"==typeof a?a:[{act:"messages",body:{...a,completes:!1}}]}})}`:p}
</section>
`}(i)} ${function(a){let{say:t,view:n,unit:i,entries:s,download:r}=a;return u`
<section aria-labelledby="evidence-title">
<h3 id="evidence-title">${t.evidence.title}</h3>
${0===n.evidence.length?u`<p class="hint">${t.evidence.none}</p>`:p}
<ul class="files">
${n.evidence.map(({id:a,name:n,size:s,sha256:d,browserAgreed:o,available:l})=>u`
<li>
<div>
${n} <span class="hint">${e(s,i.language)}</span>
<details class="hint">
<summary>SHA-256 ${d.slice(0,8)}…${o?u`, ${t.evidence.agreed}`:p}</summary>
<code>${d}</code>
</details>
${l?p:u`<p class="hint">${t.evidence.infected}</p>`}
</div>
${l?u`<button
type="button"
class="plain"
aria-label="${t.evidence.download}: ${n}"
@click=${()=>r(`evidence/${a}`,n)}
>
${t.evidence.download}
</button>`:p}
</li>
`)}
</ul>
${v(a,"evidence")&&!n.completion&&i.form.evidence.maxFiles>0?u`<details>
<summary>${t.evidence.add}</summary>
${I(a)} ${x(a,{form:"evidence",label:t.evidence.send,requests:()=>{if(s.pendingUploads>0)return t.evidence.pending;let e=s.evidence.map(({id:e})=>e);return e.length>0?[{act:"evidence",body:{evidence:e}}]:t.evidence.nothing}})}
</details>`:p}
</section>
`}(i)} ${(({view:e,say:t,unit:n})=>u`
<section>
<h3>${t.history.title}</h3>
<ol class="line">
${[...e.history].reverse().map(({at:e,label:i,by:s,text:r})=>u`
<li>
<strong>${i}</strong>
<span class="hint">${a(e,n)}, ${t.history.by} ${s}</span>
${r?u`<p class="written quote">${r}</p>`:p}
</li>
`)}
</ol>
</section>
`)(i)}
${function({view:e,say:t,unit:n}){return"anonymous"===e.privacy&&0===e.identityAccess.length?p:u`
<section>
<h3>${t.access.title}</h3>
${0===e.identityAccess.length?u`<p class="hint">${t.access.none}</p>`:p}
<ul class="line">
${e.identityAccess.map(({at:e,role:t,groundLabel:i,reason:s})=>u`
<li>
<strong>${t}</strong>
<span class="hint">${a(e,n)}</span>
<p class="written">${i}: ${s}</p>
</li>
`)}
</ul>
</section>
`}(i)} ${function(e){let{say:a,view:t}=e;return!v(e,"identity")||t.completion?p:u`
<details>
<summary>${a.identity.title}</summary>
<p class="lead">${a.identity.hint}</p>
${N(e)} ${x(e,{form:"identity",label:a.identity.send,requests:()=>{let t=O(e);return t.length>0?t:a.identity.nothing}})}
</details>
`}(i)} ${E(i)} ${function(e){let{say:a,unit:t}=e;if(!v(e,"withdrawal"))return p;let n={name:"withdrawal",label:a.withdrawal.text,limit:t.form.limits.reason,required:!1};return u`
<details>
<summary>${a.withdrawal.title}</summary>
<p class="lead">${a.withdrawal.hint}</p>
${j(e,n)}
${A(e,{form:"withdrawal",ask:a.withdrawal.ask,label:a.withdrawal.sure,isDanger:!0,requests:()=>{let a=S(e,n);return"string"==typeof a?a:[{act:"withdrawal",body:a.text?{reason:a.text}:{}}]}})}
</details>
`}(i)}
<div class="actions foot">
<button type="button" @click=${()=>{this.download("receipt.pdf",`${t.number}.pdf`)}}>
${n.papers.pdf}
</button>
${t.record?u`<button type="button" @click=${()=>{this.download("record.pdf",`${t.number}-berkas.pdf`)}}>
${n.papers.record}
</button>`:p}
<a class="button" href=${t.verifyUrl} target="_blank" rel="noopener">
${n.papers.verify}<span class="unseen">(${this.messages.receipt.newTab})</span>
</a>
<button type="button" @click=${()=>{this.refresh()}}>${n.refresh}</button>
<button type="button" class="primary" @click=${this.signOut}>${n.close}</button>
</div>
`}renderDestroyed(e){let{say:t}=this;return u`
<h2 tabindex="-1">${t.complaint(e.view.number)}</h2>
${(({view:e,say:t,unit:n})=>u`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
${e.destroyed?u`<p class="meaning">${t.destroyed(f(e.destroyed.at,n),e.destroyed.record)}</p>`:p}
<dl>
<div><dt>${t.category}</dt><dd>${e.category.label}</dd></div>
<div><dt>${t.receivedAt}</dt><dd>${a(e.receivedAt,n)}</dd></div>
</dl>
</section>
`)(e)}
<div class="actions foot">
<button type="button" class="primary" @click=${this.signOut}>${t.close}</button>
</div>
`}formOf(e){let{unit:a,client:t,messages:n,say:i,entries:s,days:r,round:d,busy:o,confirming:l,problem:u}=this;return{view:e,unit:a,client:t,messages:n,say:i,entries:s,days:r,round:d,busy:o,confirming:l,problem:u,secret:this.credentials.trackingCode,today:(new Date).toLocaleDateString("sv",{timeZone:a.timeZone}),enter:e=>{this.entries={...this.entries,...e}},confirm:e=>{this.confirming=e},askForDays:()=>{this.askForDays()},perform:(e,a)=>{this.perform(e,a)},download:(e,a)=>{this.download(e,a)}}}get say(){return U[this.unit.language]}noEntries(){return{texts:{},later:[],stars:0,solved:void 0,evidence:[],pendingUploads:0,identity:{...t(this.unit),privacy:"named"},corrected:{},removed:[],requestKind:"access",digits:""}}get credentials(){let{number:e,trackingCode:a}=this.entered;return{number:e.trim(),trackingCode:a.trim()}}async open(){let{say:e,credentials:a}=this;if(this.isOpening)return;let t=a.number?a.trackingCode?void 0:e.code:e.number;if(this.signInProblem=t&&e.missing(t),t)return this.focusOn("#sign-in-problem");this.isOpening=!0;try{this.view=await this.client.follow(a);let e=R(this.memoryName);this.entered.remember?e.remember(a):e.forget(),await this.focusOn("h2")}catch(a){let t=y(a);this.signInProblem=404===t.status?e.notFound:$(t,this.messages),await this.focusOn("#sign-in-problem")}finally{this.isOpening=!1}}async refresh(){try{this.view=await this.client.follow(this.credentials),this.days=void 0,this.told=this.say.refreshed}catch(e){this.told=$(y(e),this.messages)}}async perform(e,a){if(!this.busy){if(this.told="","string"==typeof a)return this.refuse(e,a);this.problem=void 0,this.busy=e;try{for(let{act:e,body:t}of a)this.view=await this.client.act(this.credentials,e,await t),this.days=void 0,"evidence"===e&&(this.entries={...this.entries,evidence:[]});this.entries={...this.noEntries(),texts:{...this.entries.texts,[e]:""}},this.confirming=void 0,this.round+=1,this.told=this.say.sent,await this.focusOn("h2")}catch(a){await this.refuse(e,`${this.say.notSent} ${$(y(a),this.messages)}`)}finally{this.busy=void 0}}}refuse(e,a){return this.problem={form:e,sentence:a},this.focusOn(`#${e}-problem`)}async askForDays(){if(!this.days)try{this.days=JSON.parse(await(await this.client.download(this.credentials,"clocks")).text())}catch{this.days=null}}async download(e,a){try{i(await this.client.download(this.credentials,e),a)}catch{this.told=this.say.papers.failed}}signOut(){R(this.memoryName).forget(),this.entered=J,this.entries=this.noEntries(),this.view=void 0,this.days=void 0,this.told="",this.problem=void 0,this.focusOn("h2")}};l([m],z.prototype,"unit",2),l([m],z.prototype,"client",2),l([m],z.prototype,"messages",2),l([m],z.prototype,"memoryName",2),l([m],z.prototype,"entered",2),l([m],z.prototype,"view",2),l([m],z.prototype,"signInProblem",2),l([m],z.prototype,"isOpening",2),l([m],z.prototype,"entries",2),l([m],z.prototype,"busy",2),l([m],z.prototype,"confirming",2),l([m],z.prototype,"problem",2),l([m],z.prototype,"told",2),l([m],z.prototype,"round",2),l([m],z.prototype,"days",2),w("aduan-follow",z);
import{a as Y}from"./chunk-MG6Z6GIN.js";import{A as J,B as x,C as $,D as z,E as G,F as Q,G as Z,a as v,b as s,c as d,d as B,e as k,f as O,j as H,k as K,l as L,q as _,r as D,v as V,w as W,y as U}from"./aduan.js";var w=({view:e},n)=>e.acts.includes(n);function C({entries:e,enter:n,messages:t,problem:a,unit:i},r){let{name:o,label:m,hint:l,limit:p,required:g,rows:h=4}=r,u=e.texts[o]??"",c=a?.form===o,y=F=>F.toLocaleString(i.language);return s`
<div class="field">
<label for=${o}>
${m} ${g?d:s`<span class="optional">(${t.optional})</span>`}
</label>
${l?s`<p class="hint" id="${o}-hint">${l}</p>`:d}
<textarea
id=${o}
rows=${h}
autocomplete="off"
aria-required=${g?"true":d}
aria-invalid=${c?"true":d}
aria-describedby="${l?`${o}-hint`:""} ${o}-problem"
.value=${u}
@input=${F=>n({texts:{...e.texts,[o]:F.target.value}})}
></textarea>
${p?s`<p class=${u.length>p?"counter over":"counter"} aria-hidden="true">
${t.counter(y(u.length),y(p))}
</p>`:d}
</div>
`}function b({busy:e,problem:n,say:t,perform:a},{form:i,label:r,requests:o,isDanger:m,isQuiet:l}){let p=e===i;return s`
<p class="problem" id="${i}-problem" tabindex="-1" ?hidden=${n?.form!==i}>${n?.sentence}</p>
<button
type="button"
class=${m?"danger":l?"":"primary"}
aria-disabled=${p?"true":d}
@click=${()=>a(i,o())}
>
${p?t.sending:r}
</button>
`}function A(e,{ask:n,...t}){return e.confirming!==t.form?s`<button type="button" @click=${()=>e.confirm(t.form)}>${n}</button>`:s`
<div class="actions">
${b(e,t)}
<button type="button" @click=${()=>e.confirm(void 0)}>${e.say.withdrawal.keep}</button>
</div>
`}function S({entries:e,say:n,messages:t,unit:a},i){let r=e.texts[i.name]?.trim()??"";return!r&&i.required?n.missing(i.label):i.limit&&r.length>i.limit?t.problems.tooLong(i.label,i.limit.toLocaleString(a.language)):{text:r}}function X(e){let{view:n,say:t,unit:a,entries:i,enter:r}=e;if(n.rating)return s`<p class="note">${t.rating.given(n.rating.stars)}</p>
${n.unsatisfied?s`<p class="note asked" role="status">${n.unsatisfied.text}</p>`:d}`;if(!w(e,"rating"))return d;let o={name:"rating",label:t.rating.text,limit:a.form.limits.reason,required:!1},m=()=>{let p=S(e,o);if(typeof p=="string")return p;let{stars:g,solved:h}=i;return g===0||h===void 0?t.rating.pick:[{act:"rating",body:{stars:g,solved:h,...p.text&&p}}]},l=(p,g,h,u)=>s`
<label class="check">
<input type="radio" name=${p} .checked=${h} @change=${u} />
<span>${g}</span>
</label>
`;return s`
<section aria-labelledby="rating-title">
<h3 id="rating-title">${t.rating.title}</h3>
<fieldset>
<legend>${t.rating.solved}</legend>
${l("solved",t.rating.yes,i.solved===!0,()=>r({solved:!0}))}
${l("solved",t.rating.no,i.solved===!1,()=>r({solved:!1}))}
</fieldset>
<fieldset>
<legend>${t.rating.stars}</legend>
${[1,2,3,4,5].map(p=>l("stars",t.rating.star(p),i.stars===p,()=>r({stars:p})))}
</fieldset>
${C(e,o)} ${b(e,{form:"rating",label:t.rating.send,requests:m})}
</section>
`}function ee(e){let{view:n,say:t,unit:a}=e,{answer:i}=n;return s`
${i?s`<section class="answer" part="answer" aria-labelledby="answer-title">
<h3 id="answer-title">${t.answer.title}</h3>
<p><strong>${t.answer.outcome}: ${i.outcomeLabel}</strong></p>
<p class="written quote">${i.text}</p>
<p class="hint">${t.answer.by} ${i.by}, ${$(i.at,a)}</p>
${w(e,"acceptance")?qe(e):d}
${w(e,"objection")?Te(e):d}
</section>`:d}
${X(e)}
`}var qe=e=>{let{accept:n,acceptMeaning:t,acceptSure:a}=e.say.answer;return s`
<div class="choice">
<p class="hint">${t}</p>
${A(e,{form:"acceptance",ask:n,label:a,requests:()=>[{act:"acceptance",body:{}}]})}
</div>
`};function Te(e){let{view:n,say:t,unit:a}=e,i={name:"objection",label:t.answer.objection,hint:t.answer.objectionHint,limit:a.form.limits.message,required:!0},r=()=>{let o=S(e,i);return typeof o=="string"?o:[{act:"objection",body:o}]};return s`
<details ?open=${n.unsatisfied?.objection??!1}>
<summary>${t.answer.objection}</summary>
${C(e,i)} ${b(e,{form:"objection",label:t.answer.object,requests:r})}
</details>
`}var te=e=>(...n)=>({_$litDirective$:e,values:n}),R=class{constructor(n){}get _$AU(){return this._$AM._$AU}_$AT(n,t,a){this._$Ct=n,this._$AM=t,this._$Ci=a}_$AS(n,t){return this.update(n,t)}update(n,t){return this.render(...t)}};var{I:nt}=B;var _e={},ne=(e,n=_e)=>e._$AH=n;var ae=te(class extends R{constructor(){super(...arguments),this.key=d}render(e,n){return this.key=e,n}update(e,[n,t]){return n!==this.key&&(ne(e),this.key=n),t}});var N=({unit:e,client:n,enter:t,entries:a,round:i})=>ae(i,s`<aduan-evidence
.limits=${e.form.evidence}
.language=${e.language}
.held=${a.evidence}
.client=${n}
@evidence-changed=${({detail:r})=>t({evidence:r.held,pendingUploads:r.pending})}
></aduan-evidence>`);function ie(e){let{say:n,view:t,unit:a,entries:i,download:r}=e,o=()=>{if(i.pendingUploads>0)return n.evidence.pending;let m=i.evidence.map(({id:l})=>l);return m.length>0?[{act:"evidence",body:{evidence:m}}]:n.evidence.nothing};return s`
<section aria-labelledby="evidence-title">
<h3 id="evidence-title">${n.evidence.title}</h3>
${t.evidence.length===0?s`<p class="hint">${n.evidence.none}</p>`:d}
<ul class="files">
${t.evidence.map(({id:m,name:l,size:p,sha256:g,browserAgreed:h,available:u})=>s`
<li>
<div>
${l} <span class="hint">${Y(p,a.language)}</span>
<details class="hint">
<summary>SHA-256 ${g.slice(0,8)}…${h?s`, ${n.evidence.agreed}`:d}</summary>
<code>${g}</code>
</details>
${u?d:s`<p class="hint">${n.evidence.infected}</p>`}
</div>
${u?s`<button
type="button"
class="plain"
aria-label="${n.evidence.download}: ${l}"
@click=${()=>r(`evidence/${m}`,l)}
>
${n.evidence.download}
</button>`:d}
</li>
`)}
</ul>
${w(e,"evidence")&&!t.completion&&a.form.evidence.maxFiles>0?s`<details>
<summary>${n.evidence.add}</summary>
${N(e)} ${b(e,{form:"evidence",label:n.evidence.send,requests:o})}
</details>`:d}
</section>
`}var De=({entries:e,unit:n})=>z("identity",e.identity,n).map(t=>({...t,required:!1})),E=e=>{let{messages:n,unit:t,entries:a,today:i,enter:r}=e,o={messages:n,unit:t,today:i,draft:a.identity,problems:{},change:m=>r({identity:m})};return De(e).map(m=>Z(o,m))};function P({entries:e,unit:n,messages:t,today:a}){let i={unit:n,messages:t,today:a,pendingUploads:0},o=Object.entries(G("identity",e.identity,i)).find(([l])=>e.identity.texts[l]?.trim());if(o)return o[1];let{reporter:m}=Q(e.identity,n);return m?[{act:"identity",body:{reporter:m}}]:[]}function se(e){let{say:n,view:t}=e;if(!w(e,"identity")||t.completion)return d;let a=()=>{let i=P(e);return i.length>0?i:n.identity.nothing};return s`
<details>
<summary>${n.identity.title}</summary>
<p class="lead">${n.identity.hint}</p>
${E(e)} ${b(e,{form:"identity",label:n.identity.send,requests:a})}
</details>
`}function re(e){let{view:n,say:t,unit:a,messages:i}=e,{completion:r}=n;if(!r)return d;let o={name:"completion",label:t.completion.text,limit:a.form.limits.message,required:!0},m=w(e,"identity")&&r.items.some(c=>c==="identity"||c==="contact"),{later:l}=e.entries,p=r.items.filter(c=>!r.brought.includes(c)),g=p.filter(c=>!l.includes(c)),h=()=>{let c=S(e,o);if(typeof c=="string")return c;if(e.entries.pendingUploads>0)return t.evidence.pending;let y=m?P(e):[];if(typeof y=="string")return y;let F=e.entries.evidence.map(({id:M})=>M);return[...F.length>0?[{act:"evidence",body:{evidence:F}}]:[],...y,{act:"messages",body:{text:c.text,completes:!0,brings:g}}]},u=c=>e.enter({later:l.includes(c)?l.filter(y=>y!==c):[...l,c]});return s`
<section class="asked" part="completion" aria-labelledby="completion-title">
<h3 id="completion-title">${t.completion.title}</h3>
<p class="written quote">${r.text}</p>
<fieldset>
<legend>${t.completion.brings}</legend>
${p.map(c=>s`<label class="check">
<input type="checkbox" .checked=${!l.includes(c)} @change=${()=>u(c)} />
<span>${t.completion.asked[c]}</span>
</label>`)}
</fieldset>
${r.brought.length>0?s`<p class="hint">${t.completion.brought}: ${r.brought.map(c=>t.completion.asked[c]).join(", ")}</p>`:d}
<p>
<strong>${t.completion.until(x(r.until,a))}</strong> ${t.completion.paused}
</p>
${C(e,{...o,rows:6})}
${w(e,"evidence")?s`<details ?open=${r.items.includes("evidence")}>
<summary>${t.evidence.add} <span class="optional">(${i.optional})</span></summary>
${N(e)}
</details>`:d}
${m?E(e):d}
${b(e,{form:"completion",label:t.completion.send,requests:h})}
</section>
`}function oe({view:{delay:e},say:n,unit:t}){return e?s`
<section class="asked">
<h3>${n.delay.title}</h3>
<ul class="line">
${e.clocks.map(({label:a,dueAt:i,newDate:r})=>s`<li class="late">
<strong>${a}: ${n.delay.was(x(i,t))}</strong>
${r?s`<span>${n.delay.now(x(r,t))}</span>`:d}
</li>`)}
</ul>
${e.explanations.length===0?s`<p>${n.delay.unexplained}</p>`:d}
${e.explanations.map(({at:a,by:i,reason:r})=>s`<p class="written quote">${r}</p>
<p class="hint">${i}, ${$(a,t)}</p>`)}
</section>
`:d}function de(e){let{view:n,say:t,unit:a}=e;if(n.clocks.length===0)return d;let i=({stoppedAt:r,pausedAt:o,dueAt:m})=>r?t.clocks.done(x(r,a)):o?t.clocks.paused(x(o,a)):t.clocks.due(x(m,a));return s`
<section>
<h3>${t.clocks.title}</h3>
<ul class="line">
${n.clocks.map((r,o)=>s`
<li class=${r.overdue?"late":""}>
<strong>${r.label}: ${i(r)}</strong>
${r.overdue?s`<span class="problem">${t.clocks.overdue}</span>`:d}
<span class="hint">${r.explanation} ${r.basis}.</span>
${Re(e,o)}
</li>
`)}
</ul>
</section>
`}function Re({days:e,askForDays:n,say:t},a){let i=e?.clocks[a];return i?.groups.length===0?d:s`<details @toggle=${n}>
<summary>${t.clocks.dayByDay}</summary>
${e===null?s`<p class="problem">${t.clocks.daysFailed}</p>`:d}
${i?s`<dl class="days">${i.groups.map(({when:r,what:o,kind:m})=>s`<div class=${m}><dt>${r}</dt><dd>${o}</dd></div>`)}</dl>`:d}
</details>`}var le=K`section,.status{margin-bottom:1.75rem}h3{margin-bottom:.6rem}.remember{margin-top:-.5rem}form>.hint{margin-bottom:1.25rem}.status,.answer{padding:1.1rem 1.25rem;background:var(--_soft);border-radius:var(--_radius);border-inline-start:5px solid var(--_accent)}.badge{font-size:1.2rem;font-weight:700;color:var(--_accent)}.status .meaning{margin:.15rem 0 .9rem;font-size:1rem}dl{display:grid;gap:.5rem}.days{gap:0;margin-top:.5rem}.days div{display:flex;flex-wrap:wrap;gap:0 1rem;padding-block:.3rem;border-top:1px solid var(--_border)}.days dt{flex:0 0 11rem}.days .counted,.days .added{font-weight:600}.asked{padding:1.25rem;color:inherit;background:var(--_warn-soft);border:2px solid var(--_warn);border-radius:var(--_radius)}.asked .hint,.asked .counter,.asked .optional{color:inherit}.asked>ul{margin-bottom:.75rem;padding-inline-start:1.3rem;font-weight:600}.asked>ul.line{padding-inline-start:0}.asked>p{margin-bottom:.9rem}.quote{margin:.4rem 0 .6rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--_border)}.choice{margin:1rem 0}.choice .hint{margin-bottom:.5rem}.answer details{margin:1rem 0 0;background:var(--_surface)}details>:nth-child(2){margin-top:.9rem}.line,.talk,.files{display:grid;gap:.9rem;list-style:none}.line li{padding-inline-start:.9rem;border-inline-start:3px solid var(--_line)}.line strong,.line span{display:block}.line .late{border-color:var(--_danger)}.talk{margin:.6rem 0 1.25rem}.talk li{max-width:90%;padding:.7rem 1rem;background:var(--_soft);border-radius:var(--_radius);border:1px solid var(--_line)}.talk .reporter{justify-self:end;border-color:var(--_accent)}.files{gap:.25rem;margin-bottom:.75rem}.files li{display:flex;align-items:center;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--_line)}.files code{word-break:break-all}.foot{padding-top:1.25rem;border-top:1px solid var(--_line)}`;var ce={title:"Follow a complaint",lead:"Enter the complaint number and the tracking code that you got when you complained.",number:"Complaint number",numberHint:"Example: BO-2026-000123.",code:"Tracking code",codeHint:"The code that was shown after the complaint was sent.",remember:"Remember in this tab, so that I need not type it again",rememberHint:"Do not tick this on somebody else’s phone or computer.",open:"Show the complaint",opening:"Opening…",missing:e=>`${e} is not filled in.`,notFound:"Number or code do not match. Check both, letter by letter.",refresh:"Refresh",refreshed:"Up to date.",close:"Close this complaint",complaint:e=>`Complaint ${e}`,status:"Status",about:"About",category:"Category",destroyed:(e,n)=>`Its time was over. On ${e} the complaint, your identity and the evidence were destroyed under record ${n}. Nobody can read them any more, the office included.`,receivedAt:"Received",sent:"Sent. Thank you.",sending:"Sending…",notSent:"Not sent. What you wrote is still here.",completion:{title:"What you need to complete",asked:{what_happened:"What happened",when_it_happened:"When it happened",where_it_happened:"Where it happened",who_was_involved:"Who was involved",evidence:"Supporting evidence",identity:"Your identity",contact:"A contact that can be reached",other:"Something else, as explained below"},until:e=>`Complete it by ${e}. After that the complaint counts as withdrawn.`,brings:"Tick what you bring now",brought:"Received already",paused:"While we wait for you, the office’s deadlines stand still.",text:"What you add",send:"Send the completion"},answer:{title:"The office’s answer",outcome:"Outcome",by:"By",accept:"I accept this answer",acceptMeaning:"The complaint is then closed and cannot be opened again.",acceptSure:"Yes, close it",objection:"Object to the answer",objectionHint:"Somebody other than the one who answered reviews it. Write what you think is not right.",object:"Send the objection"},breach:"Notice about your personal data",grounded:{title:"Judgement on a complaint without identity",yes:"Found to be well founded.",no:"Not found to be well founded yet."},declined:{title:"Why it cannot be followed up",elsewhere:"Where you can go instead"},rating:{title:"Is the matter solved?",stars:"How satisfied are you?",star:e=>["1, very bad","2, bad","3, fair","4, good","5, very good"][e-1]??"",solved:"Is your problem solved?",yes:"Yes, it is",no:"Not yet",text:"Remarks",send:"Send the rating",pick:"Choose a rating, and whether your problem is solved.",given:e=>`Your rating: ${e} of 5. Thank you.`},delay:{title:"Late",was:e=>`was due on ${e}`,now:e=>`Now promised for ${e}.`,unexplained:"No explanation yet. The office is asked for one; your complaint is still being handled."},reopening:{title:"Complete it and reopen",until:e=>`This complaint was taken as withdrawn because it was not completed. Until ${e} you can still complete it; evidence can be added once it is open.`,text:"What was asked for above",send:"Send and reopen"},clocks:{title:"Deadlines",due:e=>`no later than ${e}`,done:e=>`done ${e}`,paused:e=>`paused since ${e}`,overdue:"Overdue",dayByDay:"Day by day",daysFailed:"The count could not be loaded. Close it, then open it again."},messages:{title:"Messages",none:"No messages yet.",you:"You",text:"Write to the officer",send:"Send the message"},evidence:{title:"Evidence",none:"No evidence.",agreed:"browser and service agree",infected:"Malware was found in this file, so officers do not open it. Please send it in another form, such as a photo.",download:"Download",add:"Add evidence",send:"Add to the complaint",nothing:"Choose a file first.",pending:"Wait until the upload is done, or remove the file that failed."},identity:{title:"Add your identity",hint:"This complaint bears no identity. Adding one can help. You can withdraw it later, but what officers have read cannot be forgotten.",send:"Send the identity",nothing:"Fill in at least one."},rights:{title:"Your rights over your data",lead:"You can see, correct and withdraw your data without giving a reason.",granted:"Granted",refused:"Not granted",due:e=>`Answered by ${e} (service target).`,contact:{title:e=>`Confirm that news by ${e} reaches you`,hint:"Not required. We send a code of six digits to the contact that you gave; enter it here.",sent:e=>`A code was sent and is good until ${e}.`,digits:"Six-digit code",missing:"Enter the six digits of the message that you got.",confirm:"Confirm",send:"Send a code",again:"Send a new code",confirmed:e=>`News by ${e} is confirmed to reach you.`},copy:{title:"A copy of my data",hint:"All that the office keeps about you, in one file. Keep it on a device of your own: it holds your name and contact.",send:"Download the copy"},correction:{title:"Correct identity or contact",hint:"Fill in only what has changed. What was there before is gone at once.",fields:{name:"Name",address:"Address",phone:"Phone",email:"E-mail"},remove:"Remove from my data",send:"Save the correction",nothing:"Fill in or choose at least one."},withdrawal:{title:"Withdraw my identity",kept:"Your account, messages and evidence are kept. What is erased cannot come back; you can only give an identity again.",ask:"Withdraw identity…",sure:"Yes, destroy my name and contact"},request:{title:"Another request about my data",hint:"An officer answers within 3×24 hours (service target).",kind:"I want",kinds:{access:"To see my data",correction:"To correct my data",erasure:"To erase my data",objection:"To object to how my data is used",other:"Another request"},text:"Your request",send:"Send the request"}},history:{title:"History",by:"by"},access:{title:"Who opened your identity",none:"Nobody has opened it."},papers:{title:"Receipt",pdf:"Download the receipt (PDF)",record:"Download the record for the Ombudsman (PDF)",verify:"Check that it is genuine",failed:"Could not be downloaded. Try again."},withdrawal:{title:"Withdraw the complaint",hint:"A withdrawn complaint is not handled any more and cannot be opened again.",text:"Reason",ask:"Withdraw the complaint…",sure:"Yes, withdraw this complaint",keep:"Cancel"}};var je={what_happened:"Uraian kejadian",when_it_happened:"Waktu kejadian",where_it_happened:"Tempat kejadian",who_was_involved:"Siapa yang terlibat",evidence:"Bukti pendukung",identity:"Identitas Anda",contact:"Kontak yang dapat dihubungi",other:"Lainnya, seperti dijelaskan di bawah"},Me={access:"Melihat data saya",correction:"Memperbaiki data saya",erasure:"Menghapus data saya",objection:"Keberatan atas pemakaian data saya",other:"Permintaan lain"},me={title:"Pantau pengaduan",lead:"Masukkan nomor pengaduan dan kode lacak yang Anda terima saat mengadu.",number:"Nomor pengaduan",numberHint:"Contoh: BO-2026-000123.",code:"Kode lacak",codeHint:"Kode yang ditampilkan setelah pengaduan terkirim.",remember:"Ingat di tab ini, supaya tidak perlu mengetik lagi",rememberHint:"Jangan dicentang di HP atau komputer milik orang lain.",open:"Lihat pengaduan",opening:"Membuka…",missing:e=>`${e} belum diisi.`,notFound:"Nomor atau kode tidak cocok. Periksa lagi keduanya, huruf demi huruf.",refresh:"Perbarui",refreshed:"Sudah diperbarui.",close:"Tutup pengaduan ini",complaint:e=>`Pengaduan ${e}`,status:"Status",about:"Tentang",category:"Kategori",receivedAt:"Diterima",destroyed:(e,n)=>`Masa simpannya habis. Pada ${e} isi pengaduan, identitas Anda, dan bukti dimusnahkan menurut berita acara ${n}. Tidak ada yang dapat membacanya lagi, termasuk kantor.`,sent:"Terkirim. Terima kasih.",sending:"Mengirim…",notSent:"Belum terkirim. Yang Anda tulis masih ada.",completion:{title:"Yang perlu Anda lengkapi",asked:je,until:e=>`Lengkapi paling lambat ${e}. Setelah itu pengaduan dianggap dicabut.`,brings:"Centang yang Anda bawa sekarang",brought:"Sudah diterima",paused:"Selama menunggu Anda, batas waktu kantor berhenti.",text:"Keterangan tambahan",send:"Kirim kelengkapan"},answer:{title:"Jawaban kantor",outcome:"Hasil",by:"Oleh",accept:"Saya menerima jawaban ini",acceptMeaning:"Pengaduan selesai dan tidak dapat dibuka lagi.",acceptSure:"Ya, selesaikan",objection:"Sampaikan keberatan",objectionHint:"Keberatan ditinjau pejabat lain, bukan yang menjawab. Tulis apa yang menurut Anda belum benar.",object:"Kirim keberatan"},breach:"Pemberitahuan tentang data pribadi Anda",grounded:{title:"Penilaian pengaduan tanpa identitas",yes:"Dinilai beralasan.",no:"Belum dinilai beralasan."},declined:{title:"Mengapa tidak dapat ditindaklanjuti",elsewhere:"Ke mana Anda dapat melanjutkan"},rating:{title:"Apakah masalahnya selesai?",stars:"Seberapa puas Anda?",star:e=>["1, sangat buruk","2, buruk","3, cukup","4, baik","5, sangat baik"][e-1]??"",solved:"Apakah masalah Anda selesai?",yes:"Ya, selesai",no:"Belum",text:"Catatan",send:"Kirim penilaian",pick:"Pilih nilai, dan apakah masalah Anda selesai.",given:e=>`Penilaian Anda: ${e} dari 5. Terima kasih.`},delay:{title:"Terlambat",was:e=>`seharusnya ${e}`,now:e=>`Sekarang dijanjikan ${e}.`,unexplained:"Belum ada penjelasan. Kantor diminta menjelaskannya; pengaduan Anda tetap ditangani."},reopening:{title:"Lengkapi dan buka kembali",until:e=>`Pengaduan ini dianggap dicabut karena tidak dilengkapi. Sampai ${e} Anda masih dapat melengkapinya; bukti dapat disertakan setelah terbuka.`,text:"Yang diminta di atas",send:"Kirim dan buka kembali"},clocks:{title:"Batas waktu",due:e=>`paling lambat ${e}`,done:e=>`selesai ${e}`,paused:e=>`berhenti sementara sejak ${e}`,overdue:"Lewat batas waktu",dayByDay:"Hari demi hari",daysFailed:"Hitungannya belum dapat dimuat. Tutup, lalu buka lagi."},messages:{title:"Pesan",none:"Belum ada pesan.",you:"Anda",text:"Tulis pesan kepada petugas",send:"Kirim pesan"},evidence:{title:"Bukti",none:"Tidak ada bukti.",agreed:"peramban dan layanan cocok",infected:"Program berbahaya ditemukan dalam berkas ini, jadi petugas tidak membukanya. Kirim lagi dalam bentuk lain, misalnya foto.",download:"Unduh",add:"Tambahkan bukti",send:"Sertakan ke pengaduan",nothing:"Pilih berkas lebih dulu.",pending:"Tunggu sampai unggahan selesai, atau hapus berkas yang gagal."},identity:{title:"Tambahkan identitas",hint:"Pengaduan ini tanpa identitas. Menambahkannya dapat membantu. Anda dapat menariknya nanti, tetapi yang sudah dibaca petugas tidak dapat dilupakan.",send:"Kirim identitas",nothing:"Isi setidaknya satu."},rights:{title:"Hak Anda atas data",lead:"Anda dapat melihat, memperbaiki, dan menarik data Anda tanpa alasan.",granted:"Dipenuhi",refused:"Tidak dipenuhi",due:e=>`Dijawab paling lambat ${e} (target layanan).`,contact:{title:e=>`Pastikan kabar lewat ${e} sampai`,hint:"Tidak wajib. Kami kirim kode enam angka ke kontak yang Anda berikan; isikan kode itu di sini.",sent:e=>`Kode sudah dikirim dan berlaku sampai ${e}.`,digits:"Kode enam angka",missing:"Isi enam angka dari pesan yang Anda terima.",confirm:"Pastikan",send:"Kirim kode",again:"Kirim kode baru",confirmed:e=>`Kabar lewat ${e} sudah dipastikan sampai kepada Anda.`},copy:{title:"Salinan data saya",hint:"Semua yang kantor simpan tentang Anda, dalam satu berkas. Simpan di perangkat Anda sendiri: isinya nama dan kontak Anda.",send:"Unduh salinan data"},correction:{title:"Perbaiki identitas atau kontak",hint:"Isi hanya yang berubah. Data lama langsung hilang.",fields:{name:"Nama",address:"Alamat",phone:"Nomor HP",email:"Surel"},remove:"Hapus dari data saya",send:"Simpan perbaikan",nothing:"Isi atau pilih setidaknya satu."},withdrawal:{title:"Tarik identitas saya",kept:"Uraian, pesan, dan bukti Anda tetap disimpan. Yang dihapus tidak dapat dikembalikan; Anda hanya dapat memberikan identitas lagi.",ask:"Tarik identitas…",sure:"Ya, musnahkan nama dan kontak saya"},request:{title:"Permintaan lain tentang data saya",hint:"Dijawab petugas dalam 3×24 jam (target layanan).",kind:"Saya ingin",kinds:Me,text:"Permintaan Anda",send:"Kirim permintaan"}},history:{title:"Riwayat",by:"oleh"},access:{title:"Siapa yang membuka identitas Anda",none:"Belum ada yang membukanya."},papers:{title:"Tanda terima",pdf:"Unduh tanda terima (PDF)",record:"Unduh berkas pengaduan untuk Ombudsman (PDF)",verify:"Periksa keasliannya",failed:"Belum dapat diunduh. Coba lagi."},withdrawal:{title:"Cabut pengaduan",hint:"Setelah dicabut, pengaduan tidak ditangani lagi dan tidak dapat dibuka kembali.",text:"Alasan",ask:"Cabut pengaduan…",sure:"Ya, cabut pengaduan ini",keep:"Batal"}};var pe={id:me,en:ce};var I=["name","address","phone","email"],Ne=["access","correction","erasure","objection","other"];function ue(e){let{view:n,say:t}=e,{identityGiven:a,requests:i}=n.rights;return s`
<section aria-labelledby="rights-title">
<h3 id="rights-title">${t.rights.title}</h3>
<p class="hint">${t.rights.lead}</p>
${i.length>0?s`<ul class="line">${i.map(r=>Ee(e,r))}</ul>`:d}
${n.rights.contacts.map(r=>Pe(e,r))}
<details>
<summary>${t.rights.copy.title}</summary>
<p class="lead">${t.rights.copy.hint}</p>
<button type="button" @click=${()=>e.download("own-data.html",`${n.number}.html`)}>
${t.rights.copy.send}
</button>
</details>
${a?s`${Ie(e)} ${Be(e)}`:d} ${Oe(e)}
</section>
`}function Ee({say:e,unit:n},t){let{at:a,kindLabel:i,text:r,dueAt:o,overdue:m,answer:l}=t;return s`
<li class=${m?"late":""}>
<strong>${i}</strong>
<span class="hint">${$(a,n)}</span>
<p class="written">${r}</p>
${l?s`<p class="hint">
${l.granted?e.rights.granted:e.rights.refused}: ${l.by}, ${$(l.at,n)}
</p>
<p class="written quote">${l.text}</p>`:s`<p class="hint">${e.rights.due($(o,n))}</p>
${m?s`<p class="problem">${e.clocks.overdue}</p>`:d}`}
</li>
`}function Pe(e,{channel:n,label:t,state:a,until:i}){let{say:r,entries:o,enter:m,unit:l}=e,{title:p,hint:g,sent:h,digits:u,missing:c,confirm:y,send:F,again:M,confirmed:Se}=r.rights.contact;if(a==="confirmed")return s`<p class="hint">✓ ${Se(t)}</p>`;let q=a==="awaited"&&i!==null,Fe=()=>{let T=o.digits.replace(/\D/g,"");return T.length===6?[{act:"contact-confirmations",body:{channel:n,code:T}}]:c},Ae=[{act:"contact-codes",body:{channel:n}}];return s`
<details ?open=${q}>
<summary>${p(t)}</summary>
<p class="lead">${q?h($(i,l)):g}</p>
${q?s`<div class="field">
<label for="digits-${n}">${u}</label>
<input
id="digits-${n}"
inputmode="numeric"
maxlength="9"
autocomplete="one-time-code"
aria-describedby="code-${n}-problem"
.value=${o.digits}
@input=${T=>m({digits:T.target.value})}
/>
</div>
${b(e,{form:`code-${n}`,label:y,requests:Fe})}`:d}
${b(e,{form:`contact-${n}`,label:q?M:F,isQuiet:q,requests:()=>Ae})}
</details>
`}function Ie(e){let{say:n,entries:t,enter:a,unit:i}=e,{title:r,hint:o,fields:m,remove:l,send:p,nothing:g}=n.rights.correction,h=()=>{let u=I.flatMap(y=>{let F=t.corrected[y]?.trim();return F?[[y,F]]:[]}),c=Object.fromEntries([...u,...t.removed.map(y=>[y,null])]);return Object.keys(c).length>0?[{act:"identity/correction",body:c}]:g};return s`
<details>
<summary>${r}</summary>
<p class="lead">${o}</p>
${I.map(u=>s`
<div class="field">
<label for="correct-${u}">${m[u]}</label>
<input
id="correct-${u}"
type=${u==="email"?"email":u==="phone"?"tel":"text"}
maxlength=${i.form.limits[u]??d}
autocomplete="off"
.value=${t.corrected[u]??""}
@input=${c=>a({corrected:{...t.corrected,[u]:c.target.value}})}
/>
</div>
`)}
<fieldset>
<legend>${l}</legend>
${I.slice(1).map(u=>s`
<label class="check">
<input
type="checkbox"
.checked=${t.removed.includes(u)}
@change=${()=>a({removed:U(t.removed,u)})}
/>
<span>${m[u]}</span>
</label>
`)}
</fieldset>
${b(e,{form:"correction",label:p,requests:h})}
</details>
`}function Be(e){let{title:n,kept:t,ask:a,sure:i}=e.say.rights.withdrawal,r={act:"identity/withdrawal",body:{understood:!0}};return s`
<details>
<summary>${n}</summary>
<p class="lead">${e.view.rights.withdrawalMeaning}</p>
<p class="lead">${t}</p>
${A(e,{form:"identityWithdrawal",ask:a,label:i,isDanger:!0,requests:()=>[r]})}
</details>
`}function Oe(e){let{say:n,entries:t,enter:a,unit:i}=e,{title:r,hint:o,kind:m,kinds:l,text:p,send:g}=n.rights.request,h={name:"dataRequest",label:p,limit:i.form.limits.message,required:!0},u=()=>{let c=S(e,h);return typeof c=="string"?c:[{act:"data-requests",body:{kind:t.requestKind,text:c.text}}]};return s`
<details>
<summary>${r}</summary>
<p class="lead">${o}</p>
<fieldset>
<legend>${m}</legend>
${Ne.map(c=>s`
<label class="check">
<input
type="radio"
name="request-kind"
.checked=${t.requestKind===c}
@change=${()=>a({requestKind:c})}
/>
<span>${l[c]}</span>
</label>
`)}
</fieldset>
${C(e,h)} ${b(e,{form:"dataRequest",label:g,requests:u})}
</details>
`}function ge({say:e,entered:n,problem:t,isBusy:a,enter:i,submit:r}){let o=(l,p,g)=>s`
<div class="field">
<label for=${l}>${p}</label>
<p class="hint" id="${l}-hint">${g}</p>
<input
id=${l}
type="text"
autocomplete="off"
autocapitalize="characters"
spellcheck="false"
aria-required="true"
aria-invalid=${t?"true":d}
aria-describedby="${l}-hint sign-in-problem"
.value=${n[l]}
@input=${h=>i({...n,[l]:h.target.value})}
/>
</div>
`;return s`
<form novalidate @submit=${l=>{l.preventDefault(),r()}}>
<h2 tabindex="-1">${e.title}</h2>
<p class="lead">${e.lead}</p>
<div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!t}><p>${t}</p></div>
${o("number",e.number,e.numberHint)} ${o("trackingCode",e.code,e.codeHint)}
<label class="check remember">
<input
type="checkbox"
aria-describedby="remember-hint"
.checked=${n.remember}
@change=${()=>i({...n,remember:!n.remember})}
/>
<span>${e.remember}</span>
</label>
<p class="hint" id="remember-hint">${e.rememberHint}</p>
<button class="primary" part="primary" aria-disabled=${a?"true":d}>
${a?e.opening:e.open}
</button>
</form>
`}function j(e){let n=H(e),t=a=>{try{return a(sessionStorage)}catch{return}};return{recall:()=>t(a=>JSON.parse(a.getItem(n)??"null"))??void 0,remember:a=>t(i=>i.setItem(n,JSON.stringify(a))),forget:()=>t(a=>a.removeItem(n))}}var he=({view:e,say:n,unit:t})=>s`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
<p class="meaning">${e.statusMeaning}</p>
<dl>
<div><dt>${n.about}</dt><dd>${e.subject}</dd></div>
<div><dt>${n.receivedAt}</dt><dd>${$(e.receivedAt,t)}</dd></div>
</dl>
</section>
`,ye=({view:e,say:n,unit:t})=>s`
<section class="status" part="status">
<p class="badge">${e.statusLabel}</p>
${e.destroyed?s`<p class="meaning">${n.destroyed(x(e.destroyed.at,t),e.destroyed.record)}</p>`:d}
<dl>
<div><dt>${n.category}</dt><dd>${e.category.label}</dd></div>
<div><dt>${n.receivedAt}</dt><dd>${$(e.receivedAt,t)}</dd></div>
</dl>
</section>
`,be=({view:e,say:n,unit:t})=>e.breachNotices.map(({at:a,text:i})=>s`<section class="asked">
<h3>${n.breach}</h3>
<p class="written">${i}</p>
<p class="hint">${$(a,t)}</p>
</section>`);function fe({view:e,say:n}){let{grounded:t,declined:a}=e;return s`
${t?s`<section>
<h3>${n.grounded.title}</h3>
<p><strong>${t.wellFounded?n.grounded.yes:n.grounded.no}</strong></p>
<p class="written quote">${t.because}</p>
</section>`:d}
${a?s`<section class="answer">
<h3>${n.declined.title}</h3>
<p><strong>${a.reasonLabel}</strong></p>
<p class="written quote">${a.text}</p>
<p><strong>${n.declined.elsewhere}</strong></p>
<p class="written">${a.elsewhere}</p>
</section>`:d}
`}var $e=({view:e,say:n,unit:t})=>s`
<section>
<h3>${n.history.title}</h3>
<ol class="line">
${[...e.history].reverse().map(({at:a,label:i,by:r,text:o})=>s`
<li>
<strong>${i}</strong>
<span class="hint">${$(a,t)}, ${n.history.by} ${r}</span>
${o?s`<p class="written quote">${o}</p>`:d}
</li>
`)}
</ol>
</section>
`;function ve({view:e,say:n,unit:t}){return e.privacy==="anonymous"&&e.identityAccess.length===0?d:s`
<section>
<h3>${n.access.title}</h3>
${e.identityAccess.length===0?s`<p class="hint">${n.access.none}</p>`:d}
<ul class="line">
${e.identityAccess.map(({at:a,role:i,groundLabel:r,reason:o})=>s`
<li>
<strong>${i}</strong>
<span class="hint">${$(a,t)}</span>
<p class="written">${r}: ${o}</p>
</li>
`)}
</ul>
</section>
`}function ke(e){let{view:n,say:t,unit:a}=e,i={name:"message",label:t.messages.text,limit:a.form.limits.message,required:!0},r=()=>{let o=S(e,i);return typeof o=="string"?o:[{act:"messages",body:{...o,completes:!1}}]};return s`
<section aria-labelledby="messages-title">
<h3 id="messages-title">${t.messages.title}</h3>
${n.messages.length===0?s`<p class="hint">${t.messages.none}</p>`:d}
<ol class="talk">
${n.messages.map(({from:o,by:m,at:l,text:p})=>s`
<li class=${o}>
<p class="hint"><strong>${o==="reporter"?t.messages.you:m}</strong>, ${$(l,a)}</p>
<p class="written">${p}</p>
</li>
`)}
</ol>
${w(e,"message")&&!n.completion?s`${C(e,i)} ${b(e,{form:"message",label:t.messages.send,requests:r})}`:d}
</section>
`}function we(e){let{say:n,unit:t}=e;if(!w(e,"withdrawal"))return d;let a={name:"withdrawal",label:n.withdrawal.text,limit:t.form.limits.reason,required:!1},i=()=>{let r=S(e,a);return typeof r=="string"?r:[{act:"withdrawal",body:r.text?{reason:r.text}:{}}]};return s`
<details>
<summary>${n.withdrawal.title}</summary>
<p class="lead">${n.withdrawal.hint}</p>
${C(e,a)}
${A(e,{form:"withdrawal",ask:n.withdrawal.ask,label:n.withdrawal.sure,isDanger:!0,requests:i})}
</details>
`}function xe(e){let{view:n,say:t,unit:a}=e,{lapsed:i}=n;if(!i||!w(e,"reopening"))return d;let r={name:"reopening",label:t.reopening.text,limit:a.form.limits.message,required:!0},o=()=>{let m=S(e,r);return typeof m=="string"?m:[{act:"reopening",body:{text:m.text}}]};return s`
<section class="asked" aria-labelledby="reopening-title">
<h3 id="reopening-title">${t.reopening.title}</h3>
<p>${t.reopening.until(x(i.until,a))}</p>
<p class="written quote">${i.text}</p>
${C(e,{...r,rows:6})} ${b(e,{form:"reopening",label:t.reopening.send,requests:o})}
</section>
`}var Ce={number:"",trackingCode:"",remember:!1},f=class extends O{constructor(){super(...arguments);this.memoryName="";this.entered=Ce;this.isOpening=!1;this.told="";this.round=0}static{this.styles=[L,le]}willUpdate(t){if(this.hasUpdated){t.has("client")&&this.view&&this.refresh();return}this.entries=this.noEntries();let a=j(this.memoryName).recall();a&&(this.entered={...a,remember:!0},this.open())}render(){return s`
<p class="unseen" role="status">${this.told}</p>
${this.view?this.renderCase(this.view):this.renderSignIn()}
`}renderSignIn(){return ge({say:this.say,messages:this.messages,entered:this.entered,problem:this.signInProblem,isBusy:this.isOpening,enter:t=>{this.entered=t},submit:()=>{this.open()}})}renderCase(t){let{say:a}=this,i=this.formOf(t);return t.destroyed?this.renderDestroyed(i):s`
<h2 tabindex="-1">${a.complaint(t.number)}</h2>
<p class="note" ?hidden=${this.told===""}>${this.told}</p>
${he(i)} ${be(i)} ${oe(i)} ${re(i)} ${xe(i)} ${ee(i)} ${fe(i)}
${de(i)} ${ke(i)} ${ie(i)} ${$e(i)}
${ve(i)} ${se(i)} ${ue(i)} ${we(i)}
<div class="actions foot">
<button type="button" @click=${()=>{this.download("receipt.pdf",`${t.number}.pdf`)}}>
${a.papers.pdf}
</button>
${t.record?s`<button type="button" @click=${()=>{this.download("record.pdf",`${t.number}-berkas.pdf`)}}>
${a.papers.record}
</button>`:d}
<a class="button" href=${t.verifyUrl} target="_blank" rel="noopener">
${a.papers.verify}<span class="unseen">(${this.messages.receipt.newTab})</span>
</a>
<button type="button" @click=${()=>{this.refresh()}}>${a.refresh}</button>
<button type="button" class="primary" @click=${this.signOut}>${a.close}</button>
</div>
`}renderDestroyed(t){let{say:a}=this;return s`
<h2 tabindex="-1">${a.complaint(t.view.number)}</h2>
${ye(t)}
<div class="actions foot">
<button type="button" class="primary" @click=${this.signOut}>${a.close}</button>
</div>
`}formOf(t){let{unit:a,client:i,messages:r,say:o,entries:m,days:l,round:p,busy:g,confirming:h,problem:u}=this;return{view:t,unit:a,client:i,messages:r,say:o,entries:m,days:l,round:p,busy:g,confirming:h,problem:u,today:new Date().toLocaleDateString("sv",{timeZone:a.timeZone}),enter:c=>{this.entries={...this.entries,...c}},confirm:c=>{this.confirming=c},askForDays:()=>{this.askForDays()},perform:(c,y)=>{this.perform(c,y)},download:(c,y)=>{this.download(c,y)}}}get say(){return pe[this.unit.language]}noEntries(){let t={...W(this.unit),privacy:"named"};return{texts:{},later:[],stars:0,solved:void 0,evidence:[],pendingUploads:0,identity:t,corrected:{},removed:[],requestKind:"access",digits:""}}get credentials(){let{number:t,trackingCode:a}=this.entered;return{number:t.trim(),trackingCode:a.trim()}}async open(){let{say:t,credentials:a}=this;if(this.isOpening)return;let i=a.number?a.trackingCode?void 0:t.code:t.number;if(this.signInProblem=i&&t.missing(i),i)return this.focusOn("#sign-in-problem");this.isOpening=!0;try{this.view=await this.client.follow(a);let r=j(this.memoryName);this.entered.remember?r.remember(a):r.forget(),await this.focusOn("h2")}catch(r){let o=_(r);this.signInProblem=o.status===404?t.notFound:D(o,this.messages),await this.focusOn("#sign-in-problem")}finally{this.isOpening=!1}}async refresh(){try{this.view=await this.client.follow(this.credentials),this.days=void 0,this.told=this.say.refreshed}catch(t){this.told=D(_(t),this.messages)}}async perform(t,a){if(!this.busy){if(this.told="",typeof a=="string")return this.refuse(t,a);this.problem=void 0,this.busy=t;try{for(let{act:i,body:r}of a)this.view=await this.client.act(this.credentials,i,r),this.days=void 0,i==="evidence"&&(this.entries={...this.entries,evidence:[]});this.entries={...this.noEntries(),texts:{...this.entries.texts,[t]:""}},this.confirming=void 0,this.round+=1,this.told=this.say.sent,await this.focusOn("h2")}catch(i){await this.refuse(t,`${this.say.notSent} ${D(_(i),this.messages)}`)}finally{this.busy=void 0}}}refuse(t,a){return this.problem={form:t,sentence:a},this.focusOn(`#${t}-problem`)}async askForDays(){if(!this.days)try{this.days=JSON.parse(await(await this.client.download(this.credentials,"clocks")).text())}catch{this.days=null}}async download(t,a){try{J(await this.client.download(this.credentials,t),a)}catch{this.told=this.say.papers.failed}}signOut(){j(this.memoryName).forget(),this.entered=Ce,this.entries=this.noEntries(),this.view=void 0,this.days=void 0,this.told="",this.problem=void 0,this.focusOn("h2")}};v([k],f.prototype,"unit",2),v([k],f.prototype,"client",2),v([k],f.prototype,"messages",2),v([k],f.prototype,"memoryName",2),v([k],f.prototype,"entered",2),v([k],f.prototype,"view",2),v([k],f.prototype,"signInProblem",2),v([k],f.prototype,"isOpening",2),v([k],f.prototype,"entries",2),v([k],f.prototype,"busy",2),v([k],f.prototype,"confirming",2),v([k],f.prototype,"problem",2),v([k],f.prototype,"told",2),v([k],f.prototype,"round",2),v([k],f.prototype,"days",2);V("aduan-follow",f);

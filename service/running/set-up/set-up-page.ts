import { html } from 'hono/html'
import { type Answers, type Fault, type Faults, type Question, questions } from './answers.ts'

interface Asked {
  readonly label: string
  readonly hint: string
  readonly type: 'url' | 'text' | 'email' | 'password'
}

/** Set-up is done by who reads the console, once, so it speaks Indonesian alone, as that handbook does. */
const asked: Readonly<Record<Question, Asked>> = {
  address: {
    label: 'Alamat layanan',
    hint: 'Alamat yang dibuka warga, misalnya https://aduan.kabupaten.example. Proksi dan sertifikatnya sudah terpasang.',
    type: 'url',
  },
  mail: {
    label: 'Server surel',
    hint: 'smtps://akun:sandi@surel.kabupaten.example. Kami mengirim satu surel percobaan kepada pengelola.',
    type: 'password',
  },
  name: { label: 'Nama pengirim', hint: 'Terbaca di setiap surel, misalnya Pengaduan Kabupaten Misal.', type: 'text' },
  contact: {
    label: 'Alamat surel layanan',
    hint: 'Pengirim setiap surel, dan tujuan laporan celah keamanan.',
    type: 'email',
  },
  backup: {
    label: 'Tempat cadangan',
    hint: 'Folder di disk lain dari data, misalnya /mnt/cadangan/aduan.',
    type: 'text',
  },
  operator: {
    label: 'Surel pengelola layanan',
    hint: 'Orang ini membuka unit dan menjaga layanan. Pengelola tidak membaca pengaduan.',
    type: 'email',
  },
}

const sentences: Readonly<Record<Fault, string>> = {
  missing: 'Mohon diisi.',
  'no-address': 'Ini bukan alamat. Tulis seperti https://aduan.kabupaten.example, tanpa apa pun di belakangnya.',
  'not-https': 'Alamat harus https, supaya pengaduan tidak terbaca di jalan.',
  'no-mail-server': 'Tulis seperti smtps://akun:sandi@server.',
  'no-name': 'Nama terlalu pendek, terlalu panjang, atau berisi tanda yang tidak dapat dipakai.',
  'no-mail-address': 'Ini bukan alamat surel.',
  'no-folder': 'Tulis folder dari akarnya, misalnya /mnt/cadangan/aduan.',
  'not-reached': 'Alamat ini tidak dapat kami capai. Periksa nama domain dan proksinya.',
  certificate: 'Sertifikat alamat ini tidak sah. Peramban warga akan menolaknya.',
  'other-service': 'Di alamat ini menjawab layanan lain. Periksa tujuan proksinya.',
  'mail-refused': 'Surel percobaan ditolak atau tidak terkirim. Periksa akun, sandi, dan alamat pengirimnya.',
  'not-writable': 'Kami tidak dapat menulis di folder ini.',
  'same-disk':
    'Folder ini di disk yang sama dengan data: bila disk itu rusak, keduanya hilang. Pilih disk lain, atau centang di bawah.',
}

export const trialMail = {
  subject: 'Percobaan surel Aduan',
  text: 'Surel ini dikirim ketika layanan Aduan disiapkan. Bila Anda tidak menunggunya, abaikan saja.',
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
label{display:block;font-weight:600;margin-top:1.25rem}input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:1px solid #6b6b76;border-radius:4px}
input[type=checkbox]{width:auto}small{display:block;color:#4a4a55}.fault{color:#a3131b;font-weight:600;margin:.25rem 0 0}
button{font:inherit;font-weight:600;margin-top:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:4px;background:#0b5394;color:#fff}:focus-visible{outline:3px solid #0b5394;outline-offset:2px}`

export interface SetUpPage {
  readonly answers: Answers
  readonly faults: Faults
  readonly wrongCode: boolean
}

const frame = (body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin"><title>Menyiapkan Aduan</title><style>${style}</style></head><body><main>${body}</main></body></html>`

function renderQuestion(question: Question, { answers, faults }: SetUpPage) {
  const { label, hint, type } = asked[question]
  const fault = faults[question]
  // A password does not come back in a page.
  const value = type === 'password' ? '' : answers[question]
  return html`<label for="${question}">${label}</label>
<small id="${question}-hint">${hint}</small>
<input id="${question}" name="${question}" type="${type}" value="${value}" autocomplete="off" required
 aria-describedby="${question}-hint ${question}-fault"${fault ? html` aria-invalid="true"` : ''}>
${fault ? html`<p class="fault" id="${question}-fault">${sentences[fault]}</p>` : ''}
${fault === 'same-disk' ? html`<label><input type="checkbox" name="sameDisk" value="yes"> Saya tahu, mesin ini hanya punya satu disk</label>` : ''}`
}

export const setUpPage = (page: SetUpPage) =>
  frame(html`<h1>Menyiapkan Aduan</h1>
<p>Enam pertanyaan. Setiap jawaban diperiksa, dan baru disimpan bila semuanya benar.</p>
${Object.keys(page.faults).length > 0 ? html`<p class="fault" role="alert">Belum disimpan: ada jawaban yang perlu diperbaiki.</p>` : ''}
<form method="post" action="/">
<label for="code">Kode dari konsol</label>
<small>Tercetak ketika layanan ini dinyalakan.</small>
<input id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" required>
${page.wrongCode ? html`<p class="fault" role="alert">Kode ini salah. Setelah sepuluh kali salah, kode baru tercetak di konsol.</p>` : ''}
${questions.map((question) => renderQuestion(question, page))}
<button>Periksa dan simpan</button>
</form>`)

export const donePage = () =>
  frame(html`<h1>Selesai</h1>
<p>Layanan sedang dinyalakan. Buka tautan untuk akun pengelola yang tercetak di konsol, lalu buka unit pertama.</p>
<p>Simpan salinan <code>master.key</code> dari folder data di tempat yang aman, terpisah dari cadangan. Tanpa berkas itu tidak ada yang dapat dibuka lagi.</p>`)

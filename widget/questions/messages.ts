import type { FormLanguage } from '../../service/complaints/vocabulary.ts'

const id = {
  lead: 'Jawaban Anda membantu petugas bertindak tanpa bertanya lagi.',
  changed: 'Pertanyaan kantor ini baru saja berubah. Muat ulang halaman; isian Anda di tab ini tetap ada.',
  required: (question: string) => `Jawab: ${question}`,
  tooLong: (limit: string) => `Terlalu panjang. Paling banyak ${limit} karakter.`,
  amountHint: 'Dalam rupiah. Contoh: 1.500.000.',
  amount: 'Tulis jumlah dengan angka saja, contoh: 1.500.000.',
  date: 'Tanggal ini tidak ada. Contoh: 25 November 2026.',
  invalid: 'Pilih salah satu jawaban yang tersedia.',
  person: 'Nama, jabatan, atau ciri-cirinya. Disegel bersama pengaduan.',
  placeHint: 'Tulis tempatnya, atau tambahkan lokasi Anda sekarang.',
  stops: 'Dengan jawaban ini pengaduan tidak dikirim ke kantor ini.',
  mayFile: 'Anda tetap dapat mengadu di sini.',
  locate: 'Tambahkan lokasi saya sekarang',
  locateMeaning:
    'Lokasi hanya dibaca bila Anda menekan tombol ini, tampil sebagai angka, dan ikut terkirim bersama pengaduan.',
  locating: 'Mencari lokasi…',
  located: (where: string) => `Ikut dikirim: ${where}`,
  accuracy: (metres: string) => `ketelitian ± ${metres} m`,
  forget: 'Hapus lokasi',
  forgotten: 'Lokasi dihapus.',
  denied: 'Peramban tidak mengizinkan. Tulis saja tempatnya.',
  lost: 'Lokasi tidak ditemukan. Coba lagi, atau tulis tempatnya.',
}

export type QuestionMessages = typeof id

const en: QuestionMessages = {
  lead: 'Your answers help the officers to act without asking again.',
  changed: 'The office has just changed its questions. Load the page again; what you filled in stays in this tab.',
  required: (question) => `Answer: ${question}`,
  tooLong: (limit) => `Too long. At most ${limit} characters.`,
  amountHint: 'In rupiah. Example: 1.500.000.',
  amount: 'Write the amount in digits only, for example 1.500.000.',
  date: 'There is no such day. Example: 25 November 2026.',
  invalid: 'Choose one of the answers given.',
  person: 'Name, position or description. Sealed with the complaint.',
  placeHint: 'Write the place, or add where you are now.',
  stops: 'With this answer the complaint is not sent to this office.',
  mayFile: 'You can still complain here.',
  locate: 'Add my location now',
  locateMeaning:
    'Your location is read only when you press this button, is shown in numbers, and is sent with the complaint.',
  locating: 'Looking for your location…',
  located: (where) => `Will be sent: ${where}`,
  accuracy: (metres) => `accurate to ± ${metres} m`,
  forget: 'Remove the location',
  forgotten: 'The location was removed.',
  denied: 'The browser does not allow it. Just write the place.',
  lost: 'The location was not found. Try again, or write the place.',
}

const jv: QuestionMessages = {
  lead: 'Wangsulan panjenengan mbiyantu petugas tumindak tanpa taken malih.',
  changed: 'Kantor nembe nggantos pitakenanipun. Muat malih kaca menika; isen-isen ing tab menika tetep wonten.',
  required: (question) => `Wangsuli: ${question}`,
  tooLong: (limit) => `Kepanjangen. Paling kathah ${limit} karakter.`,
  amountHint: 'Ing rupiah. Tuladha: 1.500.000.',
  amount: 'Serat gunggungipun mawi angka kemawon, tuladha: 1.500.000.',
  date: 'Tanggal menika boten wonten. Tuladha: 25 November 2026.',
  invalid: 'Pilih salah setunggal wangsulan.',
  person: 'Asma, kalenggahan, utawi ciri-ciripun. Dipunsegel sareng pengaduan.',
  placeHint: 'Serat panggenanipun, utawi tambah lokasi panjenengan sapunika.',
  stops: 'Kanthi wangsulan menika pengaduan boten dipunkintun dhateng kantor menika.',
  mayFile: 'Panjenengan tetep saged ngaturaken pengaduan ing mriki.',
  locate: 'Tambah lokasi kula sapunika',
  locateMeaning:
    'Lokasi namung dipunwaos menawi tombol menika dipunpencet, katampilaken awujud angka, lan tumut kakintun.',
  locating: 'Madosi lokasi…',
  located: (where) => `Tumut dipunkintun: ${where}`,
  accuracy: (metres) => `ketelitian ± ${metres} m`,
  forget: 'Busak lokasi',
  forgotten: 'Lokasi sampun dipunbusak.',
  denied: 'Peramban boten ngidini. Serat kemawon panggenanipun.',
  lost: 'Lokasi boten pinanggih. Cobi malih, utawi serat panggenanipun.',
}

export const questionMessages: Readonly<Record<FormLanguage, QuestionMessages>> = { id, en, jv }

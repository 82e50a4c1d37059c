import type { PrivacyChoice } from '../../../offices/vocabulary.ts'
import type { ChatChannel } from '../conversation.ts'

/**
 * People who write from a telephone read these, each on one screen. Only Indonesian: the language of a number is not
 * known, and an SMS has no room for two.
 */
const carriers = { whatsapp: 'WhatsApp', sms: 'operator seluler' } as const satisfies Record<ChatChannel, string>

const list = (rows: readonly string[]): string => rows.map((row, at) => `${at + 1}. ${row}`).join('\n')

interface Opening {
  readonly units: readonly string[]
  readonly home: string
}

export const greeting = `Ini layanan pengaduan lewat pesan. Jawaban Anda kami simpan tersegel; BATAL menghapusnya, dan bila Anda diam sehari semuanya terhapus.`

export const askUnit = ({ units, home }: Opening): string =>
  units.length > 0
    ? `Pengaduan ini untuk kantor mana? Balas angkanya.\n${list(units)}`
    : `Pengaduan ini untuk kantor mana? Balas nama kantornya. Daftarnya ada di ${home}`

export const askCategory = (office: string, labels: readonly string[]): string =>
  `Pengaduan untuk ${office}. Tentang apa? Balas angkanya.\n${list(labels)}`

export const askStory = `Apa yang terjadi, di mana, dan kapan? Ceritakan dalam satu atau beberapa pesan; foto boleh. Bila sudah, balas SELESAI.`

export const moreStory = `Cerita Anda sudah kami catat. Silakan tambahkan keterangan atau foto. Bila sudah cukup, balas SELESAI.`

export const shortStory = `Cerita Anda masih terlalu pendek. Mohon tuliskan apa yang terjadi, di mana, dan kapan, lalu balas SELESAI.`

export const askWho = `Siapa yang Anda adukan? Tulis nama atau jabatannya, supaya orang itu tidak membaca pengaduan ini. Bila tidak tahu, balas LEWAT.`

export function askName(channel: ChatChannel, offered: readonly PrivacyChoice[]): string {
  const ways = [
    ...(offered.includes('named') ? ['Balas nama lengkap Anda bila petugas boleh mengetahuinya.'] : []),
    ...(offered.includes('confidential')
      ? ['Balas RAHASIA lalu nama Anda bila hanya pemegang kunci identitas yang boleh membukanya.']
      : []),
    ...(offered.includes('anonymous')
      ? ['Balas TANPA NAMA bila tidak ingin disebut; nomor Anda tidak kami simpan pada pengaduan.']
      : []),
  ]
  return `Siapa nama Anda?\n${ways.map((way) => `- ${way}`).join('\n')}\nApa pun pilihannya, nomor Anda terlihat oleh ${carriers[channel]}.`
}

interface Summary {
  readonly office: string
  readonly category: string
  readonly messages: number
  readonly files: number
  readonly privacy: PrivacyChoice
  readonly name: string | null
  readonly textsUrl: string
}

const named = {
  named: 'boleh dibaca petugas',
  confidential: 'dirahasiakan',
  anonymous: '',
} as const satisfies Record<PrivacyChoice, string>

export function askToConfirm({ office, category, messages, files, privacy, name, textsUrl }: Summary): string {
  const who = name === null ? 'Tanpa nama' : `Nama: ${name} (${named[privacy]})`
  const what = files > 0 ? `${messages} pesan dan ${files} berkas` : `${messages} pesan`
  return `Periksa sebelum dikirim.
Kepada: ${office}
Tentang: ${category}
Isi: ${what}
${who}
Balas KIRIM untuk mengirim, BATAL untuk menghapus. Dengan KIRIM Anda menyatakan isinya benar serta telah membaca tata cara dan pemberitahuan privasi: ${textsUrl}`
}

export const notUnderstood = 'Jawaban itu belum kami pahami.'

export const cancelled = 'Sudah dihapus. Tidak ada jawaban Anda yang kami simpan.'

export const nothingOpen = (home: string): string =>
  `Tidak ada pengaduan yang sedang Anda isi. Pengaduan yang sudah terkirim dapat dicabut dengan nomor dan kode lacak di ${home}`

export const noUnit = (home: string): string =>
  `Kantor itu sedang tidak menerima pengaduan lewat pesan. Jawaban Anda sudah kami hapus. Kantor lain ada di ${home}`

export const notNow =
  'Pengaduan belum dapat kami terima sekarang. Jawaban Anda masih tersimpan; silakan balas KIRIM lagi nanti.'

interface Filed {
  readonly officeShort: string
  readonly number: string
  readonly trackingCode: string
  readonly followUrl: string
  readonly isAnonymous: boolean
  readonly missingFiles: number
}

export const filed = ({ officeShort, number, trackingCode, followUrl, isAnonymous, missingFiles }: Filed): string =>
  [
    `${officeShort}: pengaduan Anda sudah diterima.`,
    `Nomor: ${number}`,
    `Kode lacak: ${trackingCode}`,
    followUrl,
    'Simpan kode ini, lalu hapus percakapan ini bila ponsel Anda dipakai orang lain. Petugas tidak pernah meminta kode.',
    ...(missingFiles > 0 ? [`${missingFiles} berkas tidak dapat kami ambil; silakan kirim di halaman itu.`] : []),
    ...(isAnonymous ? ['Nomor Anda tidak kami simpan, jadi perkembangan dan jawaban hanya ada di halaman itu.'] : []),
  ].join('\n')

export const askCase = (numbers: readonly string[]): string =>
  `Pesan Anda untuk pengaduan yang mana? Balas angkanya. Bila tidak dijawab sehari, pesan ini kami hapus.\n${list([...numbers, 'Pengaduan baru'])}`

export const onCase = (number: string): string =>
  `Pesan Anda sudah masuk ke pengaduan ${number}. Untuk menyampaikan pengaduan lain, balas BARU.`

export const tooMany = (home: string): string =>
  `Pesan dari nomor Anda hari ini terlalu banyak, sehingga yang berikutnya tidak kami terima. Silakan memakai formulir di ${home}`

/** It is for who writes to a number behind which nobody takes complaints by message. */
export const nobodys = (home: string): string =>
  `Pesan Anda tidak kami simpan karena tidak jelas untuk kantor mana. Pengaduan disampaikan di ${home}. Untuk pengaduan yang sudah ada, kirim nomor dan kode lacaknya bersama pesan Anda.`

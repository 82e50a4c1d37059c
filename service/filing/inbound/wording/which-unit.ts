import type { MessageText } from '../../../offices/wording/message-text.ts'

interface UnitRow {
  readonly name: string
  readonly address: string
  readonly page: string
}

/** Both languages are used, because the sender's is not known. It repeats nothing of the message. */
export const whichUnit = (units: readonly UnitRow[]): MessageText => ({
  subject: 'Pesan Anda belum kami terima: untuk kantor mana?',
  text: `Yth. Bapak/Ibu,

Pesan Anda tidak menyebut kantor yang dituju, sehingga tidak kami simpan. Silakan kirim ulang ke alamat kantornya, atau sampaikan di halamannya:

${units.map(({ name, address, page }) => `${name}\n  ${address}\n  ${page}`).join('\n\n')}

Untuk pengaduan yang sudah ada, tuliskan nomor dan kode lacaknya dalam pesan Anda.

Your message names no office, so it was not kept. Please send it to the address of the office, or use its page.
`,
})

/** For a proven sender with several open cases: numbers only. */
export const whichCase = (office: string, numbers: readonly string[]): MessageText => ({
  subject: 'Pesan Anda untuk pengaduan yang mana?',
  text: `Yth. Bapak/Ibu,

Pesan Anda sudah masuk dan akan dibaca petugas kami. Anda mempunyai beberapa pengaduan yang belum selesai:

${numbers.join('\n')}

Agar langsung masuk ke pengaduannya, tuliskan nomornya pada perihal surel Anda berikutnya.

Hormat kami,
${office}

Your message has arrived. You have several open complaints; please write the number of the one you mean in the subject of your next mail.
`,
})

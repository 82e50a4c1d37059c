import type { MessageText } from '../../../offices/wording/message-text.ts'

interface ReceiptValues {
  readonly office: string
  readonly officeShort: string
  readonly number: string
  readonly trackingCode: string
  readonly followUrl: string
}

const short = ({ officeShort, number, trackingCode, followUrl }: ReceiptValues): MessageText => ({
  subject: '',
  text: `${officeShort}: pesan Anda sudah dicatat sebagai pengaduan.\nNomor: ${number}\nKode lacak: ${trackingCode}\n${followUrl}\nSimpan kode ini dan jangan berikan kepada siapa pun. Petugas tidak pernah memintanya.`,
})

/** How to follow the complaint, with nothing of what it is about. */
export const receiptBack = {
  email: ({ office, number, trackingCode, followUrl }: ReceiptValues): MessageText => ({
    subject: `Nomor dan kode lacak pengaduan ${number}`,
    text: `Yth. Bapak/Ibu,

Pesan Anda sudah kami catat sebagai pengaduan.

Nomor pengaduan: ${number}
Kode lacak: ${trackingCode}

Dengan keduanya Anda dapat mengikuti, melengkapi, dan mencabut pengaduan:
${followUrl}

Simpan kode lacak ini dan jangan berikan kepada siapa pun. Siapa yang dapat membaca surel ini dapat membuka pengaduan Anda. Petugas tidak pernah memintanya.

Hormat kami,
${office}
`,
  }),

  whatsapp: short,
  sms: short,
}

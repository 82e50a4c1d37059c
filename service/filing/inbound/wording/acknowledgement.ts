import type { MessageText } from '../../../offices/wording/message-text.ts'

interface AcknowledgementValues {
  readonly office: string
  readonly officeShort: string
  readonly pageUrl: string
}

const short = ({ officeShort, pageUrl }: AcknowledgementValues): MessageText => ({
  subject: '',
  text: `${officeShort}: pesan Anda sudah masuk dan akan dibaca petugas. Ini belum tanda terima pengaduan. Untuk nomor pengaduan sekarang juga: ${pageUrl}`,
})

/** Both languages are used, because the sender's is not known. It repeats nothing of the message. */
export const acknowledgement = {
  email: ({ office, pageUrl }: AcknowledgementValues): MessageText => ({
    subject: 'Pesan Anda sudah kami terima',
    text: `Yth. Bapak/Ibu,

Pesan Anda sudah masuk dan akan dibaca petugas kami. Ini belum tanda terima pengaduan. Bila pesan Anda dicatat sebagai pengaduan, Anda menerima nomor pengaduan di alamat ini.

Ingin nomor pengaduan sekarang, atau tidak ingin memberi tahu siapa Anda? Sampaikan di halaman ini:
${pageUrl}

Hormat kami,
${office}

Your message has arrived and our staff will read it. This is no receipt yet: if it is entered as a complaint, you get its number at this address. To have a number at once, or to stay unnamed, use the page above.
`,
  }),

  whatsapp: short,
  sms: short,
}

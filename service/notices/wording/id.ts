import type { NoticeEvent } from '../../complaints/vocabulary.ts'
import type { MessageText, NoticeValues, NoticeWording } from './notice-wording.ts'

/** Subject and first sentence of each notice. */
const notices: Readonly<Record<NoticeEvent, (number: string) => MessageText>> = {
  received: (number) => ({
    subject: `Pengaduan ${number} sudah kami terima`,
    text: `Terima kasih. Pengaduan Anda sudah kami terima dan dicatat dengan nomor ${number}. Simpan nomor ini bersama kode lacak yang tertulis di tanda terima Anda. Keduanya diperlukan untuk mengikuti perkembangannya.`,
  }),
  in_progress: (number) => ({
    subject: `Pengaduan ${number} sedang kami tangani`,
    text: `Pengaduan Anda dengan nomor ${number} sudah kami periksa dan sekarang dalam proses penyelesaian.`,
  }),
  completion_asked: (number) => ({
    subject: `Pengaduan ${number} perlu Anda lengkapi`,
    text: `Agar pengaduan nomor ${number} dapat dilanjutkan, kami memerlukan tambahan keterangan dari Anda. Apa yang perlu dilengkapi dan sampai kapan, tertulis di halaman pengaduan Anda.`,
  }),
  message: (number) => ({
    subject: `Ada pesan untuk Anda tentang pengaduan ${number}`,
    text: `Petugas kami menulis pesan untuk Anda tentang pengaduan nomor ${number}. Anda dapat membaca dan membalasnya di halaman pengaduan Anda.`,
  }),
  answered: (number) => ({
    subject: `Pengaduan ${number} sudah kami jawab`,
    text: `Pengaduan Anda dengan nomor ${number} sudah kami jawab. Bila Anda tidak puas dengan jawaban itu, Anda dapat mengajukan keberatan di halaman yang sama sampai batas waktu yang tertulis di sana.`,
  }),
  declined: (number) => ({
    subject: `Ada keputusan tentang pengaduan ${number}`,
    text: `Kami sudah mengambil keputusan tentang pengaduan nomor ${number}. Alasannya, dan ke mana Anda dapat menyampaikannya lebih lanjut, tertulis di halaman pengaduan Anda.`,
  }),
  objection_received: (number) => ({
    subject: `Keberatan Anda tentang pengaduan ${number} sudah kami terima`,
    text: `Keberatan Anda atas jawaban pengaduan nomor ${number} sudah kami terima. Keberatan itu diperiksa oleh petugas lain, bukan oleh yang menjawab sebelumnya.`,
  }),
  objection_decided: (number) => ({
    subject: `Keberatan Anda tentang pengaduan ${number} sudah diputuskan`,
    text: `Keberatan Anda atas jawaban pengaduan nomor ${number} sudah diputuskan. Keputusan dan alasannya tertulis di halaman pengaduan Anda.`,
  }),
  closed: (number) => ({
    subject: `Pengaduan ${number} selesai`,
    text: `Pengaduan Anda dengan nomor ${number} sudah selesai. Anda dapat memberi penilaian di halaman pengaduan Anda; penilaian itu membantu kami memperbaiki pelayanan.`,
  }),
  withdrawn: (number) => ({
    subject: `Pengaduan ${number} dicabut`,
    text: `Pengaduan Anda dengan nomor ${number} sudah dicatat sebagai dicabut. Keterangannya tertulis di halaman pengaduan Anda. Bila Anda masih memerlukan bantuan kami, silakan menyampaikan pengaduan baru.`,
  }),
  data_breach: (number) => ({
    subject: `Pemberitahuan penting tentang data Anda, pengaduan ${number}`,
    text: `Ada pemberitahuan penting tentang data pribadi Anda pada pengaduan nomor ${number}. Mohon dibaca di halaman pengaduan Anda.`,
  }),
}

const letter = (body: readonly string[], office: string) =>
  `${[
    'Yth. Bapak/Ibu,',
    ...body,
    `Hormat kami,\n${office}`,
    'Surel ini otomatis. Mohon tidak membalasnya, karena balasan tidak terbaca oleh petugas.',
  ].join('\n\n')}\n`

export const id: NoticeWording = {
  notice(event, { office, number, followUrl }: NoticeValues) {
    const { subject, text } = notices[event](number)
    const body = [
      text,
      `Buka halaman pengaduan Anda dengan nomor pengaduan dan kode lacak:\n${followUrl}`,
      'Untuk menjaga kerahasiaan Anda, isi pengaduan tidak ditulis di surel ini. Petugas tidak pernah meminta kode lacak Anda lewat surel, telepon, atau pesan.',
    ]
    return { subject, text: letter(body, office) }
  },

  shortNotice: (event, { officeShort, number, followUrl }) =>
    `${officeShort}: ${notices[event](number).subject}. Buka dengan nomor dan kode lacak Anda: ${followUrl}`,

  invitation: ({ office, link, validDays }) => ({
    subject: `Undangan petugas layanan pengaduan ${office}`,
    text: letter(
      [
        `Anda diundang menjadi petugas layanan pengaduan ${office}.`,
        `Buka tautan ini untuk membuat kata sandi Anda sendiri. Tautan hanya dapat dipakai satu kali dan berlaku ${validDays} hari:\n${link}`,
        'Jangan meneruskan tautan ini kepada siapa pun. Bila Anda tidak merasa diundang, abaikan surel ini.',
      ],
      office,
    ),
  }),

  providers: {
    email: 'Penyedia surel',
    whatsapp: 'WhatsApp',
    sms: 'Penyedia SMS',
    letter: 'Bagian pengiriman surat',
  },
  accepted: (provider) => `${provider} menerima pesan ini untuk disampaikan.`,
  reports: {
    delivered: (provider, at) => `${provider} menyampaikannya ${at}.`,
    read: (_, at) => `Dibaca ${at}.`,
    overdue: (_, at) =>
      `Sampai ${at} tidak ada kabar bahwa pesan ini sampai, sehingga saluran berikutnya dicoba bila ada.`,
  },
  failedLater: (reason, at) => `${reason} (${at}). Pesan ini tidak sampai.`,
  reasons: {
    no_answer: (provider) => `${provider} tidak menjawab`,
    not_reached: (provider) => `${provider} tidak dapat dihubungi, atau jawabannya tidak terbaca`,
    asked_to_wait: (provider) => `${provider} sedang membatasi kiriman dan meminta kita menunggu`,
    provider_trouble: (provider) => `${provider} sedang mengalami gangguan`,
    not_set_up: (provider) => `${provider} menolak pengaturan pengiriman kita; pengelola layanan perlu memeriksanya`,
    recipient_busy: () => 'Kotak masuk penerima sedang tidak dapat menerima pesan',
    address_refused: (provider) => `${provider} menolak alamat ini`,
    message_refused: (provider) => `${provider} menolak pesan ini`,
    needs_template: () =>
      'Pelapor tidak menulis lewat WhatsApp dalam 24 jam terakhir, dan unit belum punya templat yang disetujui untuk pemberitahuan ini',
    template_refused: (provider) => `${provider} menolak templat unit; admin perlu memeriksanya di pengaturan`,
    not_delivered: (provider) => `${provider} tidak dapat menyampaikan pesan ini`,
  },
  triedAgain: (reason, nextTry) => (nextTry ? `${reason}. Dicoba lagi ${nextTry}.` : `${reason}.`),
  heldBack: (reason, nextTry) =>
    nextTry ? `${reason}. Pesan ini ditahan dan dicoba lagi ${nextTry}.` : `${reason}. Selama itu pesan ini ditahan.`,
  notTriedAgain: (reason) => `${reason}. Tidak dicoba lagi lewat saluran ini.`,
  providerSaid: (answer) => `Jawaban penyedia: “${answer}”`,
}

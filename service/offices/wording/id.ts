import type { NoticeWording } from './model.ts'

export const id: NoticeWording = {
  providers: {
    email: 'Penyedia surel',
    whatsapp: 'WhatsApp',
    sms: 'Penyedia SMS',
    letter: 'Pos',
  },
  accepted: (provider) => `${provider} menerima pesan ini untuk disampaikan.`,
  kept: 'Tidak dikirim, karena belum ada penyedia yang diatur. Pesan ini hanya disimpan di kotak percobaan.',
  ownWords: (version) => `Isinya teks unit, versi ${version}.`,
  reports: {
    delivered: (provider, at) => `${provider} menyampaikannya ${at}.`,
    read: (_, at) => `Dibaca ${at}.`,
    overdue: (_, at) =>
      `Sampai ${at} tidak ada keterangan bahwa pesan ini sampai, sehingga saluran berikutnya dicoba bila ada.`,
  },
  failedLater: (reason, at) => `${reason} (${at}). Pesan ini tidak sampai.`,
  reasons: {
    no_answer: (provider) => `${provider} tidak menjawab`,
    not_reached: (provider) => `${provider} tidak dapat dihubungi, atau jawabannya tidak terbaca`,
    asked_to_wait: (provider) => `${provider} sedang membatasi kiriman dan meminta kami menunggu`,
    provider_trouble: (provider) => `${provider} sedang mengalami gangguan`,
    not_set_up: (provider) => `${provider} menolak pengaturan pengiriman kami; pengelola layanan perlu memeriksanya`,
    no_provider: () => 'Belum ada penyedia yang diatur, jadi pesan ini tidak dikirim',
    recipient_busy: () => 'Kotak masuk penerima sedang tidak dapat menerima pesan',
    address_refused: (provider) => `${provider} menolak alamat ini`,
    message_refused: (provider) => `${provider} menolak pesan ini`,
    needs_template: () =>
      'Pelapor tidak menulis lewat WhatsApp dalam 24 jam terakhir, dan unit belum punya templat yang disetujui untuk pemberitahuan ini',
    template_refused: (provider) => `${provider} menolak templat unit; admin perlu memeriksanya di pengaturan`,
    not_delivered: (provider) => `${provider} tidak dapat menyampaikan pesan ini`,
    letter_withdrawn: () => 'Surat ini dibatalkan sebelum dikirim',
    letter_returned: () => 'Surat ini dikembalikan oleh pos',
    sent_in_stages: () => 'Pesan ke kontak yang belum dikonfirmasi dikirim bertahap',
    host_unknown: () => 'Nama server surel unit tidak ditemukan; admin unit perlu memeriksanya di Pengaturan',
    host_inside: () =>
      'Server surel unit beralamat di jaringan dalam atau memakai porta yang tidak dilayani, jadi tidak dihubungi',
    tls_failed: () =>
      'Sambungan aman (TLS) dengan server surel gagal, atau sertifikatnya tidak sah; tidak ada yang dikirim',
    account_refused: () =>
      'Server surel unit menolak nama pengguna, kata sandi, atau alamat pengirim; admin unit perlu memeriksanya',
    overtaken: () => 'Pemberitahuan yang lebih baru tentang hal yang sama dikirim sebagai gantinya',
  },
  triedAgain: (reason, nextTry) => (nextTry ? `${reason}. Dicoba lagi ${nextTry}.` : `${reason}.`),
  heldBack: (reason, nextTry) =>
    nextTry ? `${reason}. Pesan ini ditahan dan dicoba lagi ${nextTry}.` : `${reason}. Selama itu pesan ini ditahan.`,
  notTriedAgain: (reason) => `${reason}. Tidak dicoba lagi lewat saluran ini.`,
  advice: {
    notSetUp: 'Beri tahu pengelola layanan: pengaturan atau kunci penyedianya perlu diperbaiki.',
    notThere:
      'Hal ini dapat diatur pengelola layanan, atau admin unit dengan akun pengirim unit sendiri di Pengaturan.',
    trouble: 'Tidak perlu mengirim ulang. Untuk hal yang mendesak, silakan telepon pelapor.',
  },
  providerSaid: (answer) => `Jawaban penyedia: “${answer}”`,
}

import type { DefaultWords } from './model.ts'
import { noReplyLine } from './reply-line.ts'

export const defaultsId: DefaultWords = {
  events: {
    received: {
      subject: 'Pengaduan {nomor} sudah kami terima',
      news: 'Terima kasih. Pengaduan Anda sudah kami terima dan kami catat dengan nomor {nomor}. Simpan nomor ini bersama kode lacak yang Anda terima saat mengadu. Keduanya diperlukan untuk memantau perkembangannya.',
      further: '{selanjutnya}',
      short: 'Pengaduan {nomor} sudah kami terima. Tanda terimanya ada di tautan ini.',
      letter: {
        subject: 'Tanda terima pengaduan nomor {nomor}',
        body: [
          'Terima kasih atas pengaduan Saudara. Pengaduan itu telah kami terima dan kami catat dengan nomor {nomor}.',
          'Kelengkapannya kami periksa paling lambat {batas_waktu}. Hasil pemeriksaan itu kami sampaikan kepada Saudara.',
          '{selanjutnya}',
        ],
      },
    },
    in_progress: {
      subject: 'Pengaduan {nomor} sedang kami tangani',
      news: 'Pengaduan Anda dengan nomor {nomor} sudah kami periksa dan sekarang dalam proses penyelesaian.',
      letter: {
        subject: 'Pengaduan nomor {nomor} dalam proses penyelesaian',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} telah kami periksa dan sekarang dalam proses penyelesaian.',
          'Kami menjawabnya paling lambat {batas_waktu}. Bila diperlukan waktu lebih lama, kami memberi tahu Saudara sebelumnya.',
        ],
      },
    },
    completion_asked: {
      subject: 'Pengaduan {nomor} perlu Anda lengkapi',
      news: 'Agar pengaduan nomor {nomor} dapat dilanjutkan, kami memerlukan tambahan keterangan dari Anda. Apa yang perlu dilengkapi dan sampai kapan, tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Permintaan kelengkapan pengaduan nomor {nomor}',
        body: [
          'Agar pengaduan Saudara dengan nomor {nomor} dapat dilanjutkan, kami memerlukan tambahan keterangan dari Saudara.',
          'Hal yang perlu dilengkapi:\n{permintaan}',
          'Mohon dilengkapi paling lambat {batas_waktu}. Sampai tanggal itu, penghitungan waktu kami dihentikan sementara. Bila tidak dilengkapi, pengaduan dianggap dicabut. Saudara masih dapat melengkapi dan membukanya kembali; batas waktunya ada di halaman pengaduan Saudara.',
        ],
      },
    },
    completion_reminder: {
      subject: 'Pengaduan {nomor} masih menunggu kelengkapan dari Anda',
      news: 'Kami masih menunggu tambahan keterangan dari Anda untuk pengaduan nomor {nomor}. Apa yang perlu dilengkapi dan sampai kapan, tertulis di halaman pengaduan Anda. Bila tidak dilengkapi sampai tanggal itu, pengaduan dianggap dicabut. Anda masih dapat melengkapi dan membukanya kembali setelahnya.',
      short: 'Pengaduan {nomor} masih menunggu kelengkapan dari Anda. Lihat batas waktunya di halaman pengaduan.',
      letter: {
        subject: 'Pengingat kelengkapan pengaduan nomor {nomor}',
        body: [
          'Kami masih menunggu tambahan keterangan dari Saudara untuk pengaduan nomor {nomor}.',
          'Hal yang perlu dilengkapi:\n{permintaan}',
          'Mohon dilengkapi paling lambat {batas_waktu}. Bila tidak dilengkapi, pengaduan dianggap dicabut. Saudara masih dapat melengkapi dan membukanya kembali; batas waktunya ada di halaman pengaduan Saudara.',
        ],
      },
    },
    message: {
      subject: 'Ada pesan untuk Anda tentang pengaduan {nomor}',
      news: 'Petugas kami menulis pesan untuk Anda tentang pengaduan nomor {nomor}. Anda dapat membaca dan membalasnya di halaman pengaduan Anda.',
      letter: {
        subject: 'Pesan tentang pengaduan nomor {nomor}',
        body: ['Petugas kami menulis pesan tentang pengaduan Saudara dengan nomor {nomor}.', '{pesan}'],
      },
    },
    late: {
      subject: 'Mohon maaf, penanganan pengaduan {nomor} terlambat',
      news: 'Kami belum memenuhi batas waktu untuk pengaduan nomor {nomor}, dan kami mohon maaf. Pengaduan Anda tetap kami tangani. Keterangannya tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Keterlambatan penanganan pengaduan nomor {nomor}',
        body: [
          'Kami belum memenuhi batas waktu untuk pengaduan Saudara dengan nomor {nomor}, dan kami mohon maaf. Pengaduan Saudara tetap kami tangani.',
          'Batas waktu yang terlewat: {batas_waktu}.',
        ],
      },
    },
    delay_explained: {
      subject: 'Penjelasan keterlambatan dan batas waktu baru pengaduan {nomor}',
      news: 'Kami menjelaskan mengapa pengaduan nomor {nomor} terlambat. Alasannya dan batas waktu yang baru tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Penjelasan keterlambatan pengaduan nomor {nomor}',
        body: [
          'Kami menjelaskan mengapa penanganan pengaduan Saudara dengan nomor {nomor} terlambat.',
          'Alasannya:\n{alasan}',
          'Batas waktu yang baru: {tanggal_baru}.',
        ],
      },
    },
    paused: {
      subject: 'Penghitungan batas waktu pengaduan {nomor} dihentikan sementara',
      news: 'Penghitungan batas waktu untuk pengaduan nomor {nomor} kami hentikan sementara. Alasannya, dan sampai kapan paling lama, tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Penghentian sementara batas waktu pengaduan nomor {nomor}',
        body: [
          'Penghitungan batas waktu untuk pengaduan Saudara dengan nomor {nomor} kami hentikan sementara.',
          'Alasannya:\n{alasan}',
          'Penghentian ini berlaku paling lama sampai {tanggal_baru}, atau sampai Saudara menjawab.',
        ],
      },
    },
    extended: {
      subject: 'Pengaduan {nomor} memerlukan waktu lebih lama',
      news: 'Kami memerlukan waktu lebih lama untuk menyelesaikan pengaduan nomor {nomor}. Alasannya dan batas waktu yang baru tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Perpanjangan waktu penyelesaian pengaduan nomor {nomor}',
        body: [
          'Penyelesaian pengaduan Saudara dengan nomor {nomor} memerlukan waktu lebih lama.',
          'Alasannya:\n{alasan}',
          'Batas waktu yang baru: {tanggal_baru}.',
        ],
      },
    },
    forwarded: {
      subject: 'Pengaduan {nomor} kami teruskan',
      news: 'Pengaduan Anda dengan nomor {nomor} kami teruskan kepada yang berwenang menanganinya. Tujuan, alasan, dan cara memantaunya tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Pelimpahan pengaduan nomor {nomor}',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} kami teruskan kepada yang berwenang menanganinya.',
          'Diteruskan kepada:\n{tujuan}',
          'Alasannya:\n{alasan}',
        ],
      },
    },
    answered: {
      subject: 'Pengaduan {nomor} sudah kami jawab',
      news: 'Pengaduan Anda dengan nomor {nomor} sudah kami jawab. Bila Anda tidak puas dengan jawaban itu, Anda dapat mengajukan keberatan di halaman pengaduan Anda sampai batas waktu yang tertulis di sana.',
      letter: {
        subject: 'Jawaban atas pengaduan nomor {nomor}',
        body: [
          'Penanganan pengaduan Saudara dengan nomor {nomor} telah selesai kami lakukan.',
          'Hasilnya: {hasil}.',
          '{jawaban}',
          'Bila Saudara tidak puas dengan jawaban ini, Saudara dapat mengajukan keberatan paling lambat {batas_waktu}. Keberatan diputuskan pejabat lain, bukan yang memberi jawaban.',
        ],
      },
    },
    declined: {
      subject: 'Ada keputusan tentang pengaduan {nomor}',
      news: 'Kami sudah mengambil keputusan tentang pengaduan nomor {nomor}. Alasannya dan lembaga lain yang dapat Anda hubungi tertulis di halaman pengaduan Anda. Bila Anda tidak setuju, Anda dapat mengajukan keberatan di halaman itu sampai batas waktu yang tertulis di sana.',
      letter: {
        subject: 'Keputusan tentang pengaduan nomor {nomor}',
        body: [
          'Mohon maaf, pengaduan Saudara dengan nomor {nomor} tidak dapat kami tindak lanjuti.',
          'Alasannya:\n{alasan}',
          'Lembaga lain yang dapat Saudara hubungi:\n{tempat_lain}',
          'Bila Saudara tidak setuju dengan keputusan ini, Saudara dapat mengajukan keberatan paling lambat {batas_waktu}. Keberatan diputuskan pejabat lain, bukan yang mengambil keputusan ini.',
        ],
      },
    },
    objection_received: {
      subject: 'Keberatan Anda tentang pengaduan {nomor} sudah kami terima',
      news: 'Keberatan Anda tentang pengaduan nomor {nomor} sudah kami terima untuk diperiksa. Keberatan itu diputuskan pejabat lain, bukan yang memberi jawaban atau keputusan sebelumnya.',
      letter: {
        subject: 'Keberatan tentang pengaduan nomor {nomor} telah diterima',
        body: [
          'Keberatan Saudara tentang pengaduan nomor {nomor} telah kami terima untuk diperiksa. Keberatan itu diputuskan pejabat lain, bukan yang memberi jawaban atau keputusan sebelumnya.',
          'Keputusannya kami sampaikan paling lambat {batas_waktu}.',
        ],
      },
    },
    objection_decided: {
      subject: 'Keberatan Anda tentang pengaduan {nomor} sudah diputuskan',
      news: 'Keberatan Anda tentang pengaduan nomor {nomor} sudah diputuskan. Keputusan dan alasannya tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Keputusan atas keberatan tentang pengaduan nomor {nomor}',
        body: ['Keberatan Saudara tentang pengaduan nomor {nomor} telah diputuskan.', '{putusan}'],
      },
    },
    closed: {
      subject: 'Pengaduan {nomor} selesai',
      news: 'Pengaduan Anda dengan nomor {nomor} sudah selesai. Anda dapat memberi penilaian di halaman pengaduan Anda; penilaian itu membantu kami memperbaiki pelayanan.',
      letter: {
        subject: 'Pengaduan nomor {nomor} selesai',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} telah selesai. Saudara dapat memberi penilaian di halaman pengaduan; penilaian itu membantu kami memperbaiki pelayanan.',
        ],
      },
    },
    withdrawn: {
      subject: 'Pengaduan {nomor} tercatat dicabut',
      news: 'Pengaduan Anda dengan nomor {nomor} tercatat dicabut. Keterangannya tertulis di halaman pengaduan Anda, juga apakah pengaduan itu masih dapat dilengkapi dan dibuka kembali.',
      letter: {
        subject: 'Pencabutan pengaduan nomor {nomor}',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} tercatat dicabut. Keterangannya tertulis di halaman pengaduan Saudara, juga apakah pengaduan itu masih dapat dilengkapi dan dibuka kembali.',
        ],
      },
    },
    merged: {
      subject: 'Pengaduan {nomor} kami gabungkan',
      news: 'Pengaduan Anda dengan nomor {nomor} kami gabungkan dengan pengaduan lain tentang hal yang sama. Nomor dan kode lacak Anda tetap berlaku, dan jawabannya tetap kami sampaikan kepada Anda.',
      letter: {
        subject: 'Penggabungan pengaduan nomor {nomor}',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} kami gabungkan dengan pengaduan lain tentang hal yang sama. Nomor Saudara tetap berlaku, dan jawabannya tetap kami sampaikan kepada Saudara. Identitas Saudara tidak diketahui pelapor yang lain.',
        ],
      },
    },
    unmerged: {
      subject: 'Pengaduan {nomor} kembali kami tangani secara terpisah',
      news: 'Pengaduan Anda dengan nomor {nomor} tidak lagi digabungkan dengan pengaduan lain dan kembali kami tangani secara terpisah. Alasannya dan batas waktunya tertulis di halaman pengaduan Anda.',
      letter: {
        subject: 'Pemisahan pengaduan nomor {nomor}',
        body: [
          'Pengaduan Saudara dengan nomor {nomor} tidak lagi digabungkan dengan pengaduan lain dan kembali kami tangani secara terpisah.',
        ],
      },
    },
    data_breach: {
      subject: 'Pemberitahuan penting tentang data Anda, pengaduan {nomor}',
      news: 'Ada pemberitahuan penting tentang data pribadi Anda pada pengaduan nomor {nomor}. Mohon dibaca di halaman pengaduan Anda.',
      short: 'Ada pemberitahuan penting tentang data Anda pada pengaduan {nomor}.',
      letter: {
        subject: 'Pemberitahuan tentang data pribadi, pengaduan nomor {nomor}',
        body: ['Ada pemberitahuan penting tentang data pribadi Saudara pada pengaduan nomor {nomor}.', '{pesan}'],
      },
    },
    code_replaced: {
      subject: 'Kode lacak pengaduan {nomor} sudah diganti',
      news: 'Kode lacak pengaduan nomor {nomor} sudah diganti. Kode yang lama tidak berlaku lagi. Bila bukan Anda yang memintanya, mohon segera hubungi kantor kami.',
      short: 'Kode lacak pengaduan {nomor} sudah diganti. Bukan Anda yang meminta? Hubungi kantor.',
      letter: {
        subject: 'Penggantian kode lacak, pengaduan nomor {nomor}',
        body: [
          'Kode lacak pengaduan Saudara dengan nomor {nomor} sudah diganti. Kode yang lama tidak berlaku lagi.',
          'Bila bukan Saudara yang memintanya, mohon segera hubungi kantor kami.',
        ],
      },
    },
    contact_code: {
      subject: 'Kode {kode} untuk mengonfirmasi kontak Anda, pengaduan {nomor}',
      news: 'Kode Anda: {kode}. Isikan di halaman pengaduan nomor {nomor} untuk mengonfirmasi kontak Anda. Kode ini berlaku satu jam. Bila Anda tidak memintanya, abaikan pesan ini.',
      short: 'Kode {kode} untuk pengaduan {nomor}, berlaku satu jam. Abaikan bila Anda tidak memintanya.',
      letter: {
        subject: 'Kode konfirmasi kontak, pengaduan nomor {nomor}',
        body: ['Kode untuk pengaduan Saudara dengan nomor {nomor}: {kode}.'],
      },
    },
  },

  email: (news) => [
    'Yth. Bapak/Ibu,',
    news,
    'Buka halaman pengaduan Anda dengan nomor pengaduan dan kode lacak:\n{tautan}',
    'Untuk menjaga kerahasiaan Anda, isi pengaduan tidak ditulis di surel ini. Petugas tidak pernah meminta kode lacak Anda lewat surel, telepon, atau pesan.',
    'Hormat kami,\n{kantor}',
    noReplyLine.id,
  ],

  whatsapp: (news) => [
    'Yth. Bapak/Ibu,',
    news,
    'Buka dengan nomor pengaduan dan kode lacak Anda:\n{tautan}',
    'Petugas tidak pernah meminta kode lacak Anda.',
    '{kantor}',
  ],

  sms: (short) => `{kantor_singkat}: ${short} Buka dengan nomor dan kode lacak Anda: {tautan}`,

  letter: (body) => [
    'Dengan hormat,',
    ...body,
    'Perkembangannya dapat Saudara ikuti di {tautan} dengan nomor pengaduan dan kode lacak yang Saudara terima saat mengadu. Petugas kami tidak pernah meminta kode lacak Saudara.',
    'Atas perhatian Saudara, kami ucapkan terima kasih.',
  ],
}

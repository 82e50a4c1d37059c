import type { HistoryEvent } from '../../case/shape/history.ts'
import { actEvents, wordsIn } from '../../case/wording/acts.ts'
import type { DangerousAct, OpeningGround } from '../../offices/act-vocabulary.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { IdentityPolicy } from '../../offices/tenants/tenant.ts'
import type {
  CompletionItem,
  DataRequestKind,
  DeclineReason,
  IntakeChannel,
  Outcome,
  PrivacyChoice,
  Role,
  Status,
} from '../../offices/vocabulary.ts'

export interface Labels {
  readonly status: Readonly<Record<Status, string>>
  readonly statusMeaning: Readonly<Record<Status, string>>
  /** It is for the reporter of a case that was joined to the one with this number. */
  readonly mergedInto: (number: string) => string
  /** It is for a reporter who answered that it is not solved. */
  readonly mayStillObject: (until: string) => string
  readonly goesElsewhere: (superior: string) => string
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly declineReason: Readonly<Record<DeclineReason, string>>
  readonly completionItem: Readonly<Record<CompletionItem, string>>
  /** The request to complete: its first line, and one line for each missing item. */
  readonly completionLead: string
  readonly completionSentence: Readonly<Record<Exclude<CompletionItem, 'other'>, string>>
  readonly noticeChannel: Readonly<Record<NoticeChannel, string>>
  readonly channel: Readonly<Record<IntakeChannel, string>>
  readonly privacy: Readonly<Record<PrivacyChoice, string>>
  readonly privacyMeaning: Readonly<Record<PrivacyChoice, string>>
  /** What the choice means where the browser seals the identity. */
  readonly sealedMeaning: Readonly<Record<Exclude<PrivacyChoice, 'anonymous'>, string>>
  readonly event: Readonly<Record<HistoryEvent, string>>
  readonly openingGround: Readonly<Record<OpeningGround, string>>
  readonly dataRequestKind: Readonly<Record<DataRequestKind, string>>
  /** What withdrawing the identity means for the reporter, by the tenant's policy. */
  readonly withdrawalMeaning: Readonly<Record<IdentityPolicy, string>>
  /** It follows the line of an event once somebody outside the office took the notice. */
  readonly reporterTold: string
  /** Tells a reporter which of their files, counted from one. */
  readonly fileAt: (place: number) => string
  /** Stands with a category that keeps each identity confidential. */
  readonly alwaysConfidential: string
  /** For a category that takes no complaint without identity: beside its description, and as the refusal. */
  readonly identityNeeded: Readonly<Record<'told' | 'refused', string>>
  /** Leads the unit's own words of what happens after filing. */
  readonly nextSteps: (text: string) => string
  readonly role: Readonly<Record<Role, string>>
  readonly dangerousAct: Readonly<Record<DangerousAct, string>>
  readonly permission: Readonly<Record<Permission, string>>
  /** A warning at the choice of channels. */
  readonly channelsDown: (channels: readonly NoticeChannel[]) => string
  /** Replaces the meaning of `forwarded` once the target is known. */
  readonly forwardedTo: (name: string, reference: string | null) => string
  /** It is for the reporter, while another tenant has not taken the case. */
  readonly offeredTo: (office: string) => string
  /** It is for the reporter of a case that another tenant took. */
  readonly handledBy: (office: string, number: string) => string
  readonly reporter: string
  readonly system: string
}

const noticeChannel = { email: 'Surel', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'Surat' } as const

export const labelsId: Labels = {
  status: {
    received: 'Diterima',
    incomplete: 'Menunggu kelengkapan pelapor',
    in_progress: 'Dalam proses penyelesaian',
    awaiting_approval: 'Menunggu persetujuan pimpinan',
    answered: 'Dijawab',
    objected: 'Keberatan pelapor',
    closed: 'Selesai',
    declined: 'Tidak dapat ditindaklanjuti',
    forwarded: 'Diteruskan',
    merged: 'Digabungkan',
    withdrawn: 'Dicabut',
  },
  statusMeaning: {
    received:
      'Pengaduan Anda sudah tercatat. Petugas memeriksa kelengkapannya dan apakah kantor ini berwenang menanganinya.',
    incomplete: 'Petugas memerlukan tambahan dari Anda. Selama menunggu, penghitungan waktu kami dihentikan sementara.',
    in_progress: 'Pengaduan Anda sudah diverifikasi dan sedang ditangani.',
    awaiting_approval: 'Jawaban sudah disusun dan menunggu persetujuan pimpinan.',
    answered: 'Jawaban sudah diberikan. Anda dapat menyetujuinya atau mengajukan keberatan.',
    objected: 'Keberatan Anda sedang diputuskan pejabat lain, bukan yang memberi jawaban atau keputusan sebelumnya.',
    closed: 'Pengaduan ini selesai.',
    declined:
      'Pengaduan ini tidak dapat ditindaklanjuti di kantor ini. Alasannya dan lembaga lain yang dapat Anda hubungi ada di bawah.',
    forwarded: 'Pengaduan ini diteruskan kepada pihak yang berwenang.',
    merged: 'Pengaduan ini digabungkan dengan pengaduan lain tentang hal yang sama.',
    withdrawn: 'Pengaduan ini dicabut.',
  },
  mergedInto: (number) =>
    `Pengaduan ini digabungkan dengan pengaduan ${number} tentang hal yang sama. Jawabannya juga Anda terima di sini. Pelapor lain tidak melihat pengaduan Anda, dan Anda tidak melihat pengaduannya.`,
  outcome: {
    substantiated: 'Terbukti',
    partly_substantiated: 'Terbukti sebagian',
    unsubstantiated: 'Tidak terbukti',
    insufficient_evidence: 'Bukti tidak cukup',
    clarified: 'Selesai dengan klarifikasi',
    referred: 'Dirujuk',
  },
  declineReason: {
    not_our_authority: 'Bukan kewenangan kantor ini',
    before_court: 'Sedang atau sudah diperiksa pengadilan',
    already_answered: 'Sudah pernah dijawab',
    no_identity_not_grounded: 'Tanpa identitas dan belum dinilai beralasan',
    not_a_complaint: 'Bukan pengaduan',
    not_completed: 'Tidak dilengkapi',
  },
  completionLead: 'Agar pengaduan Anda dapat kami proses, mohon lengkapi:',
  completionSentence: {
    what_happened: 'Apa yang terjadi, dari awal sampai akhir, dengan kata-kata Anda sendiri.',
    when_it_happened: 'Kapan kejadiannya: tanggal, dan jamnya bila Anda ingat.',
    where_it_happened: 'Di mana kejadiannya: nama kantor, loket, atau ruangnya.',
    who_was_involved: 'Siapa yang terlibat: nama, jabatan, atau ciri-cirinya.',
    evidence: 'Bukti yang Anda punya: foto, kuitansi, surat, atau rekaman.',
    identity: 'Nama dan cara menghubungi Anda. Anda dapat meminta identitas dirahasiakan.',
    contact: 'Nomor HP atau surel, agar kami dapat memberi tahu Anda.',
  },
  completionItem: {
    what_happened: 'Apa yang terjadi',
    when_it_happened: 'Kapan terjadi',
    where_it_happened: 'Di mana terjadi',
    who_was_involved: 'Siapa yang terlibat',
    evidence: 'Bukti pendukung',
    identity: 'Identitas pelapor',
    contact: 'Kontak yang dapat dihubungi',
    other: 'Hal lain',
  },
  noticeChannel,
  channel: {
    web_widget: 'Situs web',
    walk_in_oral: 'Datang langsung, lisan',
    walk_in_written: 'Datang langsung, tertulis',
    telephone: 'Telepon',
    fax: 'Faksimile',
    email: 'Surel',
    whatsapp: 'WhatsApp',
    sms: 'SMS',
    letter: 'Surat',
  },
  privacy: {
    named: 'Dengan identitas',
    confidential: 'Identitas dirahasiakan',
    anonymous: 'Tanpa identitas',
  },
  sealedMeaning: {
    named:
      'Identitas Anda disegel di perangkat Anda. Pemegang kunci identitas dapat membukanya bila petugas meminta dengan alasan yang dapat Anda lihat. Orang yang Anda adukan tidak dapat melihatnya.',
    confidential:
      'Identitas Anda disegel di perangkat Anda dan dirahasiakan dari petugas yang menangani. Hanya pemegang kunci identitas dapat membukanya, dengan alasan yang dapat Anda lihat.',
  },
  privacyMeaning: {
    named: 'Petugas yang menangani dapat membukanya, dengan alasan yang dapat Anda lihat.',
    confidential: 'Petugas yang menangani tidak tahu siapa Anda. Hanya pemegang kunci identitas yang dapat membukanya.',
    anonymous: 'Kami tidak meminta nama Anda. Pantau dengan nomor dan kode lacak.',
  },
  reporterTold: 'pelapor diberi tahu',
  fileAt: (place) => `Bukti ke-${place}`,
  event: {
    ...wordsIn('id', actEvents),
    received: 'Pengaduan diterima',
    in_progress: 'Diverifikasi dan mulai ditangani',
    completion_asked: 'Kelengkapan diminta',
    completion_reminder: 'Waktunya mengingatkan pelapor untuk melengkapi',
    late: 'Kantor melewati batas waktu',
    delay_explained: 'Keterlambatan dijelaskan',
    extended: 'Batas waktu diperpanjang',
    paused: 'Hitungan batas waktu dihentikan sementara',
    dates_moved: 'Batas waktu bergeser karena kalender kantor berubah',
    reopened: 'Dibuka kembali oleh pelapor',
    forwarded: 'Diteruskan',
    transfer_offered: 'Diajukan ke unit lain',
    transfer_returned: 'Dikembalikan oleh unit lain',
    came_from_unit: 'Diterima dari unit lain',
    split_from: 'Dipisahkan menjadi pengaduan tersendiri',
    imported: 'Diambil dari buku lama',
    lapor_noted: 'Nomor LAPOR! dicatat',
    lapor_removed: 'Nomor LAPOR! dihapus',
    completed_in_part: 'Pelapor melengkapi sebagian',
    completed: 'Pelapor melengkapi',
    paper_submitted: 'Laporan diajukan ke pimpinan',
    paper_returned: 'Laporan dikembalikan',
    paper_finished: 'Naskah selesai',
    assignment_done: 'Instruksi disposisi dilaksanakan',
    message: 'Pesan dari kantor',
    message_from_reporter: 'Pesan dari pelapor',
    answered: 'Jawaban diberikan',
    declined: 'Dinyatakan tidak dapat ditindaklanjuti',
    objected: 'Keberatan diajukan',
    objection_received: 'Keberatan diterima untuk diperiksa',
    objection_decided: 'Keberatan diputuskan',
    accepted: 'Pelapor menyetujui jawaban',
    closed: 'Selesai',
    withdrawn: 'Dicabut',
    evidence_added: 'Bukti ditambahkan',
    evidence_infected: 'Program berbahaya ditemukan dalam satu berkas; berkas itu tidak dibuka',
    original_taken: 'Berkas asli diambil',
    identity_added: 'Identitas ditambahkan',
    identity_asked: 'Pembukaan identitas diminta',
    identity_granted: 'Pembukaan identitas disetujui',
    identity_refused: 'Pembukaan identitas ditolak',
    identity_opened: 'Identitas dibuka',
    identity_erased: 'Identitas dihapus',
    who_is_meant: 'Ditutup sementara, sampai diputuskan siapa yang dimaksud',
    guarded: 'Ditutup bagi petugas yang dilaporkan',
    rerouted: 'Dialihkan: ditangani petugas lain di luar yang dilaporkan',
    rerouted_back: 'Tidak lagi dialihkan: ditangani petugas unit seperti biasa',
    guard_lifted: 'Penutupan akses petugas dicabut',
    held: 'Ditahan dari pemusnahan',
    hold_lifted: 'Penahanan dari pemusnahan dicabut',
    destroyed: 'Dimusnahkan menurut jadwal retensi',
    code_replaced: 'Kode lacak diganti',
    contact_code: 'Kode konfirmasi kontak dikirim',
    contact_confirmed: 'Kontak dikonfirmasi pelapor',
    identity_corrected: 'Identitas atau kontak diperbaiki',
    data_requested: 'Permintaan tentang data pribadi',
    data_answered: 'Permintaan tentang data pribadi dijawab',
    data_breach: 'Pemberitahuan tentang data pribadi Anda',
    merged: 'Digabungkan dengan pengaduan lain tentang hal yang sama',
    unmerged: 'Dipisahkan lagi; penghitungan waktu dilanjutkan tanpa masa penggabungan',
    case_joined: 'Pengaduan lain digabungkan ke sini',
    case_parted: 'Pengaduan lain kembali ditangani secara terpisah',
    message_attached: 'Pesan masuk disatukan oleh petugas',
    transcript_confirmed: 'Pelapor menyatakan transkrip benar',
    transcript_corrected: 'Pelapor memperbaiki transkrip',
    file_redacted: 'Berkas yang keluar dari unit diatur',
    files_withheld: 'Berkas yang tidak disertakan pengirim',
    naming_kept: 'Penyebutan pelapor dalam naskah dipertahankan',
    rated: 'Penilaian diberikan',
    rule_acted: 'Aturan otomatis dijalankan',
    series_undone: 'Rangkaian tindakan tidak dijalankan',
    not_sent_case_moved_on: 'Tindakan yang menunggu tidak dijalankan: pengaduan sudah berlanjut',
    not_sent_reporter_wrote: 'Tindakan yang menunggu tidak dijalankan: pelapor menulis lagi sebelum waktunya',
    not_sent_no_right: 'Tindakan yang menunggu tidak dijalankan: petugasnya tidak lagi berwenang',
    not_sent_refused: 'Tindakan yang menunggu tidak dijalankan',
  },
  openingGround: {
    contact_reporter: 'Menghubungi pelapor',
    check_identity: 'Memastikan identitas',
    protect_reporter: 'Melindungi pelapor',
    legal_duty: 'Kewajiban menurut hukum',
    send_letter: 'Mengirim surat',
    other: 'Alasan lain',
  },
  dataRequestKind: {
    access: 'Melihat data saya',
    correction: 'Memperbaiki data saya',
    erasure: 'Menghapus data saya',
    objection: 'Keberatan atas pemakaian data saya',
    other: 'Permintaan lain',
  },
  withdrawalMeaning: {
    open: 'Nama dan kontak Anda dimusnahkan saat itu juga. Pengaduan tetap ditangani. Setelah itu, perkembangannya hanya dapat Anda baca di halaman ini.',
    grounded:
      'Nama dan kontak Anda dimusnahkan saat itu juga. Pengaduan yang belum diverifikasi dinilai dahulu apakah beralasan tanpa identitas. Setelah itu, perkembangannya hanya dapat Anda baca di halaman ini.',
    required:
      'Nama dan kontak Anda dimusnahkan saat itu juga. Kantor ini mewajibkan identitas, jadi pengaduan Anda mungkin tidak dapat dilanjutkan. Setelah itu, perkembangannya hanya dapat Anda baca di halaman ini.',
  },
  nextSteps: (text) => `Sesudah Anda mengadu: ${text}`,
  alwaysConfidential: 'Identitas yang Anda berikan di sini selalu dirahasiakan.',
  identityNeeded: {
    told: 'Kategori ini memerlukan identitas.',
    refused:
      'Kategori ini memerlukan identitas. Pilih kategori lain, atau kembali ke awal dan ubah pilihan kerahasiaan.',
  },
  role: {
    intake_officer: 'Petugas penerima',
    verifier: 'Petugas verifikasi',
    case_handler: 'Petugas penangan',
    unit_head: 'Pimpinan unit',
    identity_custodian: 'Pemegang kunci identitas',
    internal_auditor: 'Inspektorat',
    parent_head: 'Pimpinan unit induk',
    observer: 'Pengamat',
    tenant_admin: 'Admin unit',
  },
  dangerousAct: {
    'export-register': 'Ekspor register',
    'open-identities': 'Membuka beberapa identitas',
    'erase-identity': 'Menghapus identitas pelapor',
    'erase-identities': 'Menghapus identitas yang habis masa simpannya',
    'grant-custody': 'Memberi peran pemegang kunci identitas',
    'reset-account': 'Membantu petugas masuk kembali',
    'destroy-cases': 'Memusnahkan pengaduan yang habis masa simpannya',
  },
  permission: {
    'cases.read': 'Membaca pengaduan',
    'cases.enter': 'Mencatat pengaduan dari loket, telepon, atau surat',
    'cases.verify': 'Memverifikasi, dan menutup akses petugas yang dilaporkan',
    'cases.dispatch': 'Mendisposisikan kepada penangan',
    'cases.handle': 'Menangani: berkirim pesan, mengusulkan jawaban',
    'cases.approve': 'Menyetujui jawaban, memutus keberatan',
    'cases.decline': 'Menyatakan tidak dapat ditindaklanjuti',
    'objections.decide': 'Memutus keberatan yang tidak dapat diputus pimpinan lain',
    'cases.close': 'Menyelesaikan pengaduan',
    'identity.open': 'Membuka identitas pelapor, dengan alasan',
    'identity.open_confidential': 'Memutus permintaan membuka identitas rahasia',
    'identity.erase': 'Menghapus identitas pelapor, dengan persetujuan orang kedua',
    'rights.answer': 'Menjawab permintaan pelapor tentang datanya',
    'incidents.handle': 'Mencatat insiden data pribadi dan memberi tahu pelapor',
    'retention.manage':
      'Menahan dari pemusnahan; memusnahkan yang habis masa simpannya, dengan persetujuan orang kedua',
    'letters.approve': 'Menyetujui surat kepada pelapor',
    'letters.post': 'Mencetak dan mengirim surat, dengan nama dan alamat pelapor',
    'letters.post_confidential': 'Mencetak surat kepada pelapor yang identitasnya dirahasiakan',
    'reports.read': 'Melihat angka unit',
    'register.export': 'Mengekspor register, dengan persetujuan orang kedua',
    'register.import': 'Mengimpor buku register lama, dan mengurungkannya',
    'approvals.decide': 'Memutus permintaan sebagai orang kedua',
    'templates.manage': 'Mengatur templat balasan',
    'integrations.manage': 'Mengatur kunci API dan sambungan ke sistem lain',
    'tenant.configure': 'Mengatur tata cara, kategori, dan kalender unit',
    'staff.manage': 'Mengundang petugas dan memberi peran',
    'mailbox.read': 'Membaca surel keluar',
    'log.read': 'Membaca catatan akses',
  },
  channelsDown: (channels) =>
    `${channels.map((channel) => noticeChannel[channel]).join(' dan ')} sedang terganggu: pemberitahuan lewat sana dapat terlambat. Silakan pilih juga saluran lain, atau pantau sendiri dengan nomor dan kode lacak.`,
  forwardedTo: (name, reference) =>
    `Pengaduan ini diteruskan ke ${name}. ${reference ? `Nomornya di sana: ${reference}.` : 'Nomornya di sana kami beri tahu begitu ada.'}`,
  offeredTo: (office) =>
    `Kami meminta ${office} menangani pengaduan ini. Sampai diterima di sana, pengaduan tetap kami tangani dan waktu kami tetap dihitung.`,
  handledBy: (office, number) =>
    `Sekarang ditangani ${office} dengan nomor ${number}. Nomor dan kode lacak Anda yang lama tetap berlaku di sini.`,
  reporter: 'Pelapor',
  mayStillObject: (until: string) =>
    `Anda menilai masalah ini belum selesai. Anda masih dapat mengajukan keberatan sampai ${until}. Keberatan diputuskan pejabat lain, bukan yang memberi jawaban.`,
  goesElsewhere: (superior: string) =>
    `Anda menilai masalah ini belum selesai. Keberatan di sini tidak dapat diajukan lagi, tetapi Anda dapat menyampaikannya kepada atasan kantor ini (${superior}), Inspektorat, atau Ombudsman RI. Melapor ke Ombudsman gratis, paling lambat dua tahun sejak kejadian.`,
  system: 'Sistem',
}

import type {
  AskForApproval,
  ComplaintClass,
  CompletionItem,
  DeclineReason,
  DispatchInstruction,
  IdentityPolicy,
  IntakeChannel,
  LeakKind,
  Need,
  NoticeChannel,
  OpeningGround,
  Outcome,
  PrivacyChoice,
  Role,
  Status,
  Weekday,
} from '../../api/wire.ts'

const roles: Readonly<Record<Role, string>> = {
  intake_officer: 'Petugas penerima',
  verifier: 'Petugas verifikasi',
  case_handler: 'Petugas penangan',
  unit_head: 'Pimpinan unit',
  identity_custodian: 'Pemegang kunci identitas',
  internal_auditor: 'Inspektorat / APIP',
  parent_head: 'Pimpinan unit induk',
  observer: 'Pengamat',
  tenant_admin: 'Admin unit',
}

const roleMeanings: Readonly<Record<Role, string>> = {
  intake_officer: 'Membaca register dan mencatat pengaduan lisan, telepon, faks, surat, dan surel.',
  verifier:
    'Memeriksa kelengkapan, kewenangan, dan dasar pengaduan; mendisposisikan; menyatakan tidak dapat ditindaklanjuti; membuka identitas dengan alasan.',
  case_handler: 'Menangani, bertanya kepada pelapor, mengusulkan jawaban, dan menyelesaikan pengaduan.',
  unit_head: 'Semua tindakan atas pengaduan, menyetujui jawaban, memutus keberatan, dan membaca catatan akses.',
  identity_custodian:
    'Memutus permintaan membuka identitas yang dirahasiakan, dan dapat membukanya sendiri. Selalu dengan alasan yang tercatat.',
  internal_auditor: 'Membaca pengaduan, laporan, dan catatan akses.',
  parent_head: 'Memutus keberatan bila tidak ada pimpinan lain, dan menjadi orang kedua.',
  observer: 'Hanya statistik tanpa data pribadi.',
  tenant_admin: 'Mengatur unit, petugas, dan peran. Tidak dapat membaca pengaduan.',
}

const statuses: Readonly<Record<Status, string>> = {
  received: 'Diterima',
  incomplete: 'Menunggu kelengkapan',
  in_progress: 'Dalam proses',
  awaiting_approval: 'Menunggu persetujuan',
  answered: 'Dijawab',
  objected: 'Keberatan',
  closed: 'Selesai',
  declined: 'Tidak ditindaklanjuti',
  forwarded: 'Diteruskan',
  merged: 'Digabungkan',
  withdrawn: 'Dicabut',
}

const classes: Readonly<Record<ComplaintClass, string>> = {
  non_oversight: 'Tidak berkadar pengawasan',
  oversight: 'Berkadar pengawasan',
}

const privacy: Readonly<Record<PrivacyChoice, string>> = {
  named: 'Dengan identitas',
  confidential: 'Identitas dirahasiakan',
  anonymous: 'Tanpa identitas',
}

const privacyMeanings: Readonly<Record<PrivacyChoice, string>> = {
  named: 'Petugas yang menangani dapat membuka identitas bila ada alasan. Orang yang diadukan tidak.',
  confidential:
    'Juga tersembunyi dari petugas penangan. Hanya dibuka dengan persetujuan pemegang kunci dan alasan yang tercatat.',
  anonymous: 'Nama tidak diminta. Kontak disimpan hanya bila pelapor mengisinya.',
}

const channels: Readonly<Record<IntakeChannel, string>> = {
  web_widget: 'Situs web',
  walk_in_oral: 'Datang, lisan',
  walk_in_written: 'Datang, tertulis',
  telephone: 'Telepon',
  fax: 'Faksimile',
  email: 'Surel',
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  letter: 'Surat',
}

const outcomes: Readonly<Record<Outcome, string>> = {
  substantiated: 'Terbukti',
  partly_substantiated: 'Terbukti sebagian',
  unsubstantiated: 'Tidak terbukti',
  insufficient_evidence: 'Bukti tidak cukup',
  clarified: 'Selesai dengan klarifikasi',
  referred: 'Dirujuk',
}

const declineReasons: Readonly<Record<DeclineReason, string>> = {
  not_our_authority: 'Bukan kewenangan unit ini',
  before_court: 'Sedang atau sudah diperiksa pengadilan',
  already_answered: 'Sudah pernah dijawab',
  no_identity_not_grounded: 'Tanpa identitas dan belum dinilai beralasan',
  not_a_complaint: 'Bukan pengaduan',
  not_completed: 'Tidak dilengkapi',
}

const completionItems: Readonly<Record<CompletionItem, string>> = {
  what_happened: 'Apa yang terjadi',
  when_it_happened: 'Kapan terjadi',
  where_it_happened: 'Di mana terjadi',
  who_was_involved: 'Siapa yang terlibat',
  evidence: 'Bukti pendukung',
  identity: 'Identitas pelapor',
  contact: 'Kontak yang dapat dihubungi',
  other: 'Hal lain',
}

const dispatchInstructions: Readonly<Record<DispatchInstruction, string>> = {
  follow_up: 'Tindak lanjuti sesuai ketentuan',
  study: 'Pelajari dan beri saran',
  clarify: 'Klarifikasi kepada pihak terkait',
  gather_evidence: 'Kumpulkan data dan bukti',
  coordinate: 'Koordinasikan dengan unit terkait',
  draft_answer: 'Siapkan konsep jawaban',
  report_back: 'Laporkan hasilnya',
  for_information: 'Untuk diketahui',
}

const openingGrounds: Readonly<Record<OpeningGround, string>> = {
  contact_reporter: 'Menghubungi pelapor',
  check_identity: 'Memastikan identitas',
  protect_reporter: 'Melindungi pelapor',
  legal_duty: 'Kewajiban menurut hukum',
  send_letter: 'Mengirim surat',
  other: 'Alasan lain',
}

const leakKinds: Readonly<Record<LeakKind, string>> = {
  name: 'nama pelapor',
  phone: 'nomor HP pelapor',
  address: 'alamat pelapor',
  email: 'surel pelapor',
  nik: 'nomor enam belas angka seperti NIK',
}

const noticeChannels: Readonly<Record<NoticeChannel, string>> = {
  email: 'Surel',
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  letter: 'Surat',
}

const attemptOutcomes: Readonly<Record<string, string>> = {
  accepted: 'Diterima penyedia',
  kept: 'Tidak dikirim',
  failed_for_now: 'Belum berhasil',
  refused: 'Ditolak',
  held: 'Ditahan',
  delivered: 'Sampai',
  read: 'Dibaca',
  failed: 'Tidak sampai',
  overdue: 'Belum ada keterangan sampai',
}

const identityPolicies: Readonly<Record<IdentityPolicy, string>> = {
  required: 'Identitas wajib',
  grounded: 'Boleh tanpa identitas, bila beralasan',
  open: 'Boleh tanpa identitas',
}

const identityPolicyMeanings: Readonly<Record<IdentityPolicy, string>> = {
  required: 'Pengaduan tanpa identitas tidak dapat dikirim.',
  grounded:
    'Diterima, lalu petugas verifikasi memutuskan beralasan atau tidak, dengan alasan. Pelapor membaca keputusan itu dan dapat menyusulkan identitas.',
  open: 'Diterima dan ditangani seperti pengaduan lain. Tidak ada keputusan tambahan saat verifikasi.',
}

const needs: Readonly<Record<Need, string>> = {
  required: 'Wajib',
  optional: 'Tidak wajib',
  hidden: 'Tidak ditanyakan',
}

const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'Senin',
  tuesday: 'Selasa',
  wednesday: 'Rabu',
  thursday: 'Kamis',
  friday: 'Jumat',
  saturday: 'Sabtu',
  sunday: 'Minggu',
}

const dangerousActs: Readonly<Record<AskForApproval['act'], string>> = {
  'export-register': 'Ekspor register',
  'open-identities': 'Membuka beberapa identitas',
  'erase-identity': 'Menghapus identitas pelapor',
  'erase-identities': 'Menghapus identitas yang habis masa simpannya',
  'destroy-cases': 'Memusnahkan pengaduan yang habis masa simpannya',
}

/** What people read for the closed sets of codes. */
export const vocabulary = {
  unsigned: {
    cannot_write: 'Tidak dapat menulis',
    unwell: 'Kondisi kesehatan tidak memungkinkan',
    declined: 'Memilih tidak menandatangani',
  },
  noText: '(tanpa tulisan)',
  roles,
  roleMeanings,
  statuses,
  classes,
  privacy,
  privacyMeanings,
  channels,
  outcomes,
  declineReasons,
  completionItems,
  dispatchInstructions,
  openingGrounds,
  leakKinds,
  dangerousActs,
  noticeChannels,
  attemptOutcomes,
  identityPolicies,
  identityPolicyMeanings,
  needs,
  weekdays,
  staffStates: { invited: 'Belum menerima undangan', active: 'Aktif' },
}

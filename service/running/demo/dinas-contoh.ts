import { newTenantSettings } from '../../offices/managing/tenants.ts'
import type { Category, TenantSettings } from '../../offices/tenants/tenant.ts'
import type { Translated } from '../../offices/translated.ts'

/** The invented second office shows that one service serves several. */
export const dinasContohSlug = 'dinas-contoh'

const name = 'Dinas Layanan Warga Kabupaten Contoh'

const rules: readonly Translated[] = [
  {
    id: 'Anda boleh mengadu tanpa menyebut nama. Pengaduan tanpa identitas kami tangani seperti pengaduan lain.',
    en: 'You may complain without giving your name. We handle such a complaint like any other.',
  },
  {
    id: 'Setiap pengaduan mendapat nomor, tanda terima, dan tanggal kapan Anda dapat menunggu jawaban.',
    en: 'Every complaint gets a number, a receipt and the date by which you can expect an answer.',
  },
  {
    id: 'Pengaduan diperiksa oleh petugas yang tidak terlibat dalam hal yang Anda adukan.',
    en: 'Your complaint is examined by an officer who has no part in the matter.',
  },
  {
    id: 'Bila ada yang kurang, kami menyebut dengan jelas apa yang perlu dilengkapi.',
    en: 'If something is missing, we say exactly what to add.',
  },
  {
    id: 'Bila Anda tidak puas dengan jawaban kami, Anda dapat mengajukan keberatan. Keberatan diputuskan pejabat lain, bukan yang memberi jawaban.',
    en: 'If our answer does not satisfy you, you can object. Somebody else decides the objection.',
  },
]

const categories: readonly Category[] = [
  {
    code: 'slow_service',
    label: { id: 'Layanan lambat atau tidak dilayani', en: 'Slow or refused service' },
    description: {
      id: 'Permohonan melewati batas waktu, antrean tidak dipanggil, atau loket tutup pada jam layanan.',
      en: 'An application passed its promised time, a queue was not called, or a counter was closed during opening hours.',
    },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'unclear_requirements',
    label: { id: 'Persyaratan tidak jelas', en: 'Unclear requirements' },
    description: {
      id: 'Syarat berubah-ubah, berbeda dengan yang diumumkan, atau diminta berulang kali.',
      en: 'Requirements that keep changing, differ from what is published, or are asked for again and again.',
    },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'staff_conduct',
    label: { id: 'Sikap petugas', en: 'Conduct of staff' },
    description: {
      id: 'Perlakuan tidak sopan, membeda-bedakan warga, atau merendahkan.',
      en: 'Rude, unequal or degrading treatment.',
    },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'illegal_levy',
    label: { id: 'Pungutan di luar ketentuan', en: 'Payments outside the rules' },
    description: {
      id: 'Petugas meminta atau menerima uang, barang, atau jasa untuk layanan yang tidak dipungut biaya.',
      en: 'An officer asked for or took money, goods or favours for a service that is free of charge.',
    },
    class: 'oversight',
    active: true,
  },
]

/** This office does not exist; it has rules of its own. */
export const dinasContoh: TenantSettings = {
  ...newTenantSettings({ name, shortName: 'Dinas Layanan Warga', numberPrefix: 'DLW' }),
  parent: 'Pemerintah Kabupaten Contoh',
  contact: {
    address: 'Jalan Contoh Nomor 1, Kabupaten Contoh',
    telephone: '0812-0000-0100',
    fax: null,
    email: 'pengaduan@dinas-contoh.example',
    officeHours: { id: 'Senin sampai Jumat, hari kerja', en: 'Monday to Friday, working days' },
  },
  procedure: {
    title: { id: 'Janji kami kepada pelapor', en: 'What we promise to reporters' },
    rules,
  },
  categories,
  privacyChoices: ['anonymous', 'confidential', 'named'],
  identityPolicy: 'open',
  identityFields: { name: 'required', address: 'hidden', phone: 'optional', email: 'optional' },
  evidence: { maxFiles: 5, maxMegabytes: 10, quarantine: false },
  theme: { accent: '#8a4413' },
}

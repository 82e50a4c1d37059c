import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import type { Language, PrivacyChoice } from '../../service/offices/vocabulary.ts'

type Said = Readonly<Record<Language, string>>

const rules: readonly Said[] = [
  { id: 'Setiap pengaduan kami terima, lisan maupun tertulis.', en: 'We receive every complaint, spoken or written.' },
  { id: 'Setiap pengaduan mendapat tanda terima.', en: 'Every complaint gets a receipt.' },
  {
    id: 'Identitas dan bukti diberikan sejauh mungkin. Pengaduan yang benar dan beralasan ditindaklanjuti juga tanpa identitas.',
    en: 'Identity and evidence are given as far as possible. A true and well-founded complaint is followed up without identity too.',
  },
  { id: 'Semua data pelapor kami rahasiakan.', en: 'We keep all data of the reporter confidential.' },
  {
    id: 'Anda diberi tahu setelah pengaduan diterima dan saat mulai ditangani.',
    en: 'You are told when the complaint is received and when it is being handled.',
  },
]

const choices: readonly (readonly [choice: PrivacyChoice, label: Said, meaning: Said])[] = [
  [
    'named',
    { id: 'Dengan identitas', en: 'With my identity' },
    {
      id: 'Petugas yang menangani melihat nama dan kontak Anda. Orang yang diadukan tidak.',
      en: 'The officers who handle the case see your name and contact. The person complained about does not.',
    },
  ],
  [
    'confidential',
    { id: 'Identitas dirahasiakan', en: 'Keep my identity sealed' },
    {
      id: 'Petugas yang menangani pun tidak melihatnya. Segel hanya dibuka dengan alasan yang tercatat, dan Anda diberi tahu.',
      en: 'Not even the officers who handle the case see it. The seal is opened only for a recorded reason, and you are told.',
    },
  ],
  [
    'anonymous',
    { id: 'Tanpa identitas', en: 'Without identity' },
    {
      id: 'Tidak ada yang tahu siapa Anda. Petugas menilai dahulu apakah pengaduan beralasan.',
      en: 'Nobody knows who you are. An officer first judges whether the complaint is well founded.',
    },
  ],
]

const limits = {
  name: 120,
  address: 300,
  phone: 25,
  email: 160,
  subject: 160,
  chronology: 8000,
  place: 200,
  reportedPerson: 200,
  remedy: 1000,
  message: 4000,
  reason: 1000,
}

/** An invented unit, as the service would show it. */
export function standInUnit(tenant: string, language: Language, origin: string): WholeTenantView {
  const say = (said: Said) => said[language]
  return {
    tenant,
    name: 'Bagian Contoh Sekretariat Daerah Kabupaten Misal',
    shortName: 'Bagian Contoh',
    parent: 'Pemerintah Kabupaten Misal',
    timeZone: 'Asia/Jakarta',
    language,
    languages: ['id', 'en'],
    contact: {
      address: 'Jalan Contoh 1',
      telephone: '(000) 123456',
      fax: null,
      email: null,
      officeHours: say({ id: 'Senin–Jumat, 07.30–16.00', en: 'Monday–Friday, 07:30–16:00' }),
    },
    procedure: { title: say({ id: 'Tata cara pengaduan', en: 'Complaint procedure' }), rules: rules.map(say) },
    privacyNotice: {
      version: 1,
      text: say({
        id: 'Data Anda dipakai hanya untuk menangani pengaduan ini.\nAnda dapat meminta salinan atau penghapusannya.',
        en: 'Your data are used only to handle this complaint.\nYou can ask for a copy or their erasure.',
      }),
    },
    categories: [
      {
        code: 'maladministration',
        label: say({ id: 'Maladministrasi', en: 'Maladministration' }),
        description: say({
          id: 'Kekeliruan, kesalahan, atau kelalaian administrasi dalam pelayanan.',
          en: 'An error, fault or neglect of administration in a service.',
        }),
        class: 'non_oversight',
      },
      {
        code: 'illegal_levy',
        label: say({ id: 'Pungutan lain-lain oleh petugas', en: 'Other levies by officers' }),
        description: say({
          id: 'Petugas meminta atau menerima uang, barang, atau imbalan di luar ketentuan.',
          en: 'An officer asks for or takes money, goods or favours beyond the rules.',
        }),
        class: 'oversight',
      },
    ],
    privacyChoices: choices.map(([choice, label, meaning]) => ({ choice, label: say(label), meaning: say(meaning) })),
    form: {
      identity: { name: 'required', address: 'required', phone: 'required', email: 'optional' },
      limits,
      evidence: {
        maxFiles: 3,
        maxBytes: 1_048_576,
        types: ['image/jpeg', 'image/png', 'application/pdf', 'audio/mpeg', 'video/mp4', 'text/plain'],
      },
      channels: ['whatsapp', 'sms', 'email', 'letter'],
    },
    clocks: [
      {
        clock: 'verification',
        label: say({ id: 'Verifikasi', en: 'Verification' }),
        amount: 3,
        unit: 'working_days',
        basis: 'Target layanan',
      },
    ],
    theme: { accent: null },
    links: {
      hosted: `${origin}/t/${tenant}`,
      form: `${origin}/t/${tenant}/form`,
      follow: `${origin}/t/${tenant}/follow`,
    },
  }
}

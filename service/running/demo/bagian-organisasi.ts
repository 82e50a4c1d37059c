import { newTenantSettings } from '../../offices/managing/tenants.ts'
import { standardLetterSettings } from '../../offices/tenants/letter-settings.ts'
import type { Category, TenantSettings } from '../../offices/tenants/tenant.ts'
import type { Translated } from '../../offices/translated.ts'

/** A fresh installation shows this tenant first. */
export const bagianOrganisasiSlug = 'bagian-organisasi'

const name = 'Bagian Organisasi Sekretariat Daerah Kabupaten Mojokerto'

const rules: readonly Translated[] = [
  {
    id: 'Setiap pengaduan kami terima, baik disampaikan secara lisan maupun tertulis.',
    en: 'We receive every complaint, spoken or written.',
  },
  {
    id: 'Kebijakan dan prosedur pengaduan kami jelaskan pada saat Anda menyampaikan pengaduan.',
    en: 'We explain our policy and procedure when you make your complaint.',
  },
  {
    id: 'Anda mendapat tanda terima untuk pengaduan tertulis. Di layanan ini setiap pengaduan, termasuk yang lisan, mendapat tanda terima.',
    en: 'You get a receipt for a written complaint. In this service every complaint gets one, spoken ones too.',
  },
  {
    id: 'Pada dasarnya kami menindaklanjuti pengaduan yang mencantumkan identitas pelapor.',
    en: 'As a rule we follow up complaints that bear the identity of the reporter.',
  },
  {
    id: 'Identitas dan bukti pendukung diberikan sedapat mungkin. Pengaduan yang benar dan beralasan tetap kami tindak lanjuti meskipun tanpa identitas. Keputusan itu dicatat beserta alasannya, dan Anda dapat membacanya.',
    en: 'Identity and supporting evidence are given as far as possible. A complaint that is true and well founded is followed up even without identity. An officer records that decision and its reason, and you can read both.',
  },
  {
    id: 'Semua data dan identitas yang Anda berikan kami jaga kerahasiaannya.',
    en: 'We keep all data and the identity that you give confidential.',
  },
  {
    id: 'Setelah pengaduan diterima, Anda kami beri tahu melalui surat, WhatsApp, SMS, atau surel, sesuai kontak yang Anda berikan, bahwa pengaduan sedang dalam proses penyelesaian.',
    en: 'Once your complaint is received, we tell you that it is being handled: by letter, WhatsApp, SMS or e-mail, where you gave us these contacts.',
  },
]

const categories: readonly Category[] = [
  {
    code: 'maladministration',
    label: { id: 'Maladministrasi', en: 'Maladministration' },
    description: {
      id: 'Petugas salah, lalai, atau menunda saat melayani Anda.',
      en: 'An officer made a mistake, neglected something or delayed it.',
    },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'illegal_levy',
    label: { id: 'Pungutan lain-lain oleh petugas', en: 'Other levies by officers' },
    description: {
      id: 'Petugas meminta atau menerima uang, barang, atau imbalan lain.',
      en: 'One of our officers asked for or took money, goods or another reward outside the rules.',
    },
    class: 'oversight',
    active: true,
  },
]

/** Address and e-mail of the first office are unknown, so they stay empty until its admin enters them. */
export const bagianOrganisasi: TenantSettings = {
  ...newTenantSettings({ name, shortName: 'Bagian Organisasi', numberPrefix: 'BO' }),
  parent: 'Pemerintah Kabupaten Mojokerto',
  contact: {
    address: null,
    telephone: '(0321) 323245',
    fax: '(0321) 323245',
    email: null,
    officeHours: { id: 'Hari kerja', en: 'Working days' },
  },
  procedure: {
    title: { id: 'Prosedur penanganan pengaduan', en: 'How we handle complaints' },
    rules,
  },
  categories,
  identityFields: { name: 'required', address: 'required', phone: 'required', email: 'optional' },
  javanese: true,
  letters: {
    ...standardLetterSettings,
    on: true,
    letterhead: {
      ...standardLetterSettings.letterhead,
      lines: ['Pemerintah Kabupaten Mojokerto', 'Sekretariat Daerah', 'Bagian Organisasi'],
      contact: 'Telepon dan faks (0321) 323245',
    },
    city: 'Mojokerto',
    code: 'BO',
    signatories: [{ name: 'Dewi Peraga', position: 'Kepala Bagian Organisasi', rank: '', nip: '' }],
  },
}

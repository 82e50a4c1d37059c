import { standardCalendar } from '../calendar/office-calendar.ts'
import { firstRulePack } from '../calendar/rule-pack.ts'
import { standardLetterSettings } from '../tenants/letter-settings.ts'
import { standardNoticeSettings } from '../tenants/notice-settings.ts'
import { standardPrivacyNotice } from '../tenants/privacy-notice.ts'
import { standardRetention } from '../tenants/retention-schedule.ts'
import type { Category, TenantSettings } from '../tenants/tenant.ts'
import type { Translated } from '../translated.ts'

export interface NewTenant {
  readonly name: string
  readonly shortName: string
  readonly numberPrefix: string
}

const rules: readonly Translated[] = [
  {
    id: 'Setiap pengaduan kami terima, baik disampaikan secara lisan maupun tertulis, dan setiap pengaduan mendapat tanda terima.',
    en: 'We receive every complaint, spoken or written, and give a receipt for each.',
  },
  {
    id: 'Identitas dan bukti diberikan sedapat mungkin. Pengaduan tanpa identitas ditindaklanjuti bila isinya benar dan beralasan.',
    en: 'Identity and evidence are given as far as possible. A complaint without identity is followed up if it is true and well founded.',
  },
  {
    id: 'Semua data dan identitas pelapor kami jaga kerahasiaannya. Pengaduan tidak dipublikasikan.',
    en: 'We keep all data and the identity of the reporter confidential. Complaints are not published.',
  },
  {
    id: 'Perkembangan dan jawaban atas pengaduan kami sampaikan kepada pelapor pada waktunya.',
    en: 'We tell the reporter how the complaint goes on, and our answer, in time.',
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
    code: 'staff_conduct',
    label: { id: 'Sikap dan perilaku petugas', en: 'Conduct of staff' },
    description: {
      id: 'Sikap petugas yang tidak pantas atau membeda-bedakan saat melayani.',
      en: 'Improper or unequal treatment by an officer.',
    },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'illegal_levy',
    label: { id: 'Pungutan di luar ketentuan', en: 'Payments outside the rules' },
    description: {
      id: 'Petugas meminta atau menerima uang, barang, atau imbalan lain.',
      en: 'An officer asked for or took money, goods or another reward outside the rules.',
    },
    class: 'oversight',
    active: true,
  },
]

/** A tenant can take complaints at once with these settings; its admin then changes them. */
export const newTenantSettings = ({ name, shortName, numberPrefix }: NewTenant): TenantSettings => ({
  name,
  shortName,
  parent: '',
  addressee: `Kepala ${shortName}`,
  numberPrefix,
  contact: {
    address: null,
    telephone: null,
    fax: null,
    email: null,
    officeHours: { id: 'Hari kerja', en: 'Working days' },
  },
  procedure: { title: { id: 'Prosedur pengaduan', en: 'How we handle complaints' }, rules },
  privacyNotice: { version: 1, text: standardPrivacyNotice(name) },
  categories,
  privacyChoices: ['named', 'confidential', 'anonymous'],
  identityPolicy: 'grounded',
  identityFields: { name: 'required', address: 'optional', phone: 'optional', email: 'optional' },
  evidence: { maxFiles: 10, maxMegabytes: 25, quarantine: false },
  requireSecondFactor: false,
  origins: [],
  theme: { accent: null },
  calendar: standardCalendar,
  rulePacks: [firstRulePack],
  retention: standardRetention,
  notices: standardNoticeSettings,
  letters: standardLetterSettings,
})

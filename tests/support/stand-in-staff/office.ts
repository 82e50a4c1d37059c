import type { SessionView, StaffMemberView } from '../../../service/contract/account.ts'
import type { RolesView } from '../../../service/contract/staff.ts'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { decreedYears } from '../../../service/offices/calendar/office-calendar.ts'
import { firstRulePack } from '../../../service/offices/calendar/rule-pack.ts'

export const UNIT = 'bagian-contoh'

/** Everybody's password at the stand-in. */
export const PASSWORD = 'kalimat-pendek-yang-kuat'

const categories: TenantSettingsView['categories'] = [
  {
    code: 'maladministration',
    label: { id: 'Maladministrasi', en: 'Maladministration' },
    description: { id: 'Kekeliruan atau kelalaian dalam pelayanan kami.', en: 'A mistake or neglect in our service.' },
    class: 'non_oversight',
    active: true,
  },
  {
    code: 'illegal_levy',
    label: { id: 'Pungutan lain-lain oleh petugas', en: 'Levies by officials' },
    description: {
      id: 'Permintaan uang atau imbalan di luar ketentuan.',
      en: 'Money or favours asked outside the rules.',
    },
    class: 'oversight',
    active: true,
  },
]

const workday: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '16:00'],
]

export const aUnitsSettings = (): TenantSettingsView => ({
  revision: 4,
  requireSecondFactor: false,
  lockAfterMinutes: 15,
  name: 'Bagian Contoh Sekretariat Daerah',
  shortName: 'Bagian Contoh',
  parent: 'Pemerintah Kabupaten Misal',
  addressee: 'Kepala Bagian Contoh',
  timeZone: 'Asia/Jakarta',
  numberPrefix: 'BO',
  contact: {
    address: 'Jalan Contoh 1',
    telephone: '(0000) 000000',
    email: 'halo@bagian-contoh.example',
    officeHours: { id: 'Senin sampai Jumat, 08.00–16.00', en: 'Monday to Friday, 08:00–16:00' },
  },
  procedure: {
    title: { id: 'Tata cara pengaduan', en: 'How complaints are handled' },
    rules: [
      { id: 'Setiap pengaduan diterima, lisan maupun tertulis.', en: 'Every complaint is received, oral or written.' },
      { id: 'Setiap pengaduan mendapat tanda terima.', en: 'Every complaint gets a receipt.' },
      { id: 'Identitas pelapor dirahasiakan.', en: 'The identity of the reporter is kept confidential.' },
    ],
  },
  privacyNotice: {
    version: 2,
    text: { id: 'Data Anda dipakai untuk menangani pengaduan.', en: 'Your data serve the handling.' },
  },
  categories,
  privacyChoices: ['named', 'confidential', 'anonymous'],
  identityPolicy: 'grounded',
  identityFields: { name: 'required', address: 'required', phone: 'required', email: 'optional' },
  evidence: { maxFiles: 10, maxMegabytes: 25, quarantine: false },
  origins: ['https://bagian-contoh.example'],
  theme: { accent: '#0f5f5c' },
  notices: { deliveredWithinHours: 24, whatsappTemplates: [] },
  letters: {
    on: false,
    letterhead: { lines: [], address: '', contact: '' },
    city: '',
    code: '',
    pattern: '{seq:3}/{code}/{month-roman}/{year}',
    signatories: [],
  },
  retention: {
    basis: 'JRA Kabupaten Misal',
    standard: { activeYears: 2, inactiveYears: 3, fate: 'destroy' },
    exceptions: [{ category: 'illegal_levy', ending: 'substantiated', activeYears: 2, inactiveYears: 8, fate: 'keep' }],
    identityYears: 2,
  },
  calendar: {
    week: {
      monday: workday,
      tuesday: workday,
      wednesday: workday,
      thursday: workday,
      friday: [
        ['08:00', '11:30'],
        ['13:00', '15:00'],
      ],
      saturday: [],
      sunday: [],
    },
    localDays: [{ day: '2026-12-09', name: 'Hari jadi kabupaten' }],
    holidayYears: [],
  },
  rules: { clocks: firstRulePack.clocks, categories: [], extension: firstRulePack.extension },
  rulePacks: [firstRulePack],
  decreedYears,
})

const privacyChoices: WholeTenantView['privacyChoices'] = [
  { choice: 'named', label: 'Dengan identitas', meaning: 'Petugas dapat membuka identitas bila ada alasan.' },
  { choice: 'confidential', label: 'Identitas dirahasiakan', meaning: 'Hanya dibuka pemegang kunci, dengan alasan.' },
  { choice: 'anonymous', label: 'Tanpa identitas', meaning: 'Tidak ada nama atau kontak yang disimpan.' },
]

const clocks: WholeTenantView['clocks'] = [
  { clock: 'verification', label: 'Verifikasi', amount: 3, unit: 'working_days', basis: 'Target layanan' },
  { clock: 'first_response', label: 'Tanggapan pertama', amount: 5, unit: 'working_days', basis: 'Target layanan' },
  { clock: 'handling_non_oversight', label: 'Penyelesaian', amount: 14, unit: 'working_days', basis: 'Target layanan' },
  {
    clock: 'handling_oversight',
    label: 'Penyelesaian (berkadar pengawasan)',
    amount: 60,
    unit: 'working_days',
    basis: 'Target layanan',
  },
  {
    clock: 'completion',
    label: 'Kelengkapan dari pelapor',
    amount: 30,
    unit: 'calendar_days',
    basis: 'Target layanan',
  },
  {
    clock: 'objection_window',
    label: 'Kesempatan mengajukan keberatan',
    amount: 10,
    unit: 'working_days',
    basis: 'Target layanan',
  },
]

/** What everybody may know of the unit, from its settings. */
export function unitView(settings: TenantSettingsView, language: 'id' | 'en'): WholeTenantView {
  const { contact } = settings
  return {
    tenant: UNIT,
    name: settings.name,
    shortName: settings.shortName,
    parent: settings.parent,
    timeZone: settings.timeZone,
    language,
    languages: ['id', 'en'],
    contact: {
      address: contact.address ?? null,
      telephone: contact.telephone ?? null,
      fax: null,
      email: contact.email ?? null,
      officeHours: contact.officeHours[language],
    },
    procedure: {
      title: settings.procedure.title[language],
      rules: settings.procedure.rules.map((rule) => rule[language]),
    },
    privacyNotice: { version: settings.privacyNotice.version, text: settings.privacyNotice.text[language] },
    categories: settings.categories.map(({ code, label, description, class: kind }) => ({
      code,
      label: label[language],
      description: description[language],
      class: kind,
    })),
    privacyChoices,
    form: {
      identity: settings.identityFields,
      limits: {
        name: 120,
        address: 300,
        phone: 25,
        email: 160,
        subject: 160,
        chronology: 8_000,
        place: 200,
        reportedPerson: 200,
        remedy: 1_000,
        message: 4_000,
        note: 4_000,
        reason: 1_000,
      },
      evidence: { maxFiles: 10, maxBytes: 25_000_000, types: ['image/*', 'application/pdf'] },
      channels: ['whatsapp', 'email'],
    },
    clocks,
    theme: settings.theme,
    links: {
      hosted: 'http://127.0.0.1/t/bagian-contoh',
      form: 'http://127.0.0.1/t/bagian-contoh/form',
      follow: 'http://127.0.0.1/t/bagian-contoh/follow',
    },
  }
}

export const someStaff = (): StaffMemberView[] => [
  {
    id: 'kepala',
    name: 'Sri Contoh',
    position: 'Kepala Bagian',
    email: 'kepala@bagian-contoh.demo',
    roles: ['unit_head'],
    limits: {},
    reportsTo: null,
    state: 'active',
    invitation: null,
  },
  {
    id: 'rina',
    name: 'Rina Contoh',
    position: 'Analis Pelayanan',
    email: 'petugas@bagian-contoh.demo',
    roles: ['case_handler', 'intake_officer'],
    limits: {},
    reportsTo: null,
    state: 'active',
    invitation: null,
  },
  {
    id: 'admin',
    name: 'Budi Misal',
    position: 'Pranata Komputer',
    email: 'admin@bagian-contoh.demo',
    roles: ['tenant_admin'],
    limits: {},
    reportsTo: null,
    state: 'active',
    invitation: null,
  },
  {
    id: 'baru',
    name: 'Tono Misal',
    position: 'Petugas Verifikasi',
    email: 'verifikator@bagian-contoh.demo',
    roles: ['verifier'],
    limits: {},
    reportsTo: null,
    state: 'invited',
    invitation: { at: '2026-11-20T02:00:00.000Z', by: 'Budi Misal', mail: null, account: null },
  },
]

/** Fewer roles and permissions than the service has. */
export const rolesTable: RolesView = {
  permissions: [
    { permission: 'cases.read', label: 'Membaca pengaduan' },
    { permission: 'cases.enter', label: 'Mencatat pengaduan' },
    { permission: 'cases.verify', label: 'Memverifikasi' },
    { permission: 'cases.handle', label: 'Menangani' },
    { permission: 'staff.manage', label: 'Mengundang petugas' },
  ],
  roles: [
    {
      role: 'intake_officer',
      label: 'Petugas penerima',
      permissions: ['cases.read', 'cases.enter'],
      canBeLimited: true,
      toOneself: false,
      byTwo: false,
    },
    {
      role: 'verifier',
      label: 'Petugas verifikasi',
      permissions: ['cases.read', 'cases.verify'],
      canBeLimited: true,
      toOneself: false,
      byTwo: false,
    },
    {
      role: 'case_handler',
      label: 'Petugas penangan',
      permissions: ['cases.read', 'cases.handle'],
      canBeLimited: true,
      toOneself: false,
      byTwo: false,
    },
    {
      role: 'tenant_admin',
      label: 'Admin unit',
      permissions: ['staff.manage'],
      canBeLimited: false,
      toOneself: true,
      byTwo: false,
    },
  ],
  unit: { version: 0, roles: [], most: 20, changes: [] },
}

const deskPermissions = ['cases.read', 'cases.enter', 'cases.verify', 'cases.dispatch', 'cases.handle', 'cases.approve']

/** The person of each address. `semua@` may see every page. */
export function sessionFor(email: string): SessionView {
  const isAdmin = email.startsWith('admin@')
  const isAll = email.startsWith('semua@')
  const isCustodian = email.startsWith('kustodian@')
  const adminPermissions = [
    'templates.manage',
    'integrations.manage',
    'tenant.configure',
    'staff.manage',
    'mailbox.read',
  ]
  const auditPermissions = ['identity.open', 'identity.open_confidential', 'log.read']
  const everything = [...deskPermissions, ...adminPermissions, ...auditPermissions, 'reports.read']
  const custodianPermissions = ['cases.read', 'identity.open', 'identity.open_confidential']
  const others = isCustodian ? custodianPermissions : [...deskPermissions, 'identity.open', 'log.read']
  const permissions = isAdmin ? adminPermissions : isAll ? everything : others
  return {
    staff: { id: email.split('@')[0] ?? '', name: isAdmin ? 'Budi Misal' : 'Sri Contoh', email, operator: isAll },
    tenants: [
      {
        tenant: UNIT,
        name: 'Bagian Contoh Sekretariat Daerah',
        shortName: 'Bagian Contoh',
        roles: [isAdmin ? 'tenant_admin' : isCustodian ? 'identity_custodian' : 'unit_head'],
        permissions,
        secondFactorNeeded: false,
      },
    ],
    invitations: [],
    csrf: 'token-of-the-session',
    lockAfterMinutes: 15,
    expiresAt: '2099-01-01T00:00:00.000Z',
    idleMinutes: 60,
    secondFactor: null,
  }
}

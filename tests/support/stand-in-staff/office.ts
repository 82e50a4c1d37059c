import type { SessionView, StaffMemberView } from '../../../service/contract/account.ts'
import type { RolesView } from '../../../service/contract/staff.ts'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { decreedYears } from '../../../service/offices/calendar/office-calendar.ts'
import { firstRulePack } from '../../../service/offices/calendar/rule-pack.ts'
import type { TenantSettings } from '../../../service/offices/tenants/tenant.ts'
import { settingsOfStandIn, unitAsShown } from '../stand-in-unit.ts'

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

/** What everybody may know of the unit by its settings, as the service itself shows it. */
export function unitView(view: TenantSettingsView, language: 'id' | 'en'): WholeTenantView {
  const { name, shortName, parent, procedure, privacyNotice, identityFields, evidence, theme } = view
  const { address = null, telephone = null, email = null, officeHours } = view.contact
  const settings: TenantSettings = {
    ...settingsOfStandIn,
    ...{ name, shortName, parent, procedure, privacyNotice, identityFields, evidence, theme },
    contact: { address, telephone, fax: null, email, officeHours },
    categories: view.categories,
  }
  return unitAsShown(settings, { tenant: UNIT, language, origin: 'http://127.0.0.1' })
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

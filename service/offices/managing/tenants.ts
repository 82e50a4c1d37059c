import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import { mintTenantId, PLATFORM } from '../../storage/place.ts'
import { standardCalendar } from '../calendar/office-calendar.ts'
import { firstRulePack } from '../calendar/rule-pack.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/sessions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import { firstTemplates, type TemplateStore } from '../templates.ts'
import { standardLetterSettings } from '../tenants/letter-settings.ts'
import { standardNoticeSettings, standardPrivacyNotice } from '../tenants/notice-settings.ts'
import { standardRetention } from '../tenants/retention-schedule.ts'
import type { Category, Tenant, TenantSettings } from '../tenants/tenant.ts'
import { type Arrived, beginClosing, type Departure, revokeClosing } from '../tenants/tenant-directory.ts'
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

export interface OpeningOffice extends StaffOffice {
  readonly templates: TemplateStore
  /** In production, a service on which nothing leaves cannot notify any reporter. */
  readonly reachesReporters: boolean
}

/** Creates the tenant's key first, so that no tenant ever exists without one. */
export async function openTenant(office: OpeningOffice, slug: string, settings: TenantSettings): Promise<Tenant> {
  const { tenants, vault, templates, now, newId } = office
  if (!office.reachesReporters) throw new Refusal('conflict', 'tenant/nothing-leaves')
  const id = mintTenantId(slug)
  if (await tenants.find(slug)) throw slugTaken()
  await vault.addTenant(id)
  try {
    const opened = await tenants.add({
      tenant: PLATFORM,
      id,
      revision: 0,
      openedAt: now(),
      awaitsStaff: true,
      settings,
    })
    for (const words of firstTemplates) {
      await templates.add({ tenant: id, id: newId(), ...words, changedBy: null, changedAt: now() })
    }
    return opened
  } catch (cause) {
    throw cause instanceof UniqueViolation ? slugTaken() : cause
  }
}

const slugTaken = () => new Refusal('conflict', 'tenant/slug-taken')

/** The operator closes a tenant, or changes the date or the address of an earlier closing. */
export const closeTenant = (
  office: StaffOffice,
  operator: SignedIn,
  slug: string,
  how: { readonly days: number; readonly elsewhere: Translated },
): Promise<Tenant> => change(office, operator, slug, 'unit.closed', (tenant) => beginClosing(tenant, how, office.now()))

export const keepTenantOpen = (office: StaffOffice, operator: SignedIn, slug: string): Promise<Tenant> =>
  change(office, operator, slug, 'unit.kept_open', (tenant) => revokeClosing(tenant, office.now()))

async function change(
  { tenants, record, now }: StaffOffice,
  { account, session }: SignedIn,
  slug: string,
  act: 'unit.closed' | 'unit.kept_open',
  decide: (tenant: Tenant) => Tenant,
): Promise<Tenant> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const after = decide(tenant)
  await record(tenant.id, { by: account.id, act, subject: null, detail: after.closing?.until ?? null })
  await record(PLATFORM_UNIT, { by: account.id, act, subject: tenant.id, detail: null })
  const saved = await tenants.replace(after)
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return saved
}

/** Carries out what two operators decide. */
export interface DepartureDesk {
  /** `null` if the tenant was never copied to be moved. */
  of(unit: string): Promise<Departure | null>
  confirm(operator: SignedIn, unit: string, confirmation: string): Promise<Departure>
  allowDeletion(operator: SignedIn, unit: string): Promise<Departure>
}

const differs = (reason: string) => new Refusal('conflict', 'departure/not-confirmed', { reason })

/**
 * Compares what arrived with what was copied here.
 * @param arrived `null` if the confirmation is not signed by the tenant
 */
export function confirmDeparture(
  departure: Departure,
  { account, session }: SignedIn,
  {
    confirmation,
    arrived,
    at,
  }: { readonly confirmation: string; readonly arrived: Arrived | null; readonly at: Instant },
): Departure {
  requireFreshConfirmation(session, at)
  if (departure.confirmedAt !== null) throw new Refusal('conflict', 'departure/confirmed-already')
  if (!arrived || arrived.unit !== departure.id) throw differs('signature')
  if (arrived.sums !== departure.sums) throw differs('copy')
  const names = new Set([...Object.keys(departure.documents), ...Object.keys(arrived.documents)])
  for (const name of names) {
    const [here, there] = [departure.documents[name], arrived.documents[name]]
    if (here?.count !== there?.count || here?.ids !== there?.ids) throw differs(name)
  }
  return { ...departure, movedTo: arrived.publicUrl, confirmation, confirmedAt: at, askedBy: account.id }
}

/** Another operator than the one who brought the confirmation allows the deletion. */
export function allowDeletion(departure: Departure, { account, session }: SignedIn, at: Instant): Departure {
  requireFreshConfirmation(session, at)
  if (departure.confirmedAt === null) throw differs('missing')
  if (departure.askedBy === account.id) throw new Refusal('conflict', 'departure/same-person')
  return departure.allowedAt === null ? { ...departure, allowedBy: account.id, allowedAt: at } : departure
}

export const notLeaving = (): Refusal => new Refusal('not-found', 'departure/unknown')

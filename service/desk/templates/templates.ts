import { caseFor } from '../../case/access/case-access.ts'
import { unitNowOf } from '../../case/access/deciders.ts'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { type Template, type TemplateStore, type TemplateWords, tidyTemplate } from '../../offices/templates.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import {
  type Language,
  type Status,
  type TemplateKind,
  type TemplatePlace,
  templatePlaces,
} from '../../offices/vocabulary.ts'
import { fillText, placesIn } from '../../offices/wording/fill-text.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import type { DeskOffice } from '../case-act.ts'
import { type ActName, openActs } from '../case-acts.ts'

/** Names of places in a text, by its language; spaces may replace underscores. */
export const templatePlaceNames: Readonly<Record<Language, Readonly<Record<TemplatePlace, string>>>> = {
  id: { number: 'nomor', office: 'kantor', dueDate: 'batas_waktu', receivedOn: 'tanggal_diterima', officer: 'petugas' },
  en: { number: 'number', office: 'office', dueDate: 'due_date', receivedOn: 'received_on', officer: 'officer' },
}

export const placeIn = (language: Language, name: string): TemplatePlace | undefined => {
  const written = name.trim().toLowerCase().replaceAll(' ', '_')
  return templatePlaces.find((place) => templatePlaceNames[language][place] === written)
}

interface Filling {
  readonly complaint: Pick<Complaint, 'id' | 'clocks' | 'receivedAt'>
  readonly settings: Pick<TenantSettings, 'name' | 'calendar'>
  readonly staff: Pick<StaffMember, 'name' | 'position'>
}

/** A paragraph is left out if one of its places has no value, such as a date where no clock runs. */
export function fillTemplate<W extends Pick<TemplateWords, 'language' | 'text' | 'elsewhere'>>(
  words: W,
  filling: Filling,
): W {
  const { complaint, settings, staff } = filling
  const { language } = words
  const dueAt = nextDueAt(complaint.clocks)
  const day = (at: Complaint['receivedAt']) => sayDay(at, settings.calendar.timeZone, language)
  const values: Readonly<Record<TemplatePlace, string | null>> = {
    number: complaint.id,
    office: settings.name,
    dueDate: dueAt && day(dueAt),
    receivedOn: day(complaint.receivedAt),
    officer: `${staff.name}, ${staff.position}`,
  }
  const wordsFor = (name: string) => {
    const place = placeIn(language, name)
    return place ? values[place] : null
  }
  return { ...words, text: fillText(words.text, wordsFor).text, elsewhere: fillText(words.elsewhere, wordsFor).text }
}

export async function listTemplates({ templates }: DeskOffice, staff: StaffMember): Promise<readonly Template[]> {
  requirePermission(staff, 'templates.manage')
  return templates.list(staff.tenant)
}

export async function addTemplate(ports: DeskOffice, staff: StaffMember, words: TemplateWords): Promise<Template> {
  const kept = await acceptWords(ports, staff, words)
  const added = await ports.templates.add({ tenant: staff.tenant, id: ports.newId(), ...kept })
  await recordChange(ports, staff, added.id, 'added')
  return added
}

export async function changeTemplate(
  ports: DeskOffice,
  staff: StaffMember,
  { id, version, ...words }: TemplateWords & { readonly id: string; readonly version: number },
): Promise<Template> {
  const kept = await acceptWords(ports, staff, words)
  const changed = await ports.templates.change({ tenant: staff.tenant, id, version, ...kept })
  await recordChange(ports, staff, id, 'changed')
  return changed
}

export async function removeTemplate(ports: DeskOffice, staff: StaffMember, id: string): Promise<void> {
  requirePermission(staff, 'templates.manage')
  await ports.templates.remove(staff.tenant, id)
  await recordChange(ports, staff, id, 'removed')
}

async function acceptWords({ tenants, now }: DeskOffice, staff: StaffMember, words: TemplateWords) {
  requirePermission(staff, 'templates.manage')
  const { settings } = await tenants.get(staff.tenant)
  const kept = tidyTemplate(words)
  const problems = templateProblems(
    kept,
    settings.categories.map(({ code }) => code),
  )
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  return { ...kept, changedBy: staff.id, changedAt: now() }
}

const recordChange = ({ record }: DeskOffice, { tenant, id: by }: StaffMember, subject: string, detail: string) =>
  record(tenant, { by, act: 'template.changed', subject, detail })
export function templateProblems(words: TemplateWords, categories: readonly string[]): FieldProblem[] {
  const isKnown = (text: string) => placesIn(text).every((name) => placeIn(words.language, name))
  const isUnbalanced = (text: string) => /[{}]/.test(text.replace(/\{[^{}\n]*\}/g, ''))
  return [
    ...(words.categories.every((code) => categories.includes(code)) ? [] : [{ path: 'categories', code: 'unknown' }]),
    ...(['text', 'elsewhere'] as const).flatMap((path) =>
      isUnbalanced(words[path]) || !isKnown(words[path]) ? [{ path, code: 'unknown-place' }] : [],
    ),
  ]
}

/**
 * Returns templates that fit the case and what this person can do, with their places filled: first the one that a rule
 * suggests, then those in the reporter's language. They are only suggestions.
 */
export async function offerTemplates(
  ports: Office & { readonly templates: TemplateStore; readonly staff: StaffDirectory },
  staff: StaffMember,
  number: string,
): Promise<{ readonly templates: readonly Template[]; readonly suggested: string | null }> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const { settings } = await ports.tenants.get(staff.tenant)
  const open = openActs(staff, complaint, await unitNowOf(ports, staff.tenant, settings))
  const fitting = (await ports.templates.list(staff.tenant)).filter((template) => isOffered(template, complaint, open))
  const isOwn = ({ language }: Template) => language === complaint.language
  const suggested = complaint.dossier.suggestedTemplate
  const place = (template: Template) => (template.id === suggested ? 0 : isOwn(template) ? 1 : 2)
  const templates = fitting
    .toSorted((one, other) => place(one) - place(other))
    .map((template) => fillTemplate(template, { complaint, settings, staff }))
  return { templates, suggested }
}

export const actsOf = {
  message: ['message'],
  note: ['note'],
  completion: ['ask-for-completion'],
  answer: ['propose-answer', 'answer'],
  decline: ['decline'],
} as const satisfies Record<TemplateKind, readonly ActName[]>

/** It is offered for the case's category and status, to people who can do its act. */
export const isOffered = (
  template: TemplateWords,
  { category, status }: { readonly category: string; readonly status: Status },
  open: readonly ActName[],
): boolean =>
  (template.categories.length === 0 || template.categories.includes(category)) &&
  (template.statuses.length === 0 || template.statuses.includes(status)) &&
  actsOf[template.kind].some((act) => open.includes(act))

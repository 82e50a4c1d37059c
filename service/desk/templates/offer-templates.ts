import { caseFor } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { officeOf } from '../../case/access/deciders.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Template, TemplateStore, TemplateWords } from '../../offices/templates.ts'
import type { Status, TemplateKind } from '../../offices/vocabulary.ts'
import { type ActName, openActs } from '../case-acts.ts'
import { fillTemplate } from './template-places.ts'

/**
 * Returns templates that fit the case and what this person can do, with their places filled: first the one that a rule
 * suggests, then those in the reporter's language. They are only suggestions.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function offerTemplates(
  ports: CaseActionPorts & { readonly templates: TemplateStore; readonly staff: StaffDirectory },
  staff: StaffMember,
  number: string,
): Promise<{ readonly templates: readonly Template[]; readonly suggested: string | null }> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const { settings } = await ports.tenants.get(staff.tenant)
  const open = openActs(staff, complaint, await officeOf(ports, staff.tenant, settings))
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

import { caseFor } from '../complaints/case-access.ts'
import { actsOpenTo, type DeskPorts } from '../complaints/desk.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { isOffered, type Template } from './template.ts'
import { filled } from './template-places.ts'
import type { TemplateStore } from './template-store.ts'

/**
 * The templates that fit a case and what this person can do to it now, their places filled; those in the reporter's
 * language first. Nothing is done by them: the officer reads, changes and sends.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function offerTemplates(
  ports: DeskPorts & { readonly templates: TemplateStore },
  staff: StaffMember,
  number: string,
): Promise<readonly Template[]> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const open = actsOpenTo(staff, complaint)
  const { settings } = await ports.tenants.get(staff.tenant)
  const fitting = (await ports.templates.list(staff.tenant)).filter((template) => isOffered(template, complaint, open))
  const isOwn = ({ language }: Template) => language === complaint.language
  return [...fitting.filter(isOwn), ...fitting.filter((template) => !isOwn(template))].map((template) =>
    filled(template, { complaint, settings, staff }),
  )
}

import type { RecordAccess } from '../../offices/log/access-log.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { type Template, type TemplateStore, type TemplateWords, tidyTemplate } from '../../offices/templates.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { placesIn } from '../../offices/wording/fill-text.ts'
import type { Clock } from '../../shared/instant.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import { placeIn } from './template-places.ts'

export interface TemplatePorts {
  readonly templates: TemplateStore
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
  readonly newId: () => string
}

/** @throws Refusal `staff/not-permitted` */
export async function listTemplates({ templates }: TemplatePorts, staff: StaffMember): Promise<readonly Template[]> {
  requirePermission(staff, 'templates.manage')
  return templates.list(staff.tenant)
}

/** @throws Refusal `staff/not-permitted`, `request/invalid`, `template/too-many` */
export async function addTemplate(ports: TemplatePorts, staff: StaffMember, words: TemplateWords): Promise<Template> {
  const kept = await acceptWords(ports, staff, words)
  const added = await ports.templates.add({ tenant: staff.tenant, id: ports.newId(), ...kept })
  await recordChange(ports, staff, added.id, 'added')
  return added
}

/** @throws Refusal `staff/not-permitted`, `request/invalid`, `template/unknown`, `template/changed-meanwhile` */
export async function changeTemplate(
  ports: TemplatePorts,
  staff: StaffMember,
  { id, version, ...words }: TemplateWords & { readonly id: string; readonly version: number },
): Promise<Template> {
  const kept = await acceptWords(ports, staff, words)
  const changed = await ports.templates.change({ tenant: staff.tenant, id, version, ...kept })
  await recordChange(ports, staff, id, 'changed')
  return changed
}

/** @throws Refusal `staff/not-permitted`, `template/unknown` */
export async function removeTemplate(ports: TemplatePorts, staff: StaffMember, id: string): Promise<void> {
  requirePermission(staff, 'templates.manage')
  await ports.templates.remove(staff.tenant, id)
  await recordChange(ports, staff, id, 'removed')
}

async function acceptWords({ tenants, now }: TemplatePorts, staff: StaffMember, words: TemplateWords) {
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

const recordChange = ({ record }: TemplatePorts, { tenant, id: by }: StaffMember, subject: string, detail: string) =>
  record(tenant, { by, act: 'template.changed', subject, detail })
/** Reports unknown categories and places. */
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

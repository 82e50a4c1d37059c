import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import { addChanges, findLack, type Rule } from '../../offices/rules.ts'
import type { TenantId } from '../../storage/place.ts'
import { choicesIn, type WritingPorts } from './change-written.ts'

type Ports = Pick<WritingPorts, 'complaints' | 'templates' | 'staff' | 'tenants'> & TellPorts

/**
 * Switches off each rule that names somebody, a category or a template that the unit no longer has, and alerts who can
 * mend it.
 * @returns how many rules
 */
export async function switchOffBroken(ports: Ports, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  for (const { id } of await ports.tenants.list()) {
    count += await switchOffIn(ports, id).catch((cause: unknown) => {
      onFault(cause)
      return 0
    })
  }
  return count
}

async function switchOffIn(ports: Ports, tenant: TenantId): Promise<number> {
  if ((await ports.complaints.rules.on(tenant)).length === 0) return 0
  const { known } = await choicesIn(ports, tenant)
  const before = await ports.complaints.rules.of(tenant)
  const at = ports.now()
  const broken: Rule[] = []
  const rules = before.rules.map((rule) => {
    const lacks = rule.isOn ? findLack(rule, known) : null
    if (!lacks) return rule
    broken.push(rule)
    return { ...rule, isOn: false, off: { at, lacks } }
  })
  if (broken.length === 0) return 0
  const changes = broken.map(({ name }) => ({ at, by: null, name, what: 'off' }) as const)
  await ports.complaints.rules.save({ ...before, rules, changes: addChanges(before.changes, changes) })
  for (const member of await membersOf(ports, tenant)) {
    if (!member.permissions.has('tenant.configure')) continue
    await tellPerson(ports, tenant, member.id, [{ id: `rules.${at}`, kind: 'rule', number: null, at }])
  }
  return broken.length
}

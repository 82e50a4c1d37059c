import { sees } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { writeOnCase } from '../../case/access/write-on-case.ts'
import { replaceCode } from '../../case/replace-code.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { splitNumbers } from '../../case/split-case.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { normaliseCode, trackingCode } from '../../shared/tracking-code.ts'
import { mayOpenIdentity } from './reveal-identity.ts'

export interface RenewCode {
  readonly number: string
  /** How the officer made sure that this is the reporter. */
  readonly reason: string
  readonly leakReason?: string | undefined
}

export interface RenewedCode {
  readonly number: string
  readonly trackingCode: string
}

const needed: readonly [Permission, ...Permission[]] = ['identity.open']

/**
 * Gives a reporter who lost their code a new one, after an officer compared the person with the identity on the case.
 * Only those who may open the identity can compare, and without an identity nobody can. The old code is dead, the
 * reporter is notified on every channel, and their page offers to replace this code, which an officer saw.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `identity/not-given`, `identity/custodian-needed`,
 * `text/names-reporter`
 */
export async function renewCode(ports: CaseActionPorts, staff: StaffMember, request: RenewCode): Promise<RenewedCode> {
  const { vault, newId, now } = ports
  const { number, reason } = request
  const make = await vault.hasher(staff.tenant, 'make-code')
  const code = trackingCode(make, newId(), newId())
  const hash = await vault.hasher(staff.tenant, 'tracking-code')
  const changed = await writeOnCase(ports, staff, needed, request, [reason], (complaint, by, moment) => {
    if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
    if (!mayOpenIdentity(complaint, staff, now())) throw new Refusal('forbidden', 'identity/custodian-needed')
    return replaceCode(complaint, { codeHash: hash(normaliseCode(code)), by, because: reason }, moment)
  })
  await followBack(ports, changed, code)
  // The code opens what the officer sees, and no more.
  const split = await Promise.all(splitNumbers(changed).map((one) => ports.complaints.find(staff.tenant, one)))
  for (const other of split) {
    if (!other || other.destroyed || !sees(staff, other)) continue
    await ports.complaints.change(other.tenant, other.id, (before) => ({ ...before, codeHash: changed.codeHash }))
  }
  await ports.record(staff.tenant, { by: staff.id, act: 'code.renewed', subject: number, detail: null })
  return { number: changed.id, trackingCode: code }
}

/** The old code must not go on opening the case through the tenant where it was filed. */
async function followBack(ports: CaseActionPorts, complaint: Complaint, code: string): Promise<void> {
  for (let one = complaint.cameFrom; one; ) {
    const earlier = await ports.complaints.find(one.tenant, one.number)
    if (!earlier) return
    const hash = await ports.vault.hasher(earlier.tenant, 'tracking-code')
    const codeHash = hash(normaliseCode(code))
    if (!earlier.destroyed)
      await ports.complaints.change(earlier.tenant, earlier.id, (before) => ({ ...before, codeHash }))
    one = earlier.cameFrom
  }
}

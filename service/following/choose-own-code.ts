import { type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import { isCodeKnownToStaff, replaceCode } from '../case/reporter-rights.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { refuseField } from '../shared/refusal.ts'
import { isTrackingCode, normaliseCode } from '../shared/tracking-code.ts'
import type { OpenedByCode } from './follow-complaint.ts'

/**
 * Replaces the code by one that the reporter's own browser made, so that a lost answer locks nobody out: the reporter
 * has both codes. The case changes before the tenants where it was filed, which then lead to it with the new code.
 * @throws Refusal `request/invalid`, also for the very code that staff saw
 */
export async function chooseOwnCode(
  ports: CaseActionPorts,
  { tenant, number, complaint, earlier, others }: OpenedByCode,
  code: string,
): Promise<Complaint> {
  if (!isTrackingCode(code)) throw refuseField('request/invalid', 'code', 'invalid')
  const codeHash = await hashFor(ports, complaint, code)
  if (codeHash === complaint.codeHash) {
    if (!isCodeKnownToStaff(complaint)) return complaint
    throw refuseField('request/invalid', 'code', 'taken')
  }
  const moment = await momentOf(ports, tenant)
  const split = others.flatMap((one) => [...one.earlier, one.complaint])
  for (const one of [...split, ...earlier]) await setCode(ports, one, code)
  return ports.complaints.change(tenant, number, (before) =>
    replaceCode(before, { codeHash, by: { kind: 'reporter' } }, moment),
  )
}

/** Lets the code open what the case was before it moved; its history goes on where it is now. */
export async function setCode(ports: CaseActionPorts, { tenant, id, ...one }: Complaint, code: string): Promise<void> {
  const codeHash = await hashFor(ports, { tenant }, code)
  if (!one.destroyed) await ports.complaints.change(tenant, id, (before) => ({ ...before, codeHash }))
}

async function hashFor({ vault }: CaseActionPorts, { tenant }: Pick<Complaint, 'tenant'>, code: string) {
  return (await vault.hasher(tenant, 'tracking-code'))(normaliseCode(code))
}

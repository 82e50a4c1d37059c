import { mayIn } from '../../case/access/case-access.ts'
import { actorOf } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import { chooseCategory } from '../../offices/tenants/configuration.ts'
import { carryOut } from './carry-out.ts'
import { guardingThere, maySettle } from './guarding-there.ts'
import { decideTransfer, type Transfer, unknownTransfer } from './transfer.ts'
import type { TransferPorts } from './transfer-ports.ts'

/** The limit of waiting offers that are read; nobody has as many. */
const MOST = 200

/** Offers that are kept from the caller are left out. @throws Refusal `staff/not-permitted` */
export async function listTransfers(ports: TransferPorts, staff: StaffMember): Promise<readonly Transfer[]> {
  const seen = await waitingFor(ports, staff)
  if (!staff.permissions.has('cases.verify') && seen.length === 0) throw notPermitted('cases.verify')
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.listed', subject: null, detail: null })
  return seen
}

export const countTransfers = async (ports: TransferPorts, staff: StaffMember): Promise<number> =>
  (await waitingFor(ports, staff)).length

async function waitingFor(ports: TransferPorts, staff: StaffMember): Promise<readonly Transfer[]> {
  const waiting = await ports.transfers.waiting(staff.tenant, MOST)
  const seen = await Promise.all(waiting.map(async (one) => ((await reaches(ports, staff, one)) ? [one] : [])))
  return seen.flat()
}

const reaches = async ({ staff: directory }: TransferPorts, staff: StaffMember, { tenant, content }: Transfer) =>
  maySettle(staff, await guardingThere(directory, tenant, content))

/**
 * The new case has a number, a key and clocks of its own.
 * @throws Refusal `staff/not-permitted`, `transfer/unknown`, `transfer/decided-already`, `category/unknown`
 */
export async function acceptTransfer(
  ports: TransferPorts,
  staff: StaffMember,
  { id, category }: { readonly id: string; readonly category: string },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  await refuseUnlessTheirs(ports, staff, id)
  chooseCategory(settings.categories, category)
  if (staff.permissions.has('cases.verify') && !mayIn(staff, 'cases.verify', category)) {
    throw notPermitted('cases.verify')
  }
  const decision = { kind: 'accepted', at: ports.now(), by: actorOf(staff), category } as const
  const transfer = await ports.transfers.change(staff.tenant, id, (one) => decideTransfer(one, decision))
  const taken = await carryOut(ports, transfer)
  if (!taken) throw unknownTransfer()
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.accepted', subject: taken.id, detail: null })
  return taken
}

/**
 * Reporter and sender read the reason.
 * @throws Refusal `staff/not-permitted`, `transfer/unknown`, `transfer/decided-already`
 */
export async function returnTransfer(
  ports: TransferPorts,
  staff: StaffMember,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  await refuseUnlessTheirs(ports, staff, id)
  const decision = { kind: 'returned', at: ports.now(), by: actorOf(staff), reason } as const
  const transfer = await ports.transfers.change(staff.tenant, id, (one) => decideTransfer(one, decision))
  await carryOut(ports, transfer)
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.returned', subject: null, detail: null })
}

/**
 * People who may take none get the same answer whether the offer exists or not. @throws Refusal
 * `staff/not-permitted`, `transfer/unknown`
 */
async function refuseUnlessTheirs(ports: TransferPorts, staff: StaffMember, id: string): Promise<void> {
  const found = await ports.transfers.find(staff.tenant, id)
  if (found && (await reaches(ports, staff, found))) return
  if (!staff.permissions.has('cases.verify')) throw notPermitted('cases.verify')
  throw unknownTransfer()
}

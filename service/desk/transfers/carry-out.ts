import { momentOf } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { filingKeyHash } from '../../filing/submit-complaint.ts'
import { plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import { moveToReceiver, noteNumberThere, returnOffer } from './offer-case.ts'
import { takeIn } from './take-in.ts'
import type { Transfer } from './transfer.ts'
import type { TransferPorts } from './transfer-ports.ts'

const AT_ONCE = 50

/** The process that decided carries it out at once; older ones were left by a process that died. */
const LEFT_AFTER = 10 * SECOND

/** Carries out decisions that were left; one that fails does not block the others. @returns how many there were */
export async function finishTransfers(ports: TransferPorts, onFault: (cause: unknown) => void): Promise<number> {
  const left = await ports.transfers.undone(plusMilliseconds(ports.now(), -LEFT_AFTER), AT_ONCE)
  for (const transfer of left) await carryOut(ports, transfer).catch(onFault)
  return left.length
}

/**
 * No write changes two cases of two tenants: the sender's case first says whose it is now, the receiver's has a key
 * that no second one can have, and the decision stays until both are written. So it can stop after any write, and
 * anybody can resume it.
 * @returns the case that was taken in; `null` for one that was returned, recalled, or went on at the sender's
 */
export async function carryOut(ports: TransferPorts, transfer: Transfer): Promise<Complaint | null> {
  const { tenant, id, from, fromNumber, decision } = transfer
  if (!decision) return null
  const moment = await momentOf(ports, from)
  let taken: Complaint | null = null
  if (decision.kind === 'returned') {
    await ports.complaints.change(from, fromNumber, (one) => returnOffer(one, id, decision, moment))
  } else {
    const sent = await ports.complaints.change(from, fromNumber, (one) => moveToReceiver(one, id, decision.at, moment))
    if (sent.movedTo?.offer === id) {
      taken = await takeInOnce(ports, transfer, sent, decision)
      const { id: number } = taken
      await ports.complaints.change(from, fromNumber, (one) => noteNumberThere(one, number, decision, moment))
    }
  }
  await ports.transfers.remove(tenant, id)
  return taken
}

async function takeInOnce(
  ports: TransferPorts,
  transfer: Transfer,
  sent: Complaint,
  decision: Parameters<typeof takeIn>[3],
): Promise<Complaint> {
  const { tenant, id } = transfer
  // No filing has a key with a line break in it.
  const keyHash = await filingKeyHash(ports.vault, tenant, `transfer\n${id}`)
  const known = await ports.complaints.findByFilingKey(tenant, keyHash)
  if (known) return known
  try {
    return await takeIn(ports, transfer, sent, decision, keyHash)
  } catch (cause) {
    // Another process carried it out at the same time.
    const other = cause instanceof UniqueViolation ? await ports.complaints.findByFilingKey(tenant, keyHash) : null
    if (!other) throw cause
    return other
  }
}

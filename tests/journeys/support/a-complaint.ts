import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import { unitAt } from '../../support/an-office.ts'
import type { Handed } from '../pages/visitor.ts'
import type { OpenOffice } from './an-open-office.ts'

/** Somebody of the demo's staff has taken up these cases before the journey begins. */
export async function takenUpBy({ address }: OpenOffice, mailbox: string, ...filed: readonly { number: string }[]) {
  const officer = await unitAt(address).signIn(mailbox)
  for (const { number } of filed) await officer.case(number)
}

/** A complaint that somebody filed before the journey begins. */
export async function aComplaint(
  { address }: OpenOffice,
  details: Partial<ComplaintRequestInput> = {},
): Promise<Handed> {
  const { number, trackingCode } = await unitAt(address).file(details)
  return { number, code: trackingCode }
}

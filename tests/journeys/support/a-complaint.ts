import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import { unitAt } from '../../support/an-office.ts'
import type { Handed } from '../pages/visitor.ts'
import type { OpenOffice } from './an-open-office.ts'

/** A complaint that somebody filed before the journey begins. */
export async function aComplaint(
  { address }: OpenOffice,
  details: Partial<ComplaintRequestInput> = {},
): Promise<Handed> {
  const { number, trackingCode } = await unitAt(address).file(details)
  return { number, code: trackingCode }
}

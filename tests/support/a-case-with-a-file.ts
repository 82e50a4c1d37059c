import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { OneService } from './one-service.ts'

/** A complaint that was filed with one file. */
export async function aCaseWithAFile(
  service: OneService,
  name: string,
  bytes: Uint8Array | string,
  details: Partial<ComplaintRequestInput> = {},
) {
  const office = service.unit()
  const { id } = (await (await office.upload(name, bytes)).json()) as { id: string }
  const receipt = await office.file({ ...details, evidence: [id] })
  const { number } = receipt
  return { office, receipt, number, id, path: `/cases/${number}/evidence/${id}` }
}

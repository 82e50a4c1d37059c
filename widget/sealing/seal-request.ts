import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { sealEnvelope } from '../../service/sealing/envelope.ts'
import { ServiceFailure } from '../service/failure.ts'
import { sealingMessages } from './messages.ts'

type Readable = Pick<ComplaintRequestInput, 'reporter'>
type Sealed<R extends Readable> = R & Pick<ComplaintRequestInput, 'sealedIdentity'>

export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

// Sent again, the same identity is the same envelope, so that the request is the same too.
let last = { of: '', envelope: '' }

/**
 * The request with who the reporter is inside an envelope. Open stays the contact of the channels that they ticked.
 * @param context what the envelope is bound to, see `service/sealing/envelope.ts`
 * @throws ServiceFailure where the page cannot seal
 */
export async function sealRequest<R extends Readable>(
  { reporter: given = {}, ...request }: R,
  { tenant, sealing, language }: TenantView,
  context: string,
): Promise<Sealed<R>> {
  if (!sealing || !canSeal()) {
    const detail = sealingMessages[language].notHere
    throw new ServiceFailure('sealing/not-here', 400, { code: 'sealing/not-here', detail })
  }
  const { channels = [], ...identity } = given
  const { name = null, address = null, phone = null, email = null, onBehalfOf = null } = identity
  const inside = { name, address, phone, email, onBehalfOf }
  const of = JSON.stringify([sealing.publicKey, tenant, context, inside])
  if (last.of !== of) {
    last = { of, envelope: await sealEnvelope(sealing.publicKey, inside, { tenant, context }) }
  }
  const byPhone = channels.some((channel) => channel === 'whatsapp' || channel === 'sms')
  const open = {
    ...(byPhone && phone !== null && { phone }),
    ...(channels.includes('email') && email !== null && { email }),
    ...(channels.length > 0 && { channels }),
  }
  return { ...request, reporter: open, sealedIdentity: last.envelope } as Sealed<R>
}

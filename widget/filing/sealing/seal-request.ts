import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { filingContext } from '../../../service/sealing/envelope.ts'
import { sealEnvelope } from '../../../service/sealing/seal-envelope.ts'
import type { Form } from '../form/form.ts'
import { keyOf } from './judge-key.ts'

type Readable = Pick<ComplaintRequestInput, 'reporter'>
type Sealed<R extends Readable> = R & Pick<ComplaintRequestInput, 'sealedIdentity'>

// Sent again, the same identity is the same envelope, so that the request is the same too.
let last = { of: '', envelope: '' }

/**
 * The request with who the reporter is inside an envelope. Open stays the contact of the channels that they ticked.
 * @param context what the envelope is bound to, see `service/sealing/envelope.ts`
 * @throws ServiceFailure where the page cannot seal, or not to this key
 */
export async function sealRequest<R extends Readable>(
  { reporter: given = {}, ...request }: R,
  unit: TenantView,
  context: string,
): Promise<Sealed<R>> {
  const { tenant } = unit
  const publicKey = await keyOf(unit)
  const { name = null, address = null, phone = null, email = null, onBehalfOf = null } = given
  const inside = { name, address, phone, email, onBehalfOf }
  const of = JSON.stringify([publicKey, tenant, context, inside])
  if (last.of !== of) {
    last = { of, envelope: await sealEnvelope(publicKey, inside, { tenant, context }) }
  }
  return { ...request, reporter: leftOpen(given), sealedIdentity: last.envelope } as Sealed<R>
}

/** A complaint that is to be filed: whoever stays without identity has nothing to seal, and leaves open what they ticked. */
export const sealFiling = (request: ComplaintRequestInput, { draft, unit }: Form): Promise<ComplaintRequestInput> =>
  request.privacy === 'anonymous'
    ? Promise.resolve(request.reporter ? { ...request, reporter: leftOpen(request.reporter) } : request)
    : sealRequest(request, unit, filingContext(draft.key))

/** The contact of the channels that were ticked. */
function leftOpen({ channels = [], phone, email }: NonNullable<Readable['reporter']>) {
  const byPhone = channels.some((channel) => channel === 'whatsapp' || channel === 'sms')
  return {
    ...(byPhone && phone !== undefined && { phone }),
    ...(channels.includes('email') && email !== undefined && { email }),
    ...(channels.length > 0 && { channels }),
  }
}

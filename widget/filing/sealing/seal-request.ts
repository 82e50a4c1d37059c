import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { filingContext } from '../../../service/sealing/envelope.ts'
import { sealEnvelope } from '../../../service/sealing/seal-envelope.ts'
import { writeJson } from '../../service/write-json.ts'
import type { Form } from '../form/form.ts'
import { findKey } from './judge-key.ts'

type Readable = Pick<ComplaintRequestInput, 'reporter'>
type Sealed<R extends Readable> = R & Pick<ComplaintRequestInput, 'sealedIdentity'>

// The same identity is sealed only once, so that a retry is the same request.
let last = { of: '', envelope: '' }

/**
 * Seals the identity of the reporter into an envelope. The contact of the ticked channels stays open.
 * @param context what the envelope is bound to, see `service/sealing/envelope.ts`
 * @throws ServiceFailure where the page cannot seal, or not to this key
 */
export async function sealRequest<R extends Readable>(
  { reporter: given = {}, ...request }: R,
  unit: TenantView,
  context: string,
): Promise<Sealed<R>> {
  const { tenant } = unit
  const publicKey = await findKey(unit)
  const { name = null, address = null, phone = null, email = null, onBehalfOf = null } = given
  const inside = { name, address, phone, email, onBehalfOf }
  const of = writeJson([publicKey, tenant, context, inside])
  if (last.of !== of) {
    last = { of, envelope: await sealEnvelope(publicKey, inside, { tenant, context }) }
  }
  return { ...request, reporter: leaveOpen(given), sealedIdentity: last.envelope } as Sealed<R>
}

/**
 * Seals a complaint before it is filed. An anonymous reporter has nothing to seal; the contact of the ticked channels
 * stays open.
 */
export const sealFiling = (request: ComplaintRequestInput, { draft, unit }: Form): Promise<ComplaintRequestInput> =>
  request.privacy === 'anonymous'
    ? Promise.resolve(request.reporter ? { ...request, reporter: leaveOpen(request.reporter) } : request)
    : sealRequest(request, unit, filingContext(draft.key))

/** Keeps only the contact of the ticked channels. */
function leaveOpen({ channels = [], phone, email }: NonNullable<Readable['reporter']>) {
  const byPhone = channels.some((channel) => channel === 'whatsapp' || channel === 'sms')
  return {
    ...(byPhone && phone !== undefined && { phone }),
    ...(channels.includes('email') && email !== undefined && { email }),
    ...(channels.length > 0 && { channels }),
  }
}

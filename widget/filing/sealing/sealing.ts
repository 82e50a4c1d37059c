import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { filingContext } from '../../../service/sealing/envelope.ts'
import { sealEnvelope } from '../../../service/sealing/seal-envelope.ts'
import { fingerprintOf, fingerprintsIn, publicKeyBytes } from '../../../service/sealing/unit-key.ts'
import type { Pinned } from '../../service/client.ts'
import { ServiceFailure, writeJson } from '../../service/exchange.ts'
import { readPartWording } from '../../texts/languages.ts'
import type { Form } from '../form/form.ts'

export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

/** A key that the form may seal to, or why it seals to none. */
export type Judgement =
  | { readonly publicKey: string; readonly fingerprint: string }
  | { readonly refused: 'notHere' | 'otherKey' }

/**
 * Decides whether the form may seal to the key that the service offers. The fingerprint is computed from the key alone
 * and compared with what the service claims.
 */
export async function judgeKey({ sealing, tenant }: TenantView): Promise<Judgement> {
  const { publicKey = '', fingerprint: claimed, pin }: Partial<Pinned> = sealing ?? {}
  if (!canSeal() || (!publicKey && !pin)) return { refused: 'notHere' }
  const fingerprint = (await publicKeyBytes(publicKey)) ? await fingerprintOf(publicKey) : ''
  const isClaimTrue = claimed === undefined || claimed === fingerprint
  if (fingerprint && isClaimTrue && (!pin || fingerprintsIn(pin).includes(fingerprint))) {
    return { publicKey, fingerprint }
  }
  console.error(
    `aduan-widget: the service offers the key ${fingerprint || 'of nobody'} for "${tenant}"` +
      `${isClaimTrue ? '' : ` and calls it ${claimed}`}; this page allows ${pin || 'any'}. No identity is sent.`,
  )
  return { refused: 'otherKey' }
}

/** @throws ServiceFailure where the form may not seal to the key */
export async function findKey(unit: TenantView): Promise<string> {
  const judgement = await judgeKey(unit)
  if ('publicKey' in judgement) return judgement.publicKey
  const code = judgement.refused === 'notHere' ? 'sealing/not-here' : 'sealing/other-key'
  throw new ServiceFailure(code, 400, { code, detail: readPartWording(unit.language).sealing[judgement.refused] })
}

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

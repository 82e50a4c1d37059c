import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { fingerprintOf, fingerprintsIn, publicKeyBytes } from '../../../service/sealing/unit-key.ts'
import type { Pinned } from '../../service/client.ts'
import { ServiceFailure } from '../../service/failure.ts'
import { readPartWording } from '../../wording/languages.ts'

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

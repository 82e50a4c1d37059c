import type { Renewal } from '../../storage/key-holder.ts'
import { isBound } from '../../storage/key-version.ts'
import type { SealedIdentity, Vault } from '../../storage/vault.ts'
import { keyOfFile } from '../evidence/key-of-file.ts'
import type { Filed } from '../shape/filed.ts'
import { caseKeyOf, filedPlace, openCase, sealDossier, tagOf } from './case-seals.ts'
import { identityKeyOf } from './identity-of.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { fillInLater, laterInOutline } from './later-fields.ts'

/** A seal of an earlier version does not repeat the fields beside it, so the dossier is sealed again. */
export const renewComplaint =
  (vault: Vault) =>
  async (complaint: KeptComplaint, renewal: Renewal): Promise<KeptComplaint> => {
    const tenant = complaint.tenant
    const { identity } = complaint
    const after = {
      ...complaint,
      identity: identity && (await renewIdentity(complaint, identity, renewal)),
      evidence: await Promise.all(
        complaint.evidence.map(async (item) => ({ ...item, key: await renewal.key(keyOfFile(tenant, item)) })),
      ),
      key: await renewal.key(caseKeyOf(complaint)),
    }
    const hasSameIdentity = after.identity?.mark === identity?.mark
    if (isBound(complaint.dossier) && hasSameIdentity) return after
    const outline = fillInLater(laterInOutline, after)
    const content = await openCase(vault, complaint)
    return { ...after, dossier: await sealDossier(vault, caseKeyOf(after), after, outline, content) }
  }

async function renewIdentity(filed: Filed, before: SealedIdentity, renewal: Renewal): Promise<SealedIdentity> {
  const key = identityKeyOf(filed, before)
  const wasBound = isBound(before.identity)
  const identity = await renewal.seal(key, filedPlace(filed, 'identity'), before.identity)
  const contact = await renewal.seal(key, filedPlace(filed, 'contact'), before.contact)
  const renewed = { ...before, identity, contact, key: await renewal.key(key) }
  return wasBound ? renewed : { ...renewed, mark: tagOf(before.identity) }
}

import { randomUUID } from 'node:crypto'
import { sealIdentity } from '../../service/filing/reporter-identity.ts'
import type { PrivacyChoice } from '../../service/offices/vocabulary.ts'
import type { Vault } from '../../service/storage/vault.ts'
import { organisasi } from './two-units.ts'

/** A reporter sealed for one filing, and that filing: a case must have both, because a seal opens in its own case only. */
export async function sealedReporter(
  vault: Vault,
  privacy: PrivacyChoice,
  given: Parameters<typeof sealIdentity>[3],
  tenant = organisasi,
) {
  const filing = { keyHash: `pengajuan-${randomUUID()}`, bodyHash: 'isi', codeSalt: 'garam' }
  return { ...(await sealIdentity(vault, { tenant, filing }, privacy, given)), filing }
}

import type { Complaint } from '../../case/shape/complaint.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Clock } from '../../shared/instant.ts'
import { meansNumber, readCredentials } from '../../shared/read-credentials.ts'
import { isTrackingCode, normaliseCode } from '../../shared/tracking-code.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import type { CaseOfSender } from '../conversation/conversation.ts'
import { takesMessages } from './put-on-case.ts'

export interface MatchPorts {
  readonly tenants: Pick<TenantDirectory, 'list'>
  readonly complaints: Pick<ComplaintStore, 'withContact' | 'findByCode' | 'find'>
  readonly vault: Vault
  readonly now: Clock
}

/** No case is transferred more often. */
const LONGEST_PATH = 10
const CASES_LOOKED_AT = 20

/** What staff read in place of a tracking code. */
const HIDDEN_CODE = '[kode lacak]'

export interface ProvenByCode extends CaseOfSender {
  /** Leaves the code out of a text, because staff must not read it. */
  readonly hide: (text: string) => string
}

/**
 * The case of a text that holds a complaint number and its tracking code. A person who has both may do in a message
 * what they may do on the page. `null` says nothing about whether the number exists.
 */
export async function caseByCode(
  { tenants, complaints, vault }: MatchPorts,
  text: string,
  within: readonly TenantId[] | null = null,
): Promise<ProvenByCode | null> {
  const { number, code } = readCredentials({ number: '', code: text })
  if (!isTrackingCode(code) || number === '') return null
  for (const id of within ?? (await tenants.list()).map((tenant) => tenant.id)) {
    const hash = await vault.hasher(id, 'tracking-code')
    // A complaint that was split has one code for each of its matters.
    for (const filed of await complaints.findByCode(id, hash(normaliseCode(code)))) {
      if (filed.destroyed) continue
      const last = await whereItIs(complaints, filed)
      if (![filed.id, last.id].some((one) => meansNumber(one, number))) continue
      return { tenant: last.tenant, number: last.id, hide: (shown) => hideCode(shown, code) }
    }
  }
  return null
}

async function whereItIs(complaints: MatchPorts['complaints'], filed: Complaint): Promise<Complaint> {
  let last = filed
  for (let steps = 0; last.movedTo?.number && steps < LONGEST_PATH; steps++) {
    const next = await complaints.find(last.movedTo.tenant, last.movedTo.number)
    if (!next) break
    last = next
  }
  return last
}

/** However the code is parted in the text. */
function hideCode(text: string, code: string): string {
  const parted = [...normaliseCode(code)].join('[\\s–—-]*')
  return text.replace(new RegExp(parted, 'gi'), HIDDEN_CODE)
}

/**
 * The open cases whose reporter confirmed this address or number, newest unit first. A case that does not show its
 * reporter counts only where the sender is proven.
 */
export async function casesOfSender(
  { tenants, complaints, now }: MatchPorts,
  {
    channel,
    from,
    isProven,
  }: { readonly channel: 'email' | 'whatsapp' | 'sms'; readonly from: string; readonly isProven: boolean },
  within: readonly TenantId[] | null = null,
): Promise<readonly CaseOfSender[]> {
  const found: CaseOfSender[] = []
  for (const tenant of within ?? (await tenants.list()).map(({ id }) => id)) {
    const cases = await complaints.withContact(tenant, { channel, address: from }, CASES_LOOKED_AT)
    for (const one of cases) {
      if (takesMessages(one, now()) && (isProven || one.privacy === 'named')) found.push({ tenant, number: one.id })
    }
  }
  return found
}

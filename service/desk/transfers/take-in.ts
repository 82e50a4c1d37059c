import { momentOf } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { identityOf, newCaseKey } from '../../case/store/case-seals.ts'
import { complaintNumber, newComplaint } from '../../filing/new-complaint.ts'
import { sealIdentity, toGivenIdentity } from '../../filing/reporter-identity.ts'
import { copyEvidence, copyRedrawn, settleClaim } from '../../keeping/evidence/held-evidence.ts'
import { leavingOf, redrawFile } from '../../keeping/evidence/opened-evidence.ts'
import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import type { TenantId } from '../../storage/place.ts'
import { guardingThere } from './guarding-there.ts'
import type { Transfer, TransferDecision } from './transfer.ts'
import type { TransferPorts } from './transfer-ports.ts'

/** If the name stays with the sender, the complaint is confidential here. */
const privacyHere = ({ privacy }: Complaint, withIdentity: boolean): PrivacyChoice =>
  withIdentity || privacy === 'anonymous' ? privacy : 'confidential'

/**
 * Makes the receiver's case: its own number, key and clocks, which begin with the decision, and only the offered
 * parts of the sender's.
 * @param sent the sender's case, which says already that this tenant has it
 * @throws UniqueViolation `filingKey` if it was taken in already
 */
export async function takeIn(
  ports: TransferPorts,
  { tenant, content, from, fromNumber, fromOffice }: Transfer,
  sent: Complaint,
  { at, by, category: code }: Extract<TransferDecision, { kind: 'accepted' }>,
  keyHash: string,
): Promise<Complaint> {
  const { vault, complaints, tenants, newId } = ports
  const { settings } = await tenants.get(tenant)
  // The case belongs to this tenant already, so it is taken in even if the category was removed meanwhile.
  const category = settings.categories.find((one) => one.code === code) ?? { code, class: sent.class }
  const moment = { ...(await momentOf(ports, tenant)), at }
  const identity = content.withIdentity ? await identityOf(vault, sent) : null
  const privacy = privacyHere(sent, identity !== null)
  const filed = { tenant, filing: { keyHash } }
  const [guarding, key, reporter] = await Promise.all([
    guardingThere(ports.staff, tenant, content, code),
    newCaseKey(vault, filed),
    sealIdentity(
      vault,
      filed,
      privacy,
      identity ? { ...toGivenIdentity(identity), channels: sent.noticeChannels } : undefined,
    ),
  ])
  const evidence: Awaited<ReturnType<typeof copyEvidence>>[] = []
  const withheld = [...(content.withheld ?? [])]
  for (const { id, name } of content.files) {
    const item = sent.evidence.find((one) => one.id === id)
    const copy = item && (await copyLeaving(ports, { item, name }, sent, tenant, keyHash, content.withIdentity))
    if (copy) evidence.push(copy)
    else withheld.push(name)
  }
  const received = newComplaint(
    {
      ...pickStory(content),
      ...{ tenant, category, privacy, key, evidence, guarding, ...reporter },
      ...{ channel: sent.channel, receivedBy: by, place: null, language: content.language },
      answered: content.answers,
      filing: { keyHash, bodyHash: '', codeSalt: newId() },
      // Nobody has a code for it: the reporter's code opens the case that it came from, and this one through it.
      codeHash: newId(),
    },
    moment,
  )
  const withheldLine: HistoryLine = { at, event: 'files_withheld', by, text: withheld.join('\n'), public: false }
  const line: HistoryLine = { at, event: 'came_from_unit', by, text: content.reason, to: fromOffice, public: true }
  const taken = {
    ...received,
    // The sender's case already tells the reporter.
    notices: [],
    cameFrom: { tenant: from, number: fromNumber, office: fromOffice },
    dossier: {
      ...received.dossier,
      history: [...received.dossier.history, line, ...(withheld.length > 0 ? [withheldLine] : [])],
    },
  }
  const added = await complaints.add(taken, (sequence) =>
    complaintNumber(settings.numberPrefix, taken.series, sequence),
  )
  await settleClaim(
    ports,
    tenant,
    evidence.map(({ id }) => id),
  )
  return added
}

/** @returns `null` for a file that does not leave the sender */
async function copyLeaving(
  ports: TransferPorts,
  file: { readonly item: EvidenceItem; readonly name: string },
  sent: Complaint,
  to: TenantId,
  keyHash: string,
  withIdentity: boolean,
) {
  // What staff covered or kept back since the offer counts as well.
  const leaves = leavingOf(sent, file.item, !withIdentity)
  if (leaves === 'whole') return copyEvidence(ports, sent.tenant, file, to, keyHash)
  const redrawn = leaves === 'redrawn' ? await redrawFile(ports, sent, file.item, null) : null
  return redrawn && copyRedrawn(ports, file, redrawn, to, keyHash)
}

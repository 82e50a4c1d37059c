import { mayIn } from '../../case/access/case-access.ts'
import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { identityOf, newCaseKey } from '../../case/store/case-seals.ts'
import { complaintNumber, newComplaint } from '../../filing/new-complaint.ts'
import { sealIdentity, toGivenIdentity } from '../../filing/reporter-identity.ts'
import { filingKeyHash } from '../../filing/submit-complaint.ts'
import { copyEvidence, copyRedrawn, settleClaim } from '../../keeping/evidence/held-evidence.ts'
import { leavingOf, redrawFile } from '../../keeping/evidence/opened-evidence.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import { chooseCategory } from '../../offices/tenants/configuration.ts'
import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import { plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { moveToReceiver, noteNumberThere, returnOffer } from './offers.ts'
import {
  decideTransfer,
  guardingThere,
  maySettle,
  type Transfer,
  type TransferDecision,
  type TransferOffice,
  unknownTransfer,
} from './transfers.ts'

/** If the name stays with the sender, the complaint is confidential here. */
const privacyHere = ({ privacy }: Complaint, withIdentity: boolean): PrivacyChoice =>
  withIdentity || privacy === 'anonymous' ? privacy : 'confidential'

/**
 * Makes the receiver's case: its own number, key and clocks, which begin with the decision, and only the offered
 * parts of the sender's.
 * @param sent the sender's case, which says already that this tenant has it
 */
export async function takeIn(
  ports: TransferOffice,
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
  ports: TransferOffice,
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

const AT_ONCE = 50

/** The process that decided carries it out at once; older ones were left by a process that died. */
const LEFT_AFTER = 10 * SECOND

/** Carries out decisions that were left; one that fails does not block the others. @returns how many there were */
export async function finishTransfers(ports: TransferOffice, onFault: (cause: unknown) => void): Promise<number> {
  const left = await ports.transfers.undone(plusMilliseconds(ports.now(), -LEFT_AFTER), AT_ONCE)
  for (const transfer of left) await carryOut(ports, transfer).catch(onFault)
  return left.length
}

/**
 * No write changes two cases of two tenants: the sender's case first says whose it is now, the receiver's has a key
 * that no second one can have, and the decision stays until both are written. So it can stop after any write, and
 * anybody can resume it.
 * @returns the case that was taken in; `null` for one that was returned, recalled, or went on at the sender's
 */
export async function carryOut(ports: TransferOffice, transfer: Transfer): Promise<Complaint | null> {
  const { tenant, id, from, fromNumber, decision } = transfer
  if (!decision) return null
  const moment = await momentOf(ports, from)
  let taken: Complaint | null = null
  if (decision.kind === 'returned') {
    await ports.complaints.change(from, fromNumber, (one) => returnOffer(one, id, decision, moment))
  } else {
    const sent = await ports.complaints.change(from, fromNumber, (one) => moveToReceiver(one, id, decision.at, moment))
    if (sent.movedTo?.offer === id) {
      taken = await takeInOnce(ports, transfer, sent, decision)
      const { id: number } = taken
      await ports.complaints.change(from, fromNumber, (one) => noteNumberThere(one, number, decision, moment))
    }
  }
  await ports.transfers.remove(tenant, id)
  return taken
}

async function takeInOnce(
  ports: TransferOffice,
  transfer: Transfer,
  sent: Complaint,
  decision: Parameters<typeof takeIn>[3],
): Promise<Complaint> {
  const { tenant, id } = transfer
  // No filing has a key with a line break in it.
  const keyHash = await filingKeyHash(ports.vault, tenant, `transfer\n${id}`)
  const known = await ports.complaints.findByFilingKey(tenant, keyHash)
  if (known) return known
  try {
    return await takeIn(ports, transfer, sent, decision, keyHash)
  } catch (cause) {
    // Another process carried it out at the same time.
    const other = cause instanceof UniqueViolation ? await ports.complaints.findByFilingKey(tenant, keyHash) : null
    if (!other) throw cause
    return other
  }
}

/** The limit of waiting offers that are read; nobody has as many. */
const MOST = 200

/** Offers that are kept from the caller are left out. */
export async function listTransfers(ports: TransferOffice, staff: StaffMember): Promise<readonly Transfer[]> {
  const seen = await waitingFor(ports, staff)
  if (!staff.permissions.has('cases.verify') && seen.length === 0) throw notPermitted('cases.verify')
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.listed', subject: null, detail: null })
  return seen
}

export const countTransfers = async (ports: TransferOffice, staff: StaffMember): Promise<number> =>
  (await waitingFor(ports, staff)).length

async function waitingFor(ports: TransferOffice, staff: StaffMember): Promise<readonly Transfer[]> {
  const waiting = await ports.transfers.waiting(staff.tenant, MOST)
  const seen = await Promise.all(waiting.map(async (one) => ((await reaches(ports, staff, one)) ? [one] : [])))
  return seen.flat()
}

const reaches = async ({ staff: directory }: TransferOffice, staff: StaffMember, { tenant, content }: Transfer) =>
  maySettle(staff, await guardingThere(directory, tenant, content))

/** The new case has a number, a key and clocks of its own. */
export async function acceptTransfer(
  ports: TransferOffice,
  staff: StaffMember,
  { id, category }: { readonly id: string; readonly category: string },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  await refuseUnlessTheirs(ports, staff, id)
  chooseCategory(settings.categories, category)
  if (staff.permissions.has('cases.verify') && !mayIn(staff, 'cases.verify', category)) {
    throw notPermitted('cases.verify')
  }
  const decision = { kind: 'accepted', at: ports.now(), by: actorOf(staff), category } as const
  const transfer = await ports.transfers.change(staff.tenant, id, (one) => decideTransfer(one, decision))
  const taken = await carryOut(ports, transfer)
  if (!taken) throw unknownTransfer()
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.accepted', subject: taken.id, detail: null })
  return taken
}

/** Reporter and sender read the reason. */
export async function returnTransfer(
  ports: TransferOffice,
  staff: StaffMember,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  await refuseUnlessTheirs(ports, staff, id)
  const decision = { kind: 'returned', at: ports.now(), by: actorOf(staff), reason } as const
  const transfer = await ports.transfers.change(staff.tenant, id, (one) => decideTransfer(one, decision))
  await carryOut(ports, transfer)
  await ports.record(staff.tenant, { by: staff.id, act: 'transfer.returned', subject: null, detail: null })
}

/** People who may take none get the same answer whether the offer exists or not. */
async function refuseUnlessTheirs(ports: TransferOffice, staff: StaffMember, id: string): Promise<void> {
  const found = await ports.transfers.find(staff.tenant, id)
  if (found && (await reaches(ports, staff, found))) return
  if (!staff.permissions.has('cases.verify')) throw notPermitted('cases.verify')
  throw unknownTransfer()
}

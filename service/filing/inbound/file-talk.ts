import type { Complaint } from '../../case/shape/complaint.ts'
import { awaitsStaff, keptPromises, notReady, unheldDuties } from '../../offices/duties/duties.ts'
import { offersPrivacy, type Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ChatChannel, ComplaintTalk } from '../conversation/conversation.ts'
import { storyOf, subjectOf, type UnitOffer } from '../conversation/take-turn.ts'
import type { ReceiveEvidencePorts } from '../evidence/receive-evidence.ts'
import type { QuotaGuard } from '../quotas/guard-quotas.ts'
import { filingKeyHash, type Received, type SubmitPorts, submitComplaint } from '../submit-complaint.ts'
import { type UnitPorts, unitOtherwise } from './find-unit.ts'
import type { FetchFromProvider } from './read-arrival.ts'
import { fileTaker } from './take-files.ts'

export interface FileTalkPorts
  extends SubmitPorts,
    ReceiveEvidencePorts,
    Pick<UnitPorts, 'inboundUnit' | 'platformHasher' | 'inboundAddress'> {
  readonly fetchMedia: FetchFromProvider | null
  readonly quotas: QuotaGuard
}

export interface FiledTalk extends Received {
  readonly tenant: Tenant
  readonly missingFiles: number
}

const declared = ['truthful', 'procedureRead', 'privacyNotice'] as const

/** What the units behind this number offer now; a unit that takes nothing from the public is left out. */
export async function offersNow(ports: Pick<FileTalkPorts, 'tenants' | 'staff'> & UnitPorts): Promise<UnitOffer[]> {
  const units = await ports.tenants.list()
  const chosen = ports.inboundUnit === null ? null : await unitOtherwise(ports)
  const offers: UnitOffer[] = []
  for (const tenant of units) {
    if (tenant.closing || (chosen !== null && tenant.id !== chosen)) continue
    const { settings } = tenant
    const unheld = unheldDuties(await ports.staff.members(tenant.id), settings)
    if (awaitsStaff(tenant, unheld)) continue
    const choices = keptPromises(settings.privacyChoices, unheld)
    const categories = settings.categories
      .filter(({ active }) => active)
      .map(({ code, label }) => ({
        code,
        label: label.id,
        privacy: choices.filter((choice) => offersPrivacy(settings, choice, code)),
      }))
    const { name, shortName, privacyNotice } = settings
    if (categories.length > 0)
      offers.push({ id: tenant.id, name, shortName, categories, version: privacyNotice.version })
  }
  return offers
}

/**
 * Files the complaint of a conversation. Its key is the conversation's, so that a repeat gets the same number and code.
 * @throws Refusal those of `submitComplaint`, `tenant/not-ready`, `quota/filings`
 */
export async function fileTalk(ports: FileTalkPorts, talk: ComplaintTalk, channel: ChatChannel): Promise<FiledTalk> {
  const tenant = await ports.tenants.get(talk.unit ?? '')
  const sent = { idempotencyKey: `conversation ${talk.filingKey}`, body: talk.filingKey }
  const keyHash = await filingKeyHash(ports.vault, tenant.id, sent.idempotencyKey)
  const isFiled = (await ports.complaints.findByFilingKey(tenant.id, keyHash)) !== null
  // What is filed has its files; to take them again would seal them anew behind its back.
  const { files, refused } = isFiled ? { files: [], refused: [] } : await fetchFiles(ports, tenant, talk)
  const privacy = talk.privacy ?? 'anonymous'
  const received = await submitComplaint(
    ports,
    tenant,
    {
      category: talk.category ?? '',
      privacy,
      subject: subjectOf(talk),
      chronology: storyOf(talk),
      reportedPerson: talk.who || null,
      ...(privacy !== 'anonymous' && {
        reporter: { name: talk.name ?? '', phone: `+${talk.from}`, channels: [channel] },
      }),
      evidence: files.map(({ id }) => id),
      declared: { statements: declared, version: talk.version ?? undefined },
    },
    { channel, receivedBy: { kind: 'system' }, place: null, language: 'id' },
    {
      ...sent,
      admit: async () => {
        if (awaitsStaff(tenant, unheldDuties(await ports.staff.members(tenant.id), tenant.settings))) throw notReady()
        await ports.quotas.beforeFiling(tenant, { isFew: true })
      },
    },
  )
  if (channel === 'whatsapp' && privacy !== 'anonymous')
    await ports.complaints.change(tenant.id, received.complaint.id, (complaint) => proveNumber(complaint, ports.now()))
  return { ...received, tenant, missingFiles: refused.length }
}

/** WhatsApp vouches for the number from which somebody wrote, so no code has to go there. */
function proveNumber(complaint: Complaint, at: Instant): Complaint {
  const { contactChecks } = complaint.dossier
  if (contactChecks.length > 0) return complaint
  const check = { channel: 'whatsapp', askedAt: at, wrongTries: 0, confirmedAt: at } as const
  return { ...complaint, dossier: { ...complaint.dossier, contactChecks: [check] } }
}

async function fetchFiles(ports: FileTalkPorts, tenant: Tenant, { parts, filingKey }: ComplaintTalk) {
  const { take, refuse, taken } = fileTaker(ports, tenant, filingKey)
  for (const { id, name } of parts.flatMap(({ media }) => media)) {
    const bytes = await ports.fetchMedia?.(id).catch(() => null)
    if (bytes) await take({ name, type: '', isInText: false, bytes })
    else refuse(name, 'not_fetched')
  }
  return taken
}

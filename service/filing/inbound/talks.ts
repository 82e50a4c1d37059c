import type { Complaint } from '../../case/shape/complaint.ts'
import { awaitsStaff, keptPromises, notReady, unheldDuties } from '../../offices/duties/duties.ts'
import { offersPrivacy, type Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Arrival } from '../arrivals/arrivals.ts'
import {
  type ChatChannel,
  type ComplaintTalk,
  type Conversation,
  newComplaintTalk,
} from '../conversation/conversation.ts'
import { askCategory, askName, askToConfirm, askUnit, talkTexts } from '../conversation/questions.ts'
import {
  askAgain,
  offerOf,
  privacyOffered,
  storyOf,
  subjectOf,
  type Turn,
  takeTurn,
  type UnitOffer,
} from '../conversation/take-turn.ts'
import { filingKeyHash, type Received, submitComplaint } from '../submit-complaint.ts'
import type { InboundOffice } from './inbound-office.ts'
import { asWritten, MOST_TEXT } from './incoming-mail.ts'
import { replyToSender } from './senders.ts'
import { fileTaker, unitOtherwise } from './take-arrival.ts'

export interface FiledTalk extends Received {
  readonly tenant: Tenant
  readonly missingFiles: number
}

const declared = ['truthful', 'procedureRead', 'privacyNotice'] as const

/** What the units behind this number offer now; a unit that takes nothing from the public is left out. */
export async function offersNow(ports: InboundOffice): Promise<UnitOffer[]> {
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
 */
export async function fileTalk(ports: InboundOffice, talk: ComplaintTalk, channel: ChatChannel): Promise<FiledTalk> {
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

async function fetchFiles(ports: InboundOffice, tenant: Tenant, { parts, filingKey }: ComplaintTalk) {
  const { take, refuse, taken } = fileTaker(ports, tenant, filingKey)
  for (const { id, name } of parts.flatMap(({ media }) => media)) {
    const bytes = await ports.fetchMedia?.(id).catch(() => null)
    if (bytes) await take({ name, type: '', isInText: false, bytes })
    else refuse(name, 'not_fetched')
  }
  return taken
}

interface Talking {
  readonly ports: InboundOffice
  readonly arrival: Arrival
  readonly channel: ChatChannel
  readonly offers: readonly UnitOffer[]
  readonly conversation: Conversation | null
}

/** These leave the person's words as they are: they can send them again later. */
const passing = ['quota/filings', 'no-room', 'evidence/too-many']
/** What was offered does not hold any more, so it is asked again. */
const outdated = ['statements/old-version', 'privacy/not-offered', 'category/unknown']

/**
 * Goes on with a complaint that somebody tells message by message, or begins one. The new state is durable before the
 * answer goes, and an answer that was lost goes again.
 * @returns false if the sender cannot be answered, so that nothing was begun
 */
export async function converse(
  ports: InboundOffice,
  arrival: Arrival,
  channel: ChatChannel,
  conversation: Conversation | null,
): Promise<boolean> {
  const from = arrival.content.from ?? ''
  const talk =
    conversation?.content.kind === 'complaint'
      ? conversation.content
      : newComplaintTalk(from, ports.newSecret(), sentAt(arrival))
  const home = `${ports.publicUrl}/`
  if (talk.handled.includes(arrival.id)) {
    if (talk.handled.at(-1) === arrival.id && talk.lastReply)
      await replyToSender(ports, arrival, { text: talk.lastReply })
    return true
  }
  const offers = await offersNow(ports)
  const talking = { ports, arrival, channel, offers, conversation }
  const turn = takeTurn(talk, heardIn(arrival), offers)
  if (turn.next === 'cancelled' || turn.next === 'no_unit') {
    if (conversation) await ports.conversations.destroy(conversation)
    const text = turn.next === 'cancelled' ? talkTexts.cancelled : talkTexts.noUnit({ home })
    await replyToSender(ports, arrival, { text })
    return true
  }
  if (turn.next === 'file') return fileAndTell(talking, turn.talk)
  return goOn(talking, turn)
}

export const sentAt = ({ content, arrivedAt }: Arrival) => content.sentAt ?? arrivedAt

const heardIn = (arrival: Arrival) => ({
  id: arrival.id,
  at: sentAt(arrival),
  text: asWritten(arrival.content.text, MOST_TEXT),
  media: arrival.content.media,
})

async function goOn({ ports, arrival, channel, offers, conversation }: Talking, turn: Turn): Promise<boolean> {
  const text = textOf(turn, { channel, offers, publicUrl: ports.publicUrl, isNew: conversation === null })
  const talk = { ...turn.talk, lastReply: text ?? turn.talk.lastReply }
  const now = ports.now()
  const kept = conversation
    ? await ports.conversations.replace(conversation, talk, now)
    : await ports.conversations.begin(channel, talk, now)
  if (text === null) return true
  const isTaken = await replyToSender(ports, arrival, { text })
  if (isTaken || conversation) return true
  await ports.conversations.destroy(kept)
  return false
}

async function fileAndTell(talking: Talking, talk: ComplaintTalk): Promise<boolean> {
  const { ports, arrival, channel, conversation } = talking
  const filed = await fileTalk(ports, talk, channel).catch((cause: unknown) => refusedAs(cause))
  if (typeof filed === 'string') return tellWhyNot(talking, talk, filed)
  // The answer goes first: after it there is nothing left from which the code could be made again.
  await replyToSender(ports, arrival, { text: textOfFiled(filed, ports.publicUrl) })
  if (conversation) await ports.conversations.destroy(conversation)
  return true
}

function refusedAs(cause: unknown): string {
  if (cause instanceof Refusal && cause.kind !== 'unavailable') return cause.code
  throw cause
}

async function tellWhyNot(talking: Talking, talk: ComplaintTalk, code: string): Promise<boolean> {
  const { ports, arrival, offers, conversation } = talking
  if (outdated.includes(code)) return goOn(talking, askAgain(talk, offers))
  if (passing.includes(code)) {
    await replyToSender(ports, arrival, { text: talkTexts.notNow })
    return true
  }
  if (conversation) await ports.conversations.destroy(conversation)
  await replyToSender(ports, arrival, { text: talkTexts.noUnit({ home: `${ports.publicUrl}/` }) })
  return true
}

const textOfFiled = ({ complaint, trackingCode, tenant, missingFiles }: FiledTalk, publicUrl: string): string =>
  talkTexts.filed({
    officeShort: tenant.settings.shortName,
    number: complaint.id,
    trackingCode,
    followUrl: `${publicUrl}/t/${tenant.id}/follow`,
    isAnonymous: complaint.identity === null,
    missingFiles,
  })

interface Asking {
  readonly channel: ChatChannel
  readonly offers: readonly UnitOffer[]
  readonly publicUrl: string
  readonly isNew: boolean
}

function textOf({ talk, next }: Turn, asking: Asking): string | null {
  if (next === 'silent') return null
  const question = questionOf(talk, asking, next === 'again')
  const lead = asking.isNew
    ? talkTexts.greeting
    : next === 'again' && talk.asked !== 'story'
      ? talkTexts.notUnderstood
      : null
  return lead ? `${lead}\n\n${question}` : question
}

function questionOf(talk: ComplaintTalk, { channel, offers, publicUrl }: Asking, isAgain: boolean): string {
  const offer = offerOf(talk, offers)
  switch (talk.asked) {
    case 'category':
      return askCategory(offer?.shortName ?? '', offer?.categories.map(({ label }) => label) ?? [])
    case 'story':
      if (isAgain) return talkTexts.shortStory
      return talk.parts.length > 0 ? talkTexts.moreStory : talkTexts.askStory
    case 'who':
      return talkTexts.askWho
    case 'name':
      return askName(channel, privacyOffered(talk, offers))
    case 'confirm':
      return askToConfirm({
        office: offer?.name ?? '',
        category: offer?.categories.find(({ code }) => code === talk.category)?.label ?? '',
        messages: talk.parts.filter(({ text }) => text !== '').length,
        files: talk.parts.flatMap(({ media }) => media).length,
        privacy: talk.privacy ?? 'anonymous',
        name: talk.name,
        textsUrl: `${publicUrl}/t/${talk.unit}`,
      })
    default: {
      const units = talk.listed.flatMap((id) => offers.find((one) => one.id === id)?.name ?? [])
      return askUnit({ units, home: `${publicUrl}/` })
    }
  }
}

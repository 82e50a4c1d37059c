import { Refusal } from '../../shared/refusal.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import {
  type ChatChannel,
  type ComplaintTalk,
  type Conversation,
  newComplaintTalk,
} from '../conversation/conversation.ts'
import type { ConversationStore } from '../conversation/conversation-store.ts'
import { askAgain, offerOf, privacyOffered, type Turn, takeTurn, type UnitOffer } from '../conversation/take-turn.ts'
import * as wording from '../conversation/wording/questions.ts'
import { type FiledTalk, type FileTalkPorts, fileTalk, offersNow } from './file-talk.ts'
import { asWritten, MOST_TEXT } from './read-arrival.ts'
import { type ReplyPorts, replyToSender } from './reply-to-sender.ts'

export interface ConversePorts extends FileTalkPorts, ReplyPorts {
  readonly conversations: ConversationStore
  readonly newSecret: () => string
  readonly publicUrl: string
}

interface Talking {
  readonly ports: ConversePorts
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
  ports: ConversePorts,
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
    const text = turn.next === 'cancelled' ? wording.cancelled : wording.noUnit(home)
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
    await replyToSender(ports, arrival, { text: wording.notNow })
    return true
  }
  if (conversation) await ports.conversations.destroy(conversation)
  await replyToSender(ports, arrival, { text: wording.noUnit(`${ports.publicUrl}/`) })
  return true
}

const textOfFiled = ({ complaint, trackingCode, tenant, missingFiles }: FiledTalk, publicUrl: string): string =>
  wording.filed({
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
    ? wording.greeting
    : next === 'again' && talk.asked !== 'story'
      ? wording.notUnderstood
      : null
  return lead ? `${lead}\n\n${question}` : question
}

function questionOf(talk: ComplaintTalk, { channel, offers, publicUrl }: Asking, isAgain: boolean): string {
  const offer = offerOf(talk, offers)
  switch (talk.asked) {
    case 'category':
      return wording.askCategory(offer?.shortName ?? '', offer?.categories.map(({ label }) => label) ?? [])
    case 'story':
      if (isAgain) return wording.shortStory
      return talk.parts.length > 0 ? wording.moreStory : wording.askStory
    case 'who':
      return wording.askWho
    case 'name':
      return wording.askName(channel, privacyOffered(talk, offers))
    case 'confirm':
      return wording.askToConfirm({
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
      return wording.askUnit({ units, home: `${publicUrl}/` })
    }
  }
}

import { staffNamedIn, whoIsMeant } from '../../case/candidates.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { GuardMark } from '../../offices/staff/permissions.ts'
import { may, ownPlace, withWhomTheySupervise } from '../../offices/staff/posts.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Arrival, ArrivalContent } from '../arrivals/arrivals.ts'
import type { CaseOfSender, CaseTalk, ChatChannel, Conversation } from '../conversation/conversation.ts'
import { askCase, talkTexts } from '../conversation/questions.ts'
import { cancels, saysOnly } from '../conversation/take-turn.ts'
import { caseByCode, casesOfSender, takesMessages } from './case-replies.ts'
import type { InboundOffice } from './inbound-office.ts'
import { asWritten, MOST_TEXT, numberIn } from './incoming-mail.ts'
import { replyToSender } from './senders.ts'
import { markKnown, moveToUnit, NO_UNIT, unitOtherwise } from './take-arrival.ts'
import { converse } from './talks.ts'

/** `Kepada Yth. Bapak …`: the addressee of a letter is not the person that it is about. */
const salutation = /^\W*(kepada|kpd|yth|yang terhormat|dear|to the|u\.?p\.?|attn|assalam|salam|selamat)\b/i

const wordsOf = ({ subject, text }: Pick<ArrivalContent, 'subject' | 'text'>): string =>
  [subject, ...text.split('\n').filter((line) => !salutation.test(line))].join('\n')

/** Staff whom a message names, as a hint for the officer: by name, or by a position that only one of them has. */
export const staffToThinkOfIn = <M extends Membership>(
  content: Pick<ArrivalContent, 'subject' | 'text'>,
  members: readonly M[],
): M[] => {
  const named = [...staffNamedIn(wordsOf(content), members), ...whoIsMeant(storyOf(content), members).mentioned]
  return members.filter((one) => named.includes(one))
}

const storyOf = (content: Pick<ArrivalContent, 'subject' | 'text'>) => ({ who: [], story: [wordsOf(content)] })

/**
 * Those from whom a message is kept before an officer has read it: whom any word of it may mean, and who is under those
 * whose whole name it has. If nobody would be left to take it in, fewer are kept from it: the officer sees whom it names.
 */
export async function marksAgainst(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  content: ArrivalContent,
): Promise<readonly GuardMark[]> {
  const members = await directory.members(tenant)
  const named = staffNamedIn(
    wordsOf(content),
    members.map((member) => ({ ...member, position: '' })),
  ).map(({ id }) => id)
  const meant = whoIsMeant(storyOf(content), members)
  const mentioned = meant.mentioned.map(({ id }) => id)
  const hinted = meant.hinted.map(({ id }) => id)
  const under = withWhomTheySupervise(named, members)
  const isRead = (keptFrom: readonly string[]) =>
    members.some((member) => !keptFrom.includes(member.id) && may(member, 'cases.enter'))
  const own = [...mentioned, ...named].map(ownPlace)
  const ways = [
    { keptFrom: [...under, ...mentioned, ...hinted], marks: [...under, ...own, ...hinted.map(ownPlace)] },
    { keptFrom: [...under, ...mentioned], marks: [...under, ...own] },
    { keptFrom: [...named, ...mentioned], marks: own },
  ]
  const way = ways.find(({ keptFrom }) => isRead(keptFrom))
  return way ? directory.marksOf(tenant, way.marks) : []
}

const proven = (channel: ChatChannel): boolean => channel === 'whatsapp'

/**
 * Finds out where a message belongs: to the case whose number and code it holds, to the complaint that its sender is
 * telling, to the sender's open case, else to a new complaint. What belongs to nobody is answered and not kept.
 */
export async function routeChat(ports: InboundOffice, arrival: Arrival, channel: ChatChannel): Promise<void> {
  const { from, isOverLimit } = arrival.content
  if (!from) return markKnown(ports, arrival)
  if (isOverLimit) return answerOnly(ports, arrival, talkTexts.tooMany({ home: homeOf(ports) }))
  const text = asWritten(arrival.content.text, MOST_TEXT)
  const coded = await caseByCode(ports, text)
  if (coded) return toCase(ports, arrival, coded, { text: coded.hide(text), proof: 'code' })
  const conversation = await ports.conversations.find(channel, from, ports.now())
  if (conversation?.content.kind === 'complaint') return goOn(ports, arrival, channel, conversation)
  const proof: Pick<ArrivalContent, 'proof'> = proven(channel) ? { proof: 'sender' } : {}
  if (conversation?.content.kind === 'case')
    return withChoice(ports, arrival, { channel, conversation, talk: conversation.content, proof })

  const cases = await mentionedOr(ports, arrival, channel, from)
  const [only] = cases
  if (cases.length > 0 && saysOnly(text, 'baru')) return goOn(ports, arrival, channel, null)
  // It waited a day for the answer, as its sender read.
  if (cases.length > 1 && isOld(ports, arrival)) return markKnown(ports, arrival)
  if (cases.length > 1) return askWhich(ports, arrival, { channel, from, cases })
  if (only && cancels(text)) return answerOnly(ports, arrival, talkTexts.nothingOpen({ home: homeOf(ports) }))
  if (only && isCommand(text)) return markKnown(ports, arrival)
  if (only) return toOnlyCase(ports, arrival, only, proof)
  return goOn(ports, arrival, channel, null)
}

const isOld = ({ now }: InboundOffice, { arrivedAt }: Arrival): boolean => plusMilliseconds(arrivedAt, DAY) <= now()

const homeOf = ({ publicUrl }: InboundOffice): string => `${publicUrl}/`

const isCommand = (text: string): boolean => saysOnly(text, 'kirim', 'selesai', 'lewat', 'tanpa nama')

async function answerOnly(ports: InboundOffice, arrival: Arrival, text: string): Promise<void> {
  await replyToSender(ports, arrival, { text })
  await markKnown(ports, arrival)
}

/** A proven sender may name which of their own cases they mean. */
async function mentionedOr(ports: InboundOffice, { content }: Arrival, channel: ChatChannel, from: string) {
  const isProven = proven(channel)
  const cases = await casesOfSender(ports, { channel, from, isProven })
  const number = numberIn(content.text)
  const meant = number === null ? [] : cases.filter((one) => one.number === number)
  if (meant.length === 1) return meant
  // Somebody who may have borrowed the number learns nothing about cases.
  return isProven || cases.length === 1 ? cases : []
}

async function toCase(
  ports: InboundOffice,
  arrival: Arrival,
  { tenant, number }: CaseOfSender,
  more: Partial<ArrivalContent>,
): Promise<void> {
  await moveToUnit(ports, { ...arrival, content: { ...arrival.content, ...more, answers: number } }, tenant)
}

/** A person who has an open case reads once a day where their message went, and how to begin another. */
async function toOnlyCase(
  ports: InboundOffice,
  arrival: Arrival,
  only: CaseOfSender,
  proof: Pick<ArrivalContent, 'proof'>,
): Promise<void> {
  const today = await ports.messageCounts.today()
  const isFirst = await today.countUpTo(['chat on case', arrival.channel, arrival.content.from ?? '', only.number], 1)
  await toCase(ports, arrival, only, proof)
  if (isFirst && proof.proof)
    await replyToSender(ports, arrival, { text: talkTexts.onCase({ number: only.number }) }).catch((cause: unknown) =>
      ports.log.error('inbound', cause),
    )
}

/** Begins or goes on with a complaint; where nobody can be asked, an officer reads the message, or nobody keeps it. */
async function goOn(
  ports: InboundOffice,
  arrival: Arrival,
  channel: ChatChannel,
  conversation: Conversation | null,
): Promise<void> {
  if (conversation || ports.chatIntake.includes(channel)) {
    if (!conversation && cancels(arrival.content.text)) return answerOnly(ports, arrival, talkTexts.cancelled)
    const isAnswered = await converse(ports, arrival, channel, conversation).catch((cause: unknown) => {
      if (cause instanceof Refusal && cause.code === 'inbound/changed-meanwhile') throw new Error(cause.code)
      throw cause
    })
    if (isAnswered) return markKnown(ports, arrival)
  }
  const unit = await unitOtherwise(ports)
  if (unit) return moveToUnit(ports, arrival, unit)
  return answerOnly(ports, arrival, talkTexts.nobodys({ home: homeOf(ports) }))
}

interface Choosing {
  readonly channel: ChatChannel
  readonly conversation: Conversation
  readonly talk: CaseTalk
  readonly proof: Pick<ArrivalContent, 'proof'>
}

const stillOpen = async (ports: InboundOffice, { tenant, number }: CaseOfSender): Promise<boolean> => {
  const complaint = await ports.complaints.find(tenant, number)
  return complaint !== null && !complaint.destroyed && takesMessages(complaint, ports.now())
}

async function askWhich(
  ports: InboundOffice,
  arrival: Arrival,
  {
    channel,
    from,
    cases,
  }: { readonly channel: ChatChannel; readonly from: string; readonly cases: readonly CaseOfSender[] },
): Promise<void> {
  const text = askCase(cases.map(({ number }) => number))
  const talk: CaseTalk = { kind: 'case', from, cases, held: [arrival.id], chosen: null }
  await ports.conversations.begin(channel, talk, ports.now())
  await replyToSender(ports, arrival, { text })
  await hold(ports, arrival)
}

async function hold(ports: InboundOffice, arrival: Arrival): Promise<void> {
  await ports.arrivals.replace({ ...arrival, tries: 0, nextTryAt: plusMilliseconds(arrival.arrivedAt, DAY) })
}

async function withChoice(ports: InboundOffice, arrival: Arrival, choosing: Choosing): Promise<void> {
  const { conversation, talk, channel, proof } = choosing
  const now = ports.now()
  const text = asWritten(arrival.content.text, MOST_TEXT)
  if (talk.chosen && saysOnly(text, 'baru', 'ganti')) {
    await ports.conversations.destroy(conversation)
    if (saysOnly(text, 'baru')) return goOn(ports, arrival, channel, null)
    return askWhich(ports, arrival, { channel, from: talk.from, cases: talk.cases })
  }
  if (talk.chosen && (await stillOpen(ports, talk.chosen))) return toCase(ports, arrival, talk.chosen, proof)
  if (talk.chosen) {
    await ports.conversations.destroy(conversation)
    return routeChat(ports, arrival, channel)
  }
  if (talk.held.includes(arrival.id)) return holdAgain(ports, arrival, talk)
  const place = /^\D{0,3}(\d{1,2})\D{0,2}$/.exec(text.trim())?.[1]
  const wanted = talk.cases[Number(place) - 1] ?? talk.cases.find(({ number }) => number === numberIn(text))
  if (cancels(text)) {
    await dropHeld(ports, talk.held)
    await ports.conversations.destroy(conversation)
    return answerOnly(ports, arrival, talkTexts.cancelled)
  }
  if (Number(place) === talk.cases.length + 1) {
    await ports.conversations.destroy(conversation)
    await goOn(ports, arrival, channel, null)
    return wake(ports, talk.held, now)
  }
  if (!wanted) {
    await ports.conversations.replace(conversation, { ...talk, held: [...talk.held, arrival.id] }, now)
    return hold(ports, arrival)
  }
  await ports.conversations.replace(conversation, { ...talk, chosen: wanted, held: [] }, now)
  await wake(ports, talk.held, now)
  return answerOnly(ports, arrival, talkTexts.onCase({ number: wanted.number }))
}

/** A day went by without an answer, or the process died before the question went. */
async function holdAgain(ports: InboundOffice, arrival: Arrival, talk: CaseTalk): Promise<void> {
  if (isOld(ports, arrival)) return markKnown(ports, arrival)
  const text = askCase(talk.cases.map(({ number }) => number))
  if (arrival.id === talk.held[0]) await replyToSender(ports, arrival, { text })
  return hold(ports, arrival)
}

async function wake({ arrivals }: InboundOffice, held: readonly string[], now: Instant): Promise<void> {
  for (const id of held) {
    await arrivals.change(NO_UNIT, id, (one) => (one.state === 'waiting' ? { ...one, nextTryAt: now } : one))
  }
}

async function dropHeld(ports: InboundOffice, held: readonly string[]): Promise<void> {
  for (const id of held) await markKnown(ports, await ports.arrivals.get(NO_UNIT, id))
}

import type { MessageCounts } from '../../case/notices/message-counts.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import { classifyMail } from './classify-mail.ts'
import { caseByCode, casesOfSender, type MatchPorts } from './match-case.ts'
import { proofOfMail } from './prove-sender.ts'
import { type ReadPorts, sourceOf } from './read-arrival.ts'
import { type ReplyPorts, replyToSender } from './reply-to-sender.ts'
import { markKnown, moveToUnit, type TakePorts } from './take-arrival.ts'
import { whichUnit } from './wording/which-unit.ts'

export interface AskUnitPorts
  extends Omit<TakePorts, 'tenants'>,
    Omit<MatchPorts, 'tenants' | 'complaints'>,
    ReplyPorts,
    Pick<ReadPorts, 'readMail' | 'fetchMail' | 'ownAddresses' | 'ownMailServer' | 'complaints'> {
  readonly tenants: TenantDirectory
  readonly messageCounts: MessageCounts
  readonly publicUrl: string
}

/** Senders of mail can be forged, so that this service must not write to many strangers in anybody's name. */
const MOST_ANSWERS_A_DAY = 200

/**
 * A mail in which no unit is named goes to the unit of the case that it is proven to be about; else its sender is
 * answered once a day how to name one, and the mail is not kept.
 */
export async function askWhichUnit(ports: AskUnitPorts, arrival: Arrival): Promise<void> {
  const mail = await ports.readMail(await sourceOf(ports, arrival), async ({ bytes }) => {
    for await (const _ of bytes);
  })
  const proof = proofOfMail(mail, ports.ownMailServer)
  const unit = await unitOfSender(ports, `${mail.subject}\n${mail.text}`, proof === 'sender' ? mail.from : null)
  if (unit) return moveToUnit(ports, arrival, unit)
  const isFromMachine = classifyMail(mail, ports.ownAddresses, false) !== null
  if (!isFromMachine && proof !== 'denied' && mail.from && (await mayAnswer(ports, mail.from))) {
    const units = (await ports.tenants.list()).filter(({ closing }) => !closing)
    const [name = '', domain = ''] = ports.inboundAddress?.split('@') ?? []
    const rows = units.map(({ id, settings }) => ({
      name: settings.name,
      address: `${name}+${id}@${domain}`,
      page: `${ports.publicUrl}/t/${id}`,
    }))
    await replyToSender(ports, { ...arrival, content: { ...arrival.content, from: mail.from } }, whichUnit(rows))
  }
  await markKnown(ports, arrival)
}

async function unitOfSender(ports: AskUnitPorts, text: string, from: string | null): Promise<TenantId | null> {
  const coded = await caseByCode(ports, text)
  if (coded) return coded.tenant
  if (from === null) return null
  const cases = await casesOfSender(ports, { channel: 'email', from, isProven: true })
  const units = [...new Set(cases.map(({ tenant }) => tenant))]
  return units.length === 1 ? (units[0] ?? null) : null
}

async function mayAnswer({ messageCounts }: AskUnitPorts, from: string): Promise<boolean> {
  const today = await messageCounts.today()
  if (!(await today.countUpTo(['asked which unit', from], 1))) return false
  return today.countUpTo(['asked which unit'], MOST_ANSWERS_A_DAY)
}

import { momentOf } from '../../case/access/case-actions.ts'
import { askWhomWordsMean } from '../../case/access/staff-matching.ts'
import { hideNames } from '../../case/evidence.ts'
import { hasMessage } from '../../case/older-pages.ts'
import { addEvidence, reporterActsOpen, writeToOffice } from '../../case/reporter-acts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Message } from '../../case/shape/correspondence.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import { claimEvidence, releaseEvidence, settleClaim } from '../../keeping/evidence/held-evidence.ts'
import type { InboundChannel } from '../../offices/notice-vocabulary.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Identity } from '../../storage/vault.ts'
import type { Arrival, ArrivedFile, RefusedFile } from '../arrivals/arrival.ts'
import type { SubmitPorts } from '../submit-complaint.ts'
import { maskSender } from './mask-sender.ts'

/** A later message becomes a new one. */
export const takesMessages = (complaint: Complaint, at: Arrival['arrivedAt']): boolean =>
  reporterActsOpen(complaint, at).includes('message')

/**
 * Adds the message and its files to the case in one write; a repeat changes nothing.
 * @param alsoDone further changes of the same write, such as the history line of the officer
 * @throws Refusal `complaint/not-found`, `case/wrong-status`, `case/destroyed`
 */
export async function putOnCase(
  ports: SubmitPorts,
  arrival: Arrival,
  number: string,
  change: (
    tenant: TenantId,
    number: string,
    decide: (complaint: Complaint) => Promise<Complaint>,
  ) => Promise<Complaint> = ports.complaints.change,
  alsoDone: (complaint: Complaint) => Complaint = (complaint) => complaint,
): Promise<Complaint> {
  const { tenant, id, content } = arrival
  const { settings } = await ports.tenants.get(tenant)
  const moment = await momentOf(ports, tenant)
  const waiting = await filesStillHeld(ports, tenant, content.files)
  const ids = waiting.map((file) => file.id)
  const claim = { by: number, at: moment.at }
  try {
    const claimed = await claimEvidence(ports, tenant, ids, claim)
    const changed = await change(tenant, number, async (complaint) => {
      if (hasMessage(complaint.dossier, id)) return complaint
      const identity = await identityOf(ports.vault, complaint)
      const room = Math.max(0, settings.evidence.maxFiles - complaint.evidence.length)
      const [fitting, tooMany] = [claimed.slice(0, room), claimed.slice(room)]
      const refused = [...content.refused, ...tooMany.map(({ name }) => ({ name, why: 'too_many' as const }))]
      const arrived = arrivedMessage(arrival, complaint, identity, refused)
      const written = writeToOffice(complaint, { text: arrived.text, completes: true, arrived }, moment)
      const names = Object.fromEntries(fitting.map(({ id: file, name }) => [file, name]))
      const items = fitting.map(({ name: _, ...item }) => item)
      const most = settings.evidence.maxFiles
      const whole = items.length > 0 ? addEvidence(written, items, names, most, moment) : written
      const asked = await askWhomWordsMean(ports.staff, complaint, alsoDone(whole), moment)
      return hideNames(asked, identity)
    })
    await settleClaim(
      ports,
      tenant,
      ids.filter((file) => changed.evidence.some((item) => item.id === file)),
    )
    return changed
  } catch (cause) {
    await releaseEvidence(ports, tenant, ids, claim, cause)
    throw cause
  }
}

function arrivedMessage(
  { id, channel, content }: Arrival,
  { privacy }: Pick<Complaint, 'privacy'>,
  identity: Identity | null,
  refused: readonly RefusedFile[],
): Pick<Message, 'id' | 'text'> & Required<Pick<Message, 'inbound'>> {
  const clean = (text: string) => maskSender(text, identity, [content.from])
  const sender = isFromReporter(channel, content, privacy, identity) ? 'reporter' : 'other'
  const shown = refused.map(({ name, why }) => ({ name: clean(name.replaceAll('_', ' ')), why }))
  return { id, text: clean(content.text), inbound: { channel, sender, quoted: clean(content.quoted), refused: shown } }
}

/**
 * Anybody can write any address into a mail and any number over an SMS. In a case that does not show its reporter only
 * a proven sender counts as the reporter; in a named one an answer to our notice from their address does too, unless
 * our own mail server says that it is forged.
 */
function isFromReporter(
  channel: InboundChannel,
  { from, proof }: Pick<Arrival['content'], 'from' | 'proof'>,
  privacy: Complaint['privacy'],
  identity: Identity | null,
): boolean {
  if (proof === 'code') return true
  if (proof === 'denied' || channel === 'sms') return false
  const isKnown = channel === 'whatsapp' || proof === 'sender' || privacy === 'named'
  return isKnown && isReporters(channel, from, identity)
}

/** Tells whether the sender is the reporter; without an identity it is somebody else. */
function isReporters(channel: InboundChannel, from: string | null, identity: Identity | null): boolean {
  if (!from || !identity) return false
  if (channel === 'email') return identity.email?.toLowerCase() === from
  return identity.phone !== null && internationalNumber(identity.phone) === from
}

/** Leaves out files that a failed try already put on the case. */
async function filesStillHeld({ heldEvidence }: SubmitPorts, tenant: TenantId, files: readonly ArrivedFile[]) {
  const held = await Promise.all(files.map(async (file) => ((await heldEvidence.get(tenant, file.id)) ? [file] : [])))
  return held.flat()
}

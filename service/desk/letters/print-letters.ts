import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import { identityKeyOf } from '../../case/store/case-seals.ts'
import { recordOpening } from '../../keeping/identity/identity.ts'
import { type Letter, printLetter } from '../../keeping/letters/letter.ts'
import { letterPlace } from '../../keeping/letters/letter-store.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { PaperPorts } from './approve-letter.ts'
import { bytesOf } from './base64.ts'
import {
  actOnLetter,
  changedMeanwhile,
  type LetterRequest,
  letterFor,
  letterStep,
  obstacleOf,
} from './letter-access.ts'
import type { Paper } from './make-paper.ts'
import type { LetterOnCase } from './open-letter.ts'
import { letterWordingFor } from './wording/letter-wording.ts'

/**
 * Returns the papers as one file, in the requested order. Printing shows the addressees, so each reporter reads on
 * their page that their identity was opened for a letter. Log and cases are written first, and if one letter cannot
 * be printed none is.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `letter/confidential`, `letter/unknown`,
 * `letter/changed-meanwhile`, `letter/wrong-state`, `letter/no-address`, `letter/address-changed`
 */
export async function printLetters(
  ports: PaperPorts,
  staff: StaffMember,
  requests: readonly [LetterRequest, ...LetterRequest[]],
): Promise<Uint8Array> {
  const maySomewhere = (['letters.post', 'letters.post_confidential'] as const).some((one) =>
    staff.permissions.has(one),
  )
  if (!maySomewhere) throw notPermitted('letters.post')
  // Several letters open many identities at once.
  if (requests.length > 1) requireFreshConfirmation(staff, ports.now())
  const papers: Paper[] = []
  const printable: LetterOnCase[] = []
  for (const { id, revision } of requests) {
    const on = await letterFor(ports, staff, id, 'print')
    if (on.letter.revision !== revision) throw changedMeanwhile()
    printLetter(on.letter, letterStep(ports, staff))
    papers.push(await paperOf(ports, on))
    printable.push(on)
  }
  for (const { letter } of printable) {
    await tellOfOpening(ports, staff, letter)
    const { id, revision } = letter
    await actOnLetter(ports, staff, 'print', { id, revision }, (on) => printLetter(on.letter, letterStep(ports, staff)))
  }
  const [first, ...more] = papers
  if (!first) throw new Error('Nothing was asked for.')
  if (more.length === 0) return bytesOf(first.pdf)
  return ports.renderLetters([first.document, ...more.map(({ document }) => document)])
}

async function tellOfOpening(ports: PaperPorts, staff: StaffMember, { number, language, approved }: Letter) {
  const moment = await momentOf(ports, staff.tenant)
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: 'send_letter' })
  const reason = `${letterWordingFor(language).title} ${approved?.letterNumber}`
  await ports.complaints.change(staff.tenant, number, (complaint) =>
    recordOpening(complaint, { ground: 'send_letter', reason }, actorOf(staff), moment),
  )
}

async function paperOf({ vault }: PaperPorts, on: LetterOnCase): Promise<Paper> {
  const obstacle = obstacleOf(on)
  if (obstacle) throw new Refusal('conflict', `letter/${obstacle}`)
  const { letter, complaint } = on
  if (!complaint.identity || !letter.approved?.paper) throw new Refusal('conflict', 'letter/no-address')
  const key = identityKeyOf(complaint, complaint.identity)
  return (await vault.open(key, letterPlace(letter, 'paper'), letter.approved.paper)) as Paper
}

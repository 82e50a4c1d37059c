import { mayIn } from '../case/access/case-access.ts'
import { actorOf, recordNamingRefusal } from '../case/access/case-actions.ts'
import { refuseUnlessMembers } from '../case/access/guarding.ts'
import { leaksInName } from '../case/evidence.ts'
import { isSpokenWith, isThere } from '../case/shape/spoken-channels.ts'
import { listProse } from '../case/shape/story-fields.ts'
import { namesHeld } from '../keeping/evidence/held-evidence.ts'
import { ownerOf } from '../keeping/unsent/unsent.ts'
import type { UnsentStore } from '../keeping/unsent/unsent-store.ts'
import { findLeaks } from '../offices/names/known-words.ts'
import { keepAnswers, wordsIn } from '../offices/questions/kept-answers.ts'
import { notPermitted, requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { privacyIn, type Tenant } from '../offices/tenants/tenant.ts'
import type { IntakeChannel, StatementName } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Receiving } from './new-complaint.ts'
import { readIdentity } from './reporter-identity.ts'
import {
  type GivenComplaint,
  nameIn,
  questionsOf,
  type Received,
  type SentRequest,
  type SubmitPorts,
  submitComplaint,
} from './submit-complaint.ts'

export interface EnterPorts extends SubmitPorts {
  readonly unsent: Pick<UnsentStore, 'drop'>
}

/**
 * An officer enters a complaint for somebody.
 * @param sent `draft` names the words that they typed before, which end with it
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `text/names-reporter`, and those of `submitComplaint`
 */
export async function enterComplaint(
  ports: EnterPorts,
  staff: StaffMember,
  tenant: Tenant,
  given: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy'>,
  { draft, ...sent }: SentRequest & { readonly isShared?: boolean; readonly draft?: string | undefined },
): Promise<Received> {
  requirePermission(staff, 'cases.enter')
  if (!mayIn(staff, 'cases.enter', given.category)) throw notPermitted('cases.enter')
  const declared = declaredOn(receiving.channel, given.declared)
  await refuseUnlessMembers(ports.staff, staff, given.reportedStaff ?? [])
  // Two officers may send the same key, so each key is combined with its officer, unless it stands for the same
  // message.
  const own = {
    ...sent,
    idempotencyKey: sent.isShared ? sent.idempotencyKey : `${staff.id}\n${sent.idempotencyKey}`,
    admit: () => refuseNamingIn(ports, staff, given, receiving, textsIn(tenant, given, receiving)),
  }
  const whole = { ...given, declared }
  const received = await submitComplaint(ports, tenant, whole, { ...receiving, receivedBy: actorOf(staff) }, own)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.entered', subject: received.complaint.id, detail: null })
  if (draft) await ports.unsent.drop(ownerOf(staff), { number: null, kind: draft })
  return received
}

const owed: readonly StatementName[] = ['readBack', 'procedureExplained']

/**
 * What may be claimed of how it was taken in: everything is owed to somebody who is there, on the telephone it is what
 * happened, and nobody can read or explain anything to a reporter who only wrote.
 * @throws Refusal `request/invalid` if what is owed did not happen
 */
function declaredOn(channel: IntakeChannel, declared: GivenComplaint['declared']): GivenComplaint['declared'] {
  if (!declared || !isSpokenWith(channel)) return undefined
  const missing = isThere(channel) ? owed.filter((one) => !declared.statements.includes(one)) : []
  if (missing.length > 0) {
    const problems = missing.map((one) => ({ path: `statements.${one}`, code: 'required' }))
    throw new Refusal('invalid', 'request/invalid', {}, problems)
  }
  return declared.statements.length > 0 ? declared : undefined
}

function textsIn(
  { settings }: Tenant,
  { category, answers = {} }: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy'>,
): readonly string[] {
  const chosen = settings.categories.find(({ code }) => code === category)
  return chosen ? wordsIn(keepAnswers(questionsOf(chosen, receiving), answers)) : []
}

/**
 * Refuses text by an officer that names the reporter without a reason: file names always, the story where handlers must
 * not know the reporter. The reported person may have a similar name and is left out.
 */
async function refuseNamingIn(
  ports: SubmitPorts,
  staff: StaffMember,
  given: GivenComplaint,
  { place, letterNumber, namingKept }: Omit<Receiving, 'receivedBy'>,
  answers: readonly string[],
): Promise<void> {
  const { reporter, spoken } = given
  const { settings } = await ports.tenants.get(staff.tenant)
  const category = settings.categories.find(({ code }) => code === given.category)
  const privacy = category ? privacyIn(category, given.privacy) : given.privacy
  const evidence = [...given.evidence, ...(spoken ? [spoken.file] : [])]
  const identity = readIdentity(reporter)
  const held = await namesHeld(ports, staff.tenant, evidence)
  const names = held.map((file) => nameIn(given, file))
  const story = privacy === 'named' ? [] : [...listProse(given), place, letterNumber, ...answers]
  const inReason = findLeaks(namingKept ?? '', identity)
  const found = new Set([
    ...inReason,
    ...findLeaks(story.filter(Boolean).join('\n'), identity),
    ...names.flatMap((name) => leaksInName(name, identity)),
  ])
  if (found.size === 0 || (namingKept && inReason.length === 0)) return
  throw await recordNamingRefusal(ports, staff, null, [...found])
}

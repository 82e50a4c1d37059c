import { momentOf } from '../case/access/case-actions.ts'
import { textsOfStory } from '../case/candidates.ts'
import { hideNames, type StreamSealer } from '../case/evidence.ts'
import { chooseFirstReader, concerning, planGuardByName } from '../case/guard.ts'
import { namePosts, resolvePosts } from '../case/reading-posts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Consent, Signing, Spoken } from '../case/shape/intake.ts'
import { leaveToPage } from '../case/shape/notice.ts'
import { type GivenStory, matterFields } from '../case/shape/story-fields.ts'
import { newCaseKey } from '../case/store/case-seals.ts'
import { type GivenSigning, signatureFile, signingProblems } from '../case/testimony.ts'
import { claimEvidence, releaseEvidence, settleClaim } from '../keeping/evidence/held-evidence.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { type Answered, keepAnswers } from '../offices/questions/kept-answers.ts'
import { type Answers, answerProblems, type Question, relaxForOfficer } from '../offices/questions/questions.ts'
import { chooseCategory, composeShownText } from '../offices/tenants/configuration.ts'
import { type Category, offersPrivacy, privacyIn, type Tenant } from '../offices/tenants/tenant.ts'
import { refuseClosing } from '../offices/tenants/tenant-directory.ts'
import { readIn } from '../offices/translated.ts'
import type { Language, PrivacyChoice, StatementName } from '../offices/vocabulary.ts'
import { filingContext } from '../sealing/envelope.ts'
import type { Instant } from '../shared/instant.ts'
import { type FieldProblem, Refusal, refuseField } from '../shared/refusal.ts'
import { normaliseCode, trackingCode } from '../shared/tracking-code.ts'
import { UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { SealedEnvelope, Vault } from '../storage/vault.ts'
import { type FilingOffice, safeFileName } from './evidence/evidence.ts'
import {
  complaintNumber,
  newComplaint,
  type ReadingPlan,
  type Receiving,
  receiptMoment,
  refuseUnlessHeard,
  settleStory,
} from './new-complaint.ts'
import {
  type GivenIdentity,
  identityProblems,
  readIdentity,
  refuseUnlessSealed,
  sealedProblems,
  sealIdentity,
} from './reporter-identity.ts'

export interface GivenComplaint extends GivenStory {
  readonly category: string
  readonly privacy: PrivacyChoice
  readonly reporter?: GivenIdentity | undefined
  readonly answers?: Answers | undefined
  /** The reporter's browser sealed the identity in this envelope. */
  readonly sealedIdentity?: string | undefined
  /** The reporter knew that the identity is not sealed here, and gave it all the same. */
  readonly identityUnsealed?: boolean | undefined
  readonly evidence: readonly string[]
  /** A recording that tells the story where none is written. */
  readonly spoken?: Pick<Spoken, 'file' | 'disguised'> | undefined
  readonly fileNames?: Readonly<Record<string, string>> | undefined
  /** Posts that the reporter ticked, whose people must not read it. */
  readonly notReadBy?: readonly string[] | undefined
  /** An officer picked these staff as reported; those whom the complaint names are found as well. */
  readonly reportedStaff?: readonly string[] | undefined
  readonly signing?: GivenSigning | undefined
  readonly declared?: Declared | undefined
}

export interface Declared {
  readonly statements: readonly StatementName[]
  /** The version of the texts that the form showed; without it the current one counts. */
  readonly version?: number | undefined
}

/** The sender gave a key that marks a repeat; `body` is the request as it was understood. */
export interface SentRequest {
  readonly idempotencyKey: string
  readonly body: string
  /** It is called before a new complaint is accepted, but not for a repeat, whose sender only lost the answer. */
  readonly admit?: () => Promise<void>
}

export interface Received {
  readonly complaint: Complaint
  readonly trackingCode: string
}

/** Accepts a complaint: sealed, numbered, durable. The same key and body get the same answer, code included. */
export async function submitComplaint(
  ports: FilingOffice,
  tenant: Tenant,
  given: GivenComplaint,
  receiving: Receiving,
  sent: SentRequest,
): Promise<Received> {
  const id = tenant.id
  const { settings } = tenant
  const { vault, complaints } = ports
  const filingHash = await vault.hasher(id, 'filing')
  const keyHash = await filingKeyHash(vault, id, sent.idempotencyKey)
  // The key is included, so that two filings of one text have nothing in common in the store.
  const bodyHash = filingHash(`body\n${keyHash}\n${sent.body}`)
  const earlier = await complaints.findByFilingKey(id, keyHash)
  // Earlier versions left the key out of the hash.
  if (earlier) return answerRepeat(ports, earlier, [bodyHash, filingHash(`body\n${sent.body}`)], sent)
  refuseClosing(tenant)
  await sent.admit?.()

  const category = chooseCategory(settings.categories, given.category)
  const settled = settleStory(given, category, receiving.language)
  const questions = questionsOf(category, receiving)
  refuseUnlessAcceptable(tenant, questions, { ...given, evidence: settled.evidence }, receiving, ports.now())
  const answered = keepAnswers(questions, given.answers ?? {})
  const privacy = privacyIn(category, given.privacy)

  const moment = await momentOf(ports, id)
  const receivedAt = receiptMoment(receiving, moment)
  const claim = { by: keyHash, at: moment.at }
  const filed = { tenant: id, filing: { keyHash } }
  try {
    const claimed = await claimEvidence(ports, id, settled.evidence, claim)
    refuseUnlessHeard(settled.spoken, claimed)
    const evidence = claimed.map((file) => ({ ...file, name: nameIn(given, file) }))
    const [guarding, key, reporter, codeKey, codeHashing] = await Promise.all([
      planReading(ports, id, given, answered, receiving.receivedBy),
      newCaseKey(vault, filed),
      sealIdentity(vault, filed, privacy, given.reporter, {
        signature: signatureOf(given),
        sealed: envelopeIn(given, sent),
      }),
      vault.hasher(id, 'make-code'),
      vault.hasher(id, 'tracking-code'),
    ])
    const codeSalt = moment.newId()
    const code = trackingCode(codeKey, codeSalt, sent.idempotencyKey)
    const codeHash = codeHashing(normaliseCode(code))
    const filing = { keyHash, bodyHash, codeSalt }
    const signing = signingOf(ports, given)
    const consent = consentOf(ports, tenant, given, receiving.language, moment.at)
    const prepared = {
      tenant: id,
      receivedAt,
      category,
      filing,
      codeHash,
      key,
      evidence,
      guarding,
      signing,
      consent,
      ...reporter,
    }
    const received = newComplaint({ ...given, ...settled, answered, ...receiving, ...prepared, privacy }, moment)
    const complaint = hideNames(withReachableNotices(received), readIdentity(given.reporter))
    const added = await complaints.add(complaint, (sequence) =>
      complaintNumber(settings.numberPrefix, complaint.series, sequence),
    )
    await settleClaim(ports, id, settled.evidence)
    return { complaint: added, trackingCode: code }
  } catch (cause) {
    // The same form arrived twice at once: the other request won and took the files, and both get its answer.
    const winner = isLost(cause) ? await complaints.findByFilingKey(id, keyHash) : null
    if (winner) return answerRepeat(ports, winner, [bodyHash], sent)
    await releaseEvidence(ports, id, settled.evidence, claim, cause)
    throw cause
  }
}

/** A reporter without a contact reads all on their page, and no deliverer has to find that out. */
const withReachableNotices = <C extends Pick<Complaint, 'noticeChannels' | 'notices'>>(received: C): C =>
  received.noticeChannels.length > 0 ? received : { ...received, notices: received.notices.map(leaveToPage) }

export const filingKeyHash = async (vault: Vault, tenant: TenantId, idempotencyKey: string): Promise<string> =>
  (await vault.hasher(tenant, 'filing'))(`key\n${idempotencyKey}`)

async function planReading(
  { staff, vault, now, newId }: Pick<FilingOffice, 'staff' | 'vault' | 'now' | 'newId'>,
  tenant: TenantId,
  { reportedStaff = [], notReadBy = [], category, ...story }: GivenComplaint,
  answered: readonly Answered[],
  receivedBy: Actor,
): Promise<ReadingPlan> {
  const members = await staff.members(tenant)
  const chosen = resolvePosts(notReadBy, members, await namePosts(vault, tenant))
  const named = { known: concerning(reportedStaff, chosen), texts: textsOfStory(story, answered) }
  const plan = await planGuardByName(staff, tenant, named, category)
  const firstReader = plan.guard?.steward
    ? null
    : chooseFirstReader(members, plan.keptFrom, category, { now: now(), drawn: newId(), receivedBy })
  return { ...plan, firstReader }
}

export const nameIn = (
  { fileNames }: GivenComplaint,
  { id, name }: { readonly id: string; readonly name: string },
): string => {
  const other = fileNames?.[id]
  return other ? safeFileName(other) : name
}

const envelopeIn = ({ sealedIdentity }: GivenComplaint, { idempotencyKey }: SentRequest): SealedEnvelope | undefined =>
  sealedIdentity ? { envelope: sealedIdentity, context: filingContext(idempotencyKey) } : undefined

const signatureOf = ({ signing }: GivenComplaint): string | undefined =>
  signing?.kind === 'signed' ? signing.strokes : undefined

function signingOf({ sealer }: FilingOffice, { signing }: GivenComplaint): Signing | null {
  if (signing?.kind !== 'signed') return signing ?? null
  const digest = sealer.digest()
  digest.add(new TextEncoder().encode(signatureFile(signing.strokes)))
  return { kind: 'signed', sha256: digest.hex() }
}

function consentOf(
  { sealer }: FilingOffice,
  { settings }: Tenant,
  { declared }: GivenComplaint,
  language: Language,
  at: Instant,
): Consent | null {
  if (!declared) return null
  const sha256 = hashShownText(sealer, settings, language)
  return { at, statements: declared.statements, version: settings.privacyNotice.version, sha256 }
}

/** Everybody is shown the same texts until the office changes its settings. */
const hashesOfShown = new WeakMap<Tenant['settings'], Map<Language, string>>()

function hashShownText(sealer: StreamSealer, settings: Tenant['settings'], language: Language): string {
  const hashes = hashesOfShown.get(settings) ?? new Map<Language, string>()
  const known = hashes.get(language)
  if (known !== undefined) return known
  const digest = sealer.digest()
  digest.add(new TextEncoder().encode(composeShownText(settings, language)))
  const hash = digest.hex()
  hashesOfShown.set(settings, hashes.set(language, hash))
  return hash
}

const isLost = (cause: unknown): boolean =>
  cause instanceof UniqueViolation ? cause.index === 'filingKey' : cause instanceof Refusal

const REPEATS_FOR_HOURS = 24

async function answerRepeat(
  { vault, now }: FilingOffice,
  earlier: Complaint,
  bodyHashes: readonly string[],
  sent: SentRequest,
): Promise<Received> {
  if (!bodyHashes.includes(earlier.filing.bodyHash)) throw new Refusal('conflict', 'idempotency/other-body')
  const { enteredAt } = earlier.dossier
  if (Date.parse(now()) - Date.parse(enteredAt ?? earlier.receivedAt) > REPEATS_FOR_HOURS * 3_600_000) {
    throw new Refusal('conflict', 'idempotency/expired', { number: earlier.id })
  }
  const codeKey = await vault.hasher(earlier.tenant, 'make-code')
  const code = trackingCode(codeKey, earlier.filing.codeSalt, sent.idempotencyKey)
  const hash = await vault.hasher(earlier.tenant, 'tracking-code')
  // The code was replaced meanwhile, so this one opens nothing.
  if (hash(normaliseCode(code)) !== earlier.codeHash)
    throw new Refusal('conflict', 'idempotency/expired', { number: earlier.id })
  return { complaint: earlier, trackingCode: code }
}

export const questionsOf = (
  { questions = [] }: Pick<Category, 'questions'>,
  { channel }: Pick<Receiving, 'channel'>,
): readonly Question[] => (channel === 'web_widget' ? questions : relaxForOfficer(questions))

function refuseUnlessAcceptable(
  { settings, sealingKeys }: Tenant,
  questions: readonly Question[],
  given: GivenComplaint,
  { channel, language }: Receiving,
  at: Instant,
): void {
  const { privacy, reporter, evidence, category, signing, answers = {}, sealedIdentity, identityUnsealed } = given
  if (!offersPrivacy(settings, privacy, category)) {
    const code = privacy === 'anonymous' ? 'identity-needed' : 'not-offered'
    throw refuseField('privacy/not-offered', 'privacy', code)
  }
  if (evidence.length > settings.evidence.maxFiles) {
    throw new Refusal('invalid', 'evidence/too-many', { most: settings.evidence.maxFiles }, [
      { path: 'evidence', code: 'too-many' },
    ])
  }
  refuseOldTexts(settings, given, language)
  const problems = [
    ...(sealedIdentity
      ? sealedProblems(privacy, reporter)
      : identityProblems(settings.identityFields, privacy, reporter, channel)),
    ...signingProblems(signing, privacy, channel),
    ...answerProblems(questions, answers),
    ...futureDays(settings, given, at),
  ]
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  refuseUnlessSealed(sealingKeys, {
    privacy,
    sealedIdentity,
    mayStayOpen: channel !== 'web_widget' || identityUnsealed,
  })
}

/** What happened has happened. Only we can tell, because the clock of a phone may be wrong by years. */
function futureDays({ calendar }: Tenant['settings'], given: GivenStory, at: Instant): FieldProblem[] {
  const today = localDateOf(at, calendar)
  return matterFields
    .filter(({ name, kind }) => kind === 'day' && (given[name] ?? '') > today)
    .map(({ name }) => ({ path: name, code: 'in-future' }))
}

/** The texts changed since the form was fetched, or somebody made a version up. The refusal brings the new texts. */
function refuseOldTexts(settings: Tenant['settings'], { declared }: GivenComplaint, language: Language): void {
  const { version, text } = settings.privacyNotice
  if (declared?.version === undefined || declared.version === version) return
  const procedure = settings.procedure.rules.map((rule) => readIn(rule, language))
  throw new Refusal(
    'invalid',
    'statements/old-version',
    { version, privacyNotice: readIn(text, language), procedure },
    [{ path: 'statements.privacyNotice', code: 'old-version' }],
  )
}

import type { Context } from 'hono'
import { signedOwn } from '../../case/access/deciders.ts'
import { clockNamed, lateClocks } from '../../case/case-clocks.ts'
import { contactState } from '../../case/contact-check.ts'
import { isCodeWaiting, waitingCode, waitsForCode } from '../../case/given-code.ts'
import { isUnsatisfied } from '../../case/news.ts'
import { standingOf } from '../../case/notices/delivery.ts'
import { mayObject, mayReopen, reporterActsOpen } from '../../case/reporter-acts.ts'
import { isCodeKnownToStaff } from '../../case/reporter-rights.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isNoCode, type Notice } from '../../case/shape/notice.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { hasProvenContact } from '../../case/store/confirmed-phone.ts'
import { signatureFile } from '../../case/testimony.ts'
import type { ComplaintView, OwnDataOfOne, OwnDataView, ReceiptView } from '../../contract/complaint-view.ts'
import type { ContactView } from '../../contract/identity.ts'
import { mayTakeRecord, type OpenedByCode } from '../../following/follow-complaint.ts'
import { checkableOf, holderOf, type OwnData, readOwnData } from '../../following/rights/rights.ts'
import { composeShownText, findTexts } from '../../offices/tenants/configuration.ts'
import { labelTextOf, nextStepsOf, policyFor, type Tenant } from '../../offices/tenants/tenant.ts'
import { indonesianIn, readIn } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { sayMoment } from '../../shared/time-in-words.ts'
import type { Identity } from '../../storage/vault.ts'
import type { AppEnv } from '../app-env.ts'
import { formLanguageOf } from '../language.ts'
import type { Links } from '../links.ts'
import type { ApiOffice } from '../office.ts'
import { readerWordings, sayForwarded, type ViewWording } from '../view-wording.ts'
import * as common from './common-views.ts'
import { type EarlierCase, newestShown, stretchViews } from './older-view.ts'
import { standingTexts } from './view-texts.ts'

export interface Following {
  readonly wording: ViewWording
  readonly links: Links
  readonly now: Instant
  /** The first one comes first. */
  readonly earlier: readonly EarlierCase[]
  /** Other matters of the same complaint, each a case of its own. */
  readonly others: readonly Complaint[]
}

/**
 * A complaint as its reporter sees it: no names of officers, no notes, no answer before it is given. Entries of
 * earlier tenants come before those of the current one.
 */
export function complaintView(complaint: Complaint, tenant: Tenant, following: Following): ComplaintView {
  const { wording, links, now, earlier, others } = following
  const { dossier, status } = complaint
  const { labels } = wording
  const name = common.byPosition(wording)
  const every: readonly EarlierCase[] = [...earlier, { complaint, tenant }]
  const [first] = every
  const holder = holderOf({ complaint, earlier: earlier.map((one) => one.complaint) })
  return {
    number: complaint.id,
    status,
    statusLabel: labels.status[status],
    statusMeaning: meaningOf(complaint, tenant, following),
    ...indonesianOf(complaint, tenant, wording),
    category: common.categoryView(tenant, complaint.category, wording, complaint.receivedAt),
    privacy: complaint.privacy,
    receivedAt: complaint.receivedAt,
    subject: dossier.subject,
    spoken: readSpoken(complaint, wording),
    clocks: common.clockViews(complaint, tenant, wording, now),
    ...stretchViews(newestShown(every), wording),
    others: others.map((one) => ({
      number: one.id,
      subject: one.dossier.subject,
      statusLabel: labels.status[one.status],
    })),
    earlier: earlier.map((one) => ({ office: one.tenant.settings.name, number: one.complaint.id })),
    evidence: complaint.evidence.map((item) => common.evidenceView(complaint, item, false)),
    completion: common.completionView(dossier.completion, complaint.clocks),
    delay: common.delayView(lateClocks(complaint.clocks), dossier.delays, wording, name),
    lapsed: mayReopen(complaint, now) ? common.completionView(dossier.lapsed, complaint.clocks, 'reopening') : null,
    grounded: dossier.grounded,
    answer: common.answerView(dossier.answer, wording, name, signedOwn(dossier)),
    declined: common.declineView(dossier, wording),
    forwarded: common.forwardedView(dossier),
    identityAccess: every.flatMap((one) => common.identityAccessViews(one.complaint.dossier.identityOpenings, wording)),
    breachNotices: every.flatMap((one) =>
      one.complaint.dossier.breachNotices.flatMap(({ at, texts }) =>
        texts ? [{ at, text: texts[wording.language] }] : [],
      ),
    ),
    rating: dossier.rating && { stars: dossier.rating.stars, solved: dossier.rating.solved },
    rights: {
      identityGiven: holder.identity !== null,
      withdrawalMeaning: labels.withdrawalMeaning[policyFor(tenant.settings, complaint.category)],
      contacts: contactViews(holder, wording, now),
      requests: common.dataRequestViews(dossier.dataRequests, tenant.settings.calendar, wording, now, name),
    },
    codeKnownToOffice: isCodeKnownToStaff(complaint),
    codeWaits: codeWaitsView(holder, tenant, wording),
    destroyed: complaint.destroyed && { at: complaint.destroyed.at, record: complaint.destroyed.record },
    unsatisfied: unsatisfiedView(complaint, tenant, following),
    record: !isCodeWaiting(holder) && every.some((one) => mayTakeRecord(one.complaint, now)),
    acts: reporterActsOpen(complaint, now).filter((act) => !isCodeWaiting(holder) || !waitsForCode(act)),
    // The code was given for the first number.
    receiptUrl: links.receipt(first?.tenant.id ?? tenant.id, first?.complaint.id ?? complaint.id),
    verifyUrl: links.verify(complaint.receiptId),
  }
}

function codeWaitsView({ dossier }: Complaint, { settings }: Tenant, wording: ViewWording): ComplaintView['codeWaits'] {
  const waits = waitingCode(dossier)
  if (!waits) return null
  const { at } = waits
  const by = common.byPosition(wording)(waits.by)
  return {
    at,
    by,
    text: wording.labels.codeWaits({ by, at: sayMoment(at, settings.calendar.timeZone, wording.language) }),
  }
}

function readSpoken({ dossier }: Complaint, wording: ViewWording): ComplaintView['spoken'] {
  const spoken = common.spokenView(dossier, common.byPosition(wording))
  return spoken && { file: spoken.file, disguised: spoken.disguised, transcript: spoken.transcript }
}

function unsatisfiedView(complaint: Complaint, { settings }: Tenant, { wording, now }: Following) {
  if (!isUnsatisfied(complaint)) return null
  const window = mayObject(complaint, now) ? clockNamed(complaint.clocks, 'objection_window') : undefined
  const { mayStillObject, goesElsewhere } = wording.labels
  return window
    ? { objection: true, text: mayStillObject({ until: wording.clocks.formatDay(window.dueAt, settings.calendar) }) }
    : { objection: false, text: goesElsewhere({ superior: settings.parent || settings.name }) }
}

function meaningOf(complaint: Complaint, tenant: Tenant, { wording, earlier }: Following): string {
  const { status, offer, dossier } = complaint
  const { settings } = tenant
  const { labels, language } = wording
  const next = nextStepsNow(complaint, tenant)
  const { forwarded, merged } = dossier
  const meaning = forwarded
    ? sayForwarded(labels, forwarded.to.name, forwarded.reference?.text ?? null)
    : labels.statusMeaning[status]
  return [
    ...(earlier.length > 0 ? [labels.handledBy({ office: settings.name, number: complaint.id })] : []),
    merged ? labels.mergedInto({ number: merged.into }) : meaning,
    ...(offer && offer.state !== 'recalled' ? [labels.offeredTo({ office: offer.office })] : []),
    ...(next ? [labels.nextSteps({ text: readIn(next, language) })] : []),
  ].join(' ')
}

/** What the unit announced for the category holds until somebody answers. */
const nextStepsNow = ({ status, category, receivedAt }: Complaint, { settings }: Tenant) =>
  status === 'received' || status === 'in_progress' ? nextStepsOf(settings, category, receivedAt) : null

function indonesianOf(complaint: Complaint, tenant: Tenant, { language }: ViewWording) {
  const { category, receivedAt } = complaint
  const label = labelTextOf(tenant.settings, category, receivedAt)
  const found = indonesianIn([nextStepsNow(complaint, tenant), label], language)
  return found.length > 0 ? { inIndonesian: found } : {}
}

export function receiptView(
  complaint: Complaint,
  trackingCode: string,
  tenant: Tenant,
  { wording, links, now }: { readonly wording: ViewWording; readonly links: Links; readonly now: Instant },
): ReceiptView {
  const next = nextStepsOf(tenant.settings, complaint.category, complaint.receivedAt)
  return {
    number: complaint.id,
    trackingCode,
    receivedAt: complaint.receivedAt,
    clocks: common.clockViews(complaint, tenant, wording, now),
    ...(next && { nextSteps: readIn(next, wording.language) }),
    receiptUrl: links.receipt(tenant.id, complaint.id),
    followUpUrl: links.follow(tenant.id),
    verifyUrl: links.verify(complaint.receiptId),
  }
}

const contactViews = (complaint: Complaint, { labels }: ViewWording, now: Instant): ContactView[] =>
  checkableOf(complaint).map((channel) => {
    const stands = contactState(complaint, channel, now)
    return {
      channel,
      label: labels.noticeChannel[channel],
      state: stands.state,
      until: stands.state === 'awaited' ? stands.until : null,
      triesLeft: stands.state === 'awaited' ? stands.triesLeft : null,
      confirmedAt: stands.state === 'confirmed' ? stands.at : null,
    }
  })

export async function followingOf(
  c: Context<AppEnv>,
  ports: ApiOffice,
  { earlier, others }: OpenedByCode,
  /** `whole` includes all older pages. */
  extent: 'newest' | 'whole' = 'newest',
): Promise<Following> {
  return {
    wording: readerWordings[formLanguageOf(c)],
    links: ports.links,
    now: ports.now(),
    others: others.map(({ complaint }) => complaint),
    earlier: await Promise.all(earlier.map((one) => earlierCase(ports, one, extent))),
  }
}

// It is read again, because the reporter's latest act may have changed it.
async function earlierCase(
  { complaints, tenants }: ApiOffice,
  one: Complaint,
  extent: 'newest' | 'whole',
): Promise<EarlierCase> {
  const complaint = await complaints.get(one.tenant, one.id)
  return {
    complaint: extent === 'whole' ? await complaints.whole(complaint) : complaint,
    tenant: await tenants.get(one.tenant),
  }
}

type ShownNotice = Pick<OwnDataOfOne['notices'][number], 'state' | 'channel' | 'words'>

const reporterView = ({ signature, sealed, ...fields }: Identity): OwnDataOfOne['reporter'] => ({
  ...fields,
  sealed: sealed !== undefined,
  signature: signature ? signatureFile(signature) : null,
})

/** It holds all that the office keeps about a reporter, without notes among staff and unsent answers. */
export function ownDataView({ complaint, identity }: OwnData, tenant: Tenant, context: Following): OwnDataOfOne {
  const { labels } = context.wording
  const { channel, dossier, notices, noticeChannels } = complaint
  return {
    ...withoutActs(complaintView(complaint, tenant, context)),
    office: tenant.settings.name,
    madeAt: context.now,
    channel,
    channelLabel: labels.channel[channel],
    privacyLabel: labels.privacy[complaint.privacy],
    reporter: identity && reporterView(identity),
    noticeChannels,
    ...pickStory(dossier),
    answers: common.answerViews(dossier.answers, context.wording),
    consent: consentView(complaint, tenant),
    objection: dossier.objection,
    rating: dossier.rating,
    // Codes are left out: they would tell how many codes that contact got today, from any complaint.
    notices: notices.filter(isNoCode).map((notice) => ({
      at: notice.createdAt,
      label: labels.event[notice.event],
      ...shownResult(complaint, notice, context.wording.language),
    })),
  }
}

/** With the texts themselves, which the office keeps of each version. */
function consentView({ dossier, language }: Complaint, tenant: Tenant): OwnDataOfOne['consent'] {
  const { consent } = dossier
  if (!consent) return null
  const texts = findTexts(tenant, consent.version)
  return { ...consent, text: texts && composeShownText(texts, language) }
}

/** Shows the result of a notice without revealing anything about others who gave the same contact. */
function shownResult({ identity, dossier }: Complaint, notice: Notice, language: Language): ShownNotice {
  const { state, channel, attempts } = notice
  const isConfirmed = channel !== null && hasProvenContact(identity, dossier, channel)
  const wentNowhere = state === 'failed' || state === 'kept' || (state === 'unreachable' && attempts.length === 0)
  return isConfirmed || channel === 'letter' || wentNowhere || state === 'printing'
    ? { state, channel, words: standingTexts[language][standingOf(notice)] }
    : { state: 'unconfirmed', channel: null, words: standingTexts[language].unconfirmed }
}

const withoutActs = ({
  acts: _,
  receiptUrl: __,
  verifyUrl: ___,
  record: ____,
  unsatisfied: _____,
  older: ______,
  ...view
}: ComplaintView) => view

/** The copy of what the office keeps about a reporter, in all cases that their code opens. */
export async function ownCopy(c: Context<AppEnv>, ports: ApiOffice, opened: OpenedByCode): Promise<OwnDataView> {
  const copyOf = async (one: OpenedByCode): Promise<OwnDataOfOne> =>
    ownDataView(
      await readOwnData(ports, one),
      await ports.tenants.get(one.tenant),
      await followingOf(c, ports, one, 'whole'),
    )
  const { askedAt } = opened
  const others = opened.others.filter(({ complaint }) => !complaint.destroyed)
  const otherMatters = others.map((one) =>
    copyOf({ ...one, tenant: one.complaint.tenant, number: one.complaint.id, askedAt, others: [] }),
  )
  return { ...(await copyOf(opened)), otherMatters: await Promise.all(otherMatters) }
}

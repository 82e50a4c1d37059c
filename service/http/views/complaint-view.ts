import type { Complaint } from '../../complaints/complaint.ts'
import { lateClocks } from '../../complaints/late-clocks.ts'
import { mayReopen } from '../../complaints/reopen-complaint.ts'
import { reporterActsOpen } from '../../complaints/reporter-acts.ts'
import type { ComplaintView, ReceiptView } from '../../contract/complaint-view.ts'
import type { ContactView } from '../../contract/own-data.ts'
import { checkableOf } from '../../rights/check-contact.ts'
import { contactState } from '../../rights/contact-check.ts'
import type { Instant } from '../../shared/instant.ts'
import { policyFor, type Tenant } from '../../tenants/tenant.ts'
import type { Links } from '../links.ts'
import type { Speech } from '../wording/speech.ts'
import {
  answerView,
  byPosition,
  categoryView,
  clockViews,
  completionView,
  dataRequestViews,
  declineView,
  delayView,
  evidenceView,
  forwardedView,
  historyViews,
  messageViews,
} from './common-views.ts'

/** A complaint as its reporter sees it: no names of officers, no notes, no answer before it is given. */
export function complaintView(
  complaint: Complaint,
  tenant: Tenant,
  { speech, links, now }: { readonly speech: Speech; readonly links: Links; readonly now: Instant },
): ComplaintView {
  const { dossier, status } = complaint
  const { labels } = speech
  const name = byPosition(speech)
  return {
    number: complaint.id,
    status,
    statusLabel: labels.status[status],
    statusMeaning: meaningOf(complaint, speech),
    category: categoryView(tenant, complaint.category, speech),
    privacy: complaint.privacy,
    receivedAt: complaint.receivedAt,
    subject: dossier.subject,
    clocks: clockViews(complaint, tenant, speech, now),
    history: historyViews(
      dossier.history.filter((line) => line.public),
      tenant.settings.calendar,
      speech,
      name,
    ),
    messages: messageViews(dossier.messages, name),
    evidence: complaint.evidence.map((item) => evidenceView(complaint, item, false)),
    completion: completionView(dossier.completion, complaint.clocks),
    delay: delayView(lateClocks(complaint.clocks), dossier.delays, speech, name),
    lapsed: mayReopen(complaint, now) ? completionView(dossier.lapsed, complaint.clocks, 'reopening') : null,
    grounded: dossier.grounded,
    answer: answerView(dossier.answer, speech, name),
    declined: declineView(dossier, speech),
    forwarded: forwardedView(dossier),
    identityAccess: dossier.identityOpenings.map(({ at, by, ground, reason }) => ({
      at,
      role: name(by),
      groundLabel: labels.openingGround[ground],
      reason,
    })),
    breachNotices: dossier.breachNotices.map(({ at, texts }) => ({ at, text: texts[speech.language] })),
    rating: dossier.rating && { stars: dossier.rating.stars, solved: dossier.rating.solved },
    rights: {
      identityGiven: complaint.identity !== null,
      withdrawalMeaning: labels.withdrawalMeaning[policyFor(tenant.settings, complaint.category)],
      contacts: contactViews(complaint, speech, now),
      requests: dataRequestViews(dossier.dataRequests, tenant.settings.calendar, speech, now, name),
    },
    destroyed: complaint.destroyed && { at: complaint.destroyed.at, record: complaint.destroyed.record },
    acts: reporterActsOpen(complaint, now),
    receiptUrl: links.receipt(tenant.id, complaint.id),
    verifyUrl: links.verify(complaint.receiptId),
  }
}

function meaningOf({ status, dossier: { forwarded, merged } }: Complaint, { labels }: Speech): string {
  if (merged) return labels.mergedInto(merged.into)
  return forwarded
    ? labels.forwardedTo(forwarded.to.name, forwarded.reference?.text ?? null)
    : labels.statusMeaning[status]
}

/** The answer to a filing. */
export function receiptView(
  complaint: Complaint,
  trackingCode: string,
  tenant: Tenant,
  { speech, links, now }: { readonly speech: Speech; readonly links: Links; readonly now: Instant },
): ReceiptView {
  return {
    number: complaint.id,
    trackingCode,
    receivedAt: complaint.receivedAt,
    clocks: clockViews(complaint, tenant, speech, now),
    receiptUrl: links.receipt(tenant.id, complaint.id),
    followUpUrl: links.follow(tenant.id),
    verifyUrl: links.verify(complaint.receiptId),
  }
}

const contactViews = (complaint: Complaint, { labels }: Speech, now: Instant): ContactView[] =>
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

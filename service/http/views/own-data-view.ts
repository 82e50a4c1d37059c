import { standingOf } from '../../case/notices/delivery.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isNoCode, type Notice } from '../../case/shape/notice.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { hasProvenContact } from '../../case/store/confirmed-phone.ts'
import { signatureFile } from '../../case/testimony.ts'
import type { ComplaintView, OwnDataOfOne } from '../../contract/complaint-view.ts'
import type { OwnData } from '../../following/rights/rights.ts'
import { composeShownText, findTexts } from '../../offices/tenants/configuration.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Identity } from '../../storage/vault.ts'
import { answerViews } from './common-views.ts'
import { complaintView, type Following } from './complaint-view.ts'
import { standingTexts } from './view-texts.ts'

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
    answers: answerViews(dossier.answers, context.wording),
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

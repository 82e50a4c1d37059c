import { type Context, Hono } from 'hono'
import { evidenceOf } from '../../case/evidence/evidence-of.ts'
import { issueReceipt, type ReceiptPorts } from '../../case/receipt/issue-receipt.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { identityAddition, ratingRequest, transcriptReply } from '../../contract/complaint-view.ts'
import { textLimits } from '../../contract/fields.ts'
import {
  contactCodeRequest,
  contactConfirmation,
  dataRequest,
  identityCorrection,
  identityWithdrawal,
} from '../../contract/own-data.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import { addIdentityToComplaint } from '../../following/add-identity.ts'
import { chooseOwnCode } from '../../following/choose-own-code.ts'
import {
  acceptAnswer,
  answerTranscriptAsReporter,
  followComplaint,
  type OpenedByCode,
  objectToAnswer,
  rateComplaint,
  reopenComplaint,
  withdrawComplaint,
  writeToOfficeAsReporter,
} from '../../following/follow-complaint.ts'
import { type ContactPorts, confirmContact, sendContactCode } from '../../following/rights/check-contact.ts'
import { correctIdentity } from '../../following/rights/correct-identity.ts'
import { atEveryHolder, atHolder } from '../../following/rights/identity-holders.ts'
import { requestAboutData } from '../../following/rights/request-about-data.ts'
import { withdrawIdentity } from '../../following/rights/withdraw-identity.ts'
import type { OpenEvidencePorts } from '../../keeping/evidence/open-evidence.ts'
import { completionItems } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import { trackingCode } from '../../shared/tracking-code.ts'
import type { AppEnv } from '../app-env.ts'
import { openByCode } from '../identify-reporter.ts'
import { sentenceFor } from '../problem.ts'
import type { FilingPorts } from '../public/filing-routes.ts'
import { evidenceResponse, pageFileResponse, pdfResponse, pdfStream } from '../send-file.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { complaintView } from '../views/complaint-view.ts'
import { followingOf } from '../views/followed-view.ts'
import { olderComplaintView } from '../views/older-view.ts'
import { ownCopy } from '../views/own-copy.ts'
import { ownRecord, type RecordPorts } from '../views/own-record.ts'
import type { TenantViewPorts } from '../views/tenant-view.ts'
import { readAddition } from './add-identity-section.ts'
import { followPage } from './follow-page.ts'
import { followResultPage } from './follow-result-page.ts'
import { ownDataPage } from './own-data-page.ts'
import type { PageAssets } from './page.ts'
import { viewOfTenant } from './page-routes.ts'
import { type FollowForm, readFollowForm } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'
import { readCorrection } from './rights-section.ts'

export interface FollowPagePorts
  extends FilingPorts,
    ContactPorts,
    OpenEvidencePorts,
    Pick<RecordPorts, 'streamPaper'>,
    Omit<ReceiptPorts, 'links'>,
    TenantViewPorts {
  readonly assets: PageAssets
}

/** Following a complaint without JavaScript. Number and code come by POST only and are never in an address. */
export function followPageRoutes(ports: FollowPagePorts) {
  const { assets } = ports
  const pages = new Hono<AppEnv>()

  pages.get('/', (c) => c.html(followPage({ tenant: viewOfTenant(c, ports), assets })))

  pages.post('/', async (c) => {
    c.header('Cache-Control', 'no-store')
    const fields = await sentFields(c)
    const form = readFollowForm(fields)
    const tenant = viewOfTenant(c, ports)
    let access: OpenedByCode
    try {
      access = await openByCode(ports, {
        address: ports.addressOf(c),
        tenant: c.get('tenant').id,
        number: form.number,
        code: form.trackingCode,
        act: form.act === 'receipt-with-code' ? 'receipt' : form.act,
      })
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      const problem = sentenceFor(cause.code, c.get('language'), cause.details)
      return c.html(followPage({ tenant, assets, number: form.number, problem }), cause.kind === 'too-many' ? 429 : 404)
    }
    // The tenant that has the complaint now; the page stays that of the tenant where it was opened.
    const unit = await ports.tenants.get(access.tenant)
    if (form.act === 'receipt' || form.act === 'receipt-with-code') {
      const { complaint } = access
      const code = form.act === 'receipt' ? undefined : form.trackingCode
      const receipt = await issueReceipt(ports, complaint, unit, 'reporter', code)
      return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
    }
    if (form.act === 'file') {
      const { complaint } = access
      return evidenceResponse(
        c,
        await ownFile(ports, complaint, evidenceOf(complaint, fieldText(fields, 'file') ?? '')),
      )
    }
    if (form.act === 'own-data') {
      const page = ownDataPage(await ownCopy(c, ports, access), tenant)
      return pageFileResponse(c, `${access.number}.html`, await page)
    }
    if (form.act === 'record') {
      const paper = await ownRecord(c, ports, access).catch(refusalOnly)
      if (paper) return pdfStream(c, `${access.number}-berkas.pdf`, ports.streamPaper(paper))
    }
    const { complaint, problem } = await acted(c, ports, access, form, fields)
    const context = await followingOf(c, ports, access)
    const view = complaintView(complaint, unit, context)
    const path = [...context.earlier, { complaint, tenant: unit }]
    const older =
      form.act === 'older' ? await olderComplaintView(ports, path, form.page, context.wording).catch(refusalOnly) : null
    const make = await ports.vault.hasher(access.tenant, 'make-code')
    return c.html(
      followResultPage({
        offeredCode: trackingCode(make, ports.newId(), ports.newId()),
        tenant,
        assets,
        complaint: older ? { ...view, ...older } : view,
        isOlder: older !== null,
        clockDays: clockDaysView(complaint, unit, context.wording, context.now),
        trackingCode:
          form.act === 'own-code' && problem === null ? (fieldText(fields, 'newCode') ?? '') : form.trackingCode,
        ...(problem === null ? { done: form.act } : { problem }),
      }),
      problem === null ? 200 : 400,
    )
  })
  return pages
}

/** Which of the requested items the reporter ticked, if the page showed any. */
const ticked = ({ brings = [], ticks }: FormFields) =>
  ticks ? completionItems.filter((item) => brings.includes(item)) : undefined

const readRating = (fields: FormFields, text: string) => ({
  stars: Number(fieldText(fields, 'stars')),
  solved: { yes: true, no: false }[fieldText(fields, 'solved') ?? ''],
  ...(text && { text }),
})

/** A record that is not open yet, or a page that does not exist, shows the newest state instead. */
function refusalOnly(cause: unknown): null {
  if (!(cause instanceof Refusal)) throw cause
  return null
}

/** @throws Refusal `request/unsupported-type` */
async function sentFields(c: Context<AppEnv>): Promise<FormFields> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    throw new Refusal('unsupported-type', 'request/unsupported-type')
  }
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    fields[name] ??= []
    fields[name].push(value)
  }
  return fields
}

async function acted(
  c: Context<AppEnv>,
  ports: FollowPagePorts,
  access: OpenedByCode,
  form: FollowForm,
  fields: FormFields,
): Promise<{ complaint: Complaint; problem: string | null }> {
  try {
    return { complaint: await doAct(ports, access, form, { fields, address: ports.addressOf(c) }), problem: null }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    const problem = sentenceFor(cause.code, c.get('language'), cause.details)
    return { complaint: await followComplaint(ports, access), problem }
  }
}

function doAct(
  ports: FollowPagePorts,
  access: OpenedByCode,
  { act, text }: FollowForm,
  { fields, address }: { readonly fields: FormFields; readonly address: string },
): Promise<Complaint> {
  const needsText = act === 'message' || act === 'objection' || act === 'reopening'
  if ((needsText && text === '') || text.length > textLimits.message) throw new Refusal('invalid', 'request/invalid')
  switch (act) {
    case 'message':
      return writeToOfficeAsReporter(ports, access, { text, completes: true, brings: ticked(fields) })
    case 'objection':
      return objectToAnswer(ports, access, text)
    case 'reopening':
      return reopenComplaint(ports, access, text)
    case 'acceptance':
      return acceptAnswer(ports, access)
    case 'rating':
      return rateComplaint(ports, access, checked(ratingRequest, readRating(fields, text)))
    case 'withdrawal':
      return withdrawComplaint(ports, access, text || undefined)
    case 'identity':
      return addIdentityToComplaint(ports, access, checked(identityAddition, readAddition(fields)))
    case 'identity-correction':
      return atEveryHolder(ports, access, (holder) =>
        correctIdentity(ports, holder, checked(identityCorrection, readCorrection(fields))),
      )
    case 'identity-withdrawal':
      checked(identityWithdrawal, { understood: fieldText(fields, 'understood') === 'yes' })
      return atEveryHolder(ports, access, (holder) => withdrawIdentity(ports, holder))
    case 'contact-code':
      return atHolder(ports, access, (holder) => {
        const { channel } = checked(contactCodeRequest, { channel: fieldText(fields, 'channel') })
        return sendContactCode(ports, holder, { channel, address })
      })
    case 'contact-confirmation': {
      const given = { channel: fieldText(fields, 'channel'), code: fieldText(fields, 'digits') }
      return atHolder(ports, access, (holder) => confirmContact(ports, holder, checked(contactConfirmation, given)))
    }
    case 'data-request':
      return requestAboutData(ports, access, checked(dataRequest, { kind: fieldText(fields, 'kind'), text }))
    case 'transcript':
      return answerTranscriptAsReporter(
        ports,
        access,
        checked(transcriptReply, {
          transcript: fieldText(fields, 'transcript'),
          text: fieldText(fields, 'correction'),
        }),
      )
    case 'own-code':
      return chooseOwnCode(ports, access, fieldText(fields, 'newCode') ?? '')
    case 'open':
    case 'receipt':
    case 'receipt-with-code':
    case 'record':
    case 'own-data':
    case 'older':
    case 'file':
      return followComplaint(ports, access)
  }
}

/** Validates a form by the API's own schema. @throws Refusal `request/invalid` */
function checked<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
): T {
  const read = schema.safeParse(value)
  if (!read.success) throw new Refusal('invalid', 'request/invalid')
  return read.data
}

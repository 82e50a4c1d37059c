import { type Context, Hono } from 'hono'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { identityAddition, ratingRequest, transcriptReply } from '../../contract/complaint-view.ts'
import { textLimits } from '../../contract/fields.ts'
import * as identityWire from '../../contract/identity.ts'
import { readersChoice, type WholeTenantView } from '../../contract/tenant-view.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import { chooseReaders, listReadersChosen } from '../../following/choose-readers.ts'
import { addIdentityToComplaint } from '../../following/completions.ts'
import * as following from '../../following/follow-complaint.ts'
import * as rights from '../../following/rights/rights.ts'
import { completionItems } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import { trackingCode } from '../../shared/tracking-code.ts'
import type { AppEnv } from '../app-env.ts'
import { openByCode } from '../identify.ts'
import { beginRefusal, sentenceFor } from '../problem.ts'
import { evidenceResponse, pageFileResponse, pdfResponse, pdfStream } from '../send-file.ts'
import { clockDaysView } from '../views/case-parts.ts'
import { ownRecord } from '../views/case-print.ts'
import { complaintView, followingOf, ownCopy } from '../views/complaint-view.ts'
import { olderComplaintView } from '../views/older-view.ts'
import { followPage } from './follow-page.ts'
import { followResultPage } from './follow-result-page.ts'
import { readAddition } from './follow-sections.ts'
import { ownDataPage, readCorrection } from './own-data-page.ts'
import type { PageOffice } from './page.ts'
import { viewOfTenant } from './page-routes.ts'
import { type FollowAct, type FollowForm, readFollowForm } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

interface Sent {
  readonly text: string
  readonly fields: FormFields
  readonly address: string
}

/** Acts that show or give something, and change nothing. */
type Reading = 'open' | 'older' | 'file' | 'record' | 'own-data' | 'receipt' | 'receipt-with-code'
type Act = Exclude<FollowForm['act'], Reading>

/** What a reporter does on the page, validated by the API's own schemas. */
const acts: Readonly<
  Record<Act, (ports: PageOffice, access: following.OpenedByCode, sent: Sent) => Promise<Complaint>>
> = {
  message: (ports, access, { text, fields }) =>
    following.writeToOfficeAsReporter(ports, access, { text, completes: true, brings: readTicks(fields) }),
  objection: (ports, access, { text }) => following.objectToAnswer(ports, access, text),
  reopening: (ports, access, { text }) => following.reopenComplaint(ports, access, text),
  acceptance: (ports, access) => following.acceptAnswer(ports, access),
  rating: (ports, access, sent) => following.rateComplaint(ports, access, checked(ratingRequest, readRating(sent))),
  withdrawal: (ports, access, { text }) => following.withdrawComplaint(ports, access, text || undefined),
  identity: (ports, access, { fields }) =>
    addIdentityToComplaint(ports, access, checked(identityAddition, readAddition(fields))),
  'identity-correction': (ports, access, { fields }) =>
    rights.actAtEveryHolder(ports, access, (holder) =>
      rights.correctIdentity(ports, holder, checked(identityWire.identityCorrection, readCorrection(fields))),
    ),
  'identity-withdrawal': (ports, access, { fields }) => {
    checked(identityWire.identityWithdrawal, { understood: fieldText(fields, 'understood') === 'yes' })
    return rights.actAtEveryHolder(ports, access, (holder) => rights.withdrawIdentity(ports, holder))
  },
  'contact-code': (ports, access, { fields, address }) =>
    rights.actAtHolder(ports, access, (holder) => {
      const { channel } = checked(identityWire.contactCodeRequest, { channel: fieldText(fields, 'channel') })
      return rights.sendContactCode(ports, holder, { channel, address })
    }),
  'contact-confirmation': (ports, access, { fields }) => {
    const given = { channel: fieldText(fields, 'channel'), code: fieldText(fields, 'digits') }
    return rights.actAtHolder(ports, access, (holder) =>
      rights.confirmContact(ports, holder, checked(identityWire.contactConfirmation, given)),
    )
  },
  'data-request': (ports, access, { text, fields }) =>
    rights.requestAboutData(
      ports,
      access,
      checked(identityWire.dataRequest, { kind: fieldText(fields, 'kind'), text }),
    ),
  transcript: (ports, access, { fields }) => {
    const given = { transcript: fieldText(fields, 'transcript'), text: fieldText(fields, 'correction') }
    return following.answerTranscriptAsReporter(ports, access, checked(transcriptReply, given))
  },
  'choose-readers': (ports, access, { fields }) =>
    chooseReaders(
      ports,
      access,
      checked(readersChoice, { notReadBy: fields.notReadBy?.filter(Boolean) ?? [] }).notReadBy,
    ),
  'own-code': (ports, access, { fields }) => following.chooseOwnCode(ports, access, fieldText(fields, 'newCode') ?? ''),
}

const isAct = (act: FollowForm['act']): act is Act => act in acts
const needText: readonly FollowForm['act'][] = ['message', 'objection', 'reopening']

/** Does what the reporter asked for, and returns the complaint as it then stands. */
export function doAct(
  ports: PageOffice,
  access: following.OpenedByCode,
  { act, text }: FollowForm,
  sent: Omit<Sent, 'text'>,
): Promise<Complaint> {
  const isMissing = text === '' && needText.includes(act)
  if (isMissing || text.length > textLimits.message) throw new Refusal('invalid', 'request/invalid')
  return isAct(act) ? acts[act](ports, access, { text, ...sent }) : following.followComplaint(ports, access)
}

/** Reads which of the requested items the reporter ticked, if the page showed any. */
const readTicks = ({ brings = [], ticks }: FormFields) =>
  ticks ? completionItems.filter((item) => brings.includes(item)) : undefined

const readRating = ({ fields, text }: Sent) => ({
  stars: Number(fieldText(fields, 'stars')),
  solved: { yes: true, no: false }[fieldText(fields, 'solved') ?? ''],
  ...(text && { text }),
})

function checked<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
): T {
  const read = schema.safeParse(value)
  if (!read.success) throw new Refusal('invalid', 'request/invalid')
  return read.data
}

interface Asked {
  readonly access: following.OpenedByCode
  /** The unit on whose page it is asked for. */
  readonly tenant: WholeTenantView
  readonly fields: FormFields
  readonly trackingCode: string
}

type GiveFile = (c: Context<AppEnv>, ports: PageOffice, asked: Asked) => Promise<Response | null>

/** Acts that give a file in place of the page. A record that is not open yet gives none. */
export const fileActs: Readonly<Partial<Record<FollowAct, GiveFile>>> = {
  receipt: (c, ports, { access }) => giveReceipt(c, ports, access),
  'receipt-with-code': (c, ports, { access, trackingCode }) => giveReceipt(c, ports, access, trackingCode),
  async file(c, ports, { access: { complaint }, fields }) {
    const evidence = evidenceOf(complaint, fieldText(fields, 'file') ?? '')
    return evidenceResponse(c, await ownFile(ports, complaint, evidence))
  },
  async 'own-data'(c, ports, { access, tenant }) {
    return pageFileResponse(c, `${access.number}.html`, await ownDataPage(await ownCopy(c, ports, access), tenant))
  },
  async record(c, ports, { access }) {
    const paper = await ownRecord(c, ports, access).catch(refusalOnly)
    return paper && pdfStream(c, `${access.number}-berkas.pdf`, ports.streamPaper(paper))
  },
}

async function giveReceipt(
  c: Context<AppEnv>,
  ports: PageOffice,
  { complaint, tenant }: following.OpenedByCode,
  code?: string,
): Promise<Response> {
  const receipt = await issueReceipt(ports, complaint, await ports.tenants.get(tenant), 'reporter', code)
  return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
}

/** A refusal is answered by the page of the newest state. */
export function refusalOnly(cause: unknown): null {
  if (!(cause instanceof Refusal)) throw cause
  return null
}

/** Following a complaint without JavaScript. Number and code come by POST only and are never in an address. */
export function followPageRoutes(ports: PageOffice) {
  const { assets } = ports
  const pages = new Hono<AppEnv>()

  pages.get('/', (c) => c.html(followPage({ tenant: viewOfTenant(c, ports), assets })))

  pages.post('/', async (c) => {
    c.header('Cache-Control', 'no-store')
    const fields = await sentFields(c)
    const form = readFollowForm(fields)
    const tenant = viewOfTenant(c, ports)
    let access: following.OpenedByCode
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
      const problem = sentenceIn(c, cause)
      const { status, headers } = beginRefusal(cause)
      return c.html(followPage({ tenant, assets, number: form.number, problem }), status, headers)
    }
    // The tenant that has the complaint now; the page stays that of the tenant where it was opened.
    const unit = await ports.tenants.get(access.tenant)
    const file = await fileActs[form.act]?.(c, ports, { access, tenant, fields, trackingCode: form.trackingCode })
    if (file) return file
    const { complaint, refusal } = await acted(c, ports, access, form, fields)
    const context = await followingOf(c, ports, access)
    const view = complaintView(complaint, unit, context)
    const path = [...context.earlier, { complaint, tenant: unit }]
    const older =
      form.act === 'older' ? await olderComplaintView(ports, path, form.page, context.wording).catch(refusalOnly) : null
    const make = await ports.vault.hasher(access.tenant, 'make-code')
    const { status, headers } = refusal ? beginRefusal(refusal) : accepted
    return c.html(
      followResultPage({
        offeredCode: trackingCode(make, ports.newId(), ports.newId()),
        tenant,
        assets,
        complaint: older ? { ...view, ...older } : view,
        isOlder: older !== null,
        readers: complaint.destroyed || view.codeWaits ? null : await listReadersChosen(ports, complaint),
        clockDays: clockDaysView(complaint, unit, context.wording, context.now),
        trackingCode: form.act === 'own-code' && !refusal ? (fieldText(fields, 'newCode') ?? '') : form.trackingCode,
        ...(refusal ? { problem: sentenceIn(c, refusal) } : { done: form.act }),
      }),
      status,
      headers,
    )
  })
  return pages
}

const accepted = { status: 200, headers: undefined } as const

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

const sentenceIn = (c: Context<AppEnv>, { code, details }: Refusal): string =>
  sentenceFor(code, c.get('language'), details)

/** Does the act, or leaves the complaint as it is and returns why. */
async function acted(
  c: Context<AppEnv>,
  ports: PageOffice,
  access: following.OpenedByCode,
  form: FollowForm,
  fields: FormFields,
): Promise<{ readonly complaint: Complaint; readonly refusal: Refusal | null }> {
  try {
    return { complaint: await doAct(ports, access, form, { fields, address: ports.addressOf(c) }), refusal: null }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { complaint: await following.followComplaint(ports, access), refusal: cause }
  }
}

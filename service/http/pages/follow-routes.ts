import { type Context, Hono } from 'hono'
import type { Complaint } from '../../case/shape/complaint.ts'
import { followComplaint, type OpenedByCode } from '../../following/follow-complaint.ts'
import { Refusal } from '../../shared/refusal.ts'
import { trackingCode } from '../../shared/tracking-code.ts'
import type { AppEnv } from '../app-env.ts'
import { openByCode } from '../identify-reporter.ts'
import { beginRefusal, sentenceFor } from '../problem.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { complaintView } from '../views/complaint-view.ts'
import { followingOf } from '../views/followed-view.ts'
import { olderComplaintView } from '../views/older-view.ts'
import { doAct } from './follow-acts.ts'
import { fileActs, refusalOnly } from './follow-files.ts'
import { followPage } from './follow-page.ts'
import { followResultPage } from './follow-result-page.ts'
import type { PageOffice } from './page.ts'
import { viewOfTenant } from './page-routes.ts'
import { type FollowForm, readFollowForm } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

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

const sentenceIn = (c: Context<AppEnv>, { code, details }: Refusal): string =>
  sentenceFor(code, c.get('language'), details)

/** Does the act, or leaves the complaint as it is and returns why. */
async function acted(
  c: Context<AppEnv>,
  ports: PageOffice,
  access: OpenedByCode,
  form: FollowForm,
  fields: FormFields,
): Promise<{ readonly complaint: Complaint; readonly refusal: Refusal | null }> {
  try {
    return { complaint: await doAct(ports, access, form, { fields, address: ports.addressOf(c) }), refusal: null }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { complaint: await followComplaint(ports, access), refusal: cause }
  }
}

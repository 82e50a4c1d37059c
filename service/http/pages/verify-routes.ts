import { Hono } from 'hono'
import { asFiled, checkSignedReceipt, receiptFingerprint } from '../../case/receipt/issued-receipts.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import type { AppEnv } from '../app-env.ts'
import { smallBody } from '../openapi.ts'
import { trustView } from '../views/trust-view.ts'
import type { PageOffice } from './page.ts'
import { verifyLetterPage } from './verify-letter-page.ts'
import { lostReceiptPage, verifyPage } from './verify-page.ts'

/** Where anybody can check a receipt or a letter of which they hold a copy. */
export function verifyRoutes(ports: PageOffice) {
  const { tenants, complaints, assets, limits, addressOf } = ports
  const pages = new Hono<AppEnv>()
  pages.get('/:receiptId', async (c) => {
    limits.before('checking', addressOf(c))
    c.header('Cache-Control', 'no-store')
    const receiptId = c.req.param('receiptId')
    const complaint = await complaints.findByReceipt(receiptId)
    const language = c.get('language')
    if (!complaint) {
      const letter = await letterToVerify(ports, receiptId)
      if (letter) return c.html(verifyLetterPage({ language, assets, ...letter }))
      return c.html(
        verifyPage({ language, assets, receiptId, receipt: null, mayBeLost: complaints.numberGaps.any() }),
        404,
      )
    }
    const tenant = await tenants.get(complaint.tenant)
    const { name, parent, calendar } = tenant.settings
    const receipt = {
      office: name,
      parent,
      number: complaint.id,
      receivedAt: asFiled(complaint).receivedAt,
      timeZone: calendar.timeZone,
      fingerprint: await receiptFingerprint(ports, complaint, tenant),
      keyFingerprint: (await trustView(tenant, ports)).fingerprint.join(' '),
      files: complaint.receiptFiles,
      destroyed: complaint.destroyed,
      isPractice: isPractice(tenant.id),
    }
    return c.html(verifyPage({ language, assets, receiptId, receipt }))
  })
  routeLostReceipts(pages, ports)
  return pages
}

/** What a receipt proves whose case a restore could not bring back. Only its signature is sent. */
function routeLostReceipts(pages: Hono<AppEnv>, ports: PageOffice): void {
  const { tenants, assets, limits, addressOf } = ports
  pages.post('/:receiptId', smallBody, async (c) => {
    limits.before('checking', addressOf(c))
    c.header('Cache-Control', 'no-store')
    const { signature } = await c.req.parseBody()
    const language = c.get('language')
    const found = await checkSignedReceipt(ports, typeof signature === 'string' ? signature : '')
    if (found.is === 'kept') return c.redirect(`/verify/${found.receiptId}`, 303)
    const receiptId = c.req.param('receiptId')
    if (found.is === 'unknown') return c.html(verifyPage({ language, assets, receiptId, receipt: null }), 404)
    const { facts, asOf } = found
    const { name, parent, calendar } = (await tenants.get(facts.tenant)).settings
    const { number, receivedAt, tenant: unit } = facts
    const lost = { unit, office: name, parent, number, receivedAt, asOf, timeZone: calendar.timeZone }
    return c.html(lostReceiptPage({ language, assets, receiptId, lost }), 410)
  })
}

/** What the page of verification shows of a letter; `null` if no approved letter has the id. */
async function letterToVerify({ letters, tenants }: PageOffice, verifyId: string) {
  const letter = await letters.findToVerify(verifyId)
  if (!letter?.approved) return null
  const { name, parent } = (await tenants.get(letter.tenant)).settings
  const { letterNumber: number, day, fingerprint } = letter.approved
  const office = parent ? `${name}, ${parent}` : name
  return {
    verifyId,
    office,
    number,
    day,
    fingerprint,
    withdrawn: letter.state === 'withdrawn',
    isPractice: isPractice(letter.tenant),
  }
}

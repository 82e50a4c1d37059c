import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { withOperator } from '../support/an-operator.ts'
import { here, type PreparedOffice, prepareOffice, withInbound } from '../support/isolation-office.ts'
import { officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse, stateOf } from './support/accessible.ts'

const service = oneService({ ...withInbound, ...withOperator })
let office: PreparedOffice
beforeAll(async () => {
  office = await prepareOffice(service)
})

const ofUnit =
  `today work cases intake inbound transfers late undelivered letters identity-requests data-requests incidents
  approvals retention unit reports statistics evaluations lapor mailbox staff log wording templates rules series
  integrations sealing old-books settings begin embed alerts`.split(/\s+/)
const ofService = 'account service operator keys widget-versions announcements tasks operators operator-log'.split(' ')

/** Pages of what an address names, each with something that is there. */
const ofThings = ({ real, guarded }: PreparedOffice): Readonly<Record<string, string>> => ({
  'cases/{number}': real.number,
  'cases/{number}/merge': guarded.number,
  'inbound/{number}': real.arrival,
  'papers/{number}': real.paper,
  'incidents/{number}': real.incident,
  'reports/{number}': officeMonth(),
  'evaluations/{number}': '2025-1',
  'wording/{number}': 'received.email.id',
  'old-books/{number}': real.book,
})

const admin = resolve(import.meta.dirname, '../../admin')

/** What the application says of its pages. */
const patterns = readdirSync(admin, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(resolve(admin, file), 'utf8').matchAll(/'\/admin\/((?:\{tenant\}\/)?[\w/{}-]+)'/g),
  ])
  .map(([, pattern = '']) => pattern)

/** Waits until two looks at a page find the same: what it fetches is there. */
async function isDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  let before = ''
  const isStill = async () => {
    const now = await stateOf(page)
    const still = now === before
    before = now
    return still
  }
  await expect.poll(isStill, { interval: 300 }).toBe(true)
}

async function everybodyCanUseAll(
  who: { readonly headers: { readonly Cookie: string } },
  addresses: readonly string[],
) {
  const page = await aPerson({ address: service.url })
  const [name = '', value = ''] = who.headers.Cookie.split('=')
  await page.context().addCookies([{ name, value, url: service.url }])
  for (const address of addresses) {
    await page.goto(address)
    await isDrawn(page)
    await everybodyCanUse(page)
  }
}

it('every page of the application is walked to', () => {
  const walked = [...[...ofUnit, ...Object.keys(ofThings(office))].map((page) => `{tenant}/${page}`), ...ofService]
  expect(walked.filter((page) => !patterns.includes(page))).toEqual([])
  expect([...new Set(patterns)].filter((page) => !walked.includes(page))).toEqual([])
})

it('everybody can use every page of a unit, with something on it', async () => {
  const things = Object.entries(ofThings(office)).map(([page, id]) => page.replace('{number}', id))
  const addresses = [...ofUnit, ...things].map((page) => `/admin/${here}/${page}`)
  await everybodyCanUseAll(office.colleague, addresses)
})

it('everybody can use every page of who runs the service', async () => {
  await everybodyCanUseAll(
    office.platform,
    ofService.map((page) => `/admin/${page}`),
  )
})

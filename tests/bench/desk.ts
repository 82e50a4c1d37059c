import { type Browser, chromium, type Page } from 'playwright-core'
import { budget, firstLoad, measureAdmin } from '../../admin/size-budget.ts'
import type { ViewLists } from '../../service/contract/register.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { withService } from './a-service.ts'
import { askTheDesk } from './ask-the-desk.ts'
import { registerQuestions, searchQuestions } from './desk-questions.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'
import { bigUnit, millionFolder, smallUnit } from './million-folder.ts'

const OPENINGS = 20
const VIEWS = 20
const STATISTICS = 60

/** What staff do all day, in a unit with a million cases, among a thousand units. */
export async function benchDesk(): Promise<readonly Figure[]> {
  const folder = await millionFolder()
  return withService(async ({ service: { url } }) => {
    const head = await unitAt(url, bigUnit).signIn('kepala')
    const handler = await unitAt(url, bigUnit).signIn('petugas')
    const smallHead = await unitAt(url, smallUnit).signIn('kepala')
    const categories = ['illegal_levy', 'contoh_7']
    const handlers = ['petugas-contoh-20', 'petugas-contoh-38']
    await fire({
      url,
      shots: [{ path: `/api/v1/tenants/${bigUnit}/cases`, headers: head.headers }],
      connections: 1,
      amount: 100,
    })
    const ofFew = await askTheDesk(url, smallHead.headers, registerQuestions(smallUnit, [], []))
    const byHead = await askTheDesk(url, head.headers, registerQuestions(bigUnit, categories, handlers))
    const byHandler = await askTheDesk(url, handler.headers, registerQuestions(bigUnit, categories, []))
    const statistics = async (unit: string, headers: Readonly<Record<string, string>>) => {
      const shots = [{ path: `/api/v1/tenants/${unit}/statistics`, headers }]
      const rounds = await inRounds(async () => (await fire({ url, shots, connections: 1, amount: STATISTICS })).times)
      return lowest(rounds, (times) => percentile(times, 0.95))
    }
    const views = await countViews(url, head.headers)
    const few = await statistics(smallUnit, smallHead.headers)
    const many = await statistics(bigUnit, head.headers)
    const opening = await openCases(url)
    const bytes = firstLoad(await measureAdmin())
    const beside = `of 100 cases ${amount(ofFew.p95, 'ms')}`
    return [
      {
        what: '95 of 100 pages of a register of 1,000,000, as its head asks',
        value: byHead.p95,
        unit: 'ms',
        most: 50,
        beside: `${beside}; ${byHead.slowest}`,
      },
      {
        what: '95 of 100 pages of it, as a handler asks',
        value: byHandler.p95,
        unit: 'ms',
        most: 50,
        beside: `${beside}; ${byHandler.slowest}`,
      },
      {
        what: `95 of 100 times the counts of ${VIEWS} saved views of it`,
        value: views,
        unit: 'ms',
        most: 50,
        beside: 'up to 999 exactly',
      },
      {
        what: '95 of 100 times the statistics of 1,000,000',
        value: many,
        unit: 'ms',
        most: 50,
        beside: `of 100 cases ${amount(few, 'ms')}`,
      },
      {
        what: '95 of 100 cases open in Chromium, from click to story',
        value: opening.later,
        unit: 'ms',
        most: 150,
        beside: `the first, with its script ${amount(opening.first, 'ms')}`,
      },
      {
        what: 'first load of the desk',
        value: bytes / 1_000,
        unit: 'kB brotli',
        most: 150,
        beside: `budget ${amount(budget / 1_000, 'kB')}`,
      },
    ]
  }, folder)
}

/** Views as a person might keep them, with words and without. */
async function countViews(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const path = `/api/v1/tenants/${bigUnit}/views`
  const { own } = (await (await fetch(url + path, { headers })).json()) as ViewLists
  const asked = [...registerQuestions(bigUnit, ['illegal_levy'], []), ...searchQuestions(bigUnit, [])]
  const views = Array.from({ length: VIEWS }, (_, at) => {
    const question = asked[Math.floor((at * asked.length) / VIEWS)]
    const { limit: _limit, status, ...filter } = Object.fromEntries(new URLSearchParams(question?.name))
    return { id: `${at}`, name: `Tampilan ${at}`, filter: { ...filter, ...(status && { status: status.split(',') }) } }
  })
  const saved = await fetch(`${url}${path}/own`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision: own.revision, views }),
  })
  if (!saved.ok) throw new Error(`The views were not saved: ${await saved.text()}`)
  const shots = [{ path, headers }]
  const rounds = await inRounds(async () => (await fire({ url, shots, connections: 1, amount: 40 })).times)
  return lowest(rounds, (times) => percentile(times, 0.95))
}

async function openCases(url: string): Promise<{ readonly first: number; readonly later: number }> {
  const executablePath = chromiumPath()
  const browser: Browser = await chromium.launch({
    args: chromiumFlags(),
    ...(executablePath && { executablePath }),
  })
  try {
    const page = await browser.newPage({ locale: 'id-ID' })
    // The service knows itself by this name, and a cookie belongs to one.
    const desk = `${url.replace('127.0.0.1', 'localhost')}/admin/${bigUnit}/cases?status=all`
    await page.goto(desk)
    await page.getByLabel('Surel').fill(`kepala@${bigUnit}.demo`)
    await page.getByLabel('Kata sandi').fill(demoPassword)
    await page.getByRole('button', { name: 'Masuk' }).click()
    const opened = async (line: number) => {
      await page.locator('register-list a.number').nth(line).waitFor()
      const milliseconds = await openCase(page, line)
      await page.goBack()
      return milliseconds
    }
    const first = await opened(0)
    const rounds = await inRounds(async () => {
      const times: number[] = []
      for (let line = 1; line <= OPENINGS; line++) times.push(await opened(line))
      return times
    })
    return { first, later: lowest(rounds, (times) => percentile(times, 0.95)) }
  } finally {
    await browser.close()
  }
}

/** Milliseconds from the click on a line to its story on the screen, as the page itself counts them. */
const openCase = (page: Page, line: number): Promise<number> => page.evaluate(`(${clickToStory})(${line})`)

/** As text: what the compiler adds to a function is unknown in the page. */
const clickToStory = `async (line) => {
  const deep = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? deep(shadowRoot, selector) : [])),
  ]
  const links = deep(document, 'register-list').flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('a.number')])
  const began = performance.now()
  links[line].click()
  const isShown = () => deep(document, 'case-story').some(({ shadowRoot }) => shadowRoot?.querySelector('p.prose')?.textContent)
  while (!isShown()) await new Promise((next) => requestAnimationFrame(next))
  return performance.now() - began
}`

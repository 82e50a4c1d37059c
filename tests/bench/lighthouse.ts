import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unitAt } from '../support/an-office.ts'
import buildOnce from '../support/build-once.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { withService } from './a-service.ts'
import { type Figure, holds, tableOf } from './figure.ts'

/** The newest that runs on Node 20. It is no dependency: its tree is larger than this project's own. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const ROUNDS = 3
const LONGEST_MS = 180_000
const run = promisify(execFile)

const ofPublicPages = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** No search engine comes to the desk. */
const ofDesk = ['performance', 'accessibility', 'best-practices'] as const

interface Audited {
  readonly what: string
  /** `{case}` is the number of a case. */
  readonly path: string
  readonly categories: readonly string[]
  /** Staff sit before a screen, reporters hold a phone. */
  readonly isDesk?: true
  readonly least: number
}

const pages: readonly Audited[] = [
  { what: 'hosted form', path: '/t/bagian-organisasi', categories: ofPublicPages, least: 98 },
  { what: 'follow-up page', path: '/t/bagian-organisasi/follow', categories: ofPublicPages, least: 98 },
  { what: 'plain form', path: '/t/bagian-organisasi/form', categories: ofPublicPages, least: 95 },
  { what: 'desk, first page', path: '/admin/bagian-organisasi/today', categories: ofDesk, isDesk: true, least: 95 },
  { what: 'desk, register', path: '/admin/bagian-organisasi/cases', categories: ofDesk, isDesk: true, least: 95 },
  { what: 'desk, a case', path: '/admin/bagian-organisasi/cases/{case}', categories: ofDesk, isDesk: true, least: 95 },
]

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<
    Record<
      string,
      { readonly id: string; readonly title: string; readonly score: number | null; readonly displayValue?: string }
    >
  >
  readonly finalDisplayedUrl: string
}

/** Scores of what Lighthouse looks for, as a phone (or a desk) loads the page. Others at work only lower them, so the best round counts. */
async function auditPages(program: string): Promise<readonly Figure[]> {
  return withService(async ({ service: { url } }) => {
    const { number } = await unitAt(url).file()
    const { headers } = await unitAt(url).signIn('verifikator')
    const figures: Figure[] = []
    for (const page of pages) {
      const reports: Report[] = []
      for (let round = 0; round < ROUNDS; round++)
        reports.push(await auditPage(program, url + page.path.replace('{case}', number), page, headers.Cookie))
      figures.push(...page.categories.map((category) => figureOf(page, category, reports)))
      tellFaults(page, reports.at(-1))
    }
    return figures
  })
}

function figureOf({ what, least }: Audited, category: string, reports: readonly Report[]): Figure {
  const scores = reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))
  return {
    what: `${what}: ${category}`,
    value: Math.max(...scores),
    unit: 'of 100',
    least,
    beside: `of ${ROUNDS}: ${scores.join(', ')}`,
  }
}

/** Names what was not perfect, so that somebody can mend it. */
function tellFaults({ what }: Audited, report: Report | undefined) {
  const faults = Object.values(report?.audits ?? {}).filter(({ score }) => score !== null && score < 0.9)
  for (const { id, title, displayValue = '' } of faults) console.log(`${what}: ${id}: ${title} ${displayValue}`)
}

async function auditPage(program: string, address: string, page: Audited, cookie: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-lighthouse-'))
  const file = join(folder, 'report.json')
  try {
    await run(
      process.execPath,
      [
        program,
        address,
        ...['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${page.categories.join(',')}`],
        ...['--no-enable-error-reporting', `--chrome-flags=--headless ${chromiumFlags().join(' ')}`],
        ...(page.isDesk ? ['--preset=desktop', `--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
      ],
      { timeout: LONGEST_MS, env: { ...process.env, CHROME_PATH: chromiumPath() } },
    )
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Fetches Lighthouse into a folder that goes when it is done. */
async function withLighthouse(work: (program: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-lighthouse-'))
  try {
    const fetched = [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--silent',
      '--prefix',
      folder,
      LIGHTHOUSE,
    ]
    await run('npm', fetched, { timeout: LONGEST_MS })
    await work(join(folder, 'node_modules/lighthouse/cli/index.js'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `npm run lighthouse`: ends with 1 when a score is too low. */
await buildOnce()
await withLighthouse(async (program) => {
  const figures = await auditPages(program)
  console.log(tableOf(figures))
  if (!figures.every(holds)) process.exitCode = 1
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionView } from '../../service/contract/account.ts'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { CalendarPreview, TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { dayOf } from '../../service/offices/calendar/office-calendar.ts'
import { afterWorkingDays, localDayOf } from '../../service/offices/calendar/working-days.ts'
import { readConfig } from '../../service/running/config.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { openDemo } from '../../service/running/demo/open-demo.ts'
import { openPorts } from '../../service/running/open-ports.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { aFiling } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { addCase } from './filled-folder.ts'
import { fire } from './fire.ts'

const OPEN_CASES = 100_000
const FILINGS = 500
const CONNECTIONS = 20
const LONGEST_S = 180
const unit = 'bagian-organisasi'

/** A holiday moves the dates of 100,000 open cases while people file, beside filing on the same store before. */
export async function benchHoliday(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  try {
    await fillWithOpenCases(folder)
    return await withService(({ service: { url } }) => moveAndFile(url), folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillWithOpenCases(folder: string): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' })
  const quiet = { info() {}, warn() {}, error: console.error }
  const { ports, close } = await openPorts(
    config,
    'http://localhost',
    resolve(import.meta.dirname, '../../dist'),
    quiet,
  )
  await openDemo(ports, () => demoPassword)
  const tenant = await ports.tenants.get(unit)
  const receivedAt = instantOf(new Date())
  let next = 0
  const work = async () => {
    while (next < OPEN_CASES) await addCase(ports, tenant, next++, { receivedAt })
  }
  await Promise.all(Array.from({ length: 64 }, work))
  await close()
}

async function moveAndFile(url: string): Promise<readonly Figure[]> {
  const api = `${url}/api/v1/tenants/${unit}`
  const file = async () => {
    const shots = [
      {
        path: `/api/v1/tenants/${unit}/complaints`,
        method: 'POST' as const,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(aFiling()),
        newKey: true,
      },
    ]
    return (await fire({ url, shots, connections: CONNECTIONS, amount: FILINGS })).perSecond
  }
  await file()
  const alone = await file()

  const admin = await signIn(url, 'admin')
  const head = await signIn(url, 'kepala')
  const settings = (await (await fetch(`${api}/settings`, { headers: admin })).json()) as TenantSettingsView
  const { calendar } = bagianOrganisasi
  // The next working day: every date of every case moves by it.
  const holiday = dayOf(afterWorkingDays(localDayOf(instantOf(new Date()), calendar), 1, calendar).last)
  const changed = {
    ...settings,
    calendar: {
      ...settings.calendar,
      localDays: [...settings.calendar.localDays, { day: holiday, name: 'Hari jadi' }],
    },
  }
  const send = (path: string, method: string, body: unknown) =>
    fetch(`${api}${path}`, { method, headers: admin, body: JSON.stringify(body) })
  const beganPreview = performance.now()
  const { movedCases } = (await (
    await send('/settings/calendar/preview', 'POST', { timeZone: changed.timeZone, calendar: changed.calendar })
  ).json()) as CalendarPreview
  const preview = (performance.now() - beganPreview) / 1_000

  const nearest = async () => {
    const found = await fetch(`${api}/cases?sort=due_asc&limit=1`, { headers: head })
    return ((await found.json()) as CaseRegister).items[0]?.dueAt
  }
  const before = await nearest()
  const saved = await send('/settings', 'PUT', changed)
  if (!saved.ok) throw new Error(`The calendar was not saved: ${await saved.text()}`)
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1_000
  const meanwhile: number[] = []
  let seconds = 0
  // Dates move from the latest to the nearest, so the nearest has moved when all have.
  const watch = async () => {
    while ((await nearest()) === before && elapsed() < LONGEST_S) await sleep(200)
    seconds = elapsed()
  }
  const fileMeanwhile = async () => {
    while (seconds === 0) meanwhile.push(await file())
  }
  await Promise.all([watch(), fileMeanwhile()])
  const during = meanwhile.reduce((a, b) => a + b, 0) / meanwhile.length
  return [
    {
      what: 'dates of open cases moved while people file, all within',
      value: seconds,
      unit: 's',
      most: 30,
      beside: `${amount(movedCases, 'cases')}, foretold in ${amount(preview, 's')}; ${amount(movedCases / seconds, '/s')}`,
    },
    {
      what: 'filings while dates move',
      value: during,
      unit: '/s',
      least: alone / 4,
      beside: `without it ${amount(alone, '/s')}`,
    },
  ]
}

async function signIn(url: string, mailbox: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${mailbox}@${unit}.demo`, password: demoPassword }),
  })
  const { csrf } = (await response.json()) as SessionView
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { Cookie: cookie, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' }
}

import { beforeAll, expect, it } from 'vitest'
import type { ReportView } from '../../service/contract/figures.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { clockAt } from '../support/clock-at.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { oneService } from '../support/one-service.ts'

/** One in the morning of New Year in the office, and still the last evening of the year in UTC. */
const service = oneService({ NODE_OPTIONS: clockAt(Date.parse('2026-12-31T18:00:00Z')) })

let number: string
beforeAll(async () => {
  number = (await service.unit().file()).number
})

it('a case has the number of the new year, and is in its first report', async () => {
  expect(number).toMatch(/^BO-2027-/)
  const report = (await (await (await service.staff('petugas')).get('/reports/2027-01')).json()) as ReportView
  expect(report.received.now.cases).toBeGreaterThan(0)
})

it('the log finds it by the end of its number, and leaves as a file of that day', async () => {
  const head = await service.staff('kepala')
  await head.case(number)
  const found = (await (await head.get(`/log?number=${Number(number.split('-').at(-1))}`)).json()) as LogView
  expect(found.items.map(({ act, subject }) => [act, subject])).toEqual([
    ['case.read', number],
    ['case.opened', number],
  ])
  const file = await head.get('/log/log.csv')
  expect(file.headers.get('content-disposition')).toContain('catatan-akses-bagian-organisasi-2027-01-01.csv')
})

it('the draft of a letter shows the day of the office', async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
  const office = letterOffice(service)
  const { id } = await office.aDraft()
  expect(JSON.stringify((await office.read(id)).paper)).toContain('1 Januari 2027')
})

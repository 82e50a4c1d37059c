import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { ApprovalView, DestructionList, DestructionView, RetentionView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { type RunningService, startHosted } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPng } from '../support/some-files.ts'
import { someOldCases } from '../support/some-old-cases.ts'

const reason = 'Keputusan Bupati 45/2026'
type Office = ReturnType<typeof unitAt>
type Staff = Awaited<ReturnType<Office['signIn']>>

let service: RunningService
let office: Office
let head: Staff
let auditor: Staff
let old: ReceiptView
let held: ReceiptView
let named: ReceiptView

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  const receipts = await someOldCases(folder, [{}, {}, {}], aPng)
  ;[old, held, named] = receipts as [ReceiptView, ReceiptView, ReceiptView]
  service = await startHosted({ DATA_DIR: folder, LIMITS: 'off' })
  office = unitAt(service.url)
  head = await office.signIn('kepala')
  auditor = await office.signIn('inspektorat')
  return async () => {
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

const due = async (): Promise<RetentionView> => (await head.get('/retention')).json()
const ask = async (act: string, cases: string[]): Promise<Response> => head.post('/approvals', { act, reason, cases })
const agreed = async (act: string, cases: string[]): Promise<string> => {
  const { id }: ApprovalView = await (await ask(act, cases)).json()
  await auditor.post(`/approvals/${id}/decision`, { granted: true, because: 'Sudah diperiksa.' })
  return id
}
const filesOf = async (): Promise<number> => {
  const found = await readdir(join(service.folder, 'evidence'), { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).length
}

describe('cases of three years ago', () => {
  it('are past their time, with when they ended and what would go; a new one is not', async () => {
    const fresh = await office.file()
    const { basis, records, identities } = await due()
    expect(basis).toContain('UU 43/2009')
    expect(records.map(({ number }) => number).sort()).toEqual([old.number, held.number, named.number].sort())
    expect(records[0]).toMatchObject({
      endingLabel: 'Dicabut',
      files: 1,
      from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
    expect(identities).toHaveLength(3)
    expect(await refusalIn(ask('destroy-cases', [fresh.number]))).toBe('409 retention/not-due')
  })

  it('stay while a legal hold lasts, and the case page says why', async () => {
    const set = await head.act(held.number, 'hold', { held: true, because: 'Perkara di PTUN.' })
    expect(await set.json()).toMatchObject({
      hold: { reason: 'Perkara di PTUN.', by: expect.stringContaining('Dewi') },
    })
    expect((await due()).held).toMatchObject([{ number: held.number, reason: 'Perkara di PTUN.' }])
    expect(await refusalIn(ask('destroy-cases', [held.number]))).toBe('409 retention/held')
  })
})

describe('an identity past its time', () => {
  it('is erased while the record stays', async () => {
    const id = await agreed('erase-identities', [named.number])
    const done: DestructionView = await (await head.post(`/approvals/${id}/destruction`, {})).json()
    expect(done).toMatchObject({ what: 'identity', finished: true, cases: [named.number] })
    expect(await head.case(named.number)).toMatchObject({
      identity: { given: false },
      subject: 'Diminta uang di loket',
    })
  })
})

describe('a case that two persons destroy', () => {
  let done: DestructionView

  it('is gone with its file, and its number stays in the register', async () => {
    const before = await filesOf()
    const id = await agreed('destroy-cases', [old.number])
    done = await (await head.post(`/approvals/${id}/destruction`, {})).json()
    expect(done).toMatchObject({ what: 'record', finished: true, cases: [old.number], kept: [] })
    expect(await filesOf()).toBe(before - 1)
    const { items }: CaseRegister = await (await head.get(`/cases?q=${old.number}`)).json()
    expect(items).toMatchObject([{ number: old.number, subject: '', destroyed: true }])
    expect(await head.case(old.number)).toMatchObject({
      destroyed: { record: done.number, endingLabel: 'Dicabut', files: 1 },
      acts: [],
      mayHold: false,
      chronology: '',
      identity: { given: false },
    })
    expect(await refusalIn(head.get(`/cases/${old.number}/receipt.pdf`))).toBe('409 case/destroyed')
    expect(await refusalIn(head.act(old.number, 'note', { text: 'Terlambat.' }))).toBe('409 case/destroyed')
  })

  it('is told so to its reporter, with the code of then', async () => {
    const reporter = office.reporter(old)
    expect(await reporter.follow()).toMatchObject({ destroyed: { record: done.number }, subject: '', acts: [] })
    expect(await refusalIn(reporter.get('/receipt.pdf'))).toBe('409 case/destroyed')
    expect(await refusalIn(reporter.post('/data-requests', { kind: 'access', text: 'Mohon.' }))).toBe(
      '409 case/destroyed',
    )
    const form = new URLSearchParams({ act: 'open', number: old.number, code: old.trackingCode })
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: service.url }
    const page = await fetch(`${service.url}/t/bagian-organisasi/follow`, { method: 'POST', body: form, headers })
    const text = await page.text()
    expect(text).toContain('Isi pengaduan ini sudah dimusnahkan')
    expect(text).toContain(done.number)
  })

  it('has a receipt whose paper can still be checked', async () => {
    const text = await (await fetch(old.verifyUrl.replace(/^https?:\/\/[^/]+/, service.url))).text()
    expect(text).toContain('Tanda terima ini kami keluarkan')
    expect(text).toMatch(/[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/)
    expect(text).toContain(done.number)
  })

  it('stands on a signed record without a word about who complained', async () => {
    const { items }: DestructionList = await (await auditor.get('/destructions')).json()
    expect(items.map(({ number }) => number)).toContain(done.number)
    const file = await auditor.get(`/destructions/${done.id}/record.pdf`)
    expect(file.headers.get('content-disposition')).toContain(`${done.number}.pdf`)
    const { text } = readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(text).toContain(old.number)
    expect(text.replace(/\s+/g, ' ')).toContain('Keputusan Bupati 45/2026')
    expect(text).not.toMatch(/Siti|812-?0000|loket/)
    expect(await refusalIn((await office.signIn('petugas')).get('/destructions'))).toBe('403 staff/not-permitted')
  })

  it('leaves lines of the log for each step', async () => {
    const log = await (await auditor.get('/log?limit=60')).text()
    for (const act of ['hold.set', 'approval.asked', 'approval.used', 'case.destroyed', 'destruction.read']) {
      expect(log).toContain(act)
    }
  })
})

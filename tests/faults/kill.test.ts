import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { ApprovalView, DestructionList } from '../../service/contract/keeping.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { anUpload, aToken } from '../support/an-upload.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { patience } from '../support/patience.ts'
import { aPictureOf, aPng, sha256 } from '../support/some-files.ts'
import { someOldCases } from '../support/some-old-cases.ts'

async function everyNumber(url: string): Promise<string[]> {
  const head = await unitAt(url).signIn('kepala')
  const numbers: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page = (await (await head.get(`/cases?sort=received_asc&limit=100${query}`)).json()) as CaseRegister
    numbers.push(...page.items.map(({ number }) => number))
    cursor = page.nextCursor
  }
  return numbers
}

describe('kill -9 under fifty who file at once', { timeout: patience(300_000) }, () => {
  it('loses no complaint that got its receipt, keeps its code, and leaves no gap in the numbers', async () => {
    const folder = await aFolderForData()
    const receipts: ReceiptView[] = []
    const unanswered: { key: string; body: unknown }[] = []

    for (let round = 0; round < 3; round++) {
      const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
      const office = unitAt(service.url)
      const wanted = receipts.length + 25
      let isOver = false
      const filing = async () => {
        while (!isOver) {
          const [key, body] = [aKey(), aFiling()]
          const response = await office.send(body, key).catch(() => null)
          const receipt = response?.status === 201 ? ((await response.json().catch(() => null)) as ReceiptView) : null
          if (receipt) receipts.push(receipt)
          else unanswered.push({ key, body })
          if (!response) return
        }
      }
      const everybody = Array.from({ length: 50 }, filing)
      await expect.poll(() => receipts.length, { timeout: patience(60_000) }).toBeGreaterThan(wanted)
      await service.kill()
      isOver = true
      await Promise.all(everybody)
    }

    const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const office = unitAt(service.url)
    const kept = await everyNumber(service.url)
    expect(kept).toEqual(expect.arrayContaining(receipts.map(({ number }) => number)))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(receipts.length)
    expect(kept.map((number) => Number(number.slice(-6))).sort((a, b) => a - b)).toEqual(kept.map((_, at) => at + 1))
    for (const receipt of receipts) {
      expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
    }

    // A client without an answer sends the same again: it is the complaint that was kept, or a new one, never two.
    expect(unanswered.length).toBeGreaterThan(0)
    for (const { key, body } of unanswered) expect((await office.send(body, key)).status).toBe(201)
    const all = await everyNumber(service.url)
    expect(all).toHaveLength(receipts.length + unanswered.length)
  })

  it('loses no evidence of a complaint that got its receipt', async () => {
    const folder = await aFolderForData()
    const first = await aRunningService({ DATA_DIR: folder })
    const { id } = (await (await unitAt(first.url).upload('loket.png', aPng)).json()) as { id: string }
    const receipt = await unitAt(first.url).file({ evidence: [id] })
    const waiting = (await (await unitAt(first.url).upload('lain.png', aPng)).json()) as { id: string }
    await first.kill()

    const office = unitAt((await aRunningService({ DATA_DIR: folder })).url)
    const bytes = await (await office.reporter(receipt).get(`/evidence/${id}`)).arrayBuffer()
    expect(sha256(new Uint8Array(bytes))).toBe(sha256(aPng))
    expect((await office.send(aFiling({ evidence: [waiting.id] }))).status).toBe(201)
  })

  it('loses no part of an upload that was answered for, wherever in the next one it came', async () => {
    const folder = await aFolderForData()
    const file = aPictureOf(900_000)
    const token = aToken()
    let acknowledged = 0
    for (let round = 0; round < 3; round++) {
      const service = await aRunningService({ DATA_DIR: folder })
      const upload = anUpload(unitAt(service.url).api, file, { token })
      expect((await upload.begun()).offset).toBeGreaterThanOrEqual(acknowledged)
      for (let part = 0; part < 3; part++) {
        const { offset } = await upload.begun()
        acknowledged = (await upload.sent(offset, offset + 70_000)).offset
      }
      const cutOff = upload.send(acknowledged, acknowledged + 200_000).catch(() => null)
      await service.kill()
      await cutOff
    }
    const { url } = await aRunningService({ DATA_DIR: folder })
    const upload = anUpload(unitAt(url).api, file, { token })
    const { offset, held } = await upload.begun()
    expect(offset).toBeGreaterThanOrEqual(acknowledged)
    expect(held ?? (await upload.sent(offset, file.length)).held).toMatchObject({ sha256: sha256(file) })
  })
})

describe('kill -9 amid a destruction', { timeout: patience(300_000) }, () => {
  it('leaves it to the next start, which finishes what two persons agreed to', async () => {
    const folder = await aFolderForData()
    const receipts = await someOldCases(folder, Array(80).fill({}), aPng)
    const first = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const office = unitAt(first.url)
    const [head, auditor] = [await office.signIn('kepala'), await office.signIn('inspektorat')]
    const cases = receipts.map(({ number }) => number)
    const asked = await head.post('/approvals', { act: 'destroy-cases', reason: 'Keputusan 45/2026', cases })
    const { id } = (await asked.json()) as ApprovalView
    await auditor.post(`/approvals/${id}/decision`, { granted: true, because: 'Setuju.' })
    const cutOff = head.post(`/approvals/${id}/destruction`, {}).catch(() => null)
    const begun = office.reporter(receipts[1]!)
    await expect
      .poll(async () => (await begun.follow()).destroyed, { interval: 2, timeout: patience(60_000) })
      .not.toBeNull()
    await first.kill()
    expect((await cutOff)?.ok ?? false).toBe(false)

    const next = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const again = await unitAt(next.url).signIn('kepala')
    const destructions = async () => (await (await again.get('/destructions')).json()) as DestructionList
    await expect.poll(async () => (await destructions()).items[0]?.finished, { timeout: patience(60_000) }).toBe(true)
    expect((await destructions()).items).toMatchObject([{ id, cases, kept: [] }])
    for (const receipt of receipts) {
      expect(await unitAt(next.url).reporter(receipt).follow()).toMatchObject({
        destroyed: { record: expect.stringMatching(/^BA-BO-\d{4}-0001$/) },
      })
    }
    const left = await readdir(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    expect(left.filter((one) => one.isFile())).toEqual([])
  })
})

describe('kill -9 while letters are approved', { timeout: patience(300_000) }, () => {
  it('leaves no gap in their numbers, no number twice, and keeps each approval that was answered', async () => {
    const folder = await aFolderForData()
    const start = () => aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const deskOf = (url: string) =>
      letterOffice({ unit: () => unitAt(url), staff: (mailbox) => unitAt(url).signIn(mailbox) })
    const first = await start()
    const admin = await unitAt(first.url).signIn('admin')
    await setLetters({ unit: () => unitAt(first.url), staff: async () => admin }, lettersOn)
    const drafts = await Promise.all(Array.from({ length: 10 }, () => deskOf(first.url).aDraft()))
    for (const { id } of drafts) await deskOf(first.url).done('petugas', id, 'submit')

    const head = await unitAt(first.url).signIn('kepala')
    const answered: string[] = []
    const approvals = drafts.map(async ({ id }) => {
      const answer = await head.post(`/letters/${id}/approve`, { revision: 1 }).catch(() => null)
      if (answer?.status === 200) answered.push(id)
    })
    await expect.poll(() => answered.length, { timeout: patience(60_000) }).toBeGreaterThan(1)
    await first.kill()
    await Promise.all(approvals)

    const desk = deskOf((await start()).url)
    const left = await desk.list('awaiting_approval')
    expect(left.items.map(({ id }) => id).filter((id) => answered.includes(id))).toEqual([])
    for (const { id } of left.items) await desk.done('kepala', id, 'approve')
    const { items } = await desk.list('approved')
    const numbers = items.map(({ letterNumber }) => Number(letterNumber?.slice(0, 3)))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(drafts.map((_, at) => at + 1))
  })
})

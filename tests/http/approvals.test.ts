import { describe, expect, it } from 'vitest'
import type { ApprovalList, ApprovalView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const reason = 'Laporan semester kepada Bupati.'

const ask = async (mailbox: string, body: object): Promise<ApprovalView> => {
  const asked = await (await service.staff(mailbox)).post('/approvals', { reason, ...body })
  expect(asked.status).toBe(201)
  return asked.json()
}
const decide = async (mailbox: string, id: string, granted = true) =>
  (await service.staff(mailbox)).post(`/approvals/${id}/decision`, { granted, because: 'Sudah ditimbang.' })
const keepConfidential = async (number: string) =>
  (await service.staff('verifikator')).act(number, 'keep-confidential', { reason: 'Terlapor mengenalnya.' })
const seenBy = async (mailbox: string) =>
  ((await (await (await service.staff(mailbox)).get('/approvals')).json()) as ApprovalList).items

describe('a dangerous act', () => {
  it('is seen by both persons, and says to each what they can do', async () => {
    const { id } = await ask('kepala', { act: 'export-register' })
    const find = async (mailbox: string) => (await seenBy(mailbox)).find((one) => one.id === id)
    expect(await find('kepala')).toMatchObject({ own: true, state: 'waiting', mayDecide: false, mayUse: false, reason })
    expect(await find('inspektorat')).toMatchObject({
      own: false,
      mayDecide: true,
      by: 'Dewi Peraga (Kepala Bagian Organisasi)',
    })
    expect(await find('verifikator')).toBeUndefined()
    await decide('inspektorat', id)
    expect(await find('kepala')).toMatchObject({ state: 'granted', mayUse: true, decision: { granted: true } })
  })

  it('refused by the second person stays undone', async () => {
    const { id } = await ask('kepala', { act: 'export-register' })
    expect((await decide('inspektorat', id, false)).status).toBe(200)
    const use = (await service.staff('kepala')).post(`/approvals/${id}/register.csv`, {})
    expect(await refusalIn(use)).toBe('403 approval/not-granted')
  })
})

describe('the exported register', () => {
  it('holds the columns of the book, without who complained, and no formula', async () => {
    const { number } = await service.unit().file({ subject: '=HYPERLINK("x")', chronology: 'Rahasia sekali.' })
    const named = await service.unit().file({ subject: 'Saya Siti Contoh dimintai uang' })
    const head = await service.staff('kepala')
    for (const one of [number, named.number]) await head.case(one)
    const unread = await service.unit().file({ subject: 'Perihal Semeru' })
    const { id } = await ask('kepala', { act: 'export-register' })
    await decide('inspektorat', id)
    const file = await head.post(`/approvals/${id}/register.csv`, {})
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain('buku-register-bagian-organisasi-semua.csv')
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toBe(
      '"No.","Nomor pengaduan","Tanggal diterima","Saluran","Pelapor","Pokok pengaduan","Kategori","Kelas","Penangan","Tanggal verifikasi","Tanggal dijawab","Hasil","Lama (hari)","Status","Keterangan"',
    )
    const line = lines.find((one) => one.includes(number))
    expect(line).toMatch(/"Situs web","Dengan identitas","'=HYPERLINK\(""x""\)","Pungutan lain-lain oleh petugas"/)
    expect(lines.find((one) => one.includes(named.number))).toContain('"(disamarkan: menyebut pelapor)"')
    expect(lines.find((one) => one.includes(unread.number))).toContain('"[bukan penanganan Anda]"')
    expect(lines.join()).not.toMatch(/Rahasia sekali|Siti|0812|Perihal Semeru/)
  })

  it('is given to one of two windows that ask at once', async () => {
    const { id } = await ask('kepala', { act: 'export-register' })
    await decide('inspektorat', id)
    const head = await service.staff('kepala')
    const both = await Promise.all([1, 2].map(() => head.post(`/approvals/${id}/register.csv`, {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('several identities', () => {
  it('are opened one by one within the yes, and each reporter reads it', async () => {
    const receipt = await service.unit().file()
    const { id } = await ask('verifikator', {
      act: 'open-identities',
      ground: 'contact_reporter',
      cases: [receipt.number],
    })
    await decide('kepala', id)
    const verifier = await service.staff('verifikator')
    const opened = await verifier.post(`/approvals/${id}/identities/${receipt.number}`, {})
    expect(await opened.json()).toMatchObject({ name: 'Siti Contoh' })
    const { identityAccess } = await service.unit().reporter(receipt).follow()
    expect(identityAccess).toMatchObject([{ groundLabel: 'Menghubungi pelapor', reason }])
    const again = verifier.post(`/approvals/${id}/identities/${receipt.number}`, {})
    expect(await refusalIn(again)).toBe('409 approval/used')
  })
})

describe('an identity', () => {
  it('is erased with two persons; the reporter reads it and the code still works', async () => {
    const receipt = await service.unit().file()
    const { id } = await ask('kustodian', { act: 'erase-identity', cases: [receipt.number] })
    await decide('kepala', id)
    const custodian = await service.staff('kustodian')
    const erased = await custodian.post(`/cases/${receipt.number}/identity/erasure`, { approval: id })
    expect(await erased.json()).toMatchObject({ identity: { given: false, masked: null }, privacy: 'anonymous' })
    const { history, subject } = await service.unit().reporter(receipt).follow()
    expect(history.at(-1)).toMatchObject({ event: 'identity_erased', label: 'Identitas dihapus' })
    expect(subject).toBe('Diminta uang di loket')
  })
})

describe('a reporter', () => {
  it('is named in no decision', async () => {
    const { number } = await service.unit().file({ privacy: 'named' })
    const { id } = await ask('verifikator', { act: 'open-identities', ground: 'contact_reporter', cases: [number] })
    const head = await service.staff('kepala')
    const decided = head.post(`/approvals/${id}/decision`, { granted: true, because: 'Siti Contoh sudah setuju.' })
    expect(await refusalIn(decided)).toBe('409 text/names-reporter')
    expect((await decide('kepala', id)).status).toBe(200)
  })

  it('who gave another name since, and is kept confidential, is named in no request and no decision', async () => {
    const receipt = await service.unit().file({ privacy: 'named' })
    const cases = [receipt.number]
    const { id } = await ask('verifikator', {
      ...{ act: 'open-identities', ground: 'contact_reporter', cases },
      reason: 'Untuk mengundang Zulaikha Kencanasari.',
    })
    const because = 'Zulaikha Kencanasari menunggu.'
    const head = await service.staff('kepala')
    expect((await head.post(`/approvals/${id}/decision`, { granted: true, because })).status).toBe(200)
    const corrected = await service
      .unit()
      .reporter(receipt)
      .post('/identity/correction', { name: 'Zulaikha Kencanasari' })
    expect(corrected.status).toBe(201)
    expect((await keepConfidential(receipt.number)).status).toBe(200)
    for (const reader of ['verifikator', 'kepala', 'inspektorat']) {
      const found = (await seenBy(reader)).find((one) => one.id === id)
      expect(found?.reason).toBe('Untuk mengundang [nama disamarkan].')
      expect(found?.decision?.because).toBe('[nama disamarkan] menunggu.')
    }
  })
})

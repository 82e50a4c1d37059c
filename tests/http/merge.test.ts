import { describe, expect, it } from 'vitest'
import type { CaseView, JoinedCases, SimilarCases } from '../../service/contract/case-view.ts'
import type { OwnDataView } from '../../service/contract/complaint-view.ts'
import type { MailboxView } from '../../service/contract/tenant-settings.ts'
import { makeCode } from '../../widget/follow/sign-in-form.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()

const siti = {
  name: 'Siti Contohwati',
  address: 'Jalan Misal 1',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
}
const budi = { name: 'Budi Misalkan', address: 'Gang Umpama 2', phone: '0812-0000-0002', email: 'budi@contoh.example' }

/** Two reporters about one bridge; Budi's complaint is joined to Siti's. */
async function twoReporters() {
  const office = service.unit()
  const story = { subject: 'Jembatan Kali Umpama ambruk', chronology: 'Pagar jembatan Kali Umpama ambruk sejak hujan.' }
  const leading = await office.file({ ...story, reporter: siti })
  const joining = await office.file({ ...story, chronology: `${story.chronology} Tidak ada rambu.`, reporter: budi })
  const verifier = await service.staff('verifikator')
  const merged = await verifier.act(joining.number, 'merge', { into: leading.number, because: 'Jembatan yang sama.' })
  expect(merged.status).toBe(200)
  return { office, leading, joining, verifier, merged }
}

it('both reporters follow one case through their own codes, and neither learns of the other', async () => {
  const { office, leading, joining, verifier } = await twoReporters()
  const [first, second] = [office.reporter(leading), office.reporter(joining)]

  const seen = await second.follow()
  expect(seen).toMatchObject({ status: 'merged', number: joining.number })
  expect(seen.statusMeaning).toContain(leading.number)
  expect(seen.history.at(-1)).toMatchObject({ event: 'merged', text: `${leading.number}: Jembatan yang sama.` })
  expect(await refusalIn(office.reporter({ ...joining, number: leading.number }).get())).toBe('404 complaint/not-found')

  expect((await second.post('/messages', { text: 'Kapan diperbaiki?' })).status).toBe(201)
  const joined = (await (await verifier.get(`/cases/${leading.number}/joined`)).json()) as JoinedCases
  expect(joined.items).toMatchObject([{ number: joining.number, waitsSince: expect.any(String) }])

  await verifier.act(leading.number, 'verify')
  const head = await service.staff('kepala')
  const naming = { outcome: 'substantiated', text: 'Terima kasih, Budi Misalkan.' }
  expect(await refusalIn(head.act(leading.number, 'answer', naming))).toBe('409 text/names-joined-reporter')
  const answer = { outcome: 'substantiated', text: 'Jembatan diperbaiki minggu depan.' }
  expect((await head.act(leading.number, 'answer', answer)).status).toBe(200)

  await expect.poll(async () => (await second.follow()).answer?.text).toBe(answer.text)
  const own = await second.follow()
  expect(own.acts).toEqual(expect.arrayContaining(['objection', 'rating']))
  expect(own.clocks.some(({ clock, stoppedAt }) => clock === 'objection_window' && stoppedAt === null)).toBe(true)
  const [ofFirst, ofSecond] = [JSON.stringify(await first.follow()), JSON.stringify(own)]
  expect(ofFirst).not.toContain(joining.number)
  expect(ofFirst).not.toContain('Tidak ada rambu')
  for (const secret of ['Siti', '0812-0000', 'siti@']) expect(ofSecond).not.toContain(secret)
})

it('the case page names the other case, and taking it out again is offered until the answer is told', async () => {
  const { leading, joining, verifier } = await twoReporters()
  expect(await verifier.case(joining.number)).toMatchObject({ merged: { into: leading.number, answered: false } })
  expect((await verifier.case(joining.number)).acts).toContain('unmerge')
  expect(await verifier.case(leading.number)).toMatchObject({ merged: null, joined: 1 })
  expect((await verifier.act(joining.number, 'unmerge', { because: 'Jembatan lain.' })).status).toBe(200)
  expect(await verifier.case(joining.number)).toMatchObject({ status: 'received', merged: null })
  expect(await verifier.case(leading.number)).toMatchObject({ joined: 0 })
})

it('a joined case leads to the leading one only for who sees it, and similar ones are told without reporters', async () => {
  const { office, leading, verifier } = await twoReporters()
  const third = await office.file({ subject: 'Jembatan Kali Umpama ambruk lagi', reporter: budi })
  const { items } = (await (await verifier.get(`/cases/${third.number}/similar`)).json()) as SimilarCases
  expect(items.map(({ number }) => number)).toContain(leading.number)
  expect(JSON.stringify(items)).not.toContain('Siti')
  const officer = await service.staff('petugas')
  expect(await refusalIn(officer.get(`/cases/${third.number}/similar`))).toBe('403 staff/not-permitted')
})

it.each([
  [{ into: 7 }, '400 request/invalid'],
  [{ into: '=1+1' }, '400 request/invalid'],
  [{ into: 'BO-2026-999999' }, '404 complaint/not-found'],
  [{}, '400 request/invalid'],
  [{ into: 'BO-2026-000001', because: 'x'.repeat(5_000) }, '400 request/invalid'],
])('hostile words are refused: %j', async (body, refusal) => {
  const { number } = await service.unit().file()
  const verifier = await service.staff('verifikator')
  expect(await refusalIn(verifier.act(number, 'merge', body))).toBe(refusal)
})

const because = 'Ada dua hal yang berbeda.'
const told = ['Berkas saya tidak diproses sejak sebulan.', 'Di loket dua diminta uang lima puluh ribu.'] as const

const second = {
  ...{ category: 'maladministration', subject: 'Diminta uang di loket', chronology: told[1], because, evidence: [] },
}

/** A complaint about two matters, with a file, of which the verifier splits the second. */
async function twoMatters(given: object = {}, split: object = {}) {
  const office = service.unit()
  const { id } = (await (await office.upload('kuitansi.png', aPng)).json()) as { id: string }
  const receipt = await office.file({ chronology: told.join('\n'), reporter: siti, evidence: [id], ...given })
  const verifier = await service.staff('verifikator')
  const [file] = (await verifier.case(receipt.number)).evidence
  const done = await verifier.act(receipt.number, 'split', { ...second, evidence: [file?.id ?? ''], ...split })
  expect(done.status).toBe(200)
  const head = await service.staff('kepala')
  const { split: links } = await head.case(receipt.number)
  const number = links.into[0] ?? ''
  return { office, receipt, number, verifier, head, reporter: office.reporter(receipt), other: { ...receipt, number } }
}

describe('a second matter that is split from a complaint', () => {
  it('is a case with its own number, category, clocks and copy of the file, and both say so', async () => {
    const { receipt, number, head } = await twoMatters()
    const [first, split] = [await head.case(receipt.number), await head.case(number)]
    expect(number).toMatch(/^BO-/)
    expect(split).toMatchObject({
      ...{ status: 'received', category: { code: 'maladministration' }, subject: second.subject, chronology: told[1] },
      ...{ receivedAt: first.receivedAt, privacy: first.privacy, split: { from: receipt.number, into: [] } },
    })
    expect(first).toMatchObject({ chronology: told.join('\n'), category: { code: 'illegal_levy' } })
    expect(split.identity).toMatchObject({ given: true, masked: first.identity.masked })
    expect(split.evidence.map(({ name }) => name)).toEqual(['kuitansi.png'])
    expect(split.evidence[0]?.id).not.toBe(first.evidence[0]?.id)
    const file = await head.get(`/cases/${number}/evidence/${split.evidence[0]?.id}/viewing-copy`)
    expect(file.status).toBe(200)
    const said = ({ history }: CaseView) => history.map(({ event, text }) => [event, text])
    expect(said(first)).toContainEqual(['case_split', because])
    expect(said(split)).toContainEqual(['split_from', because])
  })

  it('is followed, and acted on, with the one code; each has a receipt, and one notice tells of both', async () => {
    const { office, receipt, number, reporter, other } = await twoMatters()
    const seen = await reporter.follow()
    expect(seen.others).toEqual([{ number, subject: second.subject, statusLabel: expect.any(String) }])
    const there = office.reporter(other)
    expect((await there.follow()).others).toMatchObject([{ number: receipt.number }])
    expect((await there.post('/messages', { text: 'Ini buktinya.' })).status).toBe(201)
    const receipts = await Promise.all([reporter.get('/receipt.pdf'), there.get('/receipt.pdf')])
    expect(receipts.map(({ status }) => status)).toEqual([200, 200])
    const admin = await service.staff('admin')
    const mails = async () => ((await (await admin.get('/mailbox')).json()) as MailboxView).items
    const about = async (one: string) => (await mails()).filter((mail) => JSON.stringify(mail).includes(one)).length
    await expect.poll(() => about(receipt.number)).toBe(2)
    expect(await about(number)).toBe(0)
  })

  it('opens by no other code, and not by the old one once the reporter has chosen their own', async () => {
    const { office, receipt, reporter, other } = await twoMatters()
    const stranger = await office.file()
    const wrong = { ...other, trackingCode: stranger.trackingCode }
    expect(await refusalIn(office.reporter(wrong).get())).toBe('404 complaint/not-found')
    const code = makeCode()
    expect((await reporter.post('/code', { code })).status).toBe(201)
    expect(await refusalIn(office.reporter(other).get())).toBe('410 code/replaced-by-own')
    const renewed = await office.reporter({ ...other, trackingCode: code }).follow()
    expect(renewed.others).toMatchObject([{ number: receipt.number }])
  })

  it('is in the copy of one’s own data with its own part, and goes on when the other identity is erased', async () => {
    const { office, receipt, number, reporter, other, head } = await twoMatters()
    const own = (await (await reporter.get('/own-data')).json()) as OwnDataView
    expect([own, ...own.otherMatters].map((one) => [one.number, one.reporter?.name])).toEqual([
      [receipt.number, siti.name],
      [number, siti.name],
    ])
    expect((await reporter.post('/identity/withdrawal', { understood: true })).status).toBe(201)
    expect((await head.case(receipt.number)).identity.given).toBe(false)
    expect((await head.case(number)).identity.given).toBe(true)
    const kept = (await (await office.reporter(other).get('/own-data')).json()) as OwnDataView
    expect(kept.reporter?.email).toBe(siti.email)
  })

  it('is never seen by whom it concerns, nor is the complaint that tells of it', async () => {
    const { receipt, number } = await twoMatters({}, { reportedPerson: 'Citra Peraga' })
    const handler = await service.staff('petugas')
    for (const one of [receipt.number, number]) {
      expect(await refusalIn(handler.get(`/cases/${one}`))).toBe('404 complaint/not-found')
    }
    const found = await (await handler.get('/cases?sort=received_desc')).text()
    expect(found).not.toContain(number)
  })

  it('takes a file along that is its own, so that nobody of the first case opens it, and each receipt stays', async () => {
    const office = service.unit()
    const { id } = (await (await office.upload('amplop.png', aPng)).json()) as { id: string }
    const receipt = await office.file({ chronology: told.join('\n'), reporter: siti, evidence: [id] })
    const verifier = await service.staff('verifikator')
    const [file] = (await verifier.case(receipt.number)).evidence
    const paper = async () => (await office.reporter(receipt).get('/receipt.pdf')).text()
    const before = await paper()
    expect((await verifier.act(receipt.number, 'split', { ...second, moved: [file?.id] })).status).toBe(200)
    const first = await verifier.case(receipt.number)
    const number = first.split.into[0] ?? ''
    expect(first.evidence).toEqual([])
    const open = (one: string) => verifier.get(`/cases/${one}/evidence/${file?.id}/viewing-copy`)
    expect(await refusalIn(open(receipt.number))).toBe('404 evidence/unknown')
    expect((await open(number)).status).toBe(200)
    expect((await paper()).length).toBe(before.length)
    const mine = office.reporter({ ...receipt, number })
    expect((await mine.follow()).evidence).toMatchObject([{ name: 'amplop.png' }])
    expect((await office.reporter(receipt).follow()).evidence).toEqual([])
  })

  it('has a number that is not told to whom its category is closed', async () => {
    const { receipt, number } = await twoMatters()
    const limits = { verifier: ['illegal_levy'] }
    const limited = await aColleague(service, ['verifier'], undefined, { reportsTo: null, limits })
    const at = (one: string) => limited.call('GET', `/tenants/bagian-organisasi/cases/${one}`)
    const seen = await at(receipt.number)
    expect(seen.status).toBe(200)
    expect(await seen.text()).not.toContain(number)
    expect(await refusalIn(at(number))).toBe('404 complaint/not-found')
  })

  it('keeps an anonymous reporter anonymous and a confidential one confidential', async () => {
    for (const [privacy, reporter] of [
      ['anonymous', undefined],
      ['confidential', siti],
    ] as const) {
      const { number, head } = await twoMatters({ privacy, reporter })
      const split = await head.case(number)
      expect(split).toMatchObject({ privacy, identity: { given: privacy === 'confidential', masked: null } })
      expect(JSON.stringify(split)).not.toContain('Siti')
    }
  })

  it('goes back by merging, and is not split from a case that is itself split off, merged or closed', async () => {
    const { receipt, number, verifier } = await twoMatters()
    expect((await verifier.case(number)).acts).not.toContain('split')
    expect(await refusalIn(verifier.act(number, 'split', { ...second }))).toBe('409 split/not-possible')
    expect((await verifier.act(number, 'merge', { into: receipt.number, because })).status).toBe(200)
    expect(await refusalIn(verifier.act(number, 'split', { ...second }))).toBe('409 case/wrong-status')
    expect(await refusalIn(verifier.act(receipt.number, 'split', { ...second }))).toBe('409 split/not-possible')
  })

  it('is told in the reporter’s words, not in an officer’s', async () => {
    const { number } = await service.unit().file({ chronology: told.join('\n'), reporter: siti })
    const verifier = await service.staff('verifikator')
    const split = (given: object) => refusalIn(verifier.act(number, 'split', { ...second, ...given }))
    expect(await split({ chronology: 'Petugas sudah mengembalikan uangnya.' })).toBe('400 split/not-their-words')
    expect(await split({ evidence: ['AAAAAAAAAAAAAAAAAAAAAA'] })).toBe('400 evidence/unknown')
    expect(await split({ category: 'tidak_ada' })).toBe('400 category/unknown')
    expect(await split({ subject: 'Uang Siti Contohwati' })).toBe('409 text/names-reporter')
  })
})

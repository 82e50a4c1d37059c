import { expect, it } from 'vitest'
import type { JoinedCases, SimilarCases } from '../../service/contract/case-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

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

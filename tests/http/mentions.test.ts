import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { AlertList } from '../../service/contract/messages.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const here = '/tenants/bagian-organisasi'
type Colleague = Awaited<ReturnType<typeof aColleague>>

const idOf = ({ session }: Colleague) => session.staff.id
const kindsOf = async ({ call }: Colleague, number: string) =>
  ((await (await call('GET', `${here}/alerts`)).json()) as AlertList).items
    .filter((alert) => alert.number === number)
    .map(({ kind }) => kind)
const note = async (number: string, text: string, mentions: readonly string[]) =>
  (await service.staff('verifikator')).act(number, 'note', { text, mentions })
const offered = async (number: string) => {
  const verifier = await service.staff('verifikator')
  const found = await verifier.get(`/handlers?case=${number}&part=assist`)
  return ((await found.json()) as { items: { id: string }[] }).items.map(({ id }) => id)
}

describe('a colleague who is mentioned in a note', () => {
  it('is told by number alone, and by nothing else of it; the reporter sees neither note nor name', async () => {
    const colleague = await aColleague(service, ['case_handler'])
    const receipt = await service.unit().file()
    const text = `@${colleague.session.staff.name} tolong periksa buku Semeru.`
    const noted = await note(receipt.number, text, [idOf(colleague)])
    expect(((await noted.json()) as CaseView).notes).toMatchObject([
      { text, by: expect.stringContaining('Bayu Peraga'), mentions: [colleague.session.staff.name] },
    ])
    await expect.poll(() => kindsOf(colleague, receipt.number)).toEqual(['mentioned'])
    const alerts = await (await colleague.call('GET', `${here}/alerts`)).text()
    expect(alerts).not.toContain('Semeru')
    const followed = JSON.stringify(await service.unit().reporter(receipt).follow())
    expect(followed).not.toMatch(/Semeru|mentioned/)
    // The author gets no alert of their own note.
    const verifier = await (await service.staff('verifikator')).get('/alerts')
    expect(JSON.stringify(await verifier.json())).not.toContain('mentioned')
  })

  it('is somebody who sees the case: whom it is kept from is refused as one who is nobody', async () => {
    const concerned = await aColleague(service, ['case_handler'])
    const { number } = await service.unit().file({ reportedPerson: concerned.session.staff.name })
    const ids = await offered(number)
    expect(ids).not.toContain(idOf(concerned))
    const kept = await refusalIn(note(number, 'x', [idOf(concerned)]))
    const nobody = await refusalIn(note(number, 'x', ['tidak-ada']))
    expect(kept).toBe(nobody)
    expect(kept).toBe('400 staff/unknown')
    expect(await kindsOf(concerned, number)).toEqual([])
  })

  it('is not of another office, and is not one of a crowd', async () => {
    const { number } = await service.unit().file()
    const there = await service.staff('petugas', 'dinas-contoh')
    expect(await refusalIn(note(number, 'x', [there.session.staff.id]))).toBe('400 staff/unknown')
    const crowd = Array.from({ length: 11 }, (_, at) => `orang-${at}`)
    expect(await refusalIn(note(number, 'x', crowd))).toBe('400 request/invalid')
    expect((await (await service.staff('verifikator')).case(number)).notes).toEqual([])
  })
})

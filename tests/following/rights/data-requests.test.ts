import { describe, expect, it } from 'vitest'
import { answerDataRequest, listDataRequests, requestAboutData } from '../../../service/following/rights/rights.ts'
import { permissionsFor } from '../../../service/offices/staff/permissions.ts'
import { type Role, roles } from '../../../service/offices/vocabulary.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

const head = staffWith(['unit_head'])
const wish = { kind: 'erasure', text: 'Hapus nomor lama saya, Siti Contoh.' } as const

async function aRequest() {
  const desk = await aReportersCase()
  const asked = await requestAboutData(desk.ports, desk.access, wish)
  const { id } = asked.dossier.dataRequests[0]!
  const answer = (words: { text?: string; leakReason?: string } = {}, by = head) =>
    answerDataRequest(desk.ports, by, { number: desk.number, id, granted: true, text: 'Sudah kami hapus.', ...words })
  return { ...desk, asked, id, answer }
}

describe('a request about one’s own data', () => {
  it('waits with a clock of 72 hours that counts the weekend', async () => {
    const { asked } = await aRequest()
    expect(asked.dossier.dataRequests).toMatchObject([
      { ...wish, answer: null, clock: { clock: 'personal_data', dueAt: '2026-11-26T03:00:00.000Z' } },
    ])
    expect(asked.dataRequestDueAt).toBe('2026-11-26T03:00:00.000Z')
    expect(asked.dossier.history.at(-1)).toMatchObject({ event: 'data_requested', text: null, public: true })
  })

  it('is answered on the reporter’s page and by a notice, and its clock stops', async () => {
    const { answer, now } = await aRequest()
    await answer()
    const { dossier, notices, dataRequestDueAt } = await now()
    expect(dossier.dataRequests).toMatchObject([
      {
        answer: { granted: true, text: 'Sudah kami hapus.', by: { kind: 'staff', id: head.id } },
        clock: { stoppedAt: '2026-11-23T03:00:00.000Z' },
      },
    ])
    expect(dossier.history.at(-1)).toMatchObject({ event: 'data_answered', text: null, public: true })
    expect(notices.at(-1)).toMatchObject({ event: 'message', state: 'pending' })
    expect(dataRequestDueAt).toBeNull()
  })

  it('can be made in a case that is over', async () => {
    const { ports, access, now } = await aRequest()
    await ports.complaints.change(access.tenant, access.number, (one) => ({ ...one, status: 'closed' }))
    await requestAboutData(ports, access, wish)
    expect((await now()).dossier.dataRequests).toHaveLength(2)
  })

  it('is answered once, and not by somebody of another office', async () => {
    const { answer } = await aRequest()
    expect(await laterRefusalOf(answer({}, staffWith(['unit_head'], dinas)))).toBe('complaint/not-found')
    await answer()
    expect(await laterRefusalOf(answer())).toBe('data-request/unknown')
  })

  it('is not answered in words that name the reporter, unless a reason is given', async () => {
    const { answer, now } = await aRequest()
    const named = { text: 'Bu Siti Contoh, sudah kami hapus.' }
    expect(await laterRefusalOf(answer(named))).toBe('text/names-reporter')
    expect((await now()).dossier.dataRequests[0]!.answer).toBeNull()
    await answer({ ...named, leakReason: 'Pelapor meminta disapa.' })
    expect((await now()).dossier.history.at(-1)).toMatchObject({ event: 'naming_kept', public: false })
  })

  it.each(roles.filter((role) => !permissionsFor([role]).has('rights.answer')))(
    'is neither listed nor answered by a %s alone',
    async (role: Role) => {
      const { ports, answer } = await aRequest()
      expect(await laterRefusalOf(answer({}, staffWith([role])))).toBe('staff/not-permitted')
      expect(await laterRefusalOf(listDataRequests(ports, staffWith([role])))).toBe('staff/not-permitted')
    },
  )

  it('stands in the unit’s list until it is answered, and in no other’s', async () => {
    const { ports, number, answer } = await aRequest()
    expect((await listDataRequests(ports, head)).map(({ id }) => id)).toEqual([number])
    expect(await listDataRequests(ports, staffWith(['unit_head'], dinas))).toEqual([])
    await answer()
    expect(await listDataRequests(ports, head)).toEqual([])
  })

  it('does not come without end: five may wait', async () => {
    const { ports, access } = await aRequest()
    for (let more = 0; more < 4; more++) await requestAboutData(ports, access, wish)
    expect(await laterRefusalOf(requestAboutData(ports, access, wish))).toBe('data-request/too-many')
  })
})

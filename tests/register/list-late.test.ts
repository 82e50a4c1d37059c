import { describe, expect, it } from 'vitest'
import { performAct } from '../../service/desk/case-acts.ts'
import { pauseClocks } from '../../service/desk/clocks.ts'
import { notifyDueReporters } from '../../service/desk/messages.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { findLateClocks, listLate, turnOf } from '../../service/register/figure-lists.ts'
import { aComplaintIn, aMoment, head } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

describe('the list of what is late', () => {
  it('has cases in which the office is late, the longest first, and no others', async () => {
    const desk = await aDesk()
    const handled = await desk.receive(aComplaintIn('in_progress'))
    const received = await desk.receive(aComplaintIn('received'))
    await desk.receive(aComplaintIn('answered'))
    await desk.receive(aComplaintIn('incomplete'))
    await desk.receive(aComplaintIn('received'), dinas)
    const officer = staffWith(['case_handler'])
    const late = async () => (await listLate(desk.ports, officer, { limit: 10 })).items.map(({ id }) => id)
    expect(await late()).toEqual([])

    desk.goOn(20)

    expect(await late()).toEqual([received.id, handled.id])
    expect(await laterRefusalOf(listLate(desk.ports, staffWith(['tenant_admin']), { limit: 10 }))).toBe(
      'staff/not-permitted',
    )
  })

  it('keeps from somebody what is kept from them', async () => {
    const desk = await aDesk()
    const guard = { marks: ['tanda'], steward: null } as unknown as ReturnType<typeof aComplaintIn>['guard']
    await desk.receive(aComplaintIn('received', { guard }))
    desk.goOn(20)
    const concerned = { ...staffWith([...roles]), guardMarks: new Set(['tanda']) } as unknown as ReturnType<
      typeof staffWith
    >

    expect((await listLate(desk.ports, concerned, { limit: 10 })).items).toEqual([])
    expect((await listLate(desk.ports, staffWith(['unit_head']), { limit: 10 })).items).toHaveLength(1)
  })

  it('goes on saying what is late once it is explained, with the reason', async () => {
    const desk = await aDesk()
    const { id: number } = await desk.receive(aComplaintIn('received'))
    desk.goOn(4)
    await notifyDueReporters(desk.ports)
    const { revision } = await desk.ports.complaints.get(organisasi, number)
    const reason = 'Berkas baru kami terima kemarin.'
    await performAct(desk.ports, staffWith(['verifier']), 'explain-delay', {
      number,
      revision,
      newDate: '2026-12-04',
      reason,
    })

    const [line] = (await listLate(desk.ports, staffWith(['verifier']), { limit: 10 })).items

    expect(line?.dossier.delays).toMatchObject([{ reason }])
    expect(findLateClocks(line!.clocks, desk.ports.now())).toMatchObject([{ clock: 'verification' }])
  })

  it('cannot be left by pausing what is late', () => {
    const late = () =>
      pauseClocks(aComplaintIn('received'), { reason: 'Menunggu saksi.', as: 'head' }, head, aMoment(20))

    expect(refusalOf(late)).toBe('clock/already-late')
  })

  it.each([
    ['received', { role: 'verifier' }],
    ['in_progress', { role: 'unit_head' }],
    ['awaiting_approval', { role: 'unit_head' }],
    ['objected', { role: 'unit_head' }],
  ] as const)('says of a case that is %s whose turn it is', (status, turn) => {
    expect(turnOf(aComplaintIn(status))).toEqual(turn)
    const { id } = staffWith(['case_handler'])
    if (status === 'in_progress') expect(turnOf({ status, handler: id })).toEqual({ person: id })
  })
})

import { describe, expect, it } from 'vitest'
import { countsSeen } from '../../service/complaints/case-access.ts'
import { listRegister, type RegisterRequest } from '../../service/complaints/list-register.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'

describe('the register', () => {
  it('gives full pages of what is overdue and has a word', async () => {
    const desk = await aDesk()
    const overdue: string[] = []
    for (let n = 0; n < 12; n++) {
      const receivedAt = plusMilliseconds(mondayAtTen, n * 1_000)
      const { id } = await desk.receive({ ...aComplaintIn(n % 2 === 0 ? 'received' : 'answered'), receivedAt })
      if (n % 2 === 0) overdue.unshift(id)
    }
    desk.goOn(4)
    const filter: RegisterRequest = { q: 'berkas', due: 'overdue', sort: 'received_desc', limit: 4 }

    const first = await listRegister(desk.ports, staffWith(['verifier']), filter)
    const next = await listRegister(desk.ports, staffWith(['verifier']), { ...filter, cursor: first.nextCursor ?? '' })

    expect(first.items.map(({ id }) => id)).toEqual(overdue.slice(0, 4))
    expect(next.items.map(({ id }) => id)).toEqual(overdue.slice(4))
    expect(next.nextCursor).toBeNull()
  })
})

describe('the count of what is overdue', () => {
  it('leaves out what is kept from who counts, and categories that are not theirs', async () => {
    const office = await anOfficeOf({
      kepala: { roles: ['unit_head'] },
      inspektur: { roles: ['internal_auditor'] },
      pengamat: { roles: ['observer'], limits: { observer: ['illegal_levy'] } },
    })
    const guarded = await office.receive(aComplaint())
    await office.receive(aComplaint())
    await office.receive({ ...aComplaint(), category: 'illegal_levy' })
    const marks = [...(await office.member('kepala')).guardMarks]
    await office.ports.complaints.change(guarded.tenant, guarded.id, (complaint) => ({
      ...complaint,
      guard: { marks, steward: null },
    }))
    const later = plusMilliseconds(mondayAtTen, 9 * 24 * 3_600_000)
    const counted = async (who: string) => {
      const seen = countsSeen(office.ports, await office.member(who))
      const tallies = await seen.tally('statusTally')
      return [tallies.reduce((sum, { cases }) => sum + cases, 0), await seen.overdue(later)]
    }

    expect(await counted('inspektur')).toEqual([3, 3])
    expect(await counted('kepala')).toEqual([2, 2])
    expect(await counted('pengamat')).toEqual([1, 1])
  })
})

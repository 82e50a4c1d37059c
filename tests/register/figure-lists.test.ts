import { describe, expect, it } from 'vitest'
import { readQuery, requestOf } from '../../admin/register/register-query.ts'
import { countVisible } from '../../service/case/access/visible-counts.ts'
import { registerQuery } from '../../service/contract/register.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { pauseClocks } from '../../service/desk/clocks.ts'
import { notifyDueReporters } from '../../service/desk/messages.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { countCases, findLateClocks, listLate, turnOf } from '../../service/register/figure-lists.ts'
import { listRegister, type RegisterRequest } from '../../service/register/register.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { sealedReporter } from '../support/sealed-reporter.ts'
import { dinas, organisasi } from '../support/two-units.ts'

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
      const seen = countVisible(office.ports, await office.member(who))
      const tallies = await seen.tally('statusTally')
      return [tallies.reduce((sum, { cases }) => sum + cases, 0), await seen.overdue(later)]
    }

    expect(await counted('inspektur')).toEqual([3, 3])
    expect(await counted('kepala')).toEqual([2, 2])
    expect(await counted('pengamat')).toEqual([1, 1])
  })
})

describe('the register of a place', () => {
  const everything = { sort: 'received_desc', limit: 25 } as const
  const at = (occurredPlace: string | null, chronology = 'Cerita.') =>
    aComplaint({ dossier: { subject: 'Hal', chronology, occurredPlace } })

  it('has what names it as the place of the event, in any form, and not what only tells of it', async () => {
    const desk = await aDesk()
    const { id: market } = await desk.receive(at('Pasar Mojosari, Kec. Mojosari'))
    const { id: other } = await desk.receive(at('Kantor Kec. Mojosari'))
    await desk.receive(at('Loket 2', 'Saya dari pasar Mojosari.'))
    await desk.receive(at(null, 'Pasar Mojosari.'))
    const verifier = staffWith(['verifier'])
    const asked = async (filter: Partial<RegisterRequest>) =>
      (await listRegister(desk.ports, verifier, { ...everything, ...filter })).items.map(({ id }) => id)
    expect(await asked({ placeWords: 'mojosari' })).toEqual([other, market])
    expect(await asked({ placeWords: 'Pasar MOJOSARI' })).toEqual([market])
    expect(await asked({ placeWords: 'mojosari', q: 'pasar' })).toEqual([market])
    expect(await asked({ placeWords: 'mojosari', label: 'data' })).toEqual([])
    expect(await asked({ placeWords: 'mojosari', category: 'illegal_levy' })).toEqual([])
    // By its beginning, with one letter too many, too few or wrong, and after what is meant exactly.
    expect(await asked({ placeWords: 'mojos' })).toEqual([other, market])
    expect(await asked({ placeWords: 'pas mojosri' })).toEqual([market])
    expect(await asked({ placeWords: 'mojosarri', q: 'pasar' })).toEqual([market])
    expect(await asked({ placeWords: 'mo' })).toEqual([])
    expect(await asked({ placeWords: 'mojosumber' })).toEqual([])
    // What has no word in it finds nothing, not everything.
    expect(await asked({ placeWords: '–' })).toEqual([])
    expect(await asked({ q: '#place' })).toEqual([])
    const counting = { now: desk.ports.now(), calendar: (await desk.ports.tenants.get(organisasi)).settings.calendar }
    const counted = countCases(
      desk.ports,
      verifier,
      { ...everything, placeWords: 'mojosari' },
      { ...counting, categories: [] },
    )
    expect(await counted).toBe(2)
  })

  it('finds nothing that is kept from who asks, nor a place that tells who an unnamed reporter is', async () => {
    const office = await anOfficeOf({ kepala: { roles: ['unit_head'] } })
    const head = await office.member('kepala')
    const guarded = await office.receive(at('Gang Saptarana'))
    await office.ports.complaints.change(guarded.tenant, guarded.id, (complaint) => ({
      ...complaint,
      guard: { marks: [...head.guardMarks], steward: null },
    }))
    const sealed = await sealedReporter(office.ports.vault, 'confidential', {
      name: 'Siti Contohwati',
      address: 'Dusun Kedungrejo 5',
    })
    await office.receive({ ...at('Dusun Kedungrejo 5'), ...sealed, privacy: 'confidential' })
    const found = async (placeWords: string) =>
      (await listRegister(office.ports, head, { ...everything, placeWords })).items.length
    const kept = ['saptarana', 'saptar', 'saptarena', 'kedungrejo', 'kedung']
    for (const place of kept) expect(await found(place)).toBe(0)
    // A case that is kept from the head has no part in which errors are forgiven.
    await office.receive(at('Gang Saptarena'))
    expect([await found('saptarana'), await found('saptaraena')]).toEqual([1, 1])
  })
})

describe('a search in the register', () => {
  const told = async (desk: Desk, ...subjects: string[]) => {
    const numbers: string[] = []
    for (const [at, subject] of subjects.entries()) {
      const receivedAt = plusMilliseconds(mondayAtTen, at * 1_000)
      const complaint = aComplaint({ receivedAt, dossier: { subject, chronology: '' } })
      numbers.push((await desk.receive(complaint)).id)
    }
    return numbers
  }
  const everything = { sort: 'received_desc', limit: 25 } as const

  it('shows first what has all words, then what has some, the rarest before', async () => {
    const desk = await aDesk()
    const [levy, card, both, queue] = await told(desk, 'pungli parkir', 'KTP hilang', 'pungli KTP', 'antre KTP')
    const found = async (q: string, more: Partial<RegisterRequest> = {}) => {
      const page = await listRegister(desk.ports, staffWith(['verifier']), { ...everything, q, ...more })
      return { numbers: page.items.map(({ id }) => id), partial: page.partial, nextCursor: page.nextCursor }
    }

    expect(await found('pungli KTP')).toMatchObject({ numbers: [both, levy, queue, card], partial: 3 })
    expect(await found('KTP katayangtidakada')).toMatchObject({ numbers: [queue, both, card], partial: 3 })

    const first = await found('pungli KTP', { limit: 1 })
    expect(first).toMatchObject({ numbers: [both], partial: 0 })
    const next = await found('pungli KTP', { limit: 2, cursor: first.nextCursor ?? '' })
    expect(next).toMatchObject({ numbers: [levy, queue], partial: 2 })
    const last = await found('pungli KTP', { limit: 2, cursor: next.nextCursor ?? '' })
    expect(last).toMatchObject({ numbers: [card], partial: 1, nextCursor: null })
  })

  it('finds a case by its running number, and a whole number whatever the filter', async () => {
    const desk = await aDesk()
    const numbers = await told(desk, 'satu', 'dua', 'tiga')
    const found = async (q: string, more: Partial<RegisterRequest> = {}) =>
      (await listRegister(desk.ports, staffWith(['verifier']), { ...everything, q, ...more })).items.map(({ id }) => id)

    for (const q of ['2', '000002', numbers[1] ?? '', (numbers[1] ?? '').toLowerCase(), '2026-2', '2026-000002']) {
      expect(await found(q), q).toEqual([numbers[1]])
    }
    expect(await found('2', { status: ['closed'] })).toEqual([])
    expect(await found(numbers[1] ?? '', { status: ['closed'] })).toEqual([numbers[1]])
    expect(await found('2026-999')).toEqual([])
  })

  it('finds words of messages both ways, of the answer, of notes and of whom it is about', async () => {
    const desk = await aDesk()
    const by = { kind: 'reporter' } as const
    const { id } = await desk.receive(
      aComplaintIn('answered', {
        dossier: {
          reportedPerson: 'Pegawai berkacamata',
          messages: [
            { id: '1', at: mondayAtTen, by, text: 'Saya lampirkan kuitansi' },
            { id: '2', at: mondayAtTen, by: head, text: 'Terima kasih, kuitansinya kami periksa besok' },
          ],
          notes: [{ at: mondayAtTen, by: head, text: 'Hubungi bendahara' }],
        },
      }),
    )
    await told(desk, 'lain')
    for (const q of ['kuitansi', 'diperiksa', 'bendahara', 'kacamata']) {
      const { items } = await listRegister(desk.ports, staffWith(['verifier']), { ...everything, q })
      expect(
        items.map((one) => one.id),
        q,
      ).toEqual([id])
    }
  })
})

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

it('a paragraph that somebody pastes into the search of the register is asked for by its beginning, not refused', () => {
  const pasted = new URLSearchParams({ q: ` ${'loket '.repeat(400)}`, placeWords: 'kecamatan '.repeat(20) })
  const asked = registerQuery.safeParse(Object.fromEntries(requestOf(readQuery(pasted.toString()))))
  expect(asked.success).toBe(true)
  expect(asked.data?.q).toMatch(/^loket loket/)
})

it('a tracking code in the search of the register is asked for nowhere, in whatever way it is written', () => {
  const code = '7KQM-2XRD-HH4P-9WTB-CE3V'
  for (const written of [
    code,
    code.replaceAll('-', ''),
    code.toLowerCase().replaceAll('-', ' '),
    `kode ${code}, tolong`,
  ]) {
    const query = readQuery(new URLSearchParams({ q: written, placeWords: written }).toString())
    expect([query.q, query.placeWords]).toEqual(['', ''])
  }
  for (const words of ['jembatan rusak berat ya', 'kata yang mana saja kamu', 'PMKS-2026-000124', '3516010101010001']) {
    expect(readQuery(new URLSearchParams({ q: words }).toString()).q).toBe(words)
  }
})

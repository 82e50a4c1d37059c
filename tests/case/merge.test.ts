import { describe, expect, it } from 'vitest'
import { guardCaseAgainst } from '../../service/case/access/guarding.ts'
import { object, rate, withdraw, writeToOffice } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { stepsOf } from '../../service/case/tasks.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { deliverWaitingNews } from '../../service/desk/joined-cases.ts'
import { tickStep } from '../../service/desk/marks.ts'
import { changeReminder, endReminder, listRemindersOn, setReminder } from '../../service/keeping/reminders/reminders.ts'
import { joinedTo, similarTo } from '../../service/register/find-similar.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { staffWith } from '../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { sealedReporter } from '../support/sealed-reporter.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const verifier = staffWith(['verifier'])
const head = staffWith(['unit_head'])
const text = 'Berkas sudah kami proses.'
const noFault = (cause: unknown) => {
  throw cause
}

const anOffice = () => anOfficeOf({ petugas: { roles: ['case_handler'] }, rekan: { roles: ['case_handler'] } })
type Office = Awaited<ReturnType<typeof anOffice>>

/** Two cases about one matter; the second is joined to the first. */
async function twoJoined(office: Office, joining: Complaint = aComplaint(), leading = aComplaintIn('in_progress')) {
  const lead = await office.receive(leading)
  const { id: number, revision } = await office.receive(joining)
  await performAct(office.ports, verifier, 'merge', { number, revision, into: lead.id, because: 'Hal yang sama.' })
  const get = (one: string) => office.ports.complaints.get(organisasi, one)
  const change = async (one: string, decide: (complaint: Complaint) => Complaint) => {
    const changed = await office.ports.complaints.change(organisasi, one, decide)
    await deliverWaitingNews(office.ports, noFault)
    return changed
  }
  const act = async <T>(does: (one: { number: string; revision: number }) => Promise<T>, one: string) => {
    const done = await does({ number: one, revision: (await get(one)).revision })
    await deliverWaitingNews(office.ports, noFault)
    return done
  }
  return { ...office, number, into: lead.id, get, act, change }
}

describe('a case that is joined to another', () => {
  it('stands still, reads to which, and is told so', async () => {
    const { number, into, get } = await twoJoined(await anOffice())
    const joined = await get(number)
    expect(joined).toMatchObject({
      status: 'merged',
      passesOnSince: null,
      dossier: { merged: { into, from: 'received' } },
    })
    expect(joined.clocks.every(({ pausedAt, pauseReason }) => pausedAt !== null && pauseReason === 'merged')).toBe(true)
    expect(joined.dossier.history.at(-1)).toMatchObject({
      event: 'merged',
      text: `${into}: Hal yang sama.`,
      public: true,
    })
    expect(joined.notices.at(-1)?.event).toBe('merged')
    const leading = await get(into)
    expect(leading).toMatchObject({ passesOnSince: null, dossier: { joined: [{ number }], passesOn: [] } })
    expect(leading.dossier.history.at(-1)).toMatchObject({ event: 'case_joined', public: false })
  })

  it('gets the answer of the leading one, can be rated, and its own time to object', async () => {
    const { number, into, get, act, change, ports } = await twoJoined(await anOffice())
    await act((one) => performAct(ports, head, 'answer', { ...one, outcome: 'clarified', text }), into)
    const told = await get(number)
    expect(told).toMatchObject({
      status: 'merged',
      answeredBy: head.id,
      dossier: { answer: { text, outcome: 'clarified' } },
    })
    expect(told.notices.map(({ event }) => event)).toEqual(['received', 'merged', 'answered'])
    expect(told.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)).toEqual([
      'objection_window',
    ])
    expect(rate(told, { stars: 4, solved: true }, aMoment()).dossier.rating?.stars).toBe(4)

    const objected = await change(number, (complaint) => object(complaint, 'Berkas saya belum.', aMoment()))
    expect(objected).toMatchObject({ status: 'objected', answeredBy: head.id })
    expect((await get(number)).dossier).toMatchObject({ merged: null, passesOn: [] })
    const leading = await get(into)
    expect(leading).toMatchObject({ status: 'answered', dossier: { joined: [] } })
    expect(leading.dossier.history.at(-1)).toMatchObject({ event: 'case_parted', public: false })
  })

  it('is never told twice, though the same is handed over again', async () => {
    const office = await twoJoined(await anOffice())
    const { number, into, get, ports } = office
    let stands: Complaint | null = null
    const flaky = {
      ...ports,
      complaints: {
        ...ports.complaints,
        // The process dies after the joined case had its news and before the order is struck off.
        change: async (...[tenant, one, decide]: Parameters<typeof ports.complaints.change>) => {
          if (one === into && stands) throw new Error('Mati.')
          const changed = await ports.complaints.change(tenant, one, decide)
          if (one === number) stands = changed
          return changed
        },
      },
    }
    const { revision } = await get(into)
    await performAct(ports, head, 'answer', { number: into, revision, outcome: 'clarified', text })
    await expect(deliverWaitingNews(flaky, noFault)).rejects.toThrow('Mati.')
    await deliverWaitingNews(ports, noFault)
    expect((await get(number)).notices.filter(({ event }) => event === 'answered')).toHaveLength(1)
    expect((await get(into)).passesOnSince).toBeNull()
  })

  it('has the handler of the leading one, also when that changes', async () => {
    const { number, into, get, act, ports } = await twoJoined(await anOffice())
    await act((one) => performAct(ports, verifier, 'dispatch', { ...one, handler: 'petugas' }), into)
    expect((await get(number)).handler).toBe('petugas')
    const written = writeToOffice(await get(number), { text: 'Ada kabar?', completes: false }, aMoment())
    expect(written.alerts.at(-1)).toMatchObject({ kind: 'reporter_answered', duty: 'handling' })
  })

  it('is told a message only when the officer wants it', async () => {
    const { number, into, get, act, ports } = await twoJoined(await anOffice())
    await act((one) => performAct(ports, verifier, 'message', { ...one, text: 'Untuk satu.' }), into)
    expect((await get(number)).dossier.messages).toEqual([])
    await act((one) => performAct(ports, verifier, 'message', { ...one, text: 'Untuk semua.', alsoJoined: true }), into)
    expect((await get(number)).dossier.messages).toMatchObject([{ text: 'Untuk semua.', by: { kind: 'staff' } }])
  })

  it('goes on by itself where the leading one ends without an answer', async () => {
    const { number, into, get, change } = await twoJoined(await anOffice())
    await change(into, (complaint) => withdraw(complaint, undefined, { kind: 'reporter' }, aMoment()))
    const alone = await get(number)
    expect(alone).toMatchObject({ status: 'received', dossier: { merged: null } })
    expect(alone.clocks.every(({ pausedAt }) => pausedAt === null)).toBe(true)
    expect(alone.notices.at(-1)?.event).toBe('unmerged')
  })
})

describe('what was begun on a case that is joined', () => {
  const step = { id: 'Periksa kuitansi', en: '' }
  const done = { id: 'Tanya petugas loket', en: '' }
  const labels = [
    { id: 'ulang', name: 'Berulang', colour: 'teal' } as never,
    { id: 'baru', name: 'Baru', colour: 'teal' } as never,
  ]

  async function begun() {
    const office = await anOffice()
    const { ports } = office
    const tenant = await ports.tenants.get(organisasi)
    const categories = tenant.settings.categories.map((one) =>
      one.code === 'illegal_levy' ? { ...one, steps: [step, done] } : one,
    )
    await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, categories, labels } })
    const ticks = [{ step: done.id, by: { kind: 'system' } as const, at: aMoment().at }]
    const joining = aComplaint({ category: 'illegal_levy', dossier: { labels: ['ulang', 'baru'], ticks } })
    const two = await twoJoined(office, joining, aComplaintIn('in_progress', { dossier: { labels: ['baru'] } }))
    const linesOf = async (one: string) => {
      const { history } = (await two.get(one)).dossier
      return history.flatMap(({ event, text: name }) => (event.endsWith('labelled') ? [[event, name]] : []))
    }
    const stepsAt = async () => {
      const { settings } = await ports.tenants.get(organisasi)
      return stepsOf(await two.get(two.into), settings).map((one) => [one.text.id, one.tick !== null])
    }
    return { ...two, linesOf, stepsAt }
  }

  it('goes on with the leading one: labels with a line in its history, and steps that are open', async () => {
    const { into, number, get, linesOf, stepsAt, ports } = await begun()
    expect((await get(into)).dossier.labels).toEqual(['baru', 'ulang'])
    expect(await linesOf(into)).toEqual([['labelled', 'Berulang']])
    expect((await get(number)).dossier.labels).toEqual(['ulang', 'baru'])
    expect(await stepsAt()).toEqual([[step.id, false]])
    await tickStep(ports, verifier, into, { step: step.id, on: true })
    expect(await stepsAt()).toEqual([[step.id, true]])
  })

  it('leaves the leading one again with the case, but for what was ticked there', async () => {
    const { into, number, get, act, ports, linesOf, stepsAt } = await begun()
    await act((one) => performAct(ports, verifier, 'unmerge', { ...one, because: 'Ternyata loket lain.' }), number)
    expect((await get(into)).dossier).toMatchObject({ labels: ['baru'], joined: [] })
    expect(await linesOf(into)).toEqual([
      ['labelled', 'Berulang'],
      ['unlabelled', 'Berulang'],
    ])
    expect(await stepsAt()).toEqual([])
    expect((await get(number)).dossier.labels).toEqual(['ulang', 'baru'])
  })

  it('is remembered on both: somebody’s reminders of the joined case stand on the leading one, and are done there', async () => {
    const { into, number, ports } = await begun()
    const day = '2026-11-30' as never
    const on = async (one: string) => (await listRemindersOn(ports, verifier, one)).items.map(({ reason }) => reason)
    const { id } = await setReminder(ports, verifier, number, { day, reason: 'Telepon loket.' })
    await setReminder(ports, verifier, into, { day, reason: 'Cek kuitansi.' })
    expect([(await on(into)).toSorted(), await on(number)]).toEqual([
      ['Cek kuitansi.', 'Telepon loket.'],
      ['Telepon loket.'],
    ])
    expect((await listRemindersOn(ports, head, into)).items).toEqual([])
    await changeReminder(ports, verifier, { number: into, id }, { day, reason: 'Telepon lagi.' })
    expect(await on(number)).toEqual(['Telepon lagi.'])
    await endReminder(ports, verifier, { number: into, id })
    expect([await on(into), await on(number)]).toEqual([['Cek kuitansi.'], []])
  })
})

describe('taking a case out again', () => {
  it('brings it back to where it stood; the time in between does not count, and says why', async () => {
    const office = await anOffice()
    const { number, into, get, act, ports, goOn } = await twoJoined(office, aComplaint({ handler: 'rekan' as StaffId }))
    const due = aComplaint().clocks[0]?.dueAt ?? ''
    goOn(1)
    await act((one) => performAct(ports, verifier, 'unmerge', { ...one, because: 'Ternyata loket lain.' }), number)
    const parted = await get(number)
    expect(parted).toMatchObject({ status: 'received', handler: 'rekan', dossier: { merged: null, passesOn: [] } })
    expect(parted.clocks[0]?.pauses).toMatchObject([{ reason: 'merged' }])
    expect((parted.clocks[0]?.dueAt ?? '') > due).toBe(true)
    expect(parted.dossier.history.at(-1)).toMatchObject({
      event: 'unmerged',
      text: 'Ternyata loket lain.',
      public: true,
    })
    expect((await get(into)).dossier.joined).toEqual([])
  })

  it('is refused once its reporter was told the answer', async () => {
    const { number, into, get, act, ports } = await twoJoined(await anOffice())
    await act((one) => performAct(ports, head, 'answer', { ...one, outcome: 'clarified', text }), into)
    const { revision } = await get(number)
    expect(await laterRefusalOf(performAct(ports, verifier, 'unmerge', { number, revision, because: text }))).toBe(
      'merge/answered',
    )
  })
})

describe('merging is refused', () => {
  const refusal = async (office: Office, joining: Complaint, leading: Complaint, who = verifier) => {
    const { id: into } = await office.receive(leading)
    const { id: number, revision } = await office.receive(joining)
    return laterRefusalOf(performAct(office.ports, who, 'merge', { number, revision, into }))
  }

  it('into what is merged, over or answered, and of what has an open matter of its own', async () => {
    const office = await anOffice()
    expect(await refusal(office, aComplaint(), aComplaintIn('merged'))).toBe('merge/target-merged')
    expect(await refusal(office, aComplaint(), aComplaintIn('answered'))).toBe('merge/target-over')
    expect(await refusal(office, aComplaint(), aComplaintIn('withdrawn'))).toBe('merge/target-over')
    expect(await refusal(office, aComplaintIn('objected'), aComplaint())).toBe('merge/objection-open')
    expect(await refusal(office, aComplaint({ identityAskedAt: aMoment().at }), aComplaint())).toBe(
      'merge/identity-pending',
    )
    expect(await refusal(office, aComplaintIn('incomplete'), aComplaint())).toBe('case/wrong-status')
    expect(await refusal(office, aComplaint(), aComplaint(), staffWith(['case_handler']))).toBe('staff/not-permitted')
  })

  it('of a case with itself, of a leading case, of a joined one, and from an old revision', async () => {
    const { number, into, get, ports, receive } = await twoJoined(await anOffice())
    const { id: third } = await receive(aComplaint())
    const merging = async (from: string, to: string, revision?: number) =>
      laterRefusalOf(
        performAct(ports, verifier, 'merge', {
          number: from,
          into: to,
          revision: revision ?? (await get(from)).revision,
        }),
      )
    expect(await merging(third, third)).toBe('merge/itself')
    expect(await merging(into, third)).toBe('merge/leads-others')
    expect(await merging(number, third)).toBe('merge/merged-already')
    expect(await merging(third, into, 7)).toBe('case/changed-meanwhile')
  })

  it('with a case of another unit, or one that the officer does not see', async () => {
    const office = await anOfficeOf({ petugas: { roles: ['verifier'] }, kepala: { roles: ['unit_head'] } })
    const { ports, receive, member } = office
    const { id: number, revision } = await receive(aComplaint())
    const merging = async (into: string, who = verifier) =>
      laterRefusalOf(performAct(ports, who, 'merge', { number, revision, into }))
    expect(await merging('BO-2026-099999')).toBe('complaint/not-found')
    expect(await merging(number, staffWith(['verifier'], dinas))).toBe('complaint/not-found')
    const guarded = await aGuardedCase(office, 'petugas')
    expect(await merging(guarded.id, await member('petugas'))).toBe('complaint/not-found')
    expect((await ports.complaints.get(organisasi, guarded.id)).dossier.joined).toEqual([])
  })

  it('where the reason names one of the reporters', async () => {
    const office = await anOffice()
    const { identity, filing } = await sealedReporter(office.ports.vault, 'named', { name: 'Siti Contohwati' })
    const { id: into } = await office.receive(aComplaint({ identity, filing }))
    const { id: number, revision } = await office.receive(aComplaint())
    const because = 'Sama dengan pengaduan Siti Contohwati.'
    expect(await laterRefusalOf(performAct(office.ports, verifier, 'merge', { number, revision, into, because }))).toBe(
      'text/names-joined-reporter',
    )
  })
})

it('words for several reporters name none of them, whatever the reason', async () => {
  const office = await anOffice()
  const { identity, filing } = await sealedReporter(office.ports.vault, 'named', { name: 'Siti Contohwati' })
  const { into, get, number, ports } = await twoJoined(office, aComplaint({ identity, filing }))
  const { revision } = await get(into)
  const naming = {
    number: into,
    revision,
    outcome: 'clarified',
    text: 'Kami berterima kasih, Siti Contohwati.',
  } as const
  expect(
    await laterRefusalOf(performAct(ports, head, 'answer', { ...naming, leakReason: 'Nama terlapor sama.' })),
  ).toBe('text/names-joined-reporter')
  expect((await get(number)).dossier.answer).toBeNull()
})

describe('the guard', () => {
  const aCircle = () =>
    anOfficeOf({
      kepala: { roles: ['unit_head'] },
      verifikator: { roles: ['verifier'] },
      petugas: { roles: ['case_handler'] },
      rekan: { roles: ['case_handler'] },
    })

  it('of one case does not reach another by merging, which would tell those who read that one', async () => {
    for (const guardedLeads of [true, false]) {
      const office = await aCircle()
      const { ports, member, receive } = office
      const guarded = await aGuardedCase(office, 'petugas')
      const open = await receive(aComplaint({ handler: 'petugas' as StaffId }))
      const [joining, leading] = guardedLeads ? [open, guarded] : [guarded, open]
      const request = { number: joining.id, revision: joining.revision, into: leading.id }
      const merging = performAct(ports, await member('verifikator'), 'merge', request)
      expect(await laterRefusalOf(merging)).toBe('merge/kept-otherwise')
      const seen = await ports.complaints.get(organisasi, open.id)
      expect([seen.guard, seen.status, seen.handler]).toEqual([null, open.status, 'petugas'])
    }
  })

  it('that both cases have is kept by both', async () => {
    for (const guardedLeads of [true, false]) {
      const office = await aCircle()
      const { ports, member } = office
      const guarded = await aGuardedCase(office, 'petugas')
      const other = await aGuardedCase(office, 'petugas')
      const [joining, leading] = guardedLeads ? [other, guarded] : [guarded, other]
      const request = { number: joining.id, revision: joining.revision, into: leading.id }
      await performAct(ports, await member('verifikator'), 'merge', request)
      for (const one of [joining, leading]) {
        const found = await ports.complaints.get(organisasi, one.id)
        expect(found.dossier.concerns.map(({ id }) => id)).toEqual(['petugas'])
        expect(found.handler).not.toBe('petugas')
        expect(found.guard?.marks.some((mark) => (guarded.guard?.marks ?? []).includes(mark))).toBe(true)
      }
    }
  })

  it('that is set later on one is set on the other too', async () => {
    const office = await aCircle()
    const { ports, member, number, into, get, act } = await twoJoined(office)
    const verifikator = await member('verifikator')
    await act((one) => guardCaseAgainst(ports, verifikator, { ...one, staff: ['rekan'], because: text }), number)
    expect((await get(into)).dossier.concerns.map(({ id }) => id)).toEqual(['rekan'])
    await act(
      (one) => guardCaseAgainst(ports, verifikator, { ...one, staff: ['rekan', 'petugas'], because: text }),
      into,
    )
    expect((await get(number)).dossier.concerns.map(({ id }) => id).sort()).toEqual(['petugas', 'rekan'])
  })
})

describe('a process that dies between the two writes', () => {
  it('leaves a merge that the next one finishes', async () => {
    const office = await anOffice()
    const { ports, receive } = office
    const { id: into } = await receive(aComplaint())
    const { id: number, revision } = await receive(aComplaint())
    let writes = 0
    const change = (...args: Parameters<typeof ports.complaints.change>) => {
      // Looking whether the case may be merged, the place in the leading one, and then nothing more.
      if (++writes > 2) throw new Error('Mati.')
      return ports.complaints.change(...args)
    }
    const dying = { ...ports, complaints: { ...ports.complaints, change } }
    await expect(performAct(dying, verifier, 'merge', { number, revision, into })).rejects.toThrow('Mati.')
    expect((await ports.complaints.get(organisasi, number)).status).toBe('received')

    await deliverWaitingNews(ports, noFault)
    expect((await ports.complaints.get(organisasi, number)).dossier.merged?.into).toBe(into)
    expect((await ports.complaints.get(organisasi, into)).dossier.passesOn).toEqual([])
  })

  it('or takes back, where the case was changed meanwhile', async () => {
    const { ports, receive } = await anOffice()
    const { id: into } = await receive(aComplaint())
    const { id: number, revision } = await receive(aComplaint())
    let writes = 0
    const change = (...args: Parameters<typeof ports.complaints.change>) => {
      if (++writes > 2) throw new Error('Mati.')
      return ports.complaints.change(...args)
    }
    const dying = { ...ports, complaints: { ...ports.complaints, change } }
    await expect(performAct(dying, verifier, 'merge', { number, revision, into })).rejects.toThrow('Mati.')
    await performAct(ports, verifier, 'verify', { number, revision })

    await deliverWaitingNews(ports, noFault)
    expect(await ports.complaints.get(organisasi, number)).toMatchObject({
      status: 'in_progress',
      dossier: { merged: null },
    })
    expect(await ports.complaints.get(organisasi, into)).toMatchObject({
      passesOnSince: null,
      dossier: { joined: [], passesOn: [] },
    })
  })

  it('two officers who merge two cases into each other at once make no circle', async () => {
    const { ports, receive } = await anOffice()
    const one = await receive(aComplaint())
    const other = await receive(aComplaint())
    const merging = (from: Complaint, to: Complaint) =>
      performAct(ports, verifier, 'merge', { number: from.id, revision: from.revision, into: to.id }).catch(() => null)
    await Promise.all([merging(one, other), merging(other, one)])
    await deliverWaitingNews(ports, noFault)
    const both = await Promise.all([one, other].map(({ id }) => ports.complaints.get(organisasi, id)))
    expect(both.filter(({ status }) => status === 'merged').length).toBeLessThan(2)
    for (const { dossier, passesOnSince } of both) {
      expect(passesOnSince).toBeNull()
      expect(dossier.joined.length > 0 && dossier.merged !== null).toBe(false)
    }
  })
})

describe('similar cases', () => {
  it('are found by words and dates, in the unit, by who sees them, and never by identity', async () => {
    const { ports, receive } = await anOffice()
    const { identity, filing } = await sealedReporter(ports.vault, 'named', { name: 'Siti Contohwati' })
    const bridge = { subject: 'Jembatan Kali Umpama ambruk', chronology: 'Pagar jembatan ambruk sejak hujan.' }
    const { id: number } = await receive(aComplaint({ identity, filing, dossier: bridge }))
    const { id: same } = await receive(aComplaint({ dossier: { ...bridge, subject: 'Pagar jembatan kali ambruk' } }))
    const other = await sealedReporter(ports.vault, 'named', { name: 'Siti Contohwati' })
    await receive(aComplaint({ ...other, dossier: { subject: 'Antrean paspor', chronology: 'Loket tutup terus.' } }))
    const found = await similarTo(ports, verifier, number)
    expect(found.map(({ complaint }) => complaint.id)).toEqual([same])
    expect(await laterRefusalOf(similarTo(ports, staffWith(['verifier'], dinas), number))).toBe('complaint/not-found')
    expect(await laterRefusalOf(similarTo(ports, staffWith(['observer']), number))).toBe('staff/not-permitted')
  })

  it('leave out what is kept from the officer', async () => {
    const office = await anOfficeOf({ petugas: { roles: ['verifier'] }, kepala: { roles: ['unit_head'] } })
    const { id: number } = await office.receive(aComplaint())
    const guarded = await aGuardedCase(office, 'petugas')
    const seenBy = async (who: string) =>
      (await similarTo(office.ports, await office.member(who), number)).map(({ complaint }) => complaint.id)
    expect(await seenBy('kepala')).toEqual([guarded.id])
    expect(await seenBy('petugas')).toEqual([])
  })

  it('and who are joined is told to whoever reads the leading case', async () => {
    const { ports, into, number } = await twoJoined(await anOffice())
    expect((await joinedTo(ports, verifier, into)).map(({ id }) => id)).toEqual([number])
    expect(await laterRefusalOf(joinedTo(ports, staffWith(['verifier'], dinas), into))).toBe('complaint/not-found')
  })
})

import { describe, expect, it } from 'vitest'
import { nextDueAt } from '../../service/case/case-clocks.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { TAKE_BACK_FOR } from '../../service/case/timed-acts.ts'
import { hastenBulk, listSeries, orderBulk, previewOrder } from '../../service/desk/bulk/bulk-orders.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { changeRules, readWritten } from '../../service/desk/rules/rule-changes.ts'
import { changeSeries, countBrokenSeries, offerSeries, orderSeries } from '../../service/desk/series/series.ts'
import { carryOutTimed, hastenTimed, orderTimed, withdrawTimed } from '../../service/desk/timed/timed-acts.ts'
import { actOrderOf } from '../../service/desk/waiting-order.ts'
import { keepUnsent, listUnsent } from '../../service/keeping/unsent/unsent.ts'
import { findLackOfSeries, type SeriesDoes } from '../../service/offices/rules.ts'
import type { TemplateWords } from '../../service/offices/templates.ts'
import { DAY } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { away } from '../support/a-small-unit.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { sealedReporter } from '../support/sealed-reporter.ts'
import { organisasi } from '../support/two-units.ts'

const id = (name: string) => name as StaffId
const noFault = (cause: unknown) => {
  throw cause
}
const nothing: SeriesDoes = {
  ...{ verify: false, assign: null, instruction: '', labels: [], labelsOff: [], note: '', message: null },
}
const aTemplate: TemplateWords = {
  ...{ name: 'Sudah diteruskan', kind: 'message', language: 'id', categories: [], statuses: [], items: [] },
  ...{ text: 'Pengaduan {nomor} sudah kami serahkan.', outcome: null, reason: null, elsewhere: '' },
}

/** A unit with a series that begins a case: verified, given to Sari, labelled, noted, and the reporter written to. */
async function anOffice(does: Partial<SeriesDoes> = {}, template: Partial<TemplateWords> = {}) {
  const office = await anOfficeOf({
    vera: { roles: ['verifier'] },
    sari: { roles: ['case_handler'] },
    dodi: { roles: ['case_handler'] },
    kepala: { roles: ['unit_head'] },
    admin: { roles: ['tenant_admin'] },
  })
  const { ports, goOn, member } = office
  const tenant = await ports.tenants.get(organisasi)
  const labels = [
    { id: 'data', name: 'Menunggu data', colour: 'blue' } as const,
    { id: 'lama', name: 'Lama', colour: 'rose' } as const,
  ]
  await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, labels } })
  const kept = await ports.templates.add({
    ...{ tenant: organisasi, id: 'serah', changedBy: null, changedAt: ports.now(), ...aTemplate, ...template },
  })
  const whole = {
    verify: true,
    assign: id('sari'),
    instruction: 'Cek lapangan.',
    labels: ['data'],
    note: 'Cek loket 2.',
    message: kept.id,
  }
  const admin = await member('admin')
  const write = async (...list: { name: string; does: Partial<SeriesDoes>; id?: string }[]) =>
    changeSeries(ports, admin, {
      version: (await ports.complaints.rules.of(organisasi)).version,
      series: list.map((one) => ({ ...one, does: { ...nothing, ...one.does } })),
    })
  await write({ name: 'Serahkan', does: { ...whole, ...does } })
  const vera = await member('vera')
  const now = ({ id: number }: Pick<Complaint, 'id'>) => ports.complaints.get(organisasi, number)
  const offered = async (one: Pick<Complaint, 'id'>, who = 'vera') => offerSeries(ports, await member(who), one.id)
  const press = async (one: Pick<Complaint, 'id'>, who = 'vera') => {
    const [series] = await offered(one)
    const { revision } = await now(one)
    const asked = { number: one.id, revision, series: series?.id ?? '', version: series?.version ?? '' }
    return orderSeries(ports, await member(who), asked)
  }
  const wait = async () => {
    goOn(TAKE_BACK_FOR / DAY)
    await carryOutTimed(ports, noFault)
  }
  const sendAway = async (who: string) => {
    const found = (await ports.staff.members(organisasi)).find((one) => one.id === who)
    if (!found) throw new Error(`Nobody is ${who}.`)
    await ports.staff.saveMembership({ ...found, absences: [away()] })
  }
  return { ...office, vera, admin, write, now, offered, press, wait, sendAway }
}

describe('a series of acts', () => {
  it('waits ten seconds, then is done in one write, each act under the person who pressed and with its name', async () => {
    const { receive, press, wait, now } = await anOffice()
    const before = await receive(aComplaint())
    const waiting = await press(before)
    expect(waiting).toMatchObject({ status: 'received', handler: null, notices: before.notices })
    expect(waiting.dossier).toMatchObject({ messages: [], notes: [], labels: [], history: before.dossier.history })
    await wait()
    await wait()
    const done = await now(before)
    expect(done).toMatchObject({ status: 'in_progress', handler: 'sari', revision: waiting.revision + 1 })
    expect(done.version).toBe(waiting.version + 1)
    expect(done.dossier).toMatchObject({
      ...{ labels: ['data'], instruction: 'Cek lapangan.', timedActs: [] },
      notes: [{ text: 'Cek loket 2.', by: { id: 'vera' } }],
      messages: [{ text: `Pengaduan ${before.id} sudah kami serahkan.`, by: { id: 'vera' } }],
    })
    const lines = done.dossier.history.slice(before.dossier.history.length)
    expect(lines.map(({ event }) => event)).toEqual(['in_progress', 'dispatched', 'labelled', 'note', 'message'])
    expect(new Set(lines.map(({ by, series }) => `${by.kind === 'staff' ? by.id : by.kind} ${series}`))).toEqual(
      new Set(['vera Serahkan']),
    )
    expect(done.notices.map(({ event }) => event)).toEqual(['received', 'in_progress', 'message'])
  })

  it('is taken back whole, by its author or by who could do all of it, and brings nobody words they did not type', async () => {
    const { ports, receive, press, wait, now, vera, member } = await anOffice()
    const before = await receive(aComplaint())
    const timed = (await press(before)).dossier.timedActs[0]
    await keepUnsent(
      ports,
      vera,
      { number: before.id, kind: 'note' },
      { version: 0, fields: [{ name: 'text', value: 'Tulisanku' }] },
    )
    const asked = { number: before.id, id: timed?.id ?? '' }
    expect(await laterRefusalOf(withdrawTimed(ports, await member('sari'), asked))).toBe('staff/not-permitted')
    await withdrawTimed(ports, vera, asked)
    await wait()
    const { dossier, notices, status } = await now(before)
    expect({ dossier, notices, status }).toEqual({
      dossier: before.dossier,
      notices: before.notices,
      status: 'received',
    })
    await press(before)
    await wait()
    const typed = (await listUnsent(ports, vera, before.id)).map(({ kind, fields }) => [kind, fields[0]?.value])
    expect(typed).toEqual([['note', 'Tulisanku']])
    expect(await laterRefusalOf(withdrawTimed(ports, vera, asked))).toBe('timed/gone')
  })

  it('leaves the case as it is where a step is refused at its time, and says which and why', async () => {
    const { receive, press, wait, now, sendAway } = await anOffice()
    const before = await receive(aComplaint())
    await press(before)
    await sendAway('sari')
    await wait()
    const left = await now(before)
    expect(left).toMatchObject({ status: 'received', handler: null, notices: before.notices })
    expect(left.dossier).toMatchObject({ messages: [], notes: [], labels: [], timedActs: [] })
    expect(left.dossier.history.at(-1)).toMatchObject({
      ...{ event: 'series_undone', series: 'Serahkan', public: false, by: { id: 'vera' } },
      refused: { act: 'dispatch', code: 'staff/away' },
    })
    expect(left.alerts.at(-1)).toMatchObject({ kind: 'not_sent', to: 'vera' })
  })

  it('is not done once its author may not do it any more, nor where somebody else was faster', async () => {
    const { ports, receive, press, wait, now, member } = await anOffice()
    const [first, second] = [await receive(aComplaint()), await receive(aComplaint())]
    const { revision } = await press(second)
    await performAct(ports, await member('kepala'), 'verify', { number: second.id, revision })
    await wait()
    const overtaken = await now(second)
    expect([overtaken.status, overtaken.handler, overtaken.dossier.messages]).toEqual(['in_progress', null, []])
    expect(overtaken.dossier.history.at(-1)).toMatchObject({ refused: { act: 'verify', code: 'case/wrong-status' } })
    await press(first)
    await ports.staff.removeMembership(organisasi, 'vera')
    await wait()
    const { dossier } = await now(first)
    expect([dossier.messages, dossier.timedActs]).toEqual([[], []])
    expect(dossier.history.at(-1)).toMatchObject({ event: 'not_sent_no_right', series: 'Serahkan', text: null })
  })

  it('is done at once, where a date of the office ends within those seconds', async () => {
    const { receive, press, now, goOn } = await anOffice()
    const one = await receive(aComplaint())
    goOn((Date.parse(nextDueAt(one.clocks) ?? '') - Date.parse(aMoment().at) - TAKE_BACK_FOR / 2) / DAY)
    await press(one)
    expect(await now(one)).toMatchObject({ status: 'in_progress', handler: 'sari', dossier: { timedActs: [] } })
  })

  it('is sent sooner by its author alone', async () => {
    const { ports, receive, press, now, vera, member } = await anOffice()
    const one = await receive(aComplaint())
    const timed = (await press(one)).dossier.timedActs[0]?.id ?? ''
    const asked = { number: one.id, id: timed }
    expect(await laterRefusalOf(hastenTimed(ports, await member('kepala'), asked))).toBe('staff/not-permitted')
    await hastenTimed(ports, vera, asked)
    expect(await now(one)).toMatchObject({ handler: 'sari' })
  })

  it('gives the case to whom it names, though the unit spreads cases by itself', async () => {
    const { ports, receive, press, wait, now } = await anOffice()
    const tenant = await ports.tenants.get(organisasi)
    await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, mostOpenCases: 1 } })
    const one = await receive(aComplaint())
    await press(one)
    await wait()
    const done = await now(one)
    expect([done.handler, done.dossier.dispositions.length]).toEqual(['sari', 1])
    expect(done.alerts.map(({ kind }) => kind)).not.toContain('no_room')
  })
})

describe('a series is offered', () => {
  it('only where each step would be accepted as the case stands, with what it would write', async () => {
    const { receive, offered, sendAway, vera, ports } = await anOffice()
    const [fresh, running] = [await receive(aComplaint()), await receive(aComplaintIn('in_progress'))]
    expect((await offered(fresh)).map(({ name, steps }) => [name, steps])).toEqual([
      [
        'Serahkan',
        [
          { act: 'verify' },
          { act: 'dispatch', handler: 'sari', instruction: 'Cek lapangan.' },
          { act: 'set-label', label: 'data', on: true },
          { act: 'note', text: 'Cek loket 2.' },
          { act: 'message', text: `Pengaduan ${fresh.id} sudah kami serahkan.` },
        ],
      ],
    ])
    expect([await offered(running), await offered(fresh, 'sari'), await offered(fresh, 'dodi')]).toEqual([[], [], []])
    expect((await listSeries(ports, vera)).map(({ name }) => name)).toEqual(['Serahkan'])
    await sendAway('sari')
    expect(await offered(fresh)).toEqual([])
  })

  it('without labels that are as they should be, and not at all once nothing is left', async () => {
    const { ports, receive, offered, now, vera } = await anOffice({
      ...nothing,
      ...{ labels: ['data'], labelsOff: ['lama'] },
    })
    const one = await receive(aComplaint())
    expect((await offered(one))[0]?.steps).toEqual([{ act: 'set-label', label: 'data', on: true }])
    const { revision } = await now(one)
    await performAct(ports, vera, 'set-label', { number: one.id, revision, label: 'data', on: true })
    expect(await offered(one)).toEqual([])
  })

  it('neither where its words name the reporter, nor where its template is for other cases', async () => {
    const naming = await anOffice({ note: 'Siti Contohwati sudah ditelepon.' })
    const named = await sealedReporter(naming.ports.vault, 'named', { name: 'Siti Contohwati' })
    expect(await naming.offered(await naming.receive(aComplaint(named)))).toEqual([])
    const elsewhere = await anOffice({}, { categories: ['illegal_levy'] })
    expect(await elsewhere.offered(await elsewhere.receive(aComplaint()))).toEqual([])
    const later = await anOffice({}, { statuses: ['in_progress'] })
    expect(await later.offered(await later.receive(aComplaint()))).toHaveLength(1)
  })

  it('to nobody from whom the case is kept, nor about whom it is', async () => {
    const { ports, receive, offered, press } = await anOffice()
    const kept = await aGuardedCase({ ports, receive }, 'vera')
    expect(await laterRefusalOf(offered(kept))).toBe('complaint/not-found')
    expect(await laterRefusalOf(press(kept))).toBe('complaint/not-found')
    const about = await aGuardedCase({ ports, receive }, 'sari')
    expect(await offered(about)).toEqual([])
  })

  it('once at a time, as the person saw it, and on the case that they saw', async () => {
    const { ports, receive, offered, press, write, now, vera } = await anOffice()
    const one = await receive(aComplaint())
    const [seen] = await offered(one)
    const asked = { number: one.id, revision: 0, series: seen?.id ?? '', version: seen?.version ?? '' }
    expect(await laterRefusalOf(orderSeries(ports, vera, { ...asked, revision: 99 }))).toBe('case/changed-meanwhile')
    await write({ name: 'Lain', id: asked.series, does: { verify: true, note: 'Lain.' } })
    expect(await laterRefusalOf(orderSeries(ports, vera, asked))).toBe('series/changed-meanwhile')
    expect(await laterRefusalOf(orderSeries(ports, vera, { ...asked, series: 'tidak-ada' }))).toBe('series/unknown')
    await press(one)
    expect(await offered(one)).toEqual([])
    const { revision } = await now(one)
    const again = { ...asked, revision, version: (await offered(await receive(aComplaint())))[0]?.version ?? '' }
    expect(await laterRefusalOf(orderSeries(ports, vera, again))).toBe('series/waiting')
    // Other acts go on meanwhile.
    const aNote = { act: 'note', text: 'Sementara.' }
    await orderTimed(ports, vera, { number: one.id, revision, order: actOrderOf(aNote) })
  })
})

describe('the series of a unit', () => {
  it('are written by who configures it, and say what is wrong with them', async () => {
    const { ports, vera, write, admin } = await anOffice()
    expect(await laterRefusalOf(readWritten(ports, vera))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(changeSeries(ports, vera, { version: 1, series: [] }))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(changeSeries(ports, admin, { version: 99, series: [] }))).toBe(
      'rules/changed-meanwhile',
    )
    const problems = async (does: Partial<SeriesDoes>, name = 'Satu') =>
      write({ name, does }).then(
        () => [],
        ({ fields }) => fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
      )
    expect(await problems({ verify: true })).toEqual(['series.0.does too-few'])
    expect(await problems({ verify: true, assign: id('tidak-ada') })).toEqual(['series.0.does.assign unknown'])
    expect(await problems({ verify: true, assign: id('vera') })).toEqual(['series.0.does.assign unknown'])
    expect(await problems({ labels: ['data'], labelsOff: ['data'] })).toEqual(['series.0.does.labelsOff twice'])
    expect(await problems({ verify: true, labels: ['hilang'] })).toEqual(['series.0.does.labels unknown'])
    expect(await problems({ verify: true, message: 'hilang' })).toEqual(['series.0.does.message unknown'])
  })

  it('stay beside the rules, each with its history, and are offered nowhere once they name what is gone', async () => {
    const { ports, admin, write, offered, receive } = await anOffice()
    const { rules } = await readWritten(ports, admin)
    await changeRules(ports, admin, { version: rules.version, rules: [] })
    const [first] = rules.series?.list ?? []
    await write({ ...first!, does: first!.does }, { name: 'Kedua', does: { verify: true, note: 'Dua.' } })
    await ports.staff.removeMembership(organisasi, 'sari')
    const shown = await readWritten(ports, admin)
    expect(shown.rules.series?.list.map((one) => findLackOfSeries(one, shown.known))).toEqual(['staff', null])
    expect(await countBrokenSeries(ports, organisasi)).toBe(1)
    expect((await offered(await receive(aComplaint()))).map(({ name }) => name)).toEqual(['Kedua'])
    // Another one can still be changed, the broken one first in the menu or not.
    const [broken, second] = shown.rules.series?.list ?? []
    const after = await write(second!, { ...broken!, does: broken!.does })
    expect(after.rules.series?.changes.map(({ name, what, by }) => `${name} ${what} ${by}`)).toEqual([
      'Kedua moved admin',
      'Kedua added admin',
      'Serahkan added admin',
    ])
  })
})

describe('a series on many cases', () => {
  it('is foreseen for each, and does all of it or nothing on each, as it stood when it was ordered', async () => {
    const { ports, receive, write, now, vera } = await anOffice()
    const [one, running] = [await receive(aComplaint()), await receive(aComplaintIn('in_progress'))]
    const { series } = await ports.complaints.rules.of(organisasi)
    const order = { act: 'series', series: series?.list[0]?.id ?? '' } as const
    const foreseen = await previewOrder(ports, vera, order, [one.id, running.id])
    expect(foreseen.map(({ refused }) => refused?.code ?? null)).toEqual([null, 'case/wrong-status'])
    expect((await now(one)).version).toBe(one.version)
    const cases = [one, running].map(({ id: number, revision }) => ({ number, revision }))
    const bulk = await orderBulk(ports, vera, order, cases)
    await write({ name: 'Diganti', id: order.series, does: { verify: true, note: 'Lain.' } })
    const { content } = await hastenBulk(ports, vera, bulk.id)
    expect(content.cases.map(({ result }) => result)).toEqual([{ done: true }, { refused: 'case/wrong-status' }])
    expect(await now(one)).toMatchObject({ handler: 'sari', dossier: { notes: [{ text: 'Cek loket 2.' }] } })
    expect((await now(running)).version).toBe(running.version)
  })

  it('writes one text to several reporters only where it names none of them', async () => {
    const { ports, receive, vera } = await anOffice({}, { text: 'Siti Contohwati sudah kami jawab.' })
    const named = await sealedReporter(ports.vault, 'named', { name: 'Siti Contohwati' })
    const [one, other] = [await receive(aComplaint(named)), await receive(aComplaint())]
    const { series } = await ports.complaints.rules.of(organisasi)
    const order = { act: 'series', series: series?.list[0]?.id ?? '' } as const
    const foreseeing = previewOrder(ports, vera, order, [one.id, other.id])
    expect(await laterRefusalOf(foreseeing)).toBe('text/names-joined-reporter')
  })
})

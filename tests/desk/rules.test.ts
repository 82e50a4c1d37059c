import { describe, expect, it } from 'vitest'
import { runningHandling } from '../../service/case/case-clocks.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { type ActBodies, type ActName, performAct } from '../../service/desk/case-acts.ts'
import { dryRunRule } from '../../service/desk/rules/dry-run.ts'
import {
  changeRules,
  changesBetween,
  listSwitches,
  readWritten,
  switchOffBroken,
} from '../../service/desk/rules/rule-changes.ts'
import { carryOutRules } from '../../service/desk/rules/rule-effects.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox.ts'
import type { Rule } from '../../service/offices/rules.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { recipientsOf } from '../../service/telling/alerts/tell-staff.ts'
import { watchNearDates } from '../../service/telling/alerts/warnings.ts'
import { aComplaint, aComplaintIn, aMoment, mondayAtTen } from '../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { aRule } from '../support/a-rule.ts'
import { aMembership, away } from '../support/a-small-unit.ts'
import { organisasi } from '../support/two-units.ts'

const id = (name: string) => name as StaffId
const noFault = (cause: unknown): void => expect(cause).toBeUndefined()

/** An office with these rules switched on. */
async function anOfficeWithRules(...rules: readonly Rule[]) {
  const office = await anOfficeOf({
    sari: { roles: ['case_handler'] },
    dodi: { roles: ['case_handler'] },
    vera: { roles: ['verifier'] },
    kepala: { roles: ['unit_head'] },
    admin: { roles: ['tenant_admin'] },
    bos: { roles: ['tenant_admin', 'unit_head'] },
  })
  const { ports } = office
  const store = ports.complaints.rules
  const set = async (...wanted: readonly Rule[]) => {
    await store.save({
      ...(await store.of(organisasi)),
      rules: wanted.map((one, at) => ({ ...one, id: `aturan-${at}` })),
    })
  }
  await set(...rules)
  const act = async <Name extends ActName>(
    who: string,
    name: Name,
    { id: number, revision }: Complaint,
    body: ActBodies[Name],
  ) => performAct(ports, await office.member(who), name, { number, revision, ...(body as object) } as never)
  const run = () => carryOutRules(ports, noFault)
  const now = ({ id: number }: Pick<Complaint, 'id'>) => ports.complaints.get(organisasi, number)
  const verified = async (complaint: Complaint) => {
    await act('vera', 'verify', await now(complaint), {})
    await run()
    return now(complaint)
  }
  return { ...office, ports, set, act, run, now, verified }
}

const runsOf = ({ dossier }: Complaint) => dossier.history.flatMap(({ ran }) => ran ?? [])

describe('a rule of a unit', () => {
  it('sets a label that a case can still get, once, and says so by the name that it had', async () => {
    const { ports, receive, run, now } = await anOfficeWithRules(
      aRule({ name: 'Data', when: { words: ['berkas'] }, does: { label: 'data' } }),
      aRule({ name: 'Lagi', does: { label: 'data' } }),
      aRule({ name: 'Arsip', does: { label: 'lama' } }),
    )
    const tenant = await ports.tenants.get(organisasi)
    const labels = [
      { id: 'data', name: 'Menunggu data', colour: 'blue' } as const,
      { id: 'lama', name: 'Lama', colour: 'rose', archived: true } as const,
    ]
    await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, labels } })
    const complaint = await receive(aComplaint())
    await run()
    const after = await now(complaint)
    expect([after.dossier.labels, after.revision]).toEqual([['data'], complaint.revision])
    expect(runsOf(after)).toEqual([
      { rule: 'Data', effects: [{ effect: 'label', outcome: 'done', who: 'Menunggu data' }] },
    ])
  })

  it('acts on a filed complaint once, says so by its name to staff alone, and is no act of a person', async () => {
    const { receive, run, now } = await anOfficeWithRules(
      aRule({
        name: 'Berkas',
        when: { words: ['berkas'] },
        does: { note: 'Cek loket 2.', alert: [id('sari')], alertHeads: true },
      }),
    )
    const { revision, ...filed } = await receive(aComplaint())
    expect(filed.rulesDue).toMatchObject([{ event: 'filed' }])
    expect(await run()).toBe(1)
    const after = await now(filed)
    expect(after).toMatchObject({ revision, rulesDue: [], status: 'received', handler: null })
    expect(after.dossier.notes).toMatchObject([{ text: 'Cek loket 2.', by: { kind: 'system' } }])
    const effects = [
      { effect: 'note', outcome: 'done', who: null },
      { effect: 'alert', outcome: 'done', who: 'Nama sari' },
      { effect: 'alert', outcome: 'done', who: null },
    ]
    expect(runsOf(after)).toEqual([{ rule: 'Berkas', effects }])
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'rule_acted', public: false })
    expect(after.notices).toEqual(filed.notices)
    // Nothing waits any more, so another round and another process do nothing.
    expect(await run()).toBe(0)
    expect((await now(filed)).version).toBe(after.version)
  })

  it('costs a complaint on which none acts no further write', async () => {
    const { receive, run } = await anOfficeWithRules(
      aRule({ when: { categories: ['illegal_levy'] }, does: { note: 'x' } }),
      aRule({ when: { words: ['banjir'] }, does: { note: 'x' } }),
      aRule({ isOn: false, does: { note: 'x' } }),
    )
    expect((await receive(aComplaint())).rulesDue).toEqual([])
    expect(await run()).toBe(0)
  })

  it('gives a case out once it is verified, and of two rules the first', async () => {
    const { receive, verified, member } = await anOfficeWithRules(
      aRule({ name: 'Pertama', does: { assign: id('sari') } }),
      aRule({ name: 'Kedua', does: { assign: id('dodi'), workingDays: 5 } }),
    )
    const filed = await receive(aComplaint())
    expect(filed.handler).toBeNull()
    const after = await verified(filed)
    expect(after).toMatchObject({ handler: 'sari', status: 'in_progress' })
    expect(runsOf(after)).toMatchObject([
      { rule: 'Pertama', effects: [{ effect: 'assign', outcome: 'done', who: 'Nama sari' }] },
      { rule: 'Kedua', effects: [{ effect: 'deadline', outcome: 'done' }] },
    ])
    const alert = after.alerts.find(({ kind }) => kind === 'dispatched_to_me')!
    expect(recipientsOf(alert, after, [await member('sari'), await member('dodi')], [])).toEqual(['sari'])
  })

  it('takes a case from nobody to whom a person gave it', async () => {
    const { receive, act, run, now } = await anOfficeWithRules(aRule({ does: { assign: id('sari') } }))
    const filed = await receive(aComplaint())
    const checked = await act('vera', 'verify', filed, {})
    await act('vera', 'dispatch', checked, { handler: 'dodi' })
    await run()
    const after = await now(filed)
    expect([after.handler, runsOf(after)]).toEqual(['dodi', []])
  })

  it('goes before the service, which gives cases to who has the fewest', async () => {
    const { ports, receive, verified } = await anOfficeWithRules(
      aRule({ when: { words: ['berkas'] }, does: { assign: id('sari') } }),
    )
    const tenant = await ports.tenants.get(organisasi)
    await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, mostOpenCases: 1 } })
    expect(await verified(await receive(aComplaint()))).toMatchObject({ handler: 'sari' })
    const second = await verified(await receive(aComplaint()))
    expect(runsOf(second)).toMatchObject([{ effects: [{ effect: 'assign', outcome: 'full' }] }])
    const other = await receive(aComplaint({ dossier: { subject: 'Jalan rusak', chronology: 'Jalan di desa rusak.' } }))
    expect(await verified(other)).toMatchObject({ handler: 'dodi' })
  })

  it('gives no case to whom it names, who is away, or who may not have it, and says only that', async () => {
    const { ports, receive, verified, employ, set } = await anOfficeWithRules(aRule({ does: { assign: id('sari') } }))
    const outcome = async (complaint: Complaint) => {
      const after = await verified(await receive(complaint))
      expect(after.handler).toBeNull()
      return runsOf(after).flatMap(({ effects }) => effects)
    }
    const cannot = [{ effect: 'assign', outcome: 'cannot', who: 'Nama sari' }]
    expect(await outcome(aComplaint({ dossier: { chronology: 'Nama Sari meminta uang kepada saya.' } }))).toEqual(
      cannot,
    )
    await employ('sari', { roles: ['case_handler'], limits: { case_handler: ['illegal_levy'] } })
    expect(await outcome(aComplaint())).toEqual(cannot)
    await ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { absences: [away()] }))
    await set(aRule({ does: { assign: id('dodi') } }))
    expect(await outcome(aComplaint())).toMatchObject([{ outcome: 'away' }])
    await set(aRule({ does: { assign: id('tidak-ada') } }))
    expect(await outcome(aComplaint())).toMatchObject([{ outcome: 'cannot' }])
  })

  it('leaves a case that is kept from somebody to people, and alerts nobody from whom it is kept', async () => {
    const { ports, receive, run, now, act, member } = await anOfficeWithRules(
      aRule({ does: { assign: id('sari'), alert: [id('sari'), id('dodi')] } }),
    )
    const guarded = await aGuardedCase({ ports, receive }, 'dodi')
    await run()
    const filed = await now(guarded)
    expect(runsOf(filed)[0]?.effects).toEqual([
      { effect: 'alert', outcome: 'done', who: 'Nama sari' },
      { effect: 'alert', outcome: 'cannot', who: 'Nama dodi' },
    ])
    const alerts = filed.alerts.filter(({ kind }) => kind === 'rule')
    const people = [await member('sari'), await member('dodi')]
    expect(alerts.flatMap((one) => recipientsOf(one, filed, people, []))).toEqual(['sari'])
    await ports.complaints.change(organisasi, guarded.id, (one) => ({ ...one, handler: null }))
    await act('vera', 'verify', await now(guarded), {})
    await run()
    expect(await now(guarded)).toMatchObject({ handler: null })
  })

  it('shortens the time of handling, and never makes it longer', async () => {
    const { receive, verified, set } = await anOfficeWithRules(aRule({ does: { workingDays: 3 } }))
    const short = runningHandling((await verified(await receive(aComplaint()))).clocks)
    expect(short).toMatchObject({ amount: 3, unit: 'working_days', isShortened: true })
    await set(aRule({ does: { workingDays: 60 } }))
    const after = await verified(await receive(aComplaint()))
    expect(runningHandling(after.clocks)).toMatchObject({ amount: 14 })
    expect(runsOf(after)).toEqual([])
  })

  it('acts on what the reporter writes, and when a date is near', async () => {
    const { ports, receive, run, now, goOn } = await anOfficeWithRules(
      aRule({ name: 'Pesan', when: { event: 'reporter_wrote', words: ['dibakar'] }, does: { alertHeads: true } }),
      aRule({
        name: 'Dekat',
        when: { event: 'clock_near', categories: ['maladministration'] },
        does: { alert: [id('sari')] },
      }),
    )
    const filed = await receive(aComplaint())
    const writes = (text: string) =>
      ports.complaints.change(organisasi, filed.id, (one) => writeToOffice(one, { text, completes: false }, aMoment()))
    expect((await writes('Kapan selesai?')).rulesDue).toEqual([])
    await writes('Berkas saya dibakar.')
    await run()
    expect(runsOf(await now(filed)).map(({ rule }) => rule)).toEqual(['Pesan'])
    goOn(2)
    await watchNearDates(ports)
    await run()
    expect(runsOf(await now(filed)).map(({ rule }) => rule)).toEqual(['Pesan', 'Dekat'])
  })

  it('does not look for the words that tell who an unnamed reporter is', async () => {
    const { receive, run, now } = await anOfficeWithRules(
      aRule({ when: { words: ['08120000123'] }, does: { note: 'Ketemu.' } }),
    )
    const told = { dossier: { chronology: 'Hubungi saya di 0812 0000 123, 08120000123, soal berkas.' } }
    const anonymous = await receive(aComplaint({ privacy: 'anonymous', ...told }))
    await run()
    expect((await now(anonymous)).dossier.notes).toEqual([])
    const named = await receive(aComplaint({ privacy: 'named', ...told }))
    await run()
    expect((await now(named)).dossier.notes).toHaveLength(1)
  })

  it('leaves nothing behind where the case has no room for what it does', async () => {
    const { ports, receive, run, now } = await anOfficeWithRules(aRule({ does: { note: 'x'.repeat(500) } }))
    const filed = await receive(aComplaint())
    const file = { ...aComplaint().alerts[0]!, id: 'penuh' }
    await ports.complaints.change(organisasi, filed.id, (one) => ({
      ...one,
      alerts: Array.from({ length: 500 }, (_, at) => ({ ...file, id: `penuh-${at}` })),
    }))
    expect(await run()).toBe(1)
    expect((await now(filed)).rulesDue).toEqual([])
  })
})

describe('the rules of a unit', () => {
  it('are changed by who configures it, with who did what, and by one person at a time', async () => {
    const { ports, member } = await anOfficeWithRules()
    const admin = await member('admin')
    const { rules } = await readWritten(ports, admin)
    const { id: _, off: __, ...written } = aRule({ name: 'Loket', isOn: false, does: { assign: id('sari') } })
    const added = await changeRules(ports, admin, { version: rules.version, rules: [written] })
    expect(added.rules.changes).toMatchObject([{ by: 'admin', name: 'Loket', what: 'added' }])
    expect(added.choices.people.find((one) => one.id === 'sari')).toMatchObject({ name: 'Nama sari', handles: true })
    const [kept] = added.rules.rules
    const on = await changeRules(ports, admin, { version: added.rules.version, rules: [{ ...kept!, isOn: true }] })
    expect(on.rules.changes.map(({ what }) => what)).toEqual(['on', 'added'])
    const refused = (promise: Promise<unknown>) => promise.catch((cause: unknown) => cause)
    expect(await refused(changeRules(ports, admin, { version: added.rules.version, rules: [] }))).toMatchObject({
      code: 'rules/changed-meanwhile',
    })
    expect(await refused(readWritten(ports, await member('vera')))).toMatchObject({ code: 'staff/not-permitted' })
    const empty = { ...written, when: { ...written.when, words: ['yang'] }, does: aRule().does }
    expect(await refused(changeRules(ports, admin, { version: on.rules.version, rules: [empty] }))).toMatchObject({
      fields: [
        { path: 'rules.0.does', code: 'required' },
        { path: 'rules.0.when.words', code: 'too-common' },
      ],
    })
    const unknown = { ...written, isOn: true, does: { ...written.does, note: 'x', assign: 'tidak-ada' } }
    expect(await refused(changeRules(ports, admin, { version: on.rules.version, rules: [unknown] }))).toMatchObject({
      fields: [{ path: 'rules.0.does', code: 'unknown' }],
    })
  })

  it('tell what was done to each', () => {
    const [one, two] = [aRule({ id: '1', name: 'Satu' }), aRule({ id: '2', name: 'Dua' })]
    const what = (before: readonly Rule[], after: readonly Rule[]) =>
      changesBetween(before, after, listSwitches).map(({ name, what: done }) => `${name} ${done}`)
    expect(what([], [{ ...one, isOn: false }])).toEqual(['Satu added'])
    expect(what([one, two], [two, one])).toEqual(['Dua moved'])
    expect(what([one, two], [two])).toEqual(['Satu removed'])
    expect(what([one], [{ ...one, isOn: false }])).toEqual(['Satu off'])
    expect(what([one], [{ ...one, does: { ...one.does, note: 'x' }, isOn: false }])).toEqual([
      'Satu changed',
      'Satu off',
    ])
    expect(what([one], [one])).toEqual([])
  })

  it('from before labels are read as rules that set none', async () => {
    const { ports, run, now, receive } = await anOfficeWithRules()
    const { label: _, ...does } = aRule({ does: { note: 'Lama.' } }).does
    const { rules } = ports.complaints
    await rules.save({ ...(await rules.of(organisasi)), rules: [{ ...aRule(), does } as unknown as Rule] })
    const complaint = await receive(aComplaint())
    await run()
    expect((await now(complaint)).dossier).toMatchObject({ labels: [], notes: [{ text: 'Lama.' }] })
    expect((await rules.of(organisasi)).rules[0]?.does.label).toBeNull()
  })

  it('are switched off when they name what the unit has no longer, and admins are alerted once', async () => {
    const { ports, allOfStore, member } = await anOfficeWithRules(
      aRule({ name: 'Masih', does: { assign: id('dodi') } }),
      aRule({ name: 'Putus', does: { alert: [id('sari')] } }),
    )
    const inboxes = await openInboxStore(allOfStore)
    const telling = { ...ports, inboxes, ring: () => {} }
    expect(await switchOffBroken(telling, noFault)).toBe(0)
    await ports.staff.removeMembership(organisasi, 'sari')
    expect(await switchOffBroken(telling, noFault)).toBe(1)
    expect(await switchOffBroken(telling, noFault)).toBe(0)
    const { rules, changes } = await ports.complaints.rules.of(organisasi)
    expect(rules).toMatchObject([{ isOn: true }, { isOn: false, off: { lacks: 'staff' } }])
    expect(changes[0]).toMatchObject({ by: null, name: 'Putus', what: 'off' })
    const alerted = async (person: string) =>
      (await inboxes.read(organisasi, id(person))).alerts.map(({ kind }) => kind)
    expect([await alerted('admin'), await alerted('vera')]).toEqual([['rule'], []])
    // It waits for the admin until it is mended, on or off.
    const admin = await member('admin')
    const now = await readWritten(ports, admin)
    const put = (alert: readonly string[]) =>
      changeRules(ports, admin, {
        version: now.rules.version,
        rules: now.rules.rules.map((one) => (one.isOn ? one : { ...one, does: { ...one.does, note: 'x', alert } })),
      })
    const off = async (alert: readonly string[]) => (await put(alert)).rules.rules.map((one) => one.off?.lacks ?? null)
    expect(await off(['kepala'])).toEqual([null, null])
  })
})

describe('the dry run of a rule', () => {
  it('counts the cases of 90 days that the person may see, and changes none', async () => {
    const { ports, receive, member, goOn } = await anOfficeWithRules()
    const old = await receive(aComplaint())
    goOn(100)
    const at = ports.now()
    const fresh = { receivedAt: at }
    const [first, second] = [await receive(aComplaint(fresh)), await receive(aComplaintIn('in_progress', fresh))]
    await receive(aComplaint({ ...fresh, category: 'illegal_levy' }))
    const { when } = aRule({ when: { words: ['berkas'], categories: ['maladministration'] } })
    const seen = await dryRunRule(ports, await member('bos'), when)
    expect(seen).toMatchObject({ cases: 2, isCut: false, withoutWords: false })
    expect(seen.shown.map((one) => one.id)).toEqual([second.id, first.id])
    expect((await dryRunRule(ports, await member('bos'), { ...when, event: 'verified' })).shown).toHaveLength(1)
    expect((await ports.complaints.get(organisasi, old.id)).version).toBe(old.version)
    expect(old.receivedAt).toBe(mondayAtTen)
  })

  it('tells who reads no case how many there are, neither which nor which have a word', async () => {
    const { ports, receive, member } = await anOfficeWithRules()
    await receive(aComplaint())
    await aGuardedCase({ ports, receive }, 'dodi')
    const { when } = aRule({ when: { words: ['tidak-ada-di-mana-pun'] } })
    expect(await dryRunRule(ports, await member('admin'), when)).toMatchObject({
      ...{ cases: 1, shown: [], withoutWords: true },
    })
  })

  it('ends in time and says from when on it looked', async () => {
    const { ports, receive, member } = await anOfficeWithRules()
    for (let count = 0; count < 102; count++) await receive(aComplaint())
    let asked = 0
    const milliseconds = () => asked++ * 5_000
    const run = await dryRunRule(ports, await member('bos'), aRule().when, milliseconds)
    expect(run).toMatchObject({ cases: 100, isCut: true, since: mondayAtTen })
  })
})

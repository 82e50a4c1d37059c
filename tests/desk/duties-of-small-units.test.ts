import { describe, expect, it } from 'vitest'
import { mayOn, sees } from '../../service/case/access/case-access.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { actsFor, openActs } from '../../service/desk/case-acts.ts'
import { decideObjection } from '../../service/desk/decisions.ts'
import { mayAct } from '../../service/desk/letters/letter-access.ts'
import type { Approval } from '../../service/keeping/approvals/approval.ts'
import { mayDecide } from '../../service/keeping/approvals/approvals.ts'
import { keepersBesides } from '../../service/keeping/identity/identity.ts'
import { dutyTable, findGaps, gapsByDuty, gapsWhileAway, mayWorkIn } from '../../service/offices/duties/duties.ts'
import type { Absence, Membership } from '../../service/offices/staff/account.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { type Duty, duties, type Role, roles } from '../../service/offices/vocabulary.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn, aMoment, mondayAtTen } from '../support/a-complaint.ts'
import { aMembership, atWork, away } from '../support/a-small-unit.ts'
import { anIdleOffice } from '../support/an-idle-office.ts'

const [category] = bagianOrganisasi.categories
const settings = {
  ...bagianOrganisasi,
  categories: category ? [category] : [],
  privacyChoices: ['named', 'confidential'] as const,
  letters: { ...bagianOrganisasi.letters, on: true },
}

const received = aComplaintIn('received')
const inProgress = aComplaintIn('in_progress')
const proposed = aComplaintIn('awaiting_approval')
const objectedTo = (signer: StaffId): Complaint => {
  const { dossier, ...rest } = aComplaintIn('objected')
  return { ...rest, answeredBy: signer, dossier: { ...dossier, answerWriters: [signer] } }
}

/** Every way in which one to four people have a role each, or one person has them all. */
function compositions(): (readonly (readonly Role[])[])[] {
  const jobs = roles.map((role): readonly Role[] => [role])
  const grow = (size: number, first: number): (readonly (readonly Role[])[])[] =>
    size === 0 ? [[]] : jobs.slice(first).flatMap((job, at) => grow(size - 1, first + at).map((rest) => [job, ...rest]))
  const everything: readonly Role[] = ['intake_officer', 'verifier', 'case_handler', 'unit_head', 'tenant_admin']
  return [[everything], [everything, ['internal_auditor']], ...[1, 2, 3, 4].flatMap((size) => grow(size, 0))]
}

/** The same people with everybody present, then each away once, with nobody in their place and with a colleague. */
function* absences(unit: readonly (readonly Role[])[]): Generator<readonly Membership[]> {
  const people = unit.map((held, at) => aMembership(`p${at}`, held))
  yield people
  for (const [at] of people.entries()) {
    const colleague = people.length > 1 ? `p${(at + 1) % people.length}` : null
    for (const deputy of colleague ? [null, colleague] : [null]) {
      yield people.map((one, other) => (other === at ? { ...one, absences: [away(deputy)] } : one))
    }
  }
}

/** Whether somebody who is present really gets it done: asked of what the service decides by, not of the table. */
type Reality = (
  present: readonly StaffMember[],
  working: readonly StaffMember[],
  besides: StaffMember | null,
  allowsOwnDecision: boolean,
) => boolean

const opens =
  (act: 'verify' | 'propose-answer' | 'answer', complaint: Complaint): Reality =>
  (present, working) =>
    present.some((one) => openActs(one, complaint, { ...anIdleOffice, working }).includes(act))

const anExport = (asker: StaffId): Approval => ({
  ...{ tenant: received.tenant, id: 'ekspor', version: 1, key: received.key, act: 'export-register' },
  ...{ asker, askedAt: mondayAtTen, decision: null, usedAt: null },
  content: {
    askedBy: { kind: 'system' },
    ...{
      reason: 'Laporan bulanan',
      ground: null,
      cases: [],
      register: null,
      decidedBy: null,
      because: null,
      opened: [],
    },
  },
})

const reality: Readonly<Record<Duty, Reality>> = {
  read: (present) => present.some((one) => sees(one, received)),
  verify: opens('verify', received),
  handle: opens('propose-answer', inProgress),
  sign: opens('answer', proposed),
  decide_objection(present, working, signer, allowsOwnDecision) {
    if (!signer) return true
    const objected = objectedTo(signer.id)
    const able = present.filter((one) =>
      openActs(one, objected, { ...anIdleOffice, working, allowsOwnDecision }).includes('decide-objection'),
    )
    for (const one of able) {
      const by = { kind: 'staff', id: one.id, name: one.name, position: one.position } as const
      const reason = one.id === signer.id ? { ownReason: 'Tidak ada pimpinan lain.' } : {}
      decideObjection(objected, { upheld: false, text: 'Tetap.', ...reason }, by, aMoment())
    }
    return able.length > 0
  },
  keep_identities: (present) => {
    const asker = { id: 'orang lain' as StaffId }
    return keepersBesides(asker, { ...received, privacy: 'confidential' }, present).length > 0
  },
  second_person: (present, _, asker) =>
    present.some((one) => asker !== null && mayDecide(anExport(asker.id), one, mondayAtTen)),
  answer_data_requests: (present) => present.some((one) => mayOn(one, 'rights.answer', received)),
  print_and_post: (present) => present.some((one) => mayAct(one, 'print', received)),
}

const keyOf = (duty: Duty, besides: string | null) => `${duty} ${besides ?? ''}`

const situations = compositions().flatMap((unit) =>
  [...absences(unit)].map((people) => {
    const working = atWork(people)
    const gapsIf = (allowsOwnDecision: boolean) =>
      new Set(findGaps(working, { ...settings, allowsOwnDecision }).map((gap) => keyOf(gap.duty, gap.besides)))
    return {
      ...{ people, working, gaps: { true: gapsIf(true), false: gapsIf(false) } },
      present: working.filter(({ awayUntil }) => awayUntil === undefined),
    }
  }),
)

describe.each(duties)('in a unit of one to four people, each away once, the duty to %s', (duty) => {
  const { besides } = dutyTable[duty]

  it.each([false, true])(
    'is done by somebody, or said to be nobody’s (deciding on one’s own allowed: %s)',
    (allowed) => {
      let gapsFound = 0
      let done = 0
      for (const { people, working, present, gaps } of situations) {
        const askers = besides ? working.filter((one) => mayWorkIn(one, besides, received.category)) : [null]
        for (const asker of askers) {
          const gap = gaps[`${allowed}`].has(keyOf(duty, asker?.id ?? null))
          const isDone = reality[duty](present, working, asker, allowed)
          if (gap === isDone) expect({ duty, asker, people, gap, isDone }).toBe('a gap that is said, or a deed')
          if (gap) gapsFound++
          else done++
        }
      }
      expect(gapsFound).toBeGreaterThan(0)
      expect(done).toBeGreaterThan(0)
    },
  )
})

const mayDecideAtAll = ({ permissions }: StaffMember) =>
  permissions.has('cases.approve') || permissions.has('objections.decide')

it('an objection that nobody can decide is offered to nobody, and who answered reads why', () => {
  for (const { working, present, gaps } of situations) {
    for (const signer of present.filter(({ permissions }) => permissions.has('cases.approve'))) {
      const objected = objectedTo(signer.id)
      const office = { ...anIdleOffice, working }
      const own = actsFor(signer, objected, office).find(({ act }) => act === 'decide-objection')
      const somebodyElse = working.some((one) => one !== signer && mayDecideAtAll(one))
      expect(own?.closed?.code).toBe(somebodyElse ? 'objection/own-answer' : 'objection/nobody-else')
      if (!gaps.false.has(keyOf('decide_objection', signer.id))) continue
      expect(present.filter((one) => openActs(one, objected, office).includes('decide-objection'))).toEqual([])
    }
  }
})

describe('what a unit with one head and a handler cannot do', () => {
  const head = aMembership('kepala', ['unit_head'])
  const handler = aMembership('petugas', ['case_handler'])
  const gapsOf = (people: readonly Membership[], more: object = {}) =>
    gapsByDuty(findGaps(atWork(people), { ...settings, ...more })).map((gap) => gap.duty)

  it('is to decide on objections, to keep identities, to be the second person and to print', () => {
    expect(gapsOf([head, handler])).toEqual(['decide_objection', 'keep_identities', 'second_person', 'print_and_post'])
  })

  it('is less with the Inspektorat, or with the head of the parent unit', () => {
    for (const role of ['internal_auditor', 'parent_head'] as const) {
      expect(gapsOf([head, handler, aMembership('atasan', [role])])).toEqual(['keep_identities', 'print_and_post'])
    }
  })

  it('is less where the unit allows the same person, and promises neither letters nor hidden identities', () => {
    const plain = { allowsOwnDecision: true, privacyChoices: ['named'], letters: { ...settings.letters, on: false } }
    expect(gapsOf([head, handler], plain)).toEqual(['second_person'])
  })

  it('ends when the head is back, where somebody is only away', () => {
    const absence = away()
    const people = [{ ...head, absences: [absence] }, handler]
    const gap = gapsByDuty(findGaps(atWork(people), settings)).find(({ duty }) => duty === 'sign')
    expect(gap).toMatchObject({ until: absence.until, categories: ['maladministration'] })
  })
})

describe('an absence that is wished for', () => {
  const head = aMembership('kepala', ['unit_head'])
  const handler = aMembership('petugas', ['case_handler'])
  const waits = (people: readonly Membership[], wished: Absence) =>
    gapsByDuty(gapsWhileAway(people, head.id, wished, settings, mondayAtTen)).map((gap) => gap.duty)
  const onlyTheHeads = ['verify', 'sign', 'answer_data_requests']

  it('says what only that person can do, also where it begins later', () => {
    expect(waits([head, handler], away())).toEqual(onlyTheHeads)
    expect(waits([head, handler], away(null, { from: 30 }))).toEqual(onlyTheHeads)
  })

  it('says nothing where the deputy is there, and everything while the deputy is away too', () => {
    expect(waits([head, handler], away(handler.id))).toEqual([])
    const gone = { ...handler, absences: [away(null, { from: 3, days: 1 })] }
    expect(waits([head, gone], away(handler.id))).toEqual(['read', 'verify', 'handle', 'sign', 'answer_data_requests'])
    expect(waits([head, gone], away(handler.id, { days: 2 }))).toEqual([])
  })

  it('gives the days that are there already their deputy', () => {
    const known = { ...head, absences: [away()] }
    expect(waits([known, handler], away(handler.id))).toEqual([])
    const named = { ...known, absences: [away(), away(handler.id)] }
    expect(gapsByDuty(findGaps(atWork([named, handler]), settings)).map((gap) => gap.duty)).not.toContain('sign')
  })
})

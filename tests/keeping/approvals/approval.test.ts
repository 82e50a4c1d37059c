import { describe, expect, it } from 'vitest'
import {
  type Approval,
  decideApproval,
  refuseUnlessGranted,
  stateOf,
  useApproval,
  useForIdentity,
  validUntil,
} from '../../../service/keeping/approvals/approval.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import type { WrappedKey } from '../../../service/storage/vault.ts'
import { head, mondayAtTen, verifier } from '../../support/a-complaint.ts'
import { refusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const asker = 'verifikator' as StaffId
const second = { id: 'kepala' as StaffId, actor: head, custodian: false }
const yes = { granted: true, because: 'Perlu untuk laporan.' }
const later = (milliseconds: number) => plusMilliseconds(mondayAtTen, milliseconds)

const cases = ['BO-2026-000001', 'BO-2026-000002'].map((number) => ({ number, category: 'illegal_levy' }))
const anApproval = (details: Partial<Approval> = {}): Approval => ({
  tenant: organisasi,
  id: 'satu',
  version: 1,
  act: 'open-identities',
  asker,
  askedAt: mondayAtTen,
  decision: null,
  usedAt: null,
  key: 'k' as WrappedKey,
  content: { askedBy: verifier, reason: 'x', ground: 'other', cases, decidedBy: null, because: null, opened: [] },
  ...details,
})
const decided = (granted: boolean, at: Instant = mondayAtTen) =>
  decideApproval(anApproval(), { ...yes, granted }, second, { at })

/** Each state with the last moment before it and how it comes about. */
const states = {
  waiting: () => anApproval(),
  granted: () => decided(true),
  refused: () => decided(false),
  used: () => useApproval(decided(true), 'open-identities', asker, mondayAtTen),
  lapsed: () => decided(true, later(-DAY)),
} as const

describe('a request for a dangerous act', () => {
  it.each(Object.entries(states))('can be %s', (state, make) => {
    expect(stateOf(make(), mondayAtTen)).toBe(state)
  })

  it('waits a week for a second person, and a yes is good for 24 hours to the millisecond', () => {
    expect(stateOf(anApproval(), later(7 * DAY - 1))).toBe('waiting')
    expect(stateOf(anApproval(), later(7 * DAY))).toBe('lapsed')
    const granted = decided(true, later(6 * DAY))
    expect(stateOf(granted, later(7 * DAY - 1))).toBe('granted')
    expect(stateOf(granted, later(7 * DAY))).toBe('lapsed')
    expect(validUntil(granted)).toBe(later(7 * DAY))
  })

  it('keeps who decided, why, and whether they are a custodian', () => {
    const after = decideApproval(anApproval(), yes, { ...second, custodian: true }, { at: mondayAtTen })
    expect(after.decision).toEqual({ at: mondayAtTen, by: 'kepala', granted: true, custodian: true })
    expect(after.content).toMatchObject({ decidedBy: head, because: yes.because })
  })

  it('is never decided by the one who asked', () => {
    expect(refusalOf(() => decideApproval(anApproval(), yes, { ...second, id: asker }, { at: mondayAtTen }))).toBe(
      'approval/own-request',
    )
  })

  it.each(['granted', 'refused', 'used'] as const)('that was %s is not decided again', (state) => {
    expect(refusalOf(() => decideApproval(states[state](), yes, second, { at: mondayAtTen }))).toBe(
      'approval/already-decided',
    )
  })

  it('that lapsed is not decided any more', () => {
    expect(refusalOf(() => decideApproval(anApproval(), yes, second, { at: later(7 * DAY) }))).toBe('approval/lapsed')
  })
})

describe('the use of a yes', () => {
  const refusals = {
    waiting: 'approval/not-granted',
    refused: 'approval/not-granted',
    used: 'approval/used',
    lapsed: 'approval/lapsed',
  } as const

  it.each(Object.entries(refusals))('of a request that is %s is refused', (state, code) => {
    const approval = states[state as keyof typeof refusals]()
    expect(refusalOf(() => useApproval(approval, 'open-identities', asker, mondayAtTen))).toBe(code)
    expect(refusalOf(() => useForIdentity(approval, cases[0]!.number, asker, mondayAtTen))).toBe(code)
  })

  it('happens once, by the asker, for the act that was asked for', () => {
    const granted = decided(true)
    expect(useApproval(granted, 'open-identities', asker, later(HOUR)).usedAt).toBe(later(HOUR))
    for (const [act, who] of [
      ['export-register', asker],
      ['open-identities', second.id],
    ] as const) {
      expect(refusalOf(() => refuseUnlessGranted(granted, act, who, mondayAtTen))).toBe('approval/unknown')
    }
  })

  it('for several identities opens each once, and is used up with the last', () => {
    const first = useForIdentity(decided(true), cases[0]!.number, asker, mondayAtTen)
    expect(first.usedAt).toBeNull()
    expect(refusalOf(() => useForIdentity(first, cases[0]!.number, asker, mondayAtTen))).toBe('approval/used')
    const last = useForIdentity(first, cases[1]!.number, asker, later(HOUR))
    expect(last.usedAt).toBe(later(HOUR))
    expect(last.content.opened).toEqual(cases.map(({ number }) => number))
  })

  it('never opens a case that was not asked for', () => {
    expect(refusalOf(() => useForIdentity(decided(true), 'BO-2026-000009', asker, mondayAtTen))).toBe(
      'approval/unknown',
    )
  })
})

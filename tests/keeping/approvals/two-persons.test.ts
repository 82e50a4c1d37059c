import { describe, expect, it } from 'vitest'
import type { Guard } from '../../../service/case/shape/complaint.ts'
import type { UnreadableCase } from '../../../service/case/store/kept-complaint.ts'
import {
  askForApproval,
  decideOnApproval,
  listApprovals,
  mayDecide,
  takeApproval,
} from '../../../service/keeping/approvals/approvals.ts'
import { eraseApprovedIdentity, openApprovedIdentity } from '../../../service/keeping/identity/approved-identity.ts'
import type { GuardMark, StaffMember } from '../../../service/offices/staff/permissions.ts'
import type { PrivacyChoice, Role } from '../../../service/offices/vocabulary.ts'
import { type ExportedCase, exportRegister } from '../../../service/register/register.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

/** Somebody who has just proved who they are. */
const sure = (roles: readonly Role[], tenant = organisasi): StaffMember => ({
  ...staffWith(roles, tenant),
  confirmedAt: mondayAtTen,
})
const head = sure(['unit_head'])
const auditor = sure(['internal_auditor'])
const verifier = sure(['verifier'])
const custodian = sure(['identity_custodian'])

const reason = 'Pelapor diundang ke mediasi.'
const yes = { granted: true, because: 'Sudah ditimbang.' }

async function anOffice() {
  const desk = await aDesk()
  const { ports } = desk
  const receive = async (privacy: PrivacyChoice) => {
    const given = privacy === 'anonymous' ? undefined : { name: 'Siti Contoh', phone: '0812-0000-0001' }
    const sealed = await sealedReporter(ports.vault, privacy, given)
    const { identity, noticeChannels, filing } = sealed
    return (await desk.receive(aComplaint({ privacy, identity, noticeChannels, filing }))).id
  }
  const granted = async (
    act: Parameters<typeof askForApproval>[2]['act'],
    asker: StaffMember,
    cases: string[] = [],
    by: StaffMember = auditor,
  ) => {
    const { id } = await askForApproval(ports, asker, { act, reason, cases })
    await decideOnApproval(ports, by, { id, ...yes })
    return id
  }
  const logged = async () =>
    (await ports.accessLog.find(organisasi, { index: 'place', limit: 100 })).items.map(({ by, act, subject, detail }) =>
      [by, act, subject, detail].join(' '),
    )
  return { ...desk, keep: desk.receive, receive, granted, logged }
}

describe('the two-person rule', () => {
  it('leaves a line of the log for asking, deciding and using', async () => {
    const { ports, granted, logged } = await anOffice()
    const id = await granted('export-register', head)
    await takeApproval(ports, head, id, 'export-register')
    expect(await logged()).toEqual([
      `unit_head approval.asked ${id} export-register`,
      `internal_auditor approval.decided ${id} granted`,
      `unit_head approval.used ${id} export-register`,
    ])
  })

  it('lets one of two windows use a yes, however close they are', async () => {
    const { ports, granted } = await anOffice()
    const id = await granted('export-register', head)
    const both = await Promise.allSettled([1, 2].map(() => takeApproval(ports, head, id, 'export-register')))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await laterRefusalOf(takeApproval(ports, head, id, 'export-register'))).toBe('approval/used')
  })

  it('takes one of two decisions made at once', async () => {
    const { ports } = await anOffice()
    const { id } = await askForApproval(ports, head, { act: 'export-register', reason })
    const other = { ...auditor, id: 'lain' as StaffMember['id'] }
    const both = await Promise.allSettled([auditor, other].map((by) => decideOnApproval(ports, by, { id, ...yes })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('asks who decides and who uses to prove who they are', async () => {
    const { ports, granted } = await anOffice()
    const { id } = await askForApproval(ports, head, { act: 'export-register', reason })
    const late = decideOnApproval(ports, staffWith(['internal_auditor']), { id, ...yes })
    expect(await laterRefusalOf(late)).toBe('session/confirmation-needed')
    const other = await granted('export-register', head)
    const use = takeApproval(ports, staffWith(['unit_head']), other, 'export-register')
    expect(await laterRefusalOf(use)).toBe('session/confirmation-needed')
  })

  it('knows who may ask and who may decide', async () => {
    const { ports } = await anOffice()
    const asking = askForApproval(ports, verifier, { act: 'export-register', reason })
    expect(await laterRefusalOf(asking)).toBe('staff/not-permitted')
    const { id } = await askForApproval(ports, head, { act: 'export-register', reason })
    for (const unknown of [id, 'tidak-ada']) {
      expect(await laterRefusalOf(decideOnApproval(ports, verifier, { id: unknown, ...yes }))).toBe(
        'staff/not-permitted',
      )
      expect(await laterRefusalOf(decideOnApproval(ports, custodian, { id: unknown, ...yes }))).toBe('approval/unknown')
    }
    expect(await laterRefusalOf(decideOnApproval(ports, head, { id, ...yes }))).toBe('approval/own-request')
  })

  it('shows a request to who asked and who decides, and to no other office', async () => {
    const { ports } = await anOffice()
    const asked = await askForApproval(ports, head, { act: 'export-register', reason })
    const seenBy = async (staff: StaffMember) => (await listApprovals(ports, staff)).map(({ id }) => id)
    expect(await seenBy(head)).toEqual([asked.id])
    expect(await seenBy(auditor)).toEqual([asked.id])
    expect(await seenBy(verifier)).toEqual([])
    const elsewhere = sure(['internal_auditor'], dinas)
    expect(await seenBy(elsewhere)).toEqual([])
    expect(await laterRefusalOf(decideOnApproval(ports, elsewhere, { id: asked.id, ...yes }))).toBe('approval/unknown')
    expect([auditor, head].map((staff) => mayDecide(asked, staff, ports.now()))).toEqual([true, false])
  })

  it('takes a second person of seven days: one who was made for it decides on no request at all', async () => {
    const { ports, goOn } = await anOffice()
    const now = () => ports.now()
    const since = (at: Instant): StaffMember => ({
      ...head,
      id: 'kepala-baru' as StaffMember['id'],
      heldSince: new Map([['approvals.decide', at]]),
    })
    const ask = async () => (await askForApproval(ports, head, { act: 'export-register', reason })).id
    goOn(30)
    const fresh = { ...since(now()), confirmedAt: now() }
    const id = await ask()
    expect(await laterRefusalOf(decideOnApproval(ports, fresh, { id, ...yes }))).toBe('approval/too-new')
    goOn(7)
    const settled = { ...fresh, confirmedAt: now() }
    expect((await decideOnApproval(ports, settled, { id: await ask(), ...yes })).decision).toMatchObject({
      granted: true,
    })
  })

  it('takes a deputy whom the member who is away named, and none whom somebody else put in their place', async () => {
    const { ports, goOn } = await anOffice()
    goOn(30)
    const at = ports.now()
    const deputy = (byOther: boolean): StaffMember => ({
      ...head,
      ...{ id: 'pengganti' as StaffMember['id'], confirmedAt: at, heldSince: new Map([['approvals.decide', at]]) },
      asDeputy: new Map([['approvals.decide', { title: 'plh', position: 'Kepala', marks: new Set(), byOther }]]),
    })
    const { id } = await askForApproval(ports, head, { act: 'export-register', reason })
    expect(await laterRefusalOf(decideOnApproval(ports, deputy(true), { id, ...yes }))).toBe('approval/too-new')
    expect((await decideOnApproval(ports, deputy(false), { id, ...yes })).decision?.granted).toBe(true)
  })

  it('keeps what a request is about sealed', async () => {
    const { ports, store } = await anOffice()
    const { id } = await askForApproval(ports, head, { act: 'export-register', reason })
    const kept = JSON.stringify(await store.approvals.get(organisasi, id))
    expect(kept).not.toContain('mediasi')
    expect((await ports.approvals.get(organisasi, id)).content.reason).toBe(reason)
  })

  it('is about so many cases as make sense for the act', async () => {
    const { ports, receive } = await anOffice()
    const number = await receive('named')
    const many = Array.from({ length: 26 }, (_, at) => `BO-2026-0001${at}`)
    for (const [act, cases] of [
      ['open-identities', []],
      ['open-identities', many],
      ['erase-identity', []],
      ['export-register', [number]],
    ] as const) {
      expect(await laterRefusalOf(askForApproval(ports, head, { act, reason, cases }))).toBe('request/invalid')
    }
    const unknown = askForApproval(ports, head, { act: 'open-identities', reason, cases: ['BO-2026-000099'] })
    expect(await laterRefusalOf(unknown)).toBe('complaint/not-found')
  })
})

describe('several identities', () => {
  it('open one by one, each in its own history and before its own reporter', async () => {
    const { ports, receive, granted } = await anOffice()
    const cases = [await receive('named'), await receive('named')]
    const id = await granted('open-identities', verifier, cases)
    for (const number of cases) {
      expect(await openApprovedIdentity(ports, verifier, { id, number })).toMatchObject({ name: 'Siti Contoh' })
      const { dossier } = await ports.complaints.get(organisasi, number)
      expect(dossier.identityOpenings).toMatchObject([{ reason, by: { id: verifier.id } }])
      expect(dossier.history.at(-1)).toMatchObject({ event: 'identity_opened', text: reason, public: true })
    }
    const again = openApprovedIdentity(ports, verifier, { id, number: cases[0]! })
    expect(await laterRefusalOf(again)).toBe('approval/used')
  })

  it('that are confidential wait for a custodian, unless the second person is one', async () => {
    const { ports, receive, granted } = await anOffice()
    const number = await receive('confidential')
    const id = await granted('open-identities', verifier, [number])
    expect(await laterRefusalOf(openApprovedIdentity(ports, verifier, { id, number }))).toBe(
      'identity/custodian-needed',
    )
    expect((await ports.approvals.get(organisasi, id)).content.opened).toEqual([])
    const by = await granted('open-identities', verifier, [number], custodian)
    expect(await openApprovedIdentity(ports, verifier, { id: by, number })).toMatchObject({ name: 'Siti Contoh' })
  })

  it('stay closed after a day, for another person, and where none was given', async () => {
    const { ports, receive, granted, goOn } = await anOffice()
    const number = await receive('named')
    const id = await granted('open-identities', verifier, [number])
    expect(await laterRefusalOf(openApprovedIdentity(ports, head, { id, number }))).toBe('approval/unknown')
    goOn(1)
    const late = { ...verifier, confirmedAt: ports.now() }
    expect(await laterRefusalOf(openApprovedIdentity(ports, late, { id, number }))).toBe('approval/lapsed')
    const without = await receive('anonymous')
    const asking = askForApproval(ports, verifier, { act: 'open-identities', reason, cases: [without] })
    expect(await laterRefusalOf(asking)).toBe('identity/not-given')
  })
})

describe('the identity of one reporter', () => {
  it('is erased once a second person agreed, and the record stays', async () => {
    const { ports, receive, granted, logged } = await anOffice()
    const number = await receive('named')
    const approval = await granted('erase-identity', custodian, [number])
    await eraseApprovedIdentity(ports, custodian, { number, approval })
    const after = await ports.complaints.get(organisasi, number)
    expect(after).toMatchObject({ identity: null, privacy: 'anonymous', noticeChannels: [] })
    expect(after.dossier.subject).toBe('Berkas tidak diproses')
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'identity_erased', text: reason, public: true })
    expect((await logged()).at(-1)).toBe(`identity_custodian identity.erased ${number} `)
  })

  it('is not erased with the yes for another case', async () => {
    const { ports, receive, granted } = await anOffice()
    const [number, other] = [await receive('named'), await receive('named')]
    const approval = await granted('erase-identity', custodian, [number])
    const wrong = eraseApprovedIdentity(ports, custodian, { number: other, approval })
    expect(await laterRefusalOf(wrong)).toBe('approval/unknown')
    expect((await ports.approvals.get(organisasi, approval)).usedAt).toBeNull()
  })
})

async function casesIn(ports: Parameters<typeof exportRegister>[0], staff: StaffMember, id: string) {
  const { leaves } = await exportRegister(ports, staff, { id, format: 'csv' })
  if ('counts' in leaves) throw new Error('Only counts leave.')
  return leaves.cases
}

const numberOf = (one: ExportedCase | UnreadableCase): string => ('complaint' in one ? one.complaint.id : one.number)

describe('the register as a file', () => {
  it('is given once, with a line of the log, and its cases come page by page', async () => {
    const { ports, receive, granted, logged } = await anOffice()
    const numbers = [await receive('named'), await receive('anonymous')]
    const id = await granted('export-register', head)
    const given: string[] = []
    for await (const one of await casesIn(ports, head, id)) given.push(numberOf(one))
    expect(given).toEqual(numbers)
    expect((await logged()).slice(-2)).toEqual([
      `unit_head register.exported ${id} csv without_identity`,
      `unit_head register.rows_exported ${id} 2`,
    ])
    expect(await laterRefusalOf(exportRegister(ports, head, { id, format: 'csv' }))).toBe('approval/used')
  })
})

describe('a case that is kept from somebody', () => {
  const mark = 'tanda' as GuardMark
  const guard: Guard = { marks: [mark], steward: null }
  const about = (staff: StaffMember): StaffMember => ({ ...staff, guardMarks: new Set([mark]) })

  it('is in no request, decision or export of theirs', async () => {
    const { ports, receive, granted, keep } = await anOffice()
    const open = await receive('named')
    const sealed = await sealedReporter(ports.vault, 'named', { name: 'Siti Contoh' })
    const { id: kept } = await keep(aComplaint({ guard, identity: sealed.identity, filing: sealed.filing }))
    const request = { act: 'open-identities', reason, cases: [open, kept] } as const

    expect(await laterRefusalOf(askForApproval(ports, about(verifier), request))).toBe('complaint/not-found')
    const { id } = await askForApproval(ports, verifier, request)
    expect(await laterRefusalOf(decideOnApproval(ports, about(auditor), { id, ...yes }))).toBe('approval/unknown')
    expect(await listApprovals(ports, about(auditor))).toEqual([])
    expect(await listApprovals(ports, auditor)).toHaveLength(1)

    const given: string[] = []
    const file = await casesIn(ports, about(head), await granted('export-register', about(head)))
    for await (const one of file) given.push(numberOf(one))
    expect(given).toEqual([open])
  })
})

it('a role that is limited to categories reaches no further in requests', async () => {
  const { ports, receive } = await anOffice()
  const number = await receive('named')
  const { id } = await askForApproval(ports, verifier, { act: 'open-identities', reason, cases: [number] })
  const limited = { ...auditor, limits: new Map([['approvals.decide', new Set(['lain'])]] as const) }
  expect(await laterRefusalOf(decideOnApproval(ports, limited, { id, ...yes }))).toBe('approval/unknown')
})

it('an export is refused for the cases that its asker sees, so that the refusal tells of no other', async () => {
  const { ports, keep } = await anOffice()
  const mark = 'tanda-kepala' as GuardMark
  const concerned: StaffMember = { ...head, guardMarks: new Set([mark]) }
  const aCase = async (guard: Guard | null) => {
    const reporter = await sealedReporter(ports.vault, 'named', { name: 'Siti Contoh' })
    return keep(aComplaint({ privacy: 'named', ...reporter, guard }))
  }
  await aCase({ marks: [mark], steward: auditor.id })
  for (let count = 0; count < 200; count++) await aCase(null)
  const register = { profile: 'with_named_identity', from: null, to: null, category: null, status: [] } as const
  const exported = async (asker: StaffMember) => {
    const { id } = await askForApproval(ports, asker, { act: 'export-register', reason, register: { ...register } })
    await decideOnApproval(ports, auditor, { id, ...yes })
    return exportRegister(ports, asker, { id, format: 'csv' })
  }
  expect((await exported(concerned)).scope.profile).toBe('with_named_identity')
  expect(await laterRefusalOf(exported(head))).toBe('export/too-many')
})

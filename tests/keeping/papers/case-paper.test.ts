import { describe, expect, it } from 'vitest'
import { guardCaseAgainst } from '../../../service/case/access/guarding.ts'
import {
  approve,
  beginPaper,
  correctPaper,
  editPaper,
  finishMinutes,
  giveBack,
  papersOfCase,
  readPaper,
  setAside,
  submit,
} from '../../../service/desk/papers/papers.ts'
import { LONGEST_PAPER, MOST_PAPERS, MOST_VERSIONS } from '../../../service/keeping/papers/case-paper.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { someMinutes, someReport } from '../../support/some-paper-words.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

async function anOffice(complaint = aComplaintIn('in_progress')) {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'] },
    kustodian: { roles: ['identity_custodian'] },
    penerima: { roles: ['intake_officer'] },
  })
  const { id: number } = await office.receive(complaint)
  const [head, handler, custodian, verifier] = await Promise.all(
    ['kepala', 'petugas', 'kustodian', 'verifikator'].map(office.member),
  )
  const people = { head: head!, handler: handler!, custodian: custodian!, verifier: verifier! }
  const { ports } = office
  const begun = async (kind: 'minutes' | 'report', by = people.handler) =>
    (await beginPaper(ports, by, { number, kind })).paper
  const written = async (words = someReport() as ReturnType<typeof someReport> | ReturnType<typeof someMinutes>) => {
    const { id, revision } = await begun(words.kind)
    return (await editPaper(ports, people.handler, { id, revision, words })).paper
  }
  const submitted = async () => (await submit(ports, people.handler, await written())).paper
  return { ...office, ...people, number, begun, written, submitted }
}

describe('minutes', () => {
  it('are finished by who wrote them, and get the next number of their kind and year', async () => {
    const { ports, handler, number, written } = await anOffice()
    const first = (await finishMinutes(ports, handler, await written(someMinutes()))).paper
    const second = (await finishMinutes(ports, handler, await written(someMinutes()))).paper
    expect(first).toMatchObject({ state: 'finished', finished: { paperNumber: 'BA/001/BO/XI/2026', sequence: 1 } })
    expect(second.finished).toMatchObject({ paperNumber: 'BA/002/BO/XI/2026', sequence: 2 })
    const { dossier } = await ports.complaints.get(organisasi, number)
    expect(dossier.history.at(-1)).toMatchObject({ event: 'paper_finished', text: 'BA/002/BO/XI/2026', public: false })
    expect(await laterRefusalOf(editPaper(ports, handler, { ...first, words: someMinutes() }))).toBe(
      'paper/wrong-state',
    )
  })

  it('leave no gap and no double where several are finished at once', async () => {
    const { ports, handler, written } = await anOffice()
    const drafts = await Promise.all(Array.from({ length: 6 }, () => written(someMinutes())))
    const done = await Promise.all(drafts.map((draft) => finishMinutes(ports, handler, draft)))
    expect(done.map(({ paper }) => paper.finished!.sequence).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('say what they lack, and are nobody else’s to finish', async () => {
    const { ports, handler, head, begun, written } = await anOffice()
    expect(await laterRefusalOf(finishMinutes(ports, handler, await begun('minutes')))).toBe('paper/incomplete')
    const draft = await written(someMinutes())
    expect(await laterRefusalOf(finishMinutes(ports, head, draft))).toBe('paper/not-author')
    expect(await laterRefusalOf(setAside(ports, head, draft))).toBe('paper/not-author')
    expect((await setAside(ports, handler, draft)).paper.state).toBe('set_aside')
  })

  it('once finished, are put right by other minutes that name them', async () => {
    const { ports, handler, written } = await anOffice()
    const { paper } = await finishMinutes(ports, handler, await written(someMinutes()))
    const next = (await correctPaper(ports, handler, paper)).paper
    expect(next).toMatchObject({
      state: 'draft',
      corrects: paper.id,
      finished: null,
      content: { words: someMinutes() },
    })
    expect((await readPaper(ports, handler, paper.id)).paper).toEqual(paper)
    expect(await laterRefusalOf(correctPaper(ports, handler, next))).toBe('paper/wrong-state')
  })
})

describe('a report', () => {
  it('is approved by a head who wrote nothing of it, and then has its number', async () => {
    const { ports, head, submitted, number } = await anOffice()
    const report = await submitted()
    const { alerts } = await ports.complaints.get(organisasi, number)
    expect(alerts.at(-1)).toMatchObject({ kind: 'approval_waits', duty: 'approval', by: 'petugas' })
    const approved = (await approve(ports, head, report)).paper
    expect(approved).toMatchObject({ state: 'finished', finished: { paperNumber: 'LHP/001/BO/XI/2026' } })
  })

  it('is not approved by its author, not even by a head who put a word into it', async () => {
    const { ports, head, handler, written, submitted } = await anOffice()
    expect(await laterRefusalOf(approve(ports, handler, await submitted()))).toBe('staff/not-permitted')
    const draft = await written()
    const touched = (await editPaper(ports, head, { ...draft, words: someReport({ basis: 'Lain.' }) })).paper
    const handedIn = (await submit(ports, handler, touched)).paper
    expect(await laterRefusalOf(approve(ports, head, handedIn))).toBe('paper/own-words')
  })

  it('goes back with a reason, keeps each version that was handed in, and that so often', async () => {
    const { ports, head, handler, number, written } = await anOffice()
    let report = await written()
    for (let round = 1; round <= MOST_VERSIONS; round++) {
      report = (await submit(ports, handler, report)).paper
      report = (await giveBack(ports, head, { ...report, note: 'Lengkapi temuan.' })).paper
      const words = someReport({ findings: `Temuan ke-${round}.` })
      report = (await editPaper(ports, handler, { ...report, words })).paper
    }
    expect(report.content.versions).toHaveLength(MOST_VERSIONS)
    expect(report.content.versions[1]!.words).toMatchObject({ findings: 'Temuan ke-1.' })
    expect(await laterRefusalOf(submit(ports, handler, report))).toBe('paper/too-many-versions')
    const { alerts } = await ports.complaints.get(organisasi, number)
    expect(alerts.at(-1)).toMatchObject({ kind: 'dispatched_to_me', to: 'petugas' })
  })

  it('is refused at each other stage', async () => {
    const { ports, head, handler, written, submitted } = await anOffice()
    const draft = await written()
    expect(await laterRefusalOf(approve(ports, head, draft))).toBe('paper/wrong-state')
    expect(await laterRefusalOf(finishMinutes(ports, handler, draft))).toBe('paper/wrong-state')
    const waiting = await submitted()
    expect(await laterRefusalOf(submit(ports, handler, waiting))).toBe('paper/wrong-state')
    expect(await laterRefusalOf(editPaper(ports, handler, { ...waiting, words: someReport() }))).toBe(
      'paper/wrong-state',
    )
    expect(await laterRefusalOf(editPaper(ports, handler, { ...draft, words: someMinutes() }))).toBe('request/invalid')
    expect(await laterRefusalOf(submit(ports, handler, { id: draft.id, revision: 0 }))).toBe('paper/changed-meanwhile')
  })
})

describe('a case', () => {
  it('has so many papers, each so long', async () => {
    const { ports, handler, begun } = await anOffice()
    const { id, revision } = await begun('report')
    const long = someReport({ findings: 'x'.repeat(LONGEST_PAPER) })
    expect(await laterRefusalOf(editPaper(ports, handler, { id, revision, words: long }))).toBe('paper/too-long')
    for (let more = 1; more < MOST_PAPERS; more++) await begun('minutes')
    expect(await laterRefusalOf(begun('minutes'))).toBe('paper/too-many')
  })

  it('shows its papers to who sees it, and to nobody else', async () => {
    const { ports, number, verifier, written, member } = await anOffice()
    const draft = await written(someMinutes())
    const list = async (id: string) => papersOfCase(ports, await member(id), number)
    expect((await list('penerima')).papers).toMatchObject([{ paper: { id: draft.id }, readable: true }])
    const stranger = staffWith(['case_handler', 'unit_head'], dinas)
    expect(await laterRefusalOf(readPaper(ports, stranger, draft.id))).toBe('paper/unknown')
    expect(await laterRefusalOf(papersOfCase(ports, stranger, number))).toBe('complaint/not-found')
    const receiver = await member('penerima')
    expect(await laterRefusalOf(beginPaper(ports, receiver, { number, kind: 'minutes' }))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(editPaper(ports, receiver, { ...draft, words: someMinutes() }))).toBe(
      'staff/not-permitted',
    )
    const { revision } = await ports.complaints.get(organisasi, number)
    await guardCaseAgainst(ports, verifier, { number, revision, staff: ['petugas'], because: 'Ia yang dilaporkan.' })
    const reported = await member('petugas')
    expect(await laterRefusalOf(readPaper(ports, reported, draft.id))).toBe('paper/unknown')
    expect(await laterRefusalOf(finishMinutes(ports, reported, draft))).toBe('paper/unknown')
  })

  it('leaves nothing of their words readable in the store, and each reading in the log', async () => {
    const { ports, handler, written } = await anOffice()
    const { id } = await written(someMinutes({ place: 'Ruang Kelimutu' }))
    await readPaper(ports, handler, id)
    const kept = await ports.papers.find(organisasi, id)
    expect(JSON.stringify(kept)).not.toContain('Kelimutu')
    expect(JSON.stringify(kept)).not.toContain('Budi')
    const { items } = await ports.accessLog.find(organisasi, { index: 'place', order: 'descending', limit: 1 })
    expect(items[0]).toMatchObject({ act: 'paper.read', detail: 'minutes' })
    await ports.papers.strip(organisasi, kept!.number)
    expect((await ports.papers.find(organisasi, id))!.content).toBeNull()
    expect(await laterRefusalOf(readPaper(ports, handler, id))).toBe('paper/unknown')
  })
})

describe('a confidential reporter', () => {
  async function inConfidence() {
    const office = await anOffice()
    const { ports } = office
    const given = { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001' }
    const { identity, filing } = await sealedReporter(ports.vault, 'confidential', given)
    const { id: number } = await office.receive(aComplaint({ privacy: 'confidential', identity, filing }))
    return { ...office, number }
  }
  const naming = someMinutes({ heard: [{ name: 'Siti Contoh', position: '', as: 'reporter' }] })

  it('is named by nobody but a custodian, in minutes alone, which then only custodians read', async () => {
    const { ports, number, handler, head, custodian } = await inConfidence()
    const { paper } = await beginPaper(ports, handler, { number, kind: 'minutes' })
    expect(await laterRefusalOf(editPaper(ports, handler, { ...paper, words: naming }))).toBe('paper/names-reporter')
    expect(await laterRefusalOf(editPaper(ports, head, { ...paper, words: naming }))).toBe('paper/names-reporter')
    const named = (await editPaper(ports, custodian, { ...paper, words: naming })).paper
    expect(named.forCustodians).toBe(true)
    for (const one of [handler, head]) {
      expect(await laterRefusalOf(readPaper(ports, one, paper.id))).toBe('paper/for-custodians')
      const { papers } = await papersOfCase(ports, one, number)
      expect(papers[0]!.readable).toBe(false)
    }
    const done = await finishMinutes(ports, custodian, named)
    expect(done.paper.forCustodians).toBe(true)
    expect((await readPaper(ports, custodian, paper.id)).paper.state).toBe('finished')
  })

  it('stands in no report, whoever writes it', async () => {
    const { ports, number, custodian } = await inConfidence()
    const { paper } = await beginPaper(ports, custodian, { number, kind: 'report' })
    const words = someReport({ findings: 'Siti Contoh datang pukul sepuluh.' })
    expect(await laterRefusalOf(editPaper(ports, custodian, { ...paper, words }))).toBe('paper/names-reporter')
  })
})

it('minutes and reports are begun by those who check or handle cases, and by custodians', async () => {
  const { ports, number } = await anOffice()
  const able: readonly Role[] = ['verifier', 'case_handler', 'unit_head', 'identity_custodian']
  for (const role of [...able, 'intake_officer', 'internal_auditor', 'observer', 'tenant_admin'] as const) {
    const begun = beginPaper(ports, staffWith([role]), { number, kind: 'minutes' })
    if (able.includes(role)) await begun
    else expect([role, await laterRefusalOf(begun)]).toEqual([role, 'staff/not-permitted'])
  }
})

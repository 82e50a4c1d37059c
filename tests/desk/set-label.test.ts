import { describe, expect, it } from 'vitest'
import { labelDots } from '../../admin/page/label-chips.ts'
import { setLabel } from '../../service/desk/marks.ts'
import { contrast } from '../../service/offices/colours/colour.ts'
import { type Label, labelProblems, MOST_ON_A_CASE } from '../../service/offices/tenants/tenant.ts'
import { aComplaint, aMoment, verifier } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

const waiting: Label = { id: 'menunggu', name: 'Menunggu data dinas', colour: 'amber' }
const old: Label = { id: 'lama', name: 'Titipan', colour: 'grey', archived: true }
const settings = { labels: [waiting, old] }
const on = (label: string, complaint = aComplaint()) =>
  setLabel(complaint, { label, on: true }, verifier, aMoment(), settings)
const off = (label: string, complaint = aComplaint()) =>
  setLabel(complaint, { label, on: false }, verifier, aMoment(), settings)

describe('a label of the unit’s own', () => {
  it('is set and taken off, each with a line that only staff read', () => {
    const received = aComplaint()
    const labelled = on('menunggu', received)
    expect(labelled.dossier.labels).toEqual(['menunggu'])
    expect(labelled.dossier.history.at(-1)).toMatchObject({
      ...{ event: 'labelled', text: 'Menunggu data dinas', public: false },
    })
    const bare = off('menunggu', labelled)
    expect(bare.dossier.labels).toEqual([])
    expect(bare.dossier.history.at(-1)).toMatchObject({ event: 'unlabelled', public: false })
    const { status, notices, alerts, unansweredSince } = received
    expect(bare).toMatchObject({ status, notices, alerts, unansweredSince })
  })

  it('is not set twice, nor once it is archived or unknown, but comes off then too', () => {
    expect(refusalOf(() => on('menunggu', on('menunggu')))).toBe('label/as-it-is')
    expect(refusalOf(() => off('menunggu'))).toBe('label/as-it-is')
    expect(refusalOf(() => on('lama'))).toBe('label/unknown')
    expect(refusalOf(() => on('dari-unit-lain'))).toBe('label/unknown')
    const earlier = aComplaint()
    const labelled = { ...earlier, dossier: { ...earlier.dossier, labels: ['lama', 'hilang'] } }
    expect(off('hilang', off('lama', labelled)).dossier.labels).toEqual([])
  })

  it('is one of a few on a case', () => {
    const many = Array.from({ length: MOST_ON_A_CASE }, (_, at) => `label-${at}`)
    const full = aComplaint()
    expect(refusalOf(() => on('menunggu', { ...full, dossier: { ...full.dossier, labels: many } }))).toBe(
      'label/too-many',
    )
  })

  it('has a name of its own', () => {
    expect(labelProblems([waiting, old])).toEqual([])
    expect(labelProblems([waiting, { ...old, name: 'MENUNGGU DATA DINAS' }])).toEqual([
      { path: 'labels.1.name', code: 'taken' },
    ])
  })
})

/** Surfaces of `admin/page/base.css` on which chips stand, in the light and in the dark scheme. */
const surfaces = ['#f5f4f0', '#ffffff', '#edebe5', '#141817', '#1c2120', '#262c2a']

it.each(Object.entries(labelDots))('the dot %s stands out from every surface as WCAG 1.4.11 asks', (_, dot) => {
  for (const surface of surfaces) expect(contrast(dot, surface)).toBeGreaterThanOrEqual(3)
})

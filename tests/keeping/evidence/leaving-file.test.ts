import { describe, expect, it } from 'vitest'
import type { FileRedaction, Scan } from '../../../service/case/shape/evidence.ts'
import { leavingOf, nameOfCopy } from '../../../service/keeping/evidence/opened-evidence.ts'
import type { FileLeaving } from '../../../service/offices/vocabulary.ts'
import { aMoment, verifier } from '../../support/a-complaint.ts'

const decided = (leaves?: FileLeaving) => {
  const made: FileRedaction[] = leaves
    ? [{ file: 'a', leaves, areas: [], by: verifier, at: aMoment().at, because: 'Saksi.' }]
    : []
  return { dossier: { fileRedactions: made } }
}
const file = (type: string, scan: Scan | null = null) => ({ id: 'a', type, scan })
const infected: Scan = { verdict: 'infected', at: aMoment().at, signature: 'Eicar' }

describe('a file that leaves the unit', () => {
  it.each([
    ['image/jpeg', 'redrawn'],
    ['image/gif', 'redrawn'],
    ['application/pdf', 'redrawn'],
    ['image/heic', 'withheld'],
    ['audio/ogg', 'withheld'],
    ['video/mp4', 'withheld'],
    ['text/plain', 'withheld'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'withheld'],
  ])('of kind %s is %s where the reporter stays unnamed, and whole where the identity goes along', (type, leaves) => {
    expect(leavingOf(decided(), file(type), true)).toBe(leaves)
    expect(leavingOf(decided(), file(type), false)).toBe('whole')
  })

  it.each(['redrawn', 'whole', 'withheld'] as const)('is %s where staff decided so, named or not', (leaves) => {
    expect(leavingOf(decided(leaves), file('image/png'), true)).toBe(leaves)
    expect(leavingOf(decided(leaves), file('image/png'), false)).toBe(leaves)
  })

  it('stays where it holds a harmful program, whatever was decided', () => {
    expect(leavingOf(decided('whole'), file('image/png', infected), false)).toBe('withheld')
  })

  it('bears a name that says that it is a copy', () => {
    expect(nameOfCopy('foto.loket.png', 'jpg')).toBe('foto.loket-salinan.jpg')
  })
})

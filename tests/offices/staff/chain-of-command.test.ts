import { describe, expect, it } from 'vitest'
import { listSuperiorsOfHeads, superiorsOf, withWhomTheySupervise } from '../../../service/offices/staff/posts.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'

const person = (id: string, role: Role, reportsTo: string | null = null) => ({ id, roles: [role], reportsTo })

const office = [
  person('kepala', 'unit_head'),
  person('kasubag', 'verifier'),
  person('petugas', 'case_handler', 'kasubag'),
  person('inspektur', 'internal_auditor'),
  person('auditor', 'internal_auditor', 'inspektur'),
]

describe('who stands above somebody', () => {
  it('is whom the unit named, then those above them, nearest first', () => {
    expect(superiorsOf('petugas', office)).toEqual(['kasubag', 'kepala'])
    expect(superiorsOf('auditor', office)).toEqual(['inspektur'])
  })

  it('is the head where nobody was named, and nobody for the head and the Inspektorat', () => {
    expect(superiorsOf('kasubag', office)).toEqual(['kepala'])
    expect(superiorsOf('kepala', office)).toEqual([])
    expect(superiorsOf('inspektur', office)).toEqual([])
  })

  it('is each head where a unit has two', () => {
    const two = [...office, person('wakil', 'unit_head')]
    expect(superiorsOf('kasubag', two)).toEqual(['kepala', 'wakil'])
  })

  it('ends where the chain runs in a circle, or to somebody who has left', () => {
    const circle = [person('a', 'verifier', 'b'), person('b', 'verifier', 'a')]
    expect(superiorsOf('a', circle)).toEqual(['b'])
    expect(superiorsOf('a', [person('a', 'verifier', 'sudah-pindah')])).toEqual([])
  })
})

describe('with whom they supervise', () => {
  it('a head is everybody but the Inspektorat; a handler is alone', () => {
    expect(withWhomTheySupervise(['kepala'], office)).toEqual(['kepala', 'kasubag', 'petugas'])
    expect(withWhomTheySupervise(['kasubag'], office)).toEqual(['kasubag', 'petugas'])
    expect(withWhomTheySupervise(['petugas'], office)).toEqual(['petugas'])
  })
})

describe('who stands above the unit’s heads', () => {
  it('is whom a head reports to, and those above them', () => {
    const named = [
      person('kepala', 'unit_head', 'asisten'),
      person('asisten', 'observer', 'sekda'),
      person('sekda', 'observer'),
      ...office.slice(1),
    ]
    expect(listSuperiorsOfHeads(named)).toEqual(['asisten', 'sekda'])
  })

  it('is the Inspektorat where no head reports to anybody, and nobody where there is none', () => {
    expect(listSuperiorsOfHeads(office)).toEqual(['inspektur', 'auditor'])
    expect(listSuperiorsOfHeads(office.slice(0, 3))).toEqual([])
  })
})

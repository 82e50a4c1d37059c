import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planGuardByName } from '../../service/case/guard.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { aDesk } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

/** Ways in which people name each of an office, as they were tried. */
const wordings: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'wordings.json'), 'utf8'),
)

const people: Readonly<Record<string, readonly [name: string, position: string, role: Role]>> = {
  dewi: ['Dewi Peraga', 'Kepala Bagian Organisasi', 'unit_head'],
  bayu: ['Bayu Peraga', 'Petugas verifikasi', 'verifier'],
  citra: ['Citra Peraga', 'Petugas penerima dan penangan', 'intake_officer'],
  eko: ['Eko Peraga', 'Pemegang kunci identitas', 'identity_custodian'],
  fajar: ['Fajar Peraga', 'Auditor Inspektorat', 'internal_auditor'],
  ani: ['Ani Peraga', 'Admin unit', 'tenant_admin'],
  sutrisno: ['Sutrisno', 'Kepala Seksi Pelayanan', 'case_handler'],
  gita: ['Gita Santosa', 'Petugas Loket 2', 'intake_officer'],
  hadi: ['H. Hadi Wibowo, S.Sos.', 'Analis Kebijakan', 'verifier'],
}

async function anOfficeWith(ids: readonly string[]) {
  const { ports } = await aDesk()
  for (const member of await ports.staff.members(organisasi)) await ports.staff.removeMembership(organisasi, member.id)
  for (const id of ids) {
    const [name = '', position = '', role = 'verifier'] = people[id] ?? []
    const roles = id === 'citra' ? (['intake_officer', 'case_handler'] as const) : [role as Role]
    const place = { tenant: organisasi, id, name, email: `${id}@contoh.example`, position, roles, limits: {} }
    await ports.staff.saveMembership({ ...place, reportsTo: null })
  }
  return ports.staff
}

describe.each([
  ['a whole office', Object.keys(people)],
  ['an office of three', ['dewi', 'bayu', 'sutrisno']],
])('in %s', (_, ids) => {
  it.each(['who', 'story'] as const)(
    'no wording in “%s” lets whom it means read, and somebody reads',
    async (field) => {
      const directory = await anOfficeWith(ids)
      const known = { concerned: [], candidates: [], chosen: [] }
      const read: string[] = []
      for (const [id, texts] of Object.entries(wordings).filter(([id]) => ids.includes(id))) {
        for (const text of texts) {
          const told = { who: [], story: ['Saya mengurus surat hari Senin dan dimintai uang.'], [field]: [text] }
          const plan = await planGuardByName(directory, organisasi, { known, texts: told }, 'service')
          if (!plan.keptFrom.includes(id)) read.push(`${id} reads “${text}”`)
          if (plan.isUnread) read.push(`nobody reads “${text}”`)
        }
      }
      expect(read).toEqual([])
    },
  )
})

it('keeps at least 250 wordings', () => {
  expect(Object.values(wordings).flat().length).toBeGreaterThanOrEqual(250)
})

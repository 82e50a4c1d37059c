import { describe, expect, it } from 'vitest'
import { sees } from '../../service/case/access/case-access.ts'
import { concerning, planGuard } from '../../service/case/guard.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { countCases } from '../../service/register/figure-lists.ts'
import { similarTo } from '../../service/register/find-similar.ts'
import { listRegister, type RegisterRequest } from '../../service/register/register.ts'
import { HOUR, plusMilliseconds } from '../../service/shared/instant.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { toldWhere } from '../support/a-told-story.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { organisasi } from '../support/two-units.ts'

const common = 'berkas loket antrean petugas kuitansi surat layanan kantor pungutan jalan'.split(' ')
const rare = 'saptarana wiradarma kedungrejo mojosari 081200000001 tembalang parkiran ijazah'.split(' ')
const hiddenOnly = 'bramantya gendhisari 081200000099 karangploso kwitansi'.split(' ')

const pick = (dice: Dice, words: readonly string[]): string => words[dice(words.length)] ?? ''
const some = (dice: Dice, words: readonly string[], count: number) =>
  Array.from({ length: count }, () => pick(dice, words))

const categories = ['maladministration', 'illegal_levy']

function aCaseBy(
  dice: Dice,
  at: number,
  { category, words }: { category: string; words: readonly string[] },
): Complaint {
  const status = dice(3) === 0 ? 'in_progress' : 'received'
  const complaint = aComplaintIn(status)
  const told = (count: number) => some(dice, words, count).join(' ')
  return {
    ...complaint,
    category,
    receivedAt: plusMilliseconds(mondayAtTen, -at * HOUR),
    dossier: {
      ...complaint.dossier,
      ...{ subject: told(4), chronology: told(8), ...toldWhere(dice(2) ? told(2) : null) },
      labels: dice(3) === 0 ? ['ulang'] : [],
    },
  }
}

const people = {
  kepala: { roles: ['unit_head'] },
  vera: { roles: ['verifier'], reportsTo: 'kepala' },
  petugas: { roles: ['case_handler'], reportsTo: 'kepala' },
  pengamat: { roles: ['observer'], limits: { observer: ['maladministration'] } },
  terbatas: { roles: ['verifier'], limits: { verifier: ['maladministration'] } },
  inspektur: { roles: ['internal_auditor'] },
} as const

/** Twenty cases that all read, and, where asked for, others that nobody but some may read. */
async function anOffice(more: 'none' | 'guarded' | 'of another category') {
  const office = await anOfficeOf(people as never)
  const dice = diceOf(7)
  const numbers: string[] = []
  for (let at = 0; at < 20; at++) {
    const one = aCaseBy(dice, 3 * at, { category: 'maladministration', words: [...common, ...rare] })
    numbers.push((await office.receive(one)).id)
  }
  for (let at = 0; at < 12 && more !== 'none'; at++) {
    const isGuarded = more === 'guarded'
    const category = isGuarded ? 'maladministration' : 'illegal_levy'
    const one = aCaseBy(dice, 5 * at + 1, { category, words: [...common, ...hiddenOnly, ...hiddenOnly] })
    const plan = await planGuard(
      office.ports.staff,
      organisasi,
      concerning(isGuarded ? ['kepala', 'vera', 'petugas'] : []),
      category,
    )
    const { guard, concerns } = plan
    await office.receive({ ...one, guard, dossier: { ...one.dossier, concerns } })
  }
  return { ...office, numbers }
}

const hostile = [
  'a'.repeat(10_000),
  Array.from({ length: 200 }, (_, at) => `kata${at}`).join(' '),
  'berkas '.repeat(2_000),
  ...[
    '\u0000',
    'ber\u0000kas',
    '%',
    '_',
    "'",
    '"',
    '`',
    "' OR 1=1 --",
    '.*',
    '(a+)+$',
    '[',
    '\\',
    '$where',
    '{"$gt":""}',
  ],
  ...[
    '   ',
    '\u00A0\u2003',
    '\u202Eskreb',
    '\u200Fberkas\u200E',
    'BERKAS',
    'b\u0301erkas',
    '🏛️',
    '👩‍👩‍👧',
    '\uD800',
    'ﬁle',
    'ﷺ',
    'İ',
    'ß',
  ],
  ...[
    '-',
    '#',
    '#place',
    '#reporter',
    '@kepala',
    'BO-2026-000001',
    'DC-2026-000001',
    '2026-1',
    '2026-999999999',
    '2026-0',
    '0000-1',
  ],
  ...['constructor', '__proto__', 'toString', 'NaN', '1e309', '-1', 'null', 'undefined'],
]

function aRequestBy(dice: Dice): RegisterRequest {
  const words = [...common, ...rare, ...hiddenOnly]
  const text = () => {
    const one = pick(dice, words)
    const [cut, wrong] = [one.slice(0, 3 + dice(4)), one.slice(0, 2) + one.slice(3)]
    return [one, cut, wrong, pick(dice, hostile)][dice(4)] ?? one
  }
  const q = Array.from({ length: 1 + dice(4) }, text).join(' ')
  return {
    ...{ sort: dice(2) ? 'received_desc' : 'received_asc', limit: [1, 3, 25][dice(3)] ?? 25 },
    ...(dice(4) > 0 && { q }),
    ...(dice(4) === 0 && { placeWords: text() }),
    ...(dice(6) === 0 && { label: 'ulang' }),
    ...(dice(6) === 0 && { category: pick(dice, categories) }),
    ...(dice(6) === 0 && { status: ['received'] as const }),
    ...(dice(6) === 0 && { from: '2026-11-21' }),
    ...(dice(8) === 0 && { to: '2026-11-22' }),
    ...(dice(8) === 0 && { assignee: ['me', 'none'][dice(2)] }),
  }
}

type Office = Awaited<ReturnType<typeof anOffice>>

/** All that one request answers, page by page, as it goes to the browser. */
async function answersTo({ ports }: Office, staff: StaffMember, request: RegisterRequest): Promise<string> {
  const { settings } = await ports.tenants.get(organisasi)
  const pages: unknown[] = []
  let cursor: string | undefined
  for (let at = 0; at < 3; at++) {
    const page = await listRegister(ports, staff, { ...request, cursor }).catch((cause: unknown) => {
      if (!(cause instanceof Refusal)) throw cause
      return cause.code
    })
    if (typeof page === 'string') return page
    const { items, ...rest } = page
    for (const one of items) expect(sees(staff, one)).toBe(true)
    pages.push([items.map(({ id }) => id), rest])
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  const on = { now: ports.now(), calendar: settings.calendar, categories: settings.categories }
  return JSON.stringify([pages, await countCases(ports, staff, request, on)])
}

describe('a search answers as if there were no case that is hidden from who asks', () => {
  it.each<['guarded' | 'of another category', readonly string[], number]>([
    ['guarded', ['kepala', 'petugas'], 3],
    ['of another category', ['pengamat', 'terbatas'], 5],
  ])('%s', async (more, who, seed) => {
    const [without, having] = [await anOffice('none'), await anOffice(more)]
    const dice = diceOf(seed)
    const requests = [
      ...hostile.map((q): RegisterRequest => ({ q, sort: 'received_desc', limit: 3 })),
      ...hiddenOnly.map((q): RegisterRequest => ({ q: `berkas ${q}`, sort: 'received_desc', limit: 25 })),
      ...Array.from({ length: 30 }, () => aRequestBy(dice)),
    ]
    for (const person of who) {
      const [one, other] = [await without.member(person), await having.member(person)]
      for (const request of requests) {
        expect(await answersTo(having, other, request), `${person}: ${JSON.stringify(request).slice(0, 200)}`).toBe(
          await answersTo(without, one, request),
        )
      }
      if (person === 'pengamat' || person === 'petugas') continue
      for (const number of without.numbers) {
        const hints = async (office: Office, staff: StaffMember) =>
          (await similarTo(office.ports, staff, number)).map(({ complaint, ...rest }) => [complaint.id, rest])
        expect(await hints(having, other), `${person}: like ${number}`).toEqual(await hints(without, one))
      }
    }
  })

  it('and finds the same cases for who may read them, so that the dice hit something', async () => {
    const having = await anOffice('guarded')
    const auditor = await having.member('inspektur')
    const found = await listRegister(having.ports, auditor, { q: 'bramantya', sort: 'received_desc', limit: 25 })
    expect(found.items.length).toBeGreaterThan(0)
    expect(aComplaint().category).toBe('maladministration')
  })
})

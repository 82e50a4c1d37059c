import { describe, expect, it } from 'vitest'
import { complaintNumber, maskedReporter } from '../../service/filing/new-complaint.ts'
import { identityProblems } from '../../service/filing/reporter-identity.ts'
import { aComplaint, mondayAtTen } from '../support/a-complaint.ts'

const siti = {
  name: 'Siti Contoh',
  address: 'Jalan Misal 1',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
  onBehalfOf: null,
}
const fields = { name: 'required', address: 'required', phone: 'optional', email: 'hidden' } as const

describe('a complaint number', () => {
  it.each([
    [1, 'BO-2026-000001'],
    [123, 'BO-2026-000123'],
    [999_999, 'BO-2026-999999'],
    [1_000_000, 'BO-2026-1000000'],
  ])('of the %d. complaint is %s', (sequence, number) => {
    expect(complaintNumber('BO', '2026', sequence)).toBe(number)
  })
})

describe('a complaint that was just received', () => {
  const complaint = aComplaint()

  it('has its line of history, its first notice, and both clocks running', () => {
    expect(complaint.status).toBe('received')
    expect(complaint.dossier.history).toEqual([
      { at: mondayAtTen, event: 'received', by: { kind: 'reporter' }, text: null, public: true },
    ])
    expect(complaint.notices).toMatchObject([{ event: 'received', state: 'pending', nextTryAt: mondayAtTen }])
    expect(complaint.clocks.map(({ clock, dueAt, stoppedAt }) => [clock, dueAt, stoppedAt])).toEqual([
      ['verification', '2026-11-26T09:00:00.000Z', null],
      ['first_response', '2026-11-30T09:00:00.000Z', null],
    ])
  })

  it('keeps the clocks of its receipt apart, so that the paper stays the same', () => {
    expect(complaint.dossier.receiptClocks).toEqual(complaint.clocks)
  })
})

describe('what staff see of a reporter', () => {
  it('is enough to recognise who gave their name, and not to know them', () => {
    expect(maskedReporter('named', siti)).toEqual({ name: 'S… C…', phone: '…01', email: 's…@contoh.example' })
  })

  it('is nothing of who asked for confidence or gave no name', () => {
    expect(maskedReporter('confidential', siti)).toBeNull()
    expect(maskedReporter('anonymous', { ...siti, name: null })).toBeNull()
    expect(maskedReporter('named', null)).toBeNull()
  })
})

describe('the identity that a unit asks for', () => {
  it('is told field by field where it is missing', () => {
    expect(identityProblems(fields, 'named', { name: 'Siti Contoh' }, 'web_widget')).toEqual([
      { path: 'reporter.address', code: 'required' },
    ])
    expect(identityProblems(fields, 'confidential', undefined, 'web_widget')).toHaveLength(2)
  })

  it('is only the name where somebody calls or writes a letter', () => {
    expect(identityProblems(fields, 'named', { name: 'Siti Contoh' }, 'telephone')).toEqual([])
    expect(identityProblems(fields, 'named', {}, 'letter')).toEqual([{ path: 'reporter.name', code: 'required' }])
  })

  it('is not taken with a complaint without identity, a way to answer is', () => {
    expect(identityProblems(fields, 'anonymous', { address: 'Jalan Misal 1' }, 'web_widget')).toEqual([
      { path: 'reporter.address', code: 'not-with-anonymous' },
    ])
    expect(identityProblems(fields, 'anonymous', { email: 'x@contoh.example' }, 'web_widget')).toEqual([])
  })
})

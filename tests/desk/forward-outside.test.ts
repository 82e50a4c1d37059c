import { describe, expect, it } from 'vitest'
import { addReference, forwardOutside } from '../../service/desk/forwarding.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import { aComplaint, aComplaintIn, aMoment, head, verifier } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

const toOmbudsman = { name: 'Ombudsman RI', sentOn: '2026-11-23', reason: 'Maladministrasi instansi lain.' }
const forwarded = () => forwardOutside(aComplaint(), toOmbudsman, verifier, aMoment())

describe('a complaint that another body must handle', () => {
  it('ends here: its clocks stop, and the reporter is told where it went and why', () => {
    const { status, clocks, dossier, notices } = forwarded()
    expect(status).toBe('forwarded')
    expect(clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
    expect(dossier.forwarded).toMatchObject({ to: { name: 'Ombudsman RI', address: null }, reference: null })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'forwarded', to: 'Ombudsman RI', public: true })
    expect(notices.at(-1)).toMatchObject({ event: 'forwarded' })
  })

  it.each([
    ['2026-11-22', 'before-receipt'],
    ['2026-11-24', 'in-future'],
  ])('was not sent there on %s', (sentOn, code) => {
    let fields: unknown
    try {
      forwardOutside(aComplaint(), { ...toOmbudsman, sentOn }, verifier, aMoment())
    } catch (cause) {
      fields = cause instanceof Refusal && cause.fields
    }
    expect(fields).toEqual([{ path: 'sentOn', code }])
  })

  it('gets the number that it has there later, as a message that the reporter is told of', () => {
    const known = addReference(
      forwarded(),
      { reference: '0123/LM/2026', text: 'Tanyakan di loket 2.' },
      head,
      aMoment(3),
    )
    expect(known.status).toBe('forwarded')
    expect(known.dossier.forwarded?.reference).toMatchObject({ text: '0123/LM/2026' })
    expect(known.dossier.messages.at(-1)?.text).toBe('Ombudsman RI: 0123/LM/2026\n\nTanyakan di loket 2.')
    expect(known.notices.at(-1)).toMatchObject({ event: 'message' })
  })

  it('has no number elsewhere before it was forwarded', () => {
    const declined = { ...aComplaintIn('declined'), status: 'forwarded' } as const
    expect(refusalOf(() => addReference(declined, { reference: '1' }, head, aMoment()))).toBe(
      'case/not-forwarded-outside',
    )
  })
})

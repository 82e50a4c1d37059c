import { describe, expect, it } from 'vitest'
import { clockNamed } from '../../service/case/case-clocks.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import { askForCompletion } from '../../service/desk/clocks.ts'
import { aComplaint, aMoment, verifier } from '../support/a-complaint.ts'

const asked = askForCompletion(
  aComplaint(),
  { items: ['when_it_happened', 'evidence'], text: 'Mohon lengkapi.' },
  'open',
  verifier,
  aMoment(),
)
const words = { text: 'Hari Jumat pukul sepuluh.', completes: true } as const

describe('a reporter who brings one of the things that were asked for', () => {
  const part = writeToOffice(asked, { ...words, brings: ['when_it_happened'] }, aMoment(1))

  it('is waited for with the rest, by the same date, and the office hears of it', () => {
    expect(part.status).toBe('incomplete')
    expect(part.dossier.completion).toMatchObject({
      items: asked.dossier.completion?.items,
      brought: ['when_it_happened'],
    })
    expect(clockNamed(part.clocks, 'completion')).toEqual(clockNamed(asked.clocks, 'completion'))
    expect(part.dossier.history.at(-1)).toMatchObject({ event: 'completed_in_part', by: { kind: 'reporter' } })
    expect(part.dossier.messages.at(-1)).toMatchObject({ brings: ['when_it_happened'] })
    expect(part.alerts.at(-1)).toMatchObject({ kind: 'reporter_answered' })
  })

  it('completes with the last of them, in whatever order they come', () => {
    const whole = writeToOffice(part, { text: 'Ini fotonya.', completes: true, brings: ['evidence'] }, aMoment(2))
    expect(whole.status).toBe('received')
    expect(whole.dossier.completion).toBeNull()
    expect(whole.dossier.history.at(-1)).toMatchObject({ event: 'completed' })
  })
})

it('a message that brings nothing of it is a message, and completes nothing', () => {
  const told = writeToOffice(asked, { ...words, brings: [] }, aMoment(1))
  expect(told.status).toBe('incomplete')
  expect(told.dossier.history.at(-1)).toMatchObject({ event: 'message_from_reporter' })
  const foreign = writeToOffice(asked, { ...words, brings: ['identity'] }, aMoment(1))
  expect([foreign.status, foreign.dossier.completion?.brought]).toEqual(['incomplete', []])
})

it('who ticks all, or was never asked to tick, completes at once', () => {
  for (const brings of [['when_it_happened', 'evidence'] as const, undefined]) {
    expect(writeToOffice(asked, { ...words, brings }, aMoment(1)).status).toBe('received')
  }
})

import type { z } from '@hono/zod-openapi'
import type { intakeRequest } from '../contract/complaint-request.ts'
import type { Receiving } from '../filing/new-complaint.ts'
import type { GivenComplaint } from '../filing/submit-complaint.ts'
import { parseDay } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'

interface Entry {
  readonly given: GivenComplaint
  readonly receiving: Omit<Receiving, 'receivedBy'>
  /** The request as it was understood, to recognise a repeat. */
  readonly body: string
}

/** Takes apart what an officer or a program entered for somebody: the complaint, and how it was received. */
export function readEntry(request: z.output<typeof intakeRequest>): Entry {
  const { statements, leakReason, channel, place, receivedOn, letterNumber, language, draft: _, ...given } = request
  return {
    given: { ...given, declared: { statements: keysOf(statements) } },
    receiving: {
      ...{ channel, place: place || null, letterNumber, receivedOn: receivedOn ? parseDay(receivedOn) : undefined },
      ...{ language: language ?? 'id', namingKept: leakReason || undefined },
    },
    body: JSON.stringify({ channel, place, receivedOn, letterNumber, ...given }),
  }
}

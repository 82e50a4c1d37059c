import type { Day, Instant } from '../shared/instant.ts'

/** A body that this service does not serve: the Inspektorat, the Ombudsman, another regency. */
export interface BodyOutside {
  readonly name: string
  readonly address: string | null
}

/** Where a case went, and under what number it is known there once that is told. */
export interface Forwarded {
  readonly at: Instant
  readonly to: BodyOutside
  readonly sentOn: Day
  readonly reason: string
  readonly reference: { readonly at: Instant; readonly text: string } | null
}

/** The destination as a reporter reads it. */
export const destinationOf = ({ to, reference }: Forwarded): string =>
  [to.name, to.address, reference?.text].filter(Boolean).join('\n')

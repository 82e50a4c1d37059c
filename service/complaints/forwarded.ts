import type { Forwarded } from './shape/forwarding.ts'

/** Returns the destination as a reporter reads it. */
export const destinationOf = ({ to, reference }: Forwarded): string =>
  [to.name, to.address, reference?.text].filter(Boolean).join('\n')

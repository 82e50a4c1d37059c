import type { Forwarded } from './shape/forwarding.ts'

export const destinationOf = ({ to, reference }: Forwarded): string =>
  [to.name, to.address, reference?.text].filter(Boolean).join('\n')

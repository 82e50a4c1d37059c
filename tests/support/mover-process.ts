import { moveDates } from '../../service/case/access/move-dates.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { pause } from '../../service/shared/repeat.ts'
import { aMover } from './a-mover.ts'

// Moves the dates of a folder's units until somebody kills it, who may take long to hear of a batch on stdout.
const [folder = '', at = ''] = process.argv.slice(2)
const { ports } = await aMover(folder, at as Instant)
await moveDates(ports, {
  signal: new AbortController().signal,
  rest: async () => {
    process.stdout.write('batch\n')
    await pause(60_000)
  },
})
process.stdout.write('through\n')

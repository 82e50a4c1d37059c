// A process that changes letters on a MongoDB server and counts them as fast as it can.
// Usage: change-letters.ts URI. Tells of its first change, and runs until it is killed.
import { changeSomething, countedLetters } from './counted-letters.ts'

const { letters, sums } = await countedLetters(process.argv[2] ?? '')
const ids = Array.from({ length: 12 }, (_, at) => `killed-${at}`)

async function withoutEnd(work: () => Promise<void>): Promise<void> {
  for (;;) await work()
}

await changeSomething(letters, ids)
process.stdout.write('changing\n')
await Promise.race([
  withoutEnd(() => changeSomething(letters, ids)),
  withoutEnd(() => changeSomething(letters, ids)),
  withoutEnd(() => sums.countAll()),
])

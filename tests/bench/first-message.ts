import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** The first thing that a process of ours tells. @throws Error when it ends without a word */
export async function firstMessage<T>(child: ChildProcess): Promise<T> {
  const silent = once(child, 'disconnect').then(() => {
    throw new Error(`${child.spawnargs.at(-1)} ended without a figure.`)
  })
  const [told] = await Promise.race([once(child, 'message'), silent])
  return told as T
}

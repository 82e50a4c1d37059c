import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import type { OpenHouse } from './a-vault.ts'
import { builtProgram } from './built-program.ts'

/** A process of its own that delivers what lies in the folder, at the time `morning`. Nobody else may have the store open. */
export function delivererProcess({ folder, masterKey }: OpenHouse, providerUrl: string) {
  const key = Buffer.from(masterKey).toString('base64')
  const child = spawn(process.execPath, [builtProgram('deliver-from-folder'), folder, key, providerUrl], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { kill }
}

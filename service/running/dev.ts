import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folders = ['service', 'widget', 'admin']
let service: ChildProcess | null = null
let isBuilding = false
let isWanted = true

/** Builds and restarts whenever a source changes. A failed build leaves the old service running. */
async function rebuild(): Promise<void> {
  if (isBuilding) return
  isBuilding = true
  while (isWanted) {
    isWanted = false
    if ((await run('npx', ['tsx', 'service/running/build.ts'])) !== 0) continue
    await stopService()
    service = spawn(process.execPath, ['--enable-source-maps', 'dist/service/main.js'], { cwd: root, stdio: 'inherit' })
  }
  isBuilding = false
}

const run = (command: string, parameters: string[]): Promise<number | null> =>
  new Promise((ended) => spawn(command, parameters, { cwd: root, stdio: 'inherit' }).once('exit', ended))

function stopService(): Promise<void> {
  const running = service
  if (!running || running.exitCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    running.once('exit', () => stopped())
    running.kill('SIGTERM')
  })
}

for (const folder of folders) {
  watch(resolve(root, folder), { recursive: true }, () => {
    isWanted = true
    void rebuild()
  })
}
process.once('SIGINT', () => void stopService().then(() => process.exit(0)))
await rebuild()

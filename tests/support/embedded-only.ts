import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach } from 'vitest'

const backup = 'aduan backup copies the embedded store; MongoDB has its own tools'
const move = 'moves between embedded stores; tests/servers/move-to-mongo.test.ts moves to MongoDB and back'
const oldData =
  'data of a version that had the embedded store; tests/servers/upgrade-on-mongo.test.ts has it on MongoDB'

/** A test file → the beginning of a test's name, `''` for all of them → why it is about the embedded store alone. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'running/commands/backup.test.ts': { '': backup },
  'running/commands/move-unit.test.ts': { '': move },
  'running/commands/verify-log.test.ts': { 'compares the log': backup },
  'faults/backup.test.ts': { '': backup },
  'faults/start-and-stop.test.ts': {
    'a second one on the same folder': 'several services share one MongoDB',
    'on a file that is no store': 'there is no file',
  },
  'http/evidence-in-s3.test.ts': { 'a backup leaves': backup },
  'http/sealed-filing.test.ts': { 'is readable nowhere': backup },
  'running/rotate-keys.test.ts': {
    'changes every unit': 'looks for the old secret in the embedded file',
    'a service whose units': 'takes the embedded folder of secrets away',
  },
  'upgrade/upgrade.test.ts': { '': oldData },
}

const gone = Object.keys(reasons).filter((file) => !existsSync(resolve(import.meta.dirname, '..', file)))
if (gone.length > 0) throw new Error(`These files are named here and are not there: ${gone.join(', ')}`)

beforeEach(({ task, skip }) => {
  const path = task.file.name.replace(/^tests\//, '')
  const found = Object.entries(reasons[path] ?? {}).find(([name]) => task.name.startsWith(name))
  if (found) skip(found[1])
})

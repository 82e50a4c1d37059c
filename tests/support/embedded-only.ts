import { beforeEach } from 'vitest'

const backup = 'aduan backup copies the embedded store; MongoDB has its own tools'
const move = 'moves between embedded stores; tests/servers/move-to-mongo.test.ts moves to MongoDB and back'
const oldData =
  'data of a version that had the embedded store; tests/servers/upgrade-on-mongo.test.ts has it on MongoDB'

/** A test file → the beginning of a test's name, `''` for all of them → why it is about the embedded store alone. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'commands/backup.test.ts': { '': backup },
  'commands/move-unit.test.ts': { '': move },
  'faults/backup.test.ts': { '': backup },
  'faults/start-and-stop.test.ts': {
    'a second one on the same folder': 'several services share one MongoDB',
    'on a file that is no store': 'there is no file',
  },
  'http/evidence-in-s3.test.ts': { 'a backup leaves': backup },
  'http/sealed-filing.test.ts': { 'is readable nowhere': backup },
  'service/rotate-keys.test.ts': {
    'changes every unit': 'looks for the old secret in the embedded file',
    'a service whose units': 'takes the embedded folder of secrets away',
  },
  'upgrade/upgrade.test.ts': { '': oldData },
}

beforeEach(({ task, skip }) => {
  const path = task.file.name.replace(/^tests\//, '')
  const found = Object.entries(reasons[path] ?? {}).find(([name]) => task.name.startsWith(name))
  if (found) skip(found[1])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const service = resolve(import.meta.dirname, '../../service')

/** Where wrapped keys are kept, and in which collection a rotation finds them. */
const found: Readonly<Record<string, string>> = {
  'adapters/mailbox/built-in-mailbox.ts': 'mailbox',
  'approvals/approval.ts': 'approvals',
  'complaints/complaint.ts': 'complaints',
  'complaints/new-complaint.ts': 'complaints',
  'evidence/evidence.ts': 'complaints',
  'evidence/held-evidence.ts': 'heldEvidence',
  'identity/vault.ts': 'complaints',
  'incidents/incident.ts': 'incidents',
  'retention/destroy-case.ts': 'complaints',
  'retention/destruction.ts': 'destructions',
  'staff/second-factor.ts': 'secondFactors',
}

// A rotation destroys the secret that wraps what it does not find: whoever keeps a key in a new place gives it a
// `keyHolder`, adds that to `keyHolders` in open-ports.ts, tests that it opens after a rotation, and adds a line above.
it('no wrapped key is kept where a rotation does not find it', () => {
  const files = readdirSync(service, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const keeping = files.filter((file) =>
    /readonly \w+\??: (readonly )?WrappedKey/.test(readFileSync(join(service, file), 'utf8')),
  )
  expect(keeping.sort()).toEqual(Object.keys(found))
})

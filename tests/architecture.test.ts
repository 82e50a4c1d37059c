import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ofUnits, stays } from '../service/commands/unit-collections.ts'
import { mayImport, mayImportAdapters, mayReadTheEnvironment } from './support/import-rules.ts'

const root = resolve(import.meta.dirname, '..')

const files = ['service', 'widget', 'admin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
)

/** A file without its comments. */
const sourceOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\/\/|\/\*\*|\*).*$/gm, '')

interface Import {
  /** A file of ours from the root, or the name of a package. */
  readonly target: string
  readonly typesOnly: boolean
}

const statement = /\b(?:(?:import|export)\s+(type\s)?(?:[\w*{][^'"`;]*?\sfrom\s+)?|import\s*\(\s*)['"]([^'"]+)['"]/g

const importsOf = (file: string): Import[] =>
  [...sourceOf(file).matchAll(statement)].map(([, typesOnly, target]) => ({
    target: target!.startsWith('.') ? relative(root, resolve(root, dirname(file), target!)) : packageOf(target!),
    typesOnly: typesOnly !== undefined,
  }))

const packageOf = (name: string): string =>
  name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/')

const lies = (target: string, where: string): boolean =>
  target === where || target.startsWith(where.endsWith(':') ? where : `${where}/`)
const rowOf = (file: string) => mayImport.find(([where]) => lies(file, where))
const isAdapter = (file: string) => lies(file, 'service/adapters')
const runsInABrowser = (file: string) => lies(file, 'widget') || lies(file, 'admin')

describe('who imports whom', () => {
  it('is looked at in every file of the three programs', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(1_000)
    const targets = importsOf('service/open-ports.ts').map(({ target }) => target)
    expect(targets).toEqual(expect.arrayContaining(['service/adapters/mongo/open-mongo-store.ts', 'node:path']))
  })

  it('is said for every folder, and for none that is not there', () => {
    expect(files.filter((file) => !rowOf(file))).toEqual([])
    expect(mayImport.filter(([where]) => !files.some((file) => lies(file, where)))).toEqual([])
  })

  it.each(files)('%s imports only what its folder may', (file) => {
    const [where, what] = rowOf(file)!
    const wrong = importsOf(file).filter(({ target }) => ![where, ...what].some((one) => lies(target, one)))
    expect(wrong.map(({ target }) => target)).toEqual([])
  })

  it('lets adapters be known only where the service is put together, never by each other', () => {
    const own = (file: string) => (isAdapter(file) ? dirname(file) : '')
    const knowing = files.filter((file) =>
      importsOf(file).some(({ target }) => isAdapter(target) && dirname(target) !== own(file)),
    )
    expect(knowing.filter((file) => !mayImportAdapters.some((one) => lies(file, one)))).toEqual([])
  })

  it('brings no schema library into a browser: of the service only types, and what both decide alike', () => {
    const decidedAlike = ['service/questions', 'service/colours', 'service/sealing', 'service/evidence/file-types.ts']
    const loading = files
      .filter(runsInABrowser)
      .flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
      .filter(({ target, typesOnly }) => lies(target, 'service') && !typesOnly)
      .filter(({ target }) => !decidedAlike.some((folder) => lies(target, folder)))
    expect(loading).toEqual([])
  })

  it('lets only the entries read the environment', () => {
    const reading = files.filter((file) => /\bprocess\.env\b|\benv\b.*from 'node:process'/.test(sourceOf(file)))
    expect(reading.filter((file) => !mayReadTheEnvironment.includes(file))).toEqual([])
  })
})

/** Where wrapped keys are kept, and in which collection a rotation finds them. */
const keysAreFoundIn: Readonly<Record<string, string>> = {
  'service/adapters/mailbox/built-in-mailbox.ts': 'mailbox',
  'service/approvals/approval.ts': 'approvals',
  'service/bulk/bulk.ts': 'bulks',
  'service/complaints/shape/complaint.ts': 'complaints',
  'service/complaints/new-complaint.ts': 'complaints',
  'service/complaints/saved-view.ts': 'savedViews',
  'service/evidence/evidence.ts': 'complaints',
  'service/evidence/held-evidence.ts': 'heldEvidence',
  'service/evidence/open-upload.ts': 'openUploads',
  'service/identity/vault.ts': 'complaints',
  'service/inbound/arrival.ts': 'arrivals',
  'service/incidents/incident.ts': 'incidents',
  'service/notices/own-accounts.ts': 'channelAccounts',
  'service/old-books/old-book.ts': 'oldBooks',
  'service/old-books/old-case.ts': 'complaints',
  'service/reports/evaluation.ts': 'evaluations',
  'service/retention/destroy-case.ts': 'complaints',
  'service/retention/destruction.ts': 'destructions',
  'service/search/segment-store.ts': 'searchSegments',
  'service/staff/second-factor.ts': 'secondFactors',
  'service/transfers/transfer.ts': 'transfers',
  'service/webhooks/webhook.ts': 'webhooks',
}

/** What works on documents of any collection that has keys, and keeps none. */
const seesKeysOfOthers = [
  'service/complaints/seal-hashes.ts',
  'service/identity/key-holder.ts',
  'service/identity/own-key.ts',
]

// A rotation destroys the secret that wraps what it does not find: whoever keeps a key in a new place gives it a
// `keyHolder`, adds that to `keyHolders` in open-ports.ts, and adds a line above.
it('no wrapped key is kept where a rotation does not find it', () => {
  const looked = files.filter((file) => !seesKeysOfOthers.includes(file))
  const keeping = looked.filter((file) => /readonly \w+\??: (readonly )?WrappedKey/.test(sourceOf(file)))
  expect(keeping.sort()).toEqual(Object.keys(keysAreFoundIn).sort())
})

// A unit that moves to another installation takes its documents along: whoever adds a collection adds its spec to
// `ofUnits` in service/commands/unit-collections.ts, or its name to `stays` where it belongs to no unit.
it('no document of a unit is kept where a move does not find it', () => {
  const specs = files.flatMap((file) => {
    const source = sourceOf(file)
    if (!source.includes('CollectionSpec') || lies(file, 'service/storage')) return []
    return [...source.matchAll(/(?:CollectionSpec<[^=]*=|satisfies CollectionSpec)[\s\S]*?\bname: '(\w+)'/g)].map(
      ([, name]) => name!,
    )
  })
  expect(specs.length).toBeGreaterThan(25)
  const known = [...ofUnits.map(({ name }) => name), ...stays]
  expect(specs.filter((name) => !known.includes(name))).toEqual([])
})

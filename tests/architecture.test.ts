import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ofUnits, stays } from '../service/running/unit-collections.ts'
import { mayImport, mayImportAdapters, mayReadTheEnvironment, wings } from './support/import-rules.ts'
import { itInEach } from './support/in-each.ts'

const root = resolve(import.meta.dirname, '..')

const files = ['service', 'widget', 'admin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
)

const isFile = new Set(files)

/** A file without its comments. */
const sourceOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\/\/|\/\*\*|\*).*$/gm, '')

interface Import {
  /** A file of ours from the root, or the name of a package. */
  readonly target: string
  readonly typesOnly: boolean
}

const statement = /\b(?:(?:import|export)\s+(type\s)?(?:[\w*{][^'"`;]*?\sfrom\s+)?|import\s*\(\s*)['"`]([^'"`$]+)['"`]/g

const readImports = (file: string): Import[] =>
  [...sourceOf(file).matchAll(statement)].map(([, typesOnly, target]) => ({
    target: target!.startsWith('.') ? relative(root, resolve(root, dirname(file), target!)) : packageOf(target!),
    typesOnly: typesOnly !== undefined,
  }))

const knownImports = new Map<string, Import[]>()
function importsOf(file: string): Import[] {
  const imports = knownImports.get(file) ?? readImports(file)
  knownImports.set(file, imports)
  return imports
}

const packageOf = (name: string): string =>
  name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/')

const lies = (target: string, where: string): boolean =>
  target === where || target.startsWith(where.endsWith(':') ? where : `${where}/`)
const rowOf = (file: string) =>
  mayImport.filter(([where]) => lies(file, where)).toSorted(([one], [other]) => other.length - one.length)[0]
const mayBeImported = (target: string, where: string): boolean =>
  where.endsWith('/') ? `${dirname(target)}/` === where : lies(target, where)
const isAdapter = (file: string) => lies(file, 'service/adapters')
const runsInABrowser = (file: string) => lies(file, 'widget') || lies(file, 'admin')

/** In the service a folder may not import what lies below it unless its row says so. */
const ownFolder = (file: string, where: string): string => (lies(file, 'service') ? `${dirname(file)}/` : where)

/** The nodes of a graph that lie in a circle or between two: what stays when those without a way out are taken away. */
function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  let left = new Map(graph)
  for (;;) {
    const next = new Map([...left].filter(([, targets]) => [...targets].some((one) => left.has(one))))
    if (next.size === left.size) return [...left.keys()]
    left = next
  }
}

const graphOf = (node: (file: string) => string, edge: (one: Import) => boolean = () => true) => {
  const graph = new Map<string, Set<string>>()
  for (const file of files) {
    const from = node(file)
    const targets = graph.get(from) ?? new Set()
    graph.set(from, targets)
    for (const one of importsOf(file).filter(edge)) {
      const to = isFile.has(one.target) ? node(one.target) : from
      if (to !== from) targets.add(to)
    }
  }
  return graph
}

describe('the house', () => {
  it('has no circle of imports, neither at run time nor by types', () => {
    expect(circlesIn(graphOf((file) => file))).toEqual([])
  })

  it('has no two folders that import each other', () => {
    const graph = graphOf(dirname)
    const pairs = [...graph].flatMap(([from, targets]) =>
      [...targets].filter((to) => from < to && graph.get(to)?.has(from)).map((to) => `${from} and ${to}`),
    )
    expect(pairs).toEqual([])
  })

  it('lets each wing of the service import only wings below it', () => {
    const rank = (file: string) => wings.findIndex((one) => lies(file, `service/${one}`))
    const up = files
      .filter((file) => rank(file) >= 0)
      .flatMap((file) => importsOf(file).map(({ target }) => ({ file, target })))
      .filter(({ file, target }) => rank(target) > rank(file))
    expect(up).toEqual([])
  })

  it('has few enough rooms at the top of each program to be read at once', () => {
    const entries = (program: string) => readdirSync(join(root, program)).length
    expect(entries('service')).toBeLessThanOrEqual(18)
    expect(entries('admin')).toBeLessThanOrEqual(18)
    expect(entries('widget')).toBeLessThanOrEqual(18)
  })
})

describe('who imports whom', () => {
  it('is looked at in every file of the three programs', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(1_000)
    const targets = importsOf('service/running/store.ts').map(({ target }) => target)
    expect(targets).toEqual(expect.arrayContaining(['service/adapters/mongo/open-mongo-store.ts', 'node:path']))
  })

  it('is said for every folder, and for none that is not there', () => {
    expect(files.filter((file) => !rowOf(file))).toEqual([])
    expect(mayImport.filter(([where]) => !files.some((file) => lies(file, where)))).toEqual([])
  })

  itInEach(files, 'is only whom the row of a folder names, in every file', (file) => {
    const [where, what] = rowOf(file)!
    const wrong = importsOf(file).filter(
      ({ target }) => ![ownFolder(file, where), ...what].some((one) => mayBeImported(target, one)),
    )
    expect(wrong.map(({ target }) => target)).toEqual([])
  })

  it('keeps the office from all that is decided with pen and paper', () => {
    const office = 'service/case/office/office.ts'
    const reached = (from: readonly string[], seen = new Set<string>()): ReadonlySet<string> => {
      for (const file of from) {
        if (seen.has(file)) continue
        seen.add(file)
        reached(files.includes(file) ? importsOf(file).map(({ target }) => target) : [], seen)
      }
      return seen
    }
    const decides = (file: string) =>
      ['shape', 'deadlines', 'words', 'notices', 'search'].some((folder) => lies(file, `service/case/${folder}`)) ||
      ['calendar', 'colours', 'names', 'questions'].some((folder) => lies(file, `service/offices/${folder}`)) ||
      dirname(file) === 'service/case'
    const deciding = files.filter(decides)
    expect(deciding.length).toBeGreaterThan(40)
    expect(deciding.filter((file) => reached([file]).has(office))).toEqual([])
  })

  it('lets adapters be known only where the service is put together, never by each other', () => {
    const own = (file: string) => (isAdapter(file) ? dirname(file) : '')
    const knowing = files.filter((file) =>
      importsOf(file).some(({ target }) => isAdapter(target) && dirname(target) !== own(file)),
    )
    expect(knowing.filter((file) => !mayImportAdapters.some((one) => lies(file, one)))).toEqual([])
  })

  it('brings no schema library into a browser: of the service only types, and what both decide alike', () => {
    const decidedAlike = [
      'service/case/first-reader.ts',
      'service/case/shape/story-fields.ts',
      'service/case/shape/spoken-channels.ts',
      'service/offices/quotas.ts',
      'service/offices/questions',
      'service/offices/colours',
      'service/offices/failure-cause-names.ts',
      'service/offices/logged-act-names.ts',
      'service/offices/names',
      'service/sealing',
      'service/texts',
      'service/shared/records.ts',
      'service/shared/site-origin.ts',
      'service/shared/tracking-code.ts',
      'service/shared/typed-number.ts',
      'service/shared/read-credentials.ts',
      'service/keeping/evidence/file-types.ts',
    ]
    const loading = files
      .filter((file) => runsInABrowser(file) && !/build\.ts$/.test(file))
      .flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
      .filter(({ target, typesOnly }) => lies(target, 'service') && !typesOnly)
      .filter(({ target }) => !decidedAlike.some((folder) => lies(target, folder)))
    expect(loading).toEqual([])
  })

  it('lets no page of the staff’s app speak to the service but through its client', () => {
    const calls =
      /(?<![.\w])fetch\b(?!:)|(?:window|globalThis|self)\.fetch|XMLHttpRequest|EventSource|sendBeacon|WebSocket/
    const fetching = files.filter((file) => lies(file, 'admin') && calls.test(sourceOf(file)))
    expect(fetching.filter((file) => !lies(file, 'admin/api'))).toEqual([])
    expect(fetching).toContain('admin/api/transport.ts')
  })

  it('lets no page of the staff’s app write an address of the service: it names an operation', () => {
    const address = /\/api\/v1|['"`]\/(?:tenants|operator|account|session)\b|\/tenants\/\$/
    const writing = files.filter((file) => lies(file, 'admin') && address.test(sourceOf(file)))
    // Uploads tell their progress, and what anybody may read is asked without a session.
    expect(writing.filter((file) => !lies(file, 'admin/api'))).toEqual([])
  })

  it('lets only the entries read the environment', () => {
    const reading = files.filter((file) => /\bprocess\.env\b|\benv\b.*from 'node:process'/.test(sourceOf(file)))
    expect(reading.filter((file) => !mayReadTheEnvironment.includes(file))).toEqual([])
  })
})

/** Where wrapped keys are kept, and in which collection a rotation finds them. */
const keysAreFoundIn: Readonly<Record<string, string>> = {
  'service/adapters/mailbox/built-in-mailbox.ts': 'mailbox',
  'service/keeping/approvals/approval.ts': 'approvals',
  'service/desk/bulk/bulk.ts': 'bulks',
  'service/case/shape/complaint.ts': 'complaints',
  'service/filing/new-complaint.ts': 'complaints',
  'service/register/facts/facts-store.ts': 'reportFacts',
  'service/register/saved-views.ts': 'savedViews',
  'service/case/shape/evidence.ts': 'complaints',
  'service/keeping/evidence/opened-evidence.ts': 'heldEvidence',
  'service/filing/evidence/evidence.ts': 'openUploads',
  'service/storage/vault.ts': 'complaints',
  'service/filing/arrivals/arrivals.ts': 'arrivals',
  'service/filing/conversation/conversation.ts': 'conversations',
  'service/keeping/incidents/incident.ts': 'incidents',
  'service/telling/notices/own-accounts.ts': 'channelAccounts',
  'service/filing/old-books/old-book.ts': 'oldBooks',
  'service/filing/old-books/old-cases.ts': 'complaints',
  'service/register/reports/evaluation.ts': 'evaluations',
  'service/keeping/retention/destruction.ts': 'destructions',
  'service/keeping/unsent/unsent-store.ts': 'unsentWords',
  'service/case/search/segment-store.ts': 'searchSegments',
  'service/offices/staff/account-office.ts': 'secondFactors',
  'service/offices/staff/account.ts': 'accounts',
  'service/desk/transfers/transfers.ts': 'transfers',
  'service/telling/webhooks/webhook.ts': 'webhooks',
}

/** What works on documents of any collection that has keys, and keeps none. */
const seesKeysOfOthers = ['service/running/upgrade/seals.ts', 'service/storage/key-holder.ts']

// A rotation destroys the secret that wraps what it does not find: code that keeps a key in a new place gives it a
// `keyHolder`, adds that to `keyHolders` in open-ports.ts, and adds a line above.
it('no wrapped key is kept where a rotation does not find it', () => {
  const looked = files.filter((file) => !seesKeysOfOthers.includes(file))
  const keeping = looked.filter((file) => /readonly \w+\??: (readonly )?WrappedKey/.test(sourceOf(file)))
  expect(keeping.sort()).toEqual(Object.keys(keysAreFoundIn).sort())
})

// A unit that moves to another installation takes its documents along: a new collection needs its spec in
// `ofUnits` in service/running/unit-collections.ts, or its name to `stays` where it belongs to no unit.
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

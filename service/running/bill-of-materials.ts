/** A package as `package-lock.json` (version 3) lists it, by its path. */
export interface LockedPackage {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export type LockedPackages = Readonly<Record<string, LockedPackage>>

/** They are built into scripts of the browser, so they are shipped although nothing imports them at run time. */
export const builtIn = [
  'lit',
  '@lit/context',
  '@lit/task',
  '@hpke/core',
  '@simplewebauthn/browser',
  'shamir-secret-sharing',
] as const

/** A package that names no licence in its own file, by what its LICENSE says. */
const readByUs: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

const INSTALLED = 'node_modules/'
const nameAt = (path: string): string => path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length)

/** Where Node finds `name` when a package at `path` asks for it; `null` if it is not installed. */
function findFrom(packages: LockedPackages, path: string, name: string): string | null {
  const within = path === '' ? `${INSTALLED}${name}` : `${path}/${INSTALLED}${name}`
  if (packages[within]) return within
  if (path === '') return null
  const outer = path.lastIndexOf(`/${INSTALLED}`)
  return findFrom(packages, outer < 0 ? '' : path.slice(0, outer), name)
}

const neededBy = (packages: LockedPackages, path: string): readonly string[] => {
  const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {}
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
    (name) => findFrom(packages, path, name) ?? [],
  )
}

/** The paths of all packages that an installation runs with or gives to browsers. */
export function shippedPackages(packages: LockedPackages): readonly string[] {
  const shipped = new Set([...neededBy(packages, ''), ...builtIn.flatMap((name) => findFrom(packages, '', name) ?? [])])
  // A set that grows is walked to its new end.
  for (const path of shipped) for (const needed of neededBy(packages, path)) shipped.add(needed)
  return [...shipped].toSorted()
}

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

function hashesOf(integrity: string | undefined) {
  const [algorithm, base64] = integrity?.split('-', 2) ?? []
  if (algorithm !== 'sha512' || !base64) return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }
}

/** An expression such as `MIT AND OFL-1.1` has a place of its own in CycloneDX. */
const licenceOf = (licence: string) =>
  / (AND|OR|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]

/**
 * Everything that an installation consists of, as CycloneDX 1.6. The same lock file gives the same text.
 * @throws Error for a package whose licence nobody knows
 */
export function writeBillOfMaterials(packages: LockedPackages) {
  const { name = 'aduan', version = '0.0.0', license = 'MIT' } = packages[''] ?? {}
  const shipped = shippedPackages(packages)
  const referenceOf = (path: string) => purl(nameAt(path), packages[path]?.version ?? '')
  const components = shipped.map((path) => {
    const found = packages[path] ?? {}
    const licence = found.license ?? readByUs[nameAt(path)]
    if (!licence) throw new Error(`Nobody knows the licence of ${path}.`)
    const reference = referenceOf(path)
    return {
      ...{ type: 'library', 'bom-ref': reference, name: nameAt(path), version: found.version ?? '', purl: reference },
      scope: found.optional ? 'optional' : 'required',
      licenses: licenceOf(licence),
      ...hashesOf(found.integrity),
    }
  })
  const unique = [...new Map(components.map((one) => [one['bom-ref'], one])).values()]
  const dependencies = new Map(shipped.map((path) => [referenceOf(path), neededBy(packages, path).map(referenceOf)]))
  const own = purl(name, version)
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': own, name, version, licenses: licenceOf(license) },
    },
    components: unique,
    dependencies: [
      {
        ref: own,
        dependsOn: [...neededBy(packages, ''), ...builtIn.flatMap((one) => findFrom(packages, '', one) ?? [])].map(
          referenceOf,
        ),
      },
      ...[...dependencies].map(([ref, dependsOn]) => ({ ref, dependsOn: [...new Set(dependsOn)] })),
    ],
  }
}

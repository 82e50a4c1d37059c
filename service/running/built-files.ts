import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MARK } from '../../admin/build.ts'
import { guides } from '../../admin/wording/guides/guides.ts'
import { renderGuide } from '../adapters/pdf/render-guide.ts'
import { drawIcons } from '../adapters/sharp/draw-icons.ts'

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

const licenceFile = /^(licen[cs]e|copying|notice|ofl)(\W.*)?$/i

/** The licences of a package that is installed, with their texts; `null` for one that is for another platform. */
async function noticesAt(folder: string): Promise<string | null> {
  const names = (await readdir(folder).catch(() => null))?.filter((name) => licenceFile.test(name))
  if (!names) return null
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.trim()).join('\n\n')
}

/** Writes what an installation consists of, and what its licences ask to be passed along, beside the built service. */
export async function writeMaterials(root: string, built: string): Promise<void> {
  const lock: { readonly packages: LockedPackages } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  )
  const { packages } = lock
  await writeFile(join(built, 'bom.cdx.json'), `${JSON.stringify(writeBillOfMaterials(packages), null, 1)}\n`)
  const notices = await Promise.all(
    shippedPackages(packages).map(async (path) => {
      const text = await noticesAt(join(root, path))
      const { version = '', license = '' } = packages[path] ?? {}
      return text === null
        ? []
        : [`${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version} (${license})\n\n${text}`]
    }),
  )
  await writeFile(join(built, 'NOTICES.txt'), `${notices.flat().join('\n\n----------\n\n')}\n`)
}

/** Writes the guide of each role as a PDF. They hold nothing secret, so that they are served to everybody. */
export async function buildGuides(outFolder: string): Promise<void> {
  await mkdir(outFolder, { recursive: true })
  for (const guide of Object.values(guides)) {
    await writeFile(join(outFolder, `${guide.file}.pdf`), await renderGuide(guide))
  }
}

/** Writes the icons of the installed desk: the sign of the app on a square that a device may cut round. */
export async function buildIcons(assets: string): Promise<void> {
  // The ground reaches to the edge, and the sign stays within what every shape leaves.
  const whole = MARK.replace(' rx="8"', '').replace('viewBox="0 0 32 32"', 'viewBox="0 0 32 32" width="32" height="32"')
  for (const [name, png] of await drawIcons(whole)) await writeFile(join(assets, name), png)
}

import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Copying, evidencePath, hashOfFile, writeStream } from '../../adapters/files/evidence-files.ts'
import { syncFolder, writeWhole } from '../../adapters/files/kept-files.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import type { KeptComplaint } from '../../case/store/kept-complaint.ts'
import { transferSpec } from '../../desk/transfers/transfers.ts'
import { filesNamedIn, mustBeThere } from '../../filing/evidence/shares.ts'
import { withoutDevices } from '../../offices/staff/push-devices.ts'
import { openTotpSecret, PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import { type Departure, departureSpec } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Kept, Store } from '../../storage/collection.ts'
import { SCHEMA } from '../../storage/migrations.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Config } from '../config.ts'
import type { Opened } from '../open-ports.ts'
import type { Ports } from '../ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'
import { openUnitCollections, takeInventory, type UnitCollection } from '../unit-collections.ts'
import { eachAtOnce, textOfSums } from './copies.ts'
import {
  newPassphrase,
  newTransferSeal,
  type PersonInTransit,
  passphraseIn,
  type TransferSeal,
  type UnitHead,
  type UnitManifest,
  unitParts,
} from './unit-in-transit.ts'

const options = { 'passphrase-file': { type: 'string' } } as const
const UNFINISHED = '.unfinished'
const BATCH = 50

/**
 * `export-tenant <slug> <folder>`: one tenant, sealed for another installation. The service must not run meanwhile.
 */
export async function exportTenantCommand(
  { ports, store }: Opened,
  parameters: string[],
  { publicUrl }: Config,
): Promise<string> {
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const [slug, folder] = positionals
  if (slug === undefined || folder === undefined)
    throw new Error('Say which and where to: aduan export-tenant <slug> <folder>.')
  if (publicUrl === null) throw new Error('Say PUBLIC_URL as the service has it: receipts on paper name it.')
  const tenant = await ports.tenants.get(slug)
  const unit = tenant.id
  const target = resolve(folder)
  if (await isThere(target)) throw new Error(`${target} is there already. Name a folder that is not.`)
  const given = values['passphrase-file']
  const passphrase = given === undefined ? newPassphrase() : await passphraseIn(given)
  const { seal, wrapped } = await newTransferSeal(passphrase)
  const signal = stoppedByCtrlC()
  const unfinished = `${target}${UNFINISHED}`
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  // Sealed files of an earlier try stay; the rest was sealed under a key that is lost.
  for (const part of await readdir(unfinished)) {
    if (part !== unitParts.evidence) await rm(join(unfinished, part), { recursive: true })
  }
  await ports.record(unit, { by: 'system', act: 'unit.exported', subject: null, detail: null })
  const disk: Disk = { folder: unfinished, signal, onBytes() {} }
  const collections = await openUnitCollections(store)
  const { documents, files, sums, tied } = await exportDocuments(collections, unit, seal, disk)
  const inventory = await takeInventory(collections, unit)
  if (tied > 0) {
    throw new Error(
      `${tied} cases lie between ${unit} and another unit here. Have them taken over or given back first.`,
    )
  }
  const head: UnitHead = {
    tenant: withoutVersion(tenant),
    publicUrl,
    exportedAt: ports.now(),
    secrets: await ports.transitSecrets.takeOut(unit),
    people: await peopleOf(ports, unit),
  }
  sums.set(unitParts.head, await writeStream(join(unfinished, unitParts.head), oneLine(seal.seal(head)), disk))
  const evidence = await exportEvidence(ports, files, disk)
  for (const [path, sum] of evidence) sums.set(path, sum)
  const list = textOfSums(sums)
  const sumOfSums = createHash('sha256').update(list).digest('hex')
  const manifest: UnitManifest = {
    format: 1,
    unit,
    exportedAt: head.exportedAt,
    schema: SCHEMA,
    documents,
    files: sums.size,
    sums: sumOfSums,
    transferKey: wrapped,
    proof: seal.seal({ sums: sumOfSums, unit }),
  }
  await noteDeparture(store, unit, { exportedAt: head.exportedAt as Instant, sums: sumOfSums, documents: inventory })
  await writeWhole(join(unfinished, unitParts.sums), list)
  await writeWhole(join(unfinished, unitParts.manifest), `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(unfinished, target)
  await syncFolder(dirname(target))
  const line = `  passphrase  ${passphrase}   shown this once: take it there by another way than the folder\n`
  return `Exported ${unit}: ${target}
  holds       ${groupDigits(documents.complaints ?? 0)} cases, ${groupDigits(evidence.size)} sealed files, staff, settings, letters, the log and the unit's keys, all sealed
${given === undefined ? line : ''}`
}

/** A later copy replaces an earlier one, until the new place has confirmed one. */
async function noteDeparture(
  store: Store,
  unit: TenantId,
  copied: Pick<Departure, 'exportedAt' | 'sums' | 'documents'>,
): Promise<void> {
  const departures = await store.collection(departureSpec)
  const open = { movedTo: null, confirmation: null, confirmedAt: null, askedBy: null }
  const draft = {
    tenant: PLATFORM_UNIT,
    id: unit,
    unit,
    ...open,
    allowedBy: null,
    allowedAt: null,
    deletedAt: null,
    ...copied,
  }
  const known = await departures.get(PLATFORM_UNIT, unit)
  if (known) await departures.replace({ ...draft, version: known.version })
  else await departures.insert(draft)
}

interface Disk extends Copying {
  readonly folder: string
}

type NamedFiles = ReadonlyMap<string, boolean>

async function exportDocuments(
  collections: readonly UnitCollection[],
  unit: TenantId,
  seal: TransferSeal,
  disk: Disk,
): Promise<{
  readonly documents: Record<string, number>
  readonly files: NamedFiles
  readonly sums: Map<string, string>
  /** Cases that wait as offers to or from another tenant. */
  readonly tied: number
}> {
  const documents: Record<string, number> = {}
  const files = new Map<string, boolean>()
  const sums = new Map<string, string>()
  let tied = 0
  for (const collection of collections) {
    const { name } = collection
    const mustBe = mustBeThere(name)
    const progress = showProgress(name, 0)
    const sealed = sealedBatches(collection, unit, seal, (document) => {
      progress.add(1)
      if (isTied(name, document)) tied++
      for (const id of filesNamedIn[name]?.(document) ?? []) files.set(id, files.get(id) || mustBe)
    })
    const part = `${unitParts.documents}/${name}`
    sums.set(part, await writeStream(join(disk.folder, part), sealed, disk))
    documents[name] = progress.end()
  }
  return { documents, files, sums, tied }
}

const isTied = (collection: string, document: Kept): boolean =>
  collection === transferSpec.name || (collection === complaintSpec.name && Boolean((document as KeptComplaint).offer))

/** @throws Error if a file of a case is missing, because the copy would lose it */
async function exportEvidence({ evidenceStore }: Ports, files: NamedFiles, disk: Disk): Promise<Map<string, string>> {
  const sums = new Map<string, string>()
  const missing: string[] = []
  const progress = showProgress('Evidence', files.size, { amount: (value) => `${groupDigits(value)} files` })
  await eachAtOnce(files, async ([id, mustBe]) => {
    const path = join(unitParts.evidence, evidencePath(id))
    const target = join(disk.folder, path)
    const there = await hashOfFile(target, disk.signal)
    const sum = there ?? (await writeStream(target, evidenceStore.read(id), disk).catch(nullIfAbsent))
    if (sum !== null) sums.set(path, sum)
    else if (mustBe) missing.push(id)
    progress.add(1)
  })
  progress.end()
  if (missing.length === 0) return sums
  throw new Error(
    `${missing.length} files that cases name are not there, ${missing[0]} among them. Restore a backup that has them first.`,
  )
}

/** Each line holds a few documents, sealed together. */
async function* sealedBatches(
  collection: UnitCollection,
  unit: string,
  seal: TransferSeal,
  onDocument: (document: Kept) => void,
): AsyncGenerator<Uint8Array> {
  let batch: Kept[] = []
  for await (const document of collection.walk(unit)) {
    onDocument(document)
    batch.push(document)
    if (batch.length < BATCH) continue
    yield* oneLine(seal.seal(batch))
    batch = []
  }
  if (batch.length > 0) yield* oneLine(seal.seal(batch))
}

async function* oneLine(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${text}\n`)
}

async function peopleOf(ports: Ports, unit: TenantId): Promise<PersonInTransit[]> {
  const people: PersonInTransit[] = []
  for (const { id } of await ports.staff.members(unit)) {
    const account = await ports.staff.account(id)
    if (!account) continue
    const factors = await ports.secondFactors.get(PLATFORM_UNIT, id)
    const passkeys = await ports.passkeys.find(PLATFORM_UNIT, { index: 'account', where: { account: id }, limit: 100 })
    people.push({
      // Operators here are not operators there, and neither links nor pushes of here reach there.
      account: { ...withoutVersion(withoutDevices(account)), operator: false, invitation: null },
      factors: factors && {
        ...withoutVersion(factors),
        totp: factors.totp && {
          secret: await openTotpSecret(ports.vault, account.id, factors.totp),
          confirmedAt: factors.totp.confirmedAt,
          lastStep: factors.totp.lastStep,
        },
      },
      passkeys: passkeys.items.map(withoutVersion),
    })
  }
  return people
}

const withoutVersion = <D extends Kept>({ version: _, ...document }: D): Omit<D, 'version'> => document

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

function nullIfAbsent(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
  throw cause
}

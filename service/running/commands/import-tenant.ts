import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { hashOfFile } from '../../adapters/files/evidence-files.ts'
import { writeWhole } from '../../adapters/files/kept-files.ts'
import { filesNamedIn } from '../../filing/evidence/shares.ts'
import { rotateTenantKeys } from '../../keeping/identity/keys.ts'
import { PLATFORM_UNIT, sealTotpSecret } from '../../offices/staff/second-factor.ts'
import type { Inventories } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import { parseJson } from '../../shared/outbound.ts'
import { type Collection, type Kept, UniqueViolation } from '../../storage/collection.ts'
import { migrateTenant, SCHEMA } from '../../storage/migrations.ts'
import { mintTenantId, type TenantId } from '../../storage/place.ts'
import type { Opened } from '../open-ports.ts'
import type { Ports } from '../ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'
import { openUnitCollections, takeInventory, type UnitCollection } from '../unit-collections.ts'
import { eachAtOnce, RefusedCopy, readSums, type Sums } from './copies.ts'
import {
  type Move,
  moveSpec,
  openTransferSeal,
  type PersonInTransit,
  passphraseIn,
  type TransferSeal,
  type UnitHead,
  type UnitManifest,
  unitManifestSchema,
  unitParts,
} from './unit-in-transit.ts'
import { verdictOf } from './verify-log.ts'

const options = { 'passphrase-file': { type: 'string' }, discard: { type: 'string' } } as const
const UNFINISHED = '.unfinished'
const pathInUnit = /^(documents\/[A-Za-z]+|head\.sealed|evidence\/[\w-]{2}\/[\w-]+)$/

/**
 * `import-tenant <folder>`: imports a tenant. Running it again continues; existing documents are not written twice.
 */
export async function importTenantCommand(opened: Opened, parameters: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  if (values.discard !== undefined) return discard(opened, mintTenantId(values.discard))
  const [folder] = positionals
  if (folder === undefined || values['passphrase-file'] === undefined) {
    throw new Error('Say which, and by what it opens: aduan import-tenant <folder> --passphrase-file <file>.')
  }
  const from = resolve(folder)
  const { manifest, sums, seal } = await readUnit(from, await passphraseIn(values['passphrase-file']))
  const unit = mintTenantId(manifest.unit)
  const { ports, store } = opened
  const moves = await store.collection(moveSpec)
  const known = await moves.get(PLATFORM_UNIT, unit)
  if (known?.sums === manifest.sums && known.finishedAt !== null)
    return `${unit} is here already, from this copy. Nothing was changed.\n`
  const isHere = (await ports.tenants.find(unit)) !== null
  if (isHere && known?.sums !== manifest.sums) {
    throw new RefusedCopy('taken', `There is a unit ${unit} here. Nothing was changed.`)
  }
  if (known && known.sums !== manifest.sums) {
    throw new RefusedCopy(
      'taken',
      `Another copy of ${unit} was begun to be taken in. Go on with it, or take it out: aduan import-tenant --discard ${unit}`,
    )
  }
  const signal = stoppedByCtrlC()
  await checkParts(from, sums, signal)
  const head = await headIn(from, seal)
  // A unit that is open here may have gone on, and what was deleted in it meanwhile must not come back.
  const arrived =
    (isHere && known?.arrived) || (await takeInUnit(opened, moves, { from, manifest, sums, seal, head, signal }))
  const { line, isWhole } = await verdictOf(ports, unit, signal)
  if (!isWhole) process.exitCode = 3
  if (!isHere) await openUnit(ports, head)
  // The old installation still has the secret that wrapped the keys.
  await rotateTenantKeys(ports, unit, 'system')
  await ports.record(unit, { by: 'system', act: 'unit.imported', subject: null, detail: null })
  const confirmation = await ports.arrivalPapers.sign(unit, {
    ...{ unit, sums: manifest.sums, publicUrl: ports.publicUrl, arrivedAt: ports.now(), documents: arrived },
  })
  const paper = `${from}.arrived`
  await writeWhole(paper, `${confirmation}\n`)
  await finish(moves, unit, ports.now())
  return `Took in ${unit}: ${groupDigits(countDocuments(manifest))} documents, ${groupDigits(manifest.documents.complaints ?? 0)} cases among them
  log of ${line}  staff who came along sign in as before, those with an account here accept first; passkeys work where the address of the service is the same
  name ${ports.publicUrl}/t/${unit} wherever the unit is linked, and let ${head.publicUrl} lead there: receipts on paper name it
  ${paper} is the signed confirmation: with it two operators there have the unit deleted
`
}

interface TakingIn extends ReadUnit {
  readonly from: string
  readonly head: UnitHead
  readonly signal: AbortSignal
}

async function takeInUnit(
  { ports, store, migrations }: Opened,
  moves: Collection<Move>,
  taking: TakingIn,
): Promise<Inventories> {
  const { from, manifest, sums, head, signal } = taking
  const unit = mintTenantId(manifest.unit)
  await refuseOtherPeople(ports, head.people)
  const known = await moves.get(PLATFORM_UNIT, unit)
  if (!known) await moves.insert({ tenant: PLATFORM_UNIT, id: unit, sums: manifest.sums, finishedAt: null })
  await ports.transitSecrets.takeIn(unit, head.secrets)
  for (const person of head.people) await takeInPerson(ports, unit, person)
  const collections = await openUnitCollections(store)
  await takeInDocuments(collections, taking)
  const arrived = known?.arrived ?? (await takeInventory(collections, unit))
  await noteArrived(moves, unit, arrived)
  await migrateTenant(migrations, unit, manifest.schema)
  await askWhoIsHere(ports, unit)
  await takeInEvidence(ports, from, sums, signal)
  return arrived
}

async function openUnit({ tenants }: Ports, { tenant, publicUrl, exportedAt }: UnitHead): Promise<void> {
  const movedFrom = [...(tenant.movedFrom ?? []), { publicUrl, until: exportedAt as Instant }]
  await tenants.add({ ...tenant, movedFrom, vouching: null })
}

interface ReadUnit {
  readonly manifest: UnitManifest
  readonly sums: Sums
  readonly seal: TransferSeal
}

async function readUnit(from: string, passphrase: string): Promise<ReadUnit> {
  const text = await readFile(join(from, unitParts.manifest), 'utf8').catch(() => null)
  if (text === null || from.endsWith(UNFINISHED)) {
    throw new RefusedCopy('notWhole', `${from} is no whole copy of a unit: it was not finished, or is none of ours.`)
  }
  const read = unitManifestSchema.safeParse(parseJson(text))
  if (!read.success) throw new RefusedCopy('damaged', `${from} is damaged: ${unitParts.manifest} cannot be read.`)
  const manifest = read.data
  if (manifest.schema > SCHEMA) {
    throw new RefusedCopy(
      'newer',
      `${from} was made by a newer version of this program (schema ${manifest.schema}, here ${SCHEMA}). Install that version or a later one.`,
    )
  }
  const seal = await openTransferSeal(passphrase, manifest.transferKey)
  if (!seal) throw new RefusedCopy('wrongKey', 'The passphrase does not open this copy. Nothing was changed.')
  const list = await readFile(join(from, unitParts.sums), 'utf8').catch(() => '')
  const proof = tryOpen(seal, manifest.proof) as { readonly sums?: string; readonly unit?: string } | null
  const isItsOwn =
    createHash('sha256').update(list).digest('hex') === manifest.sums &&
    proof?.sums === manifest.sums &&
    proof.unit === manifest.unit
  if (!isItsOwn)
    throw new RefusedCopy(
      'damaged',
      `${from} is damaged: ${unitParts.manifest} and ${unitParts.sums} do not fit each other.`,
    )
  return { manifest, sums: readSums(list, pathInUnit), seal }
}

function tryOpen(seal: TransferSeal, sealed: string): unknown {
  try {
    return seal.open(sealed)
  } catch {
    return null
  }
}

/** All parts are checked before anything is written, so that a damaged copy is never imported in part. */
async function checkParts(from: string, sums: Sums, signal: AbortSignal): Promise<void> {
  const progress = showProgress('Checked', sums.size, { amount: (value) => `${groupDigits(value)} files` })
  await eachAtOnce(sums, async ([path, sum]) => {
    if ((await hashOfFile(join(from, path), signal)) !== sum) {
      const how = (await stat(join(from, path)).catch(() => null)) ? 'is not as it was written' : 'is missing'
      throw new RefusedCopy('damaged', `${from} is damaged: ${path} ${how}. Nothing was changed.`)
    }
    progress.add(1)
  })
  progress.end()
}

const headIn = async (from: string, seal: TransferSeal): Promise<UnitHead> =>
  seal.open((await readFile(join(from, unitParts.head), 'utf8')).trim()) as UnitHead

/** Cases name staff by account id, so an id must not belong to somebody else here. */
async function refuseOtherPeople({ staff }: Ports, people: readonly PersonInTransit[]): Promise<void> {
  const others: string[] = []
  for (const { account } of people) {
    const [byEmail, byId] = [await staff.accountByEmail(account.email), await staff.account(account.id)]
    const isOther = (byEmail && byEmail.id !== account.id) || (byId && byId.email !== account.email)
    if (isOther || byEmail?.operator) others.push(account.email)
  }
  if (others.length === 0) return
  throw new RefusedCopy(
    'taken',
    `These people have another account here, or run the service: ${others.join(', ')}. Change their e-mail address in one of the two places. Nothing was changed.`,
  )
}

async function takeInPerson(
  ports: Ports,
  unit: TenantId,
  { account, factors, passkeys }: PersonInTransit,
): Promise<void> {
  // An account of the same person stays theirs, with its current factors.
  if (await ports.staff.account(account.id)) return
  if (factors) {
    const { totp, ...rest } = factors
    const resealed = totp && {
      ...(await sealTotpSecret(ports.vault, account.id, totp.secret)),
      confirmedAt: totp.confirmedAt as Instant | null,
      lastStep: totp.lastStep,
    }
    await ports.secondFactors.insert({ ...rest, totp: resealed }).catch(unlessTaken)
  }
  for (const passkey of passkeys) await ports.passkeys.insert(passkey).catch(unlessTaken)
  // Provider sign-in belongs to another installation, and a copy makes nobody an operator here. Its confirmation of
  // the mailbox cannot be checked here.
  const { provider: _, wasOperator: __, addressConfirmedAt: ___, ...own } = account
  await ports.staff.accountFor({ ...own, operator: false, since: ports.now(), arrivedWith: unit })
}

/**
 * People who had an account here before decide themselves whether they work for the tenant, so they get an
 * invitation.
 */
async function askWhoIsHere(ports: Ports, unit: TenantId): Promise<void> {
  for (const membership of await ports.staff.members(unit)) {
    const account = await ports.staff.account(membership.id)
    const cameAlong = account?.arrivedWith === unit
    const { invitation } = membership
    if (cameAlong && !invitation) continue
    // A link of the other installation opens nothing here; an admin sends a new one.
    const by = invitation?.by ?? { id: null, name: 'Pengelola layanan' }
    const waiting = { at: invitation?.at ?? ports.now(), by, link: null, mail: null }
    await ports.staff.saveMembership({ ...membership, invitation: waiting })
  }
}

function unlessTaken(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}

async function takeInDocuments(
  collections: readonly UnitCollection[],
  { from, manifest, seal, signal }: TakingIn,
): Promise<void> {
  const unknown = Object.keys(manifest.documents).filter((name) => !collections.some((one) => one.name === name))
  if (unknown.length > 0)
    throw new RefusedCopy(
      'newer',
      `This version knows no ${unknown.join(', ')}. Install the one that made the copy, or a later one.`,
    )
  const progress = showProgress('Documents', countDocuments(manifest))
  for (const collection of collections) {
    if (manifest.documents[collection.name] === undefined) continue
    const lines = createInterface(createReadStream(join(from, unitParts.documents, collection.name)))
    for await (const line of lines) {
      signal.throwIfAborted()
      const batch = seal.open(line) as readonly Kept[]
      if (batch.some(({ tenant }) => tenant !== manifest.unit))
        throw new Error('A document of another unit stands among them.')
      await Promise.all(batch.map((document) => collection.takeIn(document)))
      progress.add(batch.length)
    }
  }
  progress.end()
}

const countDocuments = ({ documents }: UnitManifest): number =>
  Object.values(documents).reduce((sum, count) => sum + count, 0)

async function takeInEvidence({ evidenceStore }: Ports, from: string, sums: Sums, signal: AbortSignal): Promise<void> {
  const files = [...sums].filter(([path]) => path.startsWith(`${unitParts.evidence}/`))
  const progress = showProgress('Evidence', files.length, { amount: (value) => `${groupDigits(value)} files` })
  await eachAtOnce(files, async ([path, sum]) => {
    signal.throwIfAborted()
    const id = basename(path)
    if ((await sumOf(evidenceStore.read(id))) !== sum) {
      const write = () => evidenceStore.write(id, createReadStream(join(from, path)))
      // A half-written file of an earlier try is removed by the first refusal.
      await write().catch(write)
      if ((await sumOf(evidenceStore.read(id))) !== sum) throw new Error(`${path} did not arrive as it is in the copy.`)
    }
    progress.add(1)
  })
  progress.end()
}

async function sumOf(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of bytes) hash.update(piece)
  } catch {
    return null
  }
  return hash.digest('hex')
}

async function noteArrived(moves: Collection<Move>, unit: TenantId, arrived: Inventories): Promise<void> {
  const move = await moves.get(PLATFORM_UNIT, unit)
  if (move && !move.arrived) await moves.replace({ ...move, arrived })
}

async function finish(moves: Collection<Move>, unit: TenantId, at: Instant): Promise<void> {
  const move = await moves.get(PLATFORM_UNIT, unit)
  if (move) await moves.replace({ ...move, finishedAt: at })
}

async function discard({ ports, store }: Opened, unit: TenantId): Promise<string> {
  const moves = await store.collection(moveSpec)
  const move = await moves.get(PLATFORM_UNIT, unit)
  if (!move || move.finishedAt !== null || (await ports.tenants.find(unit))) {
    throw new RefusedCopy('taken', `No import of ${unit} is under way. Nothing was changed.`)
  }
  for (const collection of await openUnitCollections(store)) {
    for await (const document of collection.walk(unit)) {
      for (const id of filesNamedIn[collection.name]?.(document) ?? []) await ports.evidenceStore.remove(id)
    }
    await collection.clear(unit)
  }
  await ports.transitSecrets.drop(unit)
  await moves.delete(PLATFORM_UNIT, unit)
  return `What had been taken in of ${unit} is out again; accounts of its people stay.\n`
}

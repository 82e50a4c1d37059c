import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Part } from '../../case/evidence.ts'
import { once } from '../../shared/repeat.ts'
import { StoreUnavailable } from '../../storage/collection.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Returns the text of each element with this name, in order. It is for the flat lists that S3 answers. */
export const readTags = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? ''),
  )

/**
 * Reads `https://key:secret@s3.example/bucket/folder?region=id-1`, as people write it: the secret may hold `/` and `+`
 * as it was given, or percent signs for them. Without a region it is `us-east-1`, which most other makers take.
 * @returns `null` for any other text
 */
export function readBucketAddress(text: string): BucketPlace | null {
  const found =
    /^(https?:\/\/)([^:/@\s]+):([^@\s]+)@([a-z\d.-]+(?::\d{1,5})?(?:\/[\w.-]+)+)\/?(?:\?region=([a-z\d-]+))?$/i.exec(
      text,
    )
  if (!found) return null
  const [, protocol = '', accessKey = '', secret = '', place = '', region = 'us-east-1'] = found
  if (!URL.canParse(`${protocol}${place}`) || place.includes('/..')) return null
  return { url: `${protocol}${place}`, region, accessKey, secretKey: decoded(secret) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The bucket does not answer, or not understandably. */
export class BucketUnavailable extends StoreUnavailable {}

/** The bucket refuses the keys, or what is done with them. */
export class BucketRefused extends Error {}

const keysBeside = {
  EVIDENCE_S3_URL: 'EVIDENCE_S3_ACCESS_KEY, EVIDENCE_S3_SECRET_KEY, EVIDENCE_S3_REGION',
  BACKUP_S3_URL: 'key, secret and region in it',
} as const
export type BucketSetting = keyof typeof keysBeside

interface Question {
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
}

export interface Bucket {
  /** The prefix of our objects in the bucket. */
  readonly prefix: string
  /**
   * @param key of an object below the prefix; empty for the bucket itself
   * @throws BucketUnavailable after some tries, Error with `code` `ENOENT` for a missing object, Error with a
   * sentence if the keys are refused
   */
  ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', key: string, question?: Question): Promise<Response>
}

const TRIES = 4
const FIRST_PAUSE = 200

/** Milliseconds until an answer begins, including the sending of a part of 8 MiB. */
const PATIENCE = 60_000

/** @param setting under which the operator gave the place, for sentences */
export function openBucket({ url, region, accessKey, secretKey }: BucketPlace, setting: BucketSetting): Bucket {
  // Few offices have a bucket, so the library is loaded with the first question.
  const connect = once(async () => {
    const { AwsClient } = await import('aws4fetch')
    return new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 0 })
  })
  const { origin, pathname } = new URL(url)
  const [, bucket = '', ...below] = pathname.split('/')
  const prefix = below.map((part) => `${part}/`).join('')

  async function askOnce(method: string, key: string, { query = {}, headers = {}, body }: Question): Promise<Response> {
    const address = new URL(`${origin}/${bucket}${key ? `/${prefix}${key}` : ''}`)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const sum = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const client = await connect()
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(new Error('No answer came.')), PATIENCE)
    const answer = await client
      .fetch(address.toString(), {
        method,
        headers: { ...headers, 'X-Amz-Content-Sha256': sum },
        ...(body && { body: new Uint8Array(body) }),
        signal: patience.signal,
      })
      .catch((cause: unknown) => {
        throw new BucketUnavailable(`The bucket of ${setting} cannot be reached.`, { cause })
      })
      // The time-out ends here, because a reader may take any time for the bytes.
      .finally(() => clearTimeout(timer))
    if (answer.ok) return answer
    const refusal = `${method} answered ${answer.status}: ${(await answer.text().catch(() => '')).slice(0, 300)}`
    if (answer.status === 404) throw Object.assign(new Error(refusal), { code: 'ENOENT' })
    if (answer.status === 401 || answer.status === 403) {
      throw new BucketRefused(
        `The bucket of ${setting} refuses us. Check ${keysBeside[setting]}, their rights and the clock of this machine.`,
        { cause: new Error(refusal) },
      )
    }
    throw answer.status >= 500 || answer.status === 429 ? new BucketUnavailable(refusal) : new Error(refusal)
  }

  return {
    prefix,
    async ask(method, key, question = {}) {
      for (let tries = 1; ; tries++) {
        try {
          return await askOnce(method, key, question)
        } catch (cause) {
          if (!(cause instanceof BucketUnavailable) || tries === TRIES) throw cause
          await pause(FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + Math.random() / 2))
        }
      }
    },
  }
}

export interface BucketPlace {
  /** The bucket, with a path for our objects if there is one: `https://s3.example/bucket/evidence`. */
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

/** Bytes of one part. S3 takes 10,000 parts, far more than a file may have. */
const PART = 8 * 1024 * 1024

/** How often an interrupted read resumes. */
const MOST_BREAKS = 3

export class BucketMissing extends Error {}

export interface BucketObjects {
  /** Resolves after the durable write of the whole; if the source fails, nothing is left behind. */
  write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws Error with `code` `ENOENT` for a missing object */
  read(key: string, part?: Part): AsyncIterable<Uint8Array>
  remove(key: string): Promise<void>
  /** Removes writes that were begun before that moment and never finished because the process died. */
  forgetUnfinished(before: string): Promise<void>
}

/**
 * Opens objects of a bucket. No more than one part of an object is in memory; each part has its SHA-256, and an object
 * exists whole or not at all.
 */
export async function openObjects(place: BucketPlace, setting: BucketSetting): Promise<BucketObjects> {
  const bucket = openBucket(place, setting)
  await refuseUnlessUsable(bucket, setting)

  return {
    async write(key, bytes) {
      const pieces = inParts(bytes)
      const { value: first = Buffer.alloc(0) } = await pieces.next()
      if (first.length < PART) await bucket.ask('PUT', key, { body: first })
      else await writeInParts(bucket, key, pieces, first)
    },

    async *read(key, part) {
      let given = 0
      for (let breaks = 0; ; breaks++) {
        try {
          const answer = await bucket.ask('GET', key, { headers: rangeFrom(part, given) })
          for await (const bytes of answer.body ?? []) {
            given += bytes.length
            yield bytes
          }
          return
        } catch (cause) {
          const isWhole = part !== undefined && given > part.to - part.from
          if (isWhole) return
          if (!(cause instanceof BucketUnavailable || cause instanceof TypeError) || breaks === MOST_BREAKS) throw cause
        }
      }
    },

    async remove(key) {
      await bucket.ask('DELETE', key).catch(unlessAbsent)
    },

    forgetUnfinished: (before) => forgetUnfinished(bucket, before),
  }
}

async function writeInParts(bucket: Bucket, key: string, pieces: AsyncIterator<Buffer>, first: Buffer): Promise<void> {
  const begun = await bucket.ask('POST', key, { query: { uploads: '' } })
  const [upload] = readTags(await begun.text(), 'UploadId')
  if (!upload) throw new BucketUnavailable('The bucket began no upload in parts.')
  try {
    const tags: string[] = []
    for (let piece: IteratorResult<Buffer> = { value: first }; !piece.done; piece = await pieces.next()) {
      const query = { partNumber: String(tags.length + 1), uploadId: upload }
      const { headers } = await bucket.ask('PUT', key, { query, body: piece.value })
      tags.push(headers.get('etag') ?? '')
    }
    const list = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')
    const body = Buffer.from(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`)
    const ended = await bucket.ask('POST', key, { query: { uploadId: upload }, body })
    // S3 answers 200 before it knows the result, which is in the body.
    const [problem] = readTags(await ended.text(), 'Code')
    if (problem) throw new BucketUnavailable(`The bucket did not put the parts together: ${problem}.`)
  } catch (cause) {
    // If that fails too, `forgetUnfinished` does it later.
    await bucket.ask('DELETE', key, { query: { uploadId: upload } }).catch(() => {})
    throw cause
  }
}

/** Drops uploads in parts that nobody finished and that began before `before`. */
async function forgetUnfinished(bucket: Bucket, before: string): Promise<void> {
  let marker: Record<string, string> = {}
  do {
    const listed = await bucket.ask('GET', '', { query: { uploads: '', prefix: bucket.prefix, ...marker } })
    const text = await listed.text()
    for (const upload of text.split('<Upload>').slice(1)) {
      const [[key], [id], [at]] = [readTags(upload, 'Key'), readTags(upload, 'UploadId'), readTags(upload, 'Initiated')]
      if (key === undefined || id === undefined || at === undefined) continue
      if (new Date(at).toISOString() < before)
        await bucket.ask('DELETE', key.slice(bucket.prefix.length), { query: { uploadId: id } }).catch(unlessAbsent)
    }
    const [[more], [key = ''], [id = '']] = [
      readTags(text, 'IsTruncated'),
      readTags(text, 'NextKeyMarker'),
      readTags(text, 'NextUploadIdMarker'),
    ]
    marker = more === 'true' ? { 'key-marker': key, 'upload-id-marker': id } : {}
  } while ('key-marker' in marker)
}

/** All parts but the last have the same size. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    let rest = piece
    while (size + rest.length >= PART) {
      const end = PART - size
      yield Buffer.concat([...gathered, rest.subarray(0, end)])
      gathered = []
      size = 0
      rest = rest.subarray(end)
    }
    if (rest.length > 0) gathered.push(rest)
    size += rest.length
  }
  if (size > 0) yield Buffer.concat(gathered)
}

function rangeFrom(part: Part | undefined, given: number): Record<string, string> {
  const from = (part?.from ?? 0) + given
  return from === 0 && !part ? {} : { Range: `bytes=${from}-${part?.to ?? ''}` }
}

async function refuseUnlessUsable(bucket: Bucket, setting: BucketSetting): Promise<void> {
  try {
    await (await bucket.ask('GET', '', { query: { 'list-type': '2', 'max-keys': '1' } })).text()
  } catch (cause) {
    if (isAbsent(cause)) throw new BucketMissing(`The bucket of ${setting} is not there. Make it first.`, { cause })
    throw cause
  }
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

function unlessAbsent(cause: unknown): void {
  if (!isAbsent(cause)) throw cause
}

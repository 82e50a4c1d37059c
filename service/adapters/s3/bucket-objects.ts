import type { Part } from '../../case/evidence.ts'
import { readTags } from './read-tags.ts'
import { type Bucket, type BucketPlace, type BucketSetting, BucketUnavailable, openBucket } from './talk-to-bucket.ts'

/** Bytes of one part. S3 takes 10,000 parts, far more than a file may have. */
const PART = 8 * 1024 * 1024

/** How often an interrupted read resumes. */
const MOST_BREAKS = 3

/** There is no such bucket. */
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
 * @throws Error with a sentence for the operator if the bucket does not exist or refuses the keys
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

import type { BucketPlace } from './talk-to-bucket.ts'

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

import { join } from 'node:path'
import { clamdScanner } from '../adapters/clamd/clamd-scanner.ts'
import { recogniseType } from '../adapters/file-type/recognise-type.ts'
import { diskSpaceOf } from '../adapters/files/disk-space.ts'
import { erasureFile } from '../adapters/files/erasure-file.ts'
import { evidenceFiles } from '../adapters/files/evidence-files.ts'
import { streamSealer } from '../adapters/node-crypto/seal-stream.ts'
import { bindPages } from '../adapters/pdf/bind-pages.ts'
import type { BucketPlace } from '../adapters/s3/talk-to-bucket.ts'
import { sheetsOfFiles } from '../adapters/sax/sheets-of-file.ts'
import { drawings } from '../adapters/sharp/copy-picture.ts'
import type { EvidenceStore } from '../case/evidence.ts'
import { heldShareOf, unlimitedShare } from '../filing/evidence/held-share.ts'
import { keepReserve } from '../keeping/evidence/held-evidence.ts'
import { createRecentAccesses } from '../keeping/evidence/opened-evidence.ts'
import type { ListPackage } from '../keeping/evidence/package-parts.ts'
import { watchDisk } from '../shared/free-room.ts'
import { type Ground, milliseconds } from './ground.ts'
import { tracedBucket } from './trace-ports.ts'

const PICTURE_PROGRAM = 'service/adapters/sharp/picture-program.js'
const SHEET_PROGRAM = 'service/adapters/sax/sheet-program.js'

/** Opens where files lie, and the programs that look into them. */
export async function openEvidence({ config, builtFolder, tracer, now }: Ground) {
  const folder = evidenceFiles(join(config.dataFolder, 'evidence'))
  const bucket = config.evidenceS3 && (await openBucket(config.evidenceS3))
  const disk = watchDisk(diskSpaceOf(config.dataFolder), milliseconds)
  const evidenceStore = bucket ? (tracer ? tracedBucket(tracer, bucket) : bucket) : keepReserve(folder, disk)
  return {
    /** It is `null` if evidence lies in S3. */
    evidenceFolder: bucket ? null : folder,
    ports: {
      evidenceStore,
      disk,
      sealer: streamSealer,
      malwareScanner: config.clamd && clamdScanner(config.clamd),
      ...drawings(join(builtFolder, PICTURE_PROGRAM)),
      bindPages,
      looks: createRecentAccesses(now),
      recogniseType,
      listPackage,
      readSheets: sheetsOfFiles(join(builtFolder, SHEET_PROGRAM)),
      heldShareOf: config.limits ? heldShareOf : () => unlimitedShare,
      erasureFile: erasureFile(config.erasuresFile),
    },
  }
}

/** The reader of XML is loaded with the first office file. */
const listPackage: ListPackage = async (size, read) =>
  (await import('../adapters/sax/list-package.ts')).listPackage(size, read)

async function openBucket(place: BucketPlace): Promise<EvidenceStore> {
  const { evidenceBucket } = await import('../adapters/s3/evidence-bucket.ts')
  return evidenceBucket(place)
}

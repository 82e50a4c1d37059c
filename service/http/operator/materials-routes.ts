import { billOfMaterials } from '../../contract/bill-of-materials.ts'
import { json, op } from '../operation.ts'

export const materialsOperations = [
  op('GET /operator/materials', {
    summary: 'What this installation consists of: every package with its version, licence and checksum',
    may: 'session',
    answer: json(billOfMaterials, 'A bill of materials in CycloneDX 1.6'),
    does: ({ office, c }) => {
      c.header('Content-Disposition', 'attachment; filename="aduan-bom.cdx.json"')
      return office.billOfMaterials
    },
  }),
]

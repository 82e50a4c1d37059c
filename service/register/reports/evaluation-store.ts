import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
import { changedMeanwhile, type Evaluation, type EvaluationContent, type EvaluationId } from './evaluation.ts'

/** Period and time of signing are readable; the content is sealed. */
export interface KeptEvaluation extends Kept, Omit<Evaluation, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<EvaluationContent>
}

const byKeyVersion = foundByKeyVersion<KeptEvaluation>(({ key }) => [key])

export const evaluationSpec: CollectionSpec<KeptEvaluation> = {
  name: 'evaluations',
  keys: { ...byKeyVersion.keys, changedAt: ({ changedAt }) => changedAt },
  indexes: { ...byKeyVersion.indexes, changed: { on: ['changedAt'] } },
  counted: byKeyVersion.counted,
}

/** Each tenant sees its own reports. */
export interface EvaluationStore {
  find(tenant: TenantId, id: EvaluationId): Promise<Evaluation | null>
  /** The version is the one that was loaded; 0 creates one. @throws Refusal `evaluation/changed-meanwhile` */
  save(evaluation: Omit<Evaluation, 'key'>): Promise<Evaluation>
  readonly keyHolder: KeyHolder
}

export async function openEvaluationStore(store: Store, vault: Vault): Promise<EvaluationStore> {
  const kept = await store.collection(evaluationSpec)
  const own = withOwnKey('evaluations', vault)

  const evaluations: EvaluationStore = {
    async find(tenant, id) {
      const found = await kept.get(tenant, id)
      if (!found) return null
      const { content, ...outline } = found
      return { ...outline, tenant, content: await own.open(found, 'content', content) }
    },

    async save({ version, ...evaluation }) {
      const { tenant, id } = evaluation
      const key = (await kept.get(tenant, id))?.key ?? (await own.newKey(tenant, id))
      const keyed = { ...evaluation, key }
      const sealed = { ...keyed, content: await own.seal(keyed, 'content', evaluation.content) }
      try {
        const saved = version === 0 ? await kept.insert(sealed) : await kept.replace({ ...sealed, version })
        if (saved) return { ...evaluation, key, version: saved.version }
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
      throw changedMeanwhile()
    },

    keyHolder: ownKeyHolder('evaluations', kept, vault, 'content'),
  }
  return evaluations
}

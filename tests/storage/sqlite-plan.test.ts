import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { secretSpec } from '../../service/adapters/jose/compact-jwe.ts'
import { mailboxSpec } from '../../service/adapters/mailbox/built-in-mailbox.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { type Database, openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { countsOf, findStatements, type SqlQuery } from '../../service/adapters/sqlite/sqlite-query.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { dueFor, untoldUntil, waitingFor, withNews } from '../../service/case/store/kept-complaint.ts'
import { openUploadSpec } from '../../service/filing/evidence/evidence.ts'
import { heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import { accountSpec, membershipSpec, sessionSpec } from '../../service/offices/staff/account.ts'
import { secondFactorSpec } from '../../service/offices/staff/second-factor.ts'
import { tenantSpec } from '../../service/offices/tenants/tenant-directory.ts'
import type { Instant } from '../../service/shared/instant.ts'
import type { CollectionSpec, Kept } from '../../service/storage/collection.ts'
import { readCount } from '../../service/storage/queries.ts'
import { aFolder } from '../support/a-folder.ts'
import { letterSpec } from './conformance/letters.ts'
import { everyQueryOf } from './every-query.ts'

function plansOf<D extends Kept>(spec: CollectionSpec<D>): void {
  describe(`questions about ${spec.name}`, () => {
    let database: Database

    beforeAll(async () => {
      const folder = await aFolder()
      const store = await openSqliteStore({ folder })
      await store.collection(spec)
      await store.close()
      database = await openDatabase(join(folder, 'aduan.db'))
      return () => database.close()
    })

    // Values are bound, so the same statement has the same plan.
    const plans = new Map<string, string[]>()
    const planOf = ({ sql, values }: SqlQuery): string[] => {
      const known = plans.get(sql)
      if (known) return known
      const steps = database.prepare<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
      const plan = steps.map(({ detail }) => detail)
      plans.set(sql, plan)
      return plan
    }

    it.each(Object.keys(spec.indexes))('are answered by the index %s, without scan or sort', (index) => {
      const queries = everyQueryOf(spec).filter(({ query }) => query.index === index)
      expect(queries.length).toBeGreaterThan(10)

      for (const { tenant, query } of queries) {
        for (const statement of findStatements(spec, tenant, query)) {
          const search = new RegExp(`^SEARCH ${spec.name} USING (COVERING )?INDEX ${spec.name}_${index} `)
          expect(planOf(statement), statement.sql).toEqual([expect.stringMatching(search)])
          // Given as a value, it would have SQLite plan the statement anew each time.
          expect(statement.sql).toMatch(/ LIMIT \d+$/)
        }
      }
    })

    it.each(Object.keys(spec.indexes))('go on in the index %s where the page before ended', (index) => {
      const nextPages = everyQueryOf(spec).filter(({ query, open }) => query.index === index && query.after && open > 0)
      expect(nextPages.length).toBeGreaterThan(5)

      for (const { tenant, query } of nextPages) {
        for (const statement of findStatements(spec, tenant, query)) {
          expect(planOf(statement)[0], statement.sql).toMatch(/k_\w+(, *\w+)*\)?[<>]\(?\?/)
        }
      }
    })

    it.each(Object.keys(spec.indexes))('are counted in the index %s without reading a document', (index) => {
      for (const { tenant, query } of everyQueryOf(spec).filter(
        (one) => one.query.index === index && !one.query.after,
      )) {
        if (tenant === null) continue
        const { carries = [] } = spec.indexes[index] ?? {}
        const also = Object.fromEntries(carries.map((key) => [key, ['a', 'b']]))
        const reading = readCount(spec, {
          index,
          where: query.where ?? {},
          also,
          ...(query.range && { range: query.range }),
        })
        for (const statement of countsOf(spec.name, index, tenant, reading, 9)) {
          expect(planOf(statement).at(-1), statement.sql).toMatch(/USING COVERING INDEX|^SCAN/)
          expect(planOf(statement).join(), statement.sql).toContain('USING COVERING INDEX')
        }
      }
    })
  })
}

describe('questions for one kind of work among several that share an index', () => {
  const noon = '2026-11-29T05:00:00.000Z' as Instant
  const asked = [
    ...(['alertsSince', 'passesOnSince', 'rulesDueSince', 'offerDueAt'] as const).map(withNews),
    ...(['overUntoldAt', 'lapsesAt', 'timedAt', 'tellsAt', 'scanDueAt'] as const).map((kind) => dueFor(kind, noon)),
    ...(['unansweredSince', 'identityAskedAt', 'undeliveredSince', 'heldSince'] as const).map(waitingFor),
    ...(['nearUntoldAt', 'longOverUntoldAt'] as const).map((kind) => untoldUntil(kind, noon)),
  ]

  it('are answered from the index alone, without a case of another kind', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })
    await store.collection(complaintSpec)
    await store.close()
    const database = await openDatabase(join(folder, 'aduan.db'))
    for (const query of asked) {
      const tenant = complaintSpec.indexes[query.index]?.acrossTenants ? null : 'office'
      for (const { sql, values } of findStatements(complaintSpec, tenant, { ...query, limit: 25 })) {
        const [step] = database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
        expect(step?.detail, sql).toMatch(
          new RegExp(`^(SEARCH|SCAN) complaints USING COVERING INDEX complaints_${query.index}`),
        )
      }
    }
    database.close()
  })
})

plansOf(letterSpec)
plansOf(complaintSpec)
plansOf(accountSpec)
plansOf(membershipSpec)
plansOf(sessionSpec)
plansOf(tenantSpec)
plansOf(heldEvidenceSpec)
plansOf(openUploadSpec)
plansOf(mailboxSpec)
plansOf(secretSpec)
plansOf(secondFactorSpec)

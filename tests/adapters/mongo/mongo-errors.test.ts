import mongoose from 'mongoose'
import { expect, it } from 'vitest'
import { persist, translateErrors } from '../../../service/adapters/mongo/mongo-errors.ts'
import { StoreUnavailable } from '../../../service/storage/collection.ts'

const { MongoBulkWriteError, MongoNetworkError, MongoServerError } = mongoose.mongo

/** What the driver throws where the connection ends while many documents are written at once. */
const cutOff = () => new MongoBulkWriteError(new MongoNetworkError('connection closed'), Object.create(null))

it('many writes at once whose connection ends are tried again', async () => {
  let tries = 0
  const ask = async () => {
    if (++tries === 1) throw cutOff()
    return 'written'
  }
  expect([await persist(ask), tries]).toEqual(['written', 2])
})

it('a connection that ends under many writes at once means that the store is away, and a refused document does not', async () => {
  await expect(translateErrors(() => Promise.reject(cutOff()))).rejects.toThrow(StoreUnavailable)
  const refused = new MongoServerError({ message: 'Document failed validation', code: 121 })
  await expect(translateErrors(() => Promise.reject(refused))).rejects.toBe(refused)
})

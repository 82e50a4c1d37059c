import { register } from '../../element/register.ts'
import { AduanReaders } from './aduan-readers.ts'

register('aduan-readers', AduanReaders)

import { register } from '../../element/register.ts'
import { AduanEvidence } from './aduan-evidence.ts'

register('aduan-evidence', AduanEvidence)

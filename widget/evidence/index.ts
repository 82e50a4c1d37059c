import { register } from '../register.ts'
import { AduanEvidence } from './aduan-evidence.ts'

register('aduan-evidence', AduanEvidence)
